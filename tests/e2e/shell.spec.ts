// The frame of the workspace: the sections and their groups, and the size of everything.
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { callOk, startLocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { openWorkspace } from './support/records.ts'
import { rail, section, unlock } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

/** Ctrl and a key as the system tells of them: the debugger's own keys pass the program by and reach only the page. */
const press = (launched: LaunchedApp, keyCode: string) =>
  launched.app.evaluate(({ BrowserWindow }, code) => {
    const [window] = BrowserWindow.getAllWindows()
    for (const type of ['keyDown', 'keyUp'] as const)
      window?.webContents.sendInputEvent({ type, keyCode: code, modifiers: ['control'] })
  }, keyCode)

const width = (page: Page) => page.evaluate(() => innerWidth)

test('everything is made larger and smaller by keys, in every window and after the next start', async () => {
  const { launched, page, vault } = keep(await openWorkspace())
  const actual = await width(page)
  await press(launched, '=')
  await expect.poll(() => width(page)).toBe(Math.round(actual / 1.1))
  await press(launched, '-')
  await press(launched, 'numsub')
  await expect.poll(() => width(page)).toBe(Math.round(actual / 0.9))
  await press(launched, '0')
  await expect.poll(() => width(page)).toBe(actual)
  for (let i = 0; i < 8; i += 1) await press(launched, 'numadd')
  await expect.poll(() => width(page)).toBe(actual / 2)
  expect((await callOk(page, 'settings.get', {})).zoom).toBe(200)
  await launched.close()

  const again = keep(
    await startLocked({ userDataDir: launched.folders.userData, args: ['--vault', vault] }),
  )
  expect(await again.page.evaluate(() => devicePixelRatio)).toBe(2)
  const workspace = await unlock(again.launched)
  expect(await width(workspace)).toBe(actual / 2)
  // Chosen in the settings, without a key.
  await callOk(workspace, 'settings.set', { zoom: 100 })
  await expect.poll(() => width(workspace)).toBe(actual)
})

test('groups of sections fold, but for the one that is shown, and stay so', async () => {
  const { page } = keep(await openWorkspace())
  const group = (name: string) => rail(page).getByRole('button', { name, exact: true })
  const { records, evidence } = en.shell.group
  await section(page, en.settings.title).press('Enter')
  await group(records).press('Enter')
  await expect(group(records)).toHaveAttribute('aria-expanded', 'false')
  await expect(group(records)).toBeFocused()
  await expect(section(page, 'People')).toHaveCount(0)
  await expect(section(page, 'Cases')).toHaveCount(0)
  await group(evidence).press('Space')
  await expect(section(page, 'Sources')).toHaveCount(0)
  await expect(section(page, 'Dossiers')).toBeVisible()
  await expect
    .poll(async () => (await callOk(page, 'settings.get', {})).foldedGroups)
    .toEqual(['records', 'evidence'])

  // The group of the screen is open, and there is no way to fold it.
  await group(records).press('Enter')
  await section(page, 'Cases').press('Enter')
  await group(evidence).press('Enter')
  await callOk(page, 'settings.set', { foldedGroups: ['picture', 'records', 'evidence', 'out'] })
  await expect(section(page, 'Dossiers')).toHaveCount(0)
  await expect(section(page, 'Cases')).toHaveAttribute('aria-current', 'page')
  await expect(section(page, 'People')).toBeVisible()
  await expect(group(records)).toHaveCount(0)
  await section(page, en.settings.title).press('Enter')
  await expect(section(page, 'Cases')).toHaveCount(0)
})

test('where there is little room the sections are behind a button', async () => {
  const { page } = keep(await openWorkspace({ zoom: 200 }))
  const button = page.getByRole('button', { name: en.shell.navigation })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await button.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(button).toBeFocused()

  await page.keyboard.press('Enter')
  await section(page, 'Backups').press('Enter')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backups')
  await expect(page.getByRole('main')).toBeFocused()
  // The screen that is shown already.
  await button.press('Enter')
  await section(page, 'Backups').press('Enter')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})
