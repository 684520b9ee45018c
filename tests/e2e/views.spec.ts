/**
 * Every view, for everybody: axe finds nothing in any language and theme, and at 200 % in a window of 1280 × 800
 * nothing is cut off, scrolls sideways, or has the focus unseen. One program for all of it; `npm run test:looks` takes
 * every language in both themes.
 */
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { answerSaveDialog, callOk, type OpenProgram, startLocked } from '../support/app/program.ts'
import { foundByAxe, LOOKS, look } from './support/axe.ts'
import { fillEveryKind } from './support/fill.ts'
import { unreachable } from './support/reach.ts'
import { openWorkspace } from './support/records.ts'
import { tryPassphrase } from './support/vaultSteps.ts'
import { EVERY_VIEW } from './support/views.ts'

test.describe.configure({ timeout: 120_000 + LOOKS.length * 30_000 })

let program: OpenProgram & { readonly vault: string }
test.beforeAll(async () => {
  program = await openWorkspace({ idleLockMinutes: 120 })
  await fillEveryKind(program.page)
})
test.afterAll(async () => {
  await program?.launched.kill()
})

/** One line for each thing wrong, with the view it is wrong in. */
async function everywhere(page: Page, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = []
  for (const { name, open } of EVERY_VIEW) {
    await open(page)
    wrong.push(...(await look(page)).map((line) => `${name}: ${line}`))
  }
  return wrong
}

test('axe finds nothing on any view of the workspace', async () => {
  expect(await everywhere(program.page, foundByAxe)).toEqual([])
})

test('at 200 % everything of the workspace can be reached and is seen with the focus on it', async () => {
  const { page } = program
  await look(page, { language: 'en', theme: 'light' })
  await callOk(page, 'settings.set', { zoom: 200 })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640)
  expect(await everywhere(page, unreachable)).toEqual([])
})

test('the views before the vault is open are the same to everybody, and fit at 200 %', async () => {
  await program.launched.close()
  const { launched, page } = await startLocked()
  const wrong: string[] = []
  const judge = async (name: string, view: Page) => {
    wrong.push(...(await foundByAxe(view)).map((line) => `${name}: ${line}`))
    await callOk(view, 'settings.set', { language: 'en', zoom: 200 })
    await expect.poll(() => view.evaluate(() => devicePixelRatio)).toBe(2)
    wrong.push(...(await unreachable(view)).map((line) => `${name}: ${line}`))
    await callOk(view, 'settings.set', { zoom: 100 })
  }
  try {
    await callOk(page, 'settings.set', { language: 'en' })
    await judge('welcome', page)
    await page.getByRole('button', { name: en.unlock.makeTitle }).click()
    await answerSaveDialog(launched, `${program.vault}-2`)
    await page.getByRole('button', { name: en.create.placeChoose }).click()
    await judge('a place for the vault', page)
    await page.getByRole('button', { name: en.common.next, exact: true }).click()
    await judge('a passphrase', page)
  } finally {
    await launched.kill()
  }
  const again = await startLocked({ args: ['--vault', program.vault] })
  try {
    await callOk(again.page, 'settings.set', { language: 'en' })
    await judge('unlock', again.page)
    await tryPassphrase(again.launched, 'not the passphrase')
    await expect(again.page.locator('[data-code="wrong_passphrase"]')).toBeVisible()
    await judge('a wrong passphrase', again.page)
  } finally {
    await again.launched.kill()
  }
  expect(wrong).toEqual([])
})
