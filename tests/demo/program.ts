/** The program as the demo drives it: its windows through Playwright, its dialogs answered as a hand would. */
import type { Locator, Page } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { LABELS_EN } from '../../shared/i18n/labels.en.ts'
import { pageOf } from '../support/app/program.ts'
import { type LaunchedApp, launchApp } from '../support/electron/launch.ts'

/** Wide enough for every screen, and what a small laptop has. */
const WINDOW = { width: 1280, height: 800 }

export interface Program {
  readonly launched: LaunchedApp
  readonly page: Page
}

/** Starts the program at its unlock view. The demo goes on by itself: a lock shall not start it anew. */
export async function start(userDataDir: string, args: readonly string[] = []): Promise<Program> {
  const launched = await launchApp({ userDataDir, args, env: { EMANET_RELAUNCH: 'off' } })
  const page = await pageOf(launched, 'unlock')
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { launched, page }
}

/** The workspace, once it stands. */
export async function workspace(launched: LaunchedApp): Promise<Page> {
  const page = await pageOf(launched, 'workspace')
  await launched.app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
  }, WINDOW)
  // The counts in the rail come with everything else that is known of the session.
  await navigation(page).getByText(/^\d+$/).first().waitFor()
  // A development stand-in of the engine says that it is one; said once, it is put away.
  const notices = page.getByRole('status').getByRole('button', { name: en.common.close })
  while ((await notices.count()) > 0) await notices.first().click()
  return page
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(en.passphrase.label, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: en.unlock.open, exact: true }).click()
  // With nothing to say before it, the view ends by itself and the click with it.
  await page
    .getByRole('button', { name: en.unlock.enter })
    .click()
    .catch(() => {})
}

export const navigation = (page: Page): Locator => page.getByRole('navigation').first()

/** Opens a list or a screen from the rail, by the beginning of its name. */
export async function goTo(page: Page, name: string): Promise<void> {
  await navigation(page)
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** A line of a form by the field's label. */
export const field = (page: Page, name: string): Locator =>
  page.locator(`[data-field="${name}"]`).first()

/** Opens a closed group of a form. */
export async function openGroup(page: Page, name: keyof typeof en.records.group): Promise<void> {
  const head = page.getByRole('button', { name: new RegExp(`^${en.records.group[name]}`) })
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
}

export const labels = LABELS_EN
export { en }
