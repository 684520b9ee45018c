// What is typed and not saved survives a lock, a quit and a kill, sealed, and is offered after the next unlock.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { uk } from '../../renderer/shared/i18n/uk/index.ts'
import { callOk, type OpenProgram, startLocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'
import { section, unlock } from './support/vaultSteps.ts'

const TYPED = 'Недописане речення про вигадану людину'

// One vault and one program after the other: what ends a program is what the next one begins from.
test.describe.configure({ mode: 'serial' })

let now: OpenProgram
test.beforeAll(async () => {
  now = await openWorkspace()
  await make(now.page, 'person', [{ field: 'names', value: { text: 'Перша', lang: 'uk' } }])
})
test.afterAll(() => now?.launched.kill())

/** The name field of the form that is open. */
const nameField = (page: Page) => page.getByRole('textbox', { name: en.form.part.text }).first()

async function typeNewPerson(page: Page): Promise<void> {
  await section(page, 'People').click()
  await page.getByRole('button', { name: en.records.new.person }).click()
  await nameField(page).fill(TYPED)
}

async function unlockAgain(): Promise<Page> {
  now = await startLocked({ userDataDir: now.launched.folders.userData })
  const page = await unlock(now.launched)
  now = { ...now, page }
  return page
}

const WAYS_TO_END = {
  'the lock key': {
    end: (_launched: LaunchedApp, page: Page) => page.keyboard.press('Control+l'),
    pause: 0,
  },
  'nobody being there': {
    end: (launched: LaunchedApp) =>
      launched.app.evaluate(() => {
        const clock = performance.now.bind(performance)
        performance.now = () => clock() + 6 * 60_000
      }),
    pause: 0,
  },
  'closing the window': {
    end: (launched: LaunchedApp) =>
      launched.app.evaluate(({ BrowserWindow }) =>
        setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()),
      ),
    pause: 0,
  },
  // No time for last words: what was typed before the last pause is there.
  'sleep of the machine': {
    end: (launched: LaunchedApp) =>
      launched.app.evaluate(({ powerMonitor }) => setImmediate(() => powerMonitor.emit('suspend'))),
    pause: 1_500,
  },
  'a kill': { end: (launched: LaunchedApp) => launched.kill(), pause: 1_500 },
}

for (const [index, [way, { end, pause }]] of Object.entries(WAYS_TO_END).entries()) {
  test(`a new record typed before ${way} is offered, gone on with and saved`, async () => {
    const { launched, page } = now
    await typeNewPerson(page)
    await page.waitForTimeout(pause)
    await end(launched, page)?.catch(() => {})
    await launched.exited()

    const next = await unlockAgain()
    await expect(next.getByText(en.draft.new.person)).toBeVisible()
    if (index === 0) await expectAccessibleInBothThemes(next)
    await next.getByRole('button', { name: en.draft.goOn }).click()
    await expect(nameField(next)).toHaveValue(TYPED)
    await expect(next.getByText(en.draft.new.person)).toHaveCount(0)
    await next.keyboard.press('Control+s')
    await expect(next.getByRole('heading', { level: 1, name: TYPED })).toBeVisible()
    await expect.poll(() => callOk(next, 'drafts.offered', {})).toEqual({ drafts: [], lost: false })
    expect(await readdir(join(launched.folders.userData, 'drafts'))).toEqual([])
  })
}

test('an edit is offered by the title of its record, and discarded for good', async () => {
  const { launched, page } = now
  await callOk(page, 'settings.set', { language: 'uk' })
  const id = await make(page, 'person', [
    { field: 'names', value: { text: 'Вигаданий Ельдар', lang: 'uk' } },
  ])
  await section(page, 'Люди').click()
  await page.getByRole('row').filter({ hasText: 'Вигаданий Ельдар' }).click()
  await page.keyboard.press('e')
  const note = page.locator('[data-field]').getByRole('textbox').last()
  await note.fill(TYPED)
  // The steps of unlocking are in English.
  await callOk(page, 'settings.set', { language: 'en' })
  await page.keyboard.press('Control+l').catch(() => {})
  await launched.exited()

  const next = await unlockAgain()
  await callOk(next, 'settings.set', { language: 'uk' })
  const offer = next.getByRole('status').filter({ hasText: 'Ви редагували: Вигаданий Ельдар' })
  await expect(offer).toBeVisible()
  const before = await callOk(next, 'records.get', { id })
  await offer.getByRole('button', { name: uk.draft.discard }).click()
  await expect(offer).toHaveCount(0)
  await callOk(next, 'settings.set', { language: 'en' })
  expect(await callOk(next, 'records.get', { id })).toEqual(before)
})

test('leaving a form without saving is the end of its draft, and so is discarding it', async () => {
  const { launched, page } = now
  await typeNewPerson(page)
  await page.waitForTimeout(1_500)
  await section(page, en.settings.title).click()
  await page.getByRole('button', { name: en.form.leave }).click()
  await expect(page.getByRole('heading', { level: 1, name: en.settings.title })).toBeVisible()
  await launched.close()
  const next = await unlockAgain()
  await expect(next.getByRole('navigation')).toBeVisible()
  // Neither this one nor the edit of before.
  expect(await callOk(next, 'drafts.offered', {})).toEqual({ drafts: [], lost: false })
})
