/** What every test that begins with a vault does with the screens: makes one, opens it, goes to a section. */
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { en } from '../../../renderer/shared/i18n/en/index.ts'
import { answerSaveDialog, PASSPHRASE, pageOf } from '../../support/app/program.ts'
import { workFolder } from '../../support/electron/folders.ts'
import type { LaunchedApp } from '../../support/electron/launch.ts'

/** The three steps of the first start, from the unlock view at its first screen to the workspace. */
export async function createVaultThroughScreens(
  launched: LaunchedApp,
  passphrase: string = PASSPHRASE,
): Promise<{ readonly page: Page; readonly vault: string; readonly recoveryCode: string }> {
  const vault = join(await workFolder('vault'), 'Test.emanet')
  const page = await pageOf(launched, 'unlock')
  await page.getByRole('button', { name: en.unlock.makeTitle }).click()
  await answerSaveDialog(launched, vault)
  await page.getByRole('button', { name: en.create.placeChoose }).click()
  await page.getByRole('button', { name: en.common.next, exact: true }).click()
  await typeNewPassphrase(page, en.passphrase.label, passphrase)
  await page.getByRole('button', { name: en.create.make, exact: true }).click()

  const words = page.getByRole('list', { name: en.create.recoveryList }).getByRole('listitem')
  await expect(words).toHaveCount(12)
  const recoveryCode = (await words.allInnerTexts())
    .map((word) => word.replace(/[^a-z]/g, ''))
    .join(' ')
  await page.getByLabel(en.create.putAway).check()
  await page.getByRole('button', { name: en.create.first }).click()
  return { page: await workspaceOf(launched), vault, recoveryCode }
}

/** Types a passphrase and its repetition. */
export async function typeNewPassphrase(
  page: Page,
  label: string,
  passphrase: string,
): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(passphrase)
  await page.getByLabel(en.passphrase.repeat, { exact: true }).fill(passphrase)
}

/** Types a passphrase into the unlock view that waits for one; whether it opens is for the caller to say. */
export async function tryPassphrase(
  launched: LaunchedApp,
  passphrase: string = PASSPHRASE,
): Promise<Page> {
  const page = await pageOf(launched, 'unlock')
  await page.getByLabel(en.passphrase.label, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: en.unlock.open, exact: true }).click()
  return page
}

/** Opens the vault that the unlock view waits with. */
export async function unlock(launched: LaunchedApp, passphrase?: string): Promise<Page> {
  await goOn(launched, await tryPassphrase(launched, passphrase))
  return workspaceOf(launched)
}

/** After the right passphrase: past what there is to be told first, if there is anything. */
export async function goOn(launched: LaunchedApp, page: Page): Promise<void> {
  const enter = page.getByRole('button', { name: en.unlock.enter })
  const told = () => enter.isVisible().catch(() => false)
  const inside = () =>
    launched.app.windows().some((each) => each.url().startsWith('app://workspace/'))
  await expect.poll(async () => inside() || (await told()), { timeout: 20_000 }).toBe(true)
  // The page ends with the click.
  if (!inside()) await enter.click().catch(() => {})
}

/** A list may have a navigation of its own behind it. */
export const rail = (page: Page) => page.getByRole('navigation').first()

/** A section of the rail, by the start of its name: a count may follow. */
export const section = (page: Page, name: string) =>
  rail(page).getByRole('link', { name: new RegExp(`^${name}`) })

async function workspaceOf(launched: LaunchedApp): Promise<Page> {
  const page = await pageOf(launched, 'workspace')
  await expect(page.getByRole('main')).toBeVisible()
  return page
}
