/** What is done with the keys: asked for in the workspace, with the secrets typed in the window beside it. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { en } from '../../../renderer/shared/i18n/en/index.ts'
import { CARD_LANGUAGE_NAMES } from '../../../renderer/workspace/keys/cardLanguages.ts'
import type { CardLanguage } from '../../../shared/shares/languages.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  PASSPHRASE,
  pageOf,
} from '../../support/app/program.ts'
import { workFolder } from '../../support/electron/folders.ts'
import type { LaunchedApp } from '../../support/electron/launch.ts'
import { type PaperCard, readPaper } from './cards.ts'
import { expectAccessible } from './records.ts'
import { section, typeNewPassphrase } from './vaultSteps.ts'

/** The window beside the workspace may be gone before its click is answered. */
export const closeKeyWindow = (window: Page, name: string = en.change.close) =>
  window
    .getByRole('button', { name, exact: true })
    .click()
    .catch(() => undefined)

/** Argon2id runs two or three times, on a machine that may have other work. */
export const SLOW = { timeout: 20_000 }

export interface WantedCards {
  readonly purpose: 'vault' | 'custodians'
  readonly holders: readonly { readonly name: string; readonly language: CardLanguage }[]
  /** What opens the vault, where it is another than usual. */
  readonly current?: string
  /** Opens the compartment beside the cards. */
  readonly second?: string
}

/** Makes cards, any two of which open what they are for, and reads them off the paper. */
export async function makeCards(
  launched: LaunchedApp,
  page: Page,
  { purpose, holders, current = PASSPHRASE, second }: WantedCards,
): Promise<readonly PaperCard[]> {
  const folder = await workFolder('cards')
  await section(page, en.keys.title).click()
  await page.getByRole('button', { name: en.cards.make }).first().click()
  await page.getByRole('radio', { name: en.cards.purpose[purpose] }).check()
  const numbered = (words: string, at: number) => words.replace('{{number}}', `${at + 1}`)
  // The dialog begins with three rows.
  for (let at = 3; at > holders.length; at -= 1)
    await page.getByRole('button', { name: numbered(en.cards.removeHolder, at - 1) }).click()
  for (const [at, { name, language }] of holders.entries()) {
    await page.getByRole('textbox', { name: numbered(en.cards.holder, at) }).fill(name)
    await page.getByRole('combobox', { name: numbered(en.cards.language, at) }).click()
    await page.getByRole('option', { name: CARD_LANGUAGE_NAMES[language] }).click()
  }
  await page.getByRole('button', { name: en.keys.goOn }).click()

  const window = await pageOf(launched, 'unlock')
  await window.getByLabel(en.change.current, { exact: true }).fill(current)
  if (second !== undefined) {
    await window.getByLabel(en.keyTask.alsoPassphrase).check()
    await typeNewPassphrase(window, en.keyTask.secondPassphrase, second)
  }
  await answerOpenDialog(launched, [folder])
  await window.getByRole('button', { name: en.keyTask.chooseFolder }).click()
  await window.getByRole('button', { name: en.keyTask.makeCards.submit }).click()
  await expect(window.getByRole('heading', { name: en.keyTask.makeCards.done })).toBeVisible(SLOW)
  await closeKeyWindow(window)

  const [made] = await readdir(folder)
  return holders.map(({ language }, at) =>
    readPaper(join(folder, made ?? '', `card-${at + 1}-of-${holders.length}.pdf`), language),
  )
}

/** Makes a key file and gives its path. */
export async function makeKeyFile(
  launched: LaunchedApp,
  page: Page,
  { label, current, passphrase }: Readonly<Record<'label' | 'current' | 'passphrase', string>>,
): Promise<string> {
  const file = join(await workFolder('key'), 'key.emanet-key')
  await section(page, en.keys.title).click()
  await page.getByRole('button', { name: en.keys.makeKeyFile }).click()
  await page.getByRole('textbox', { name: en.keys.label }).fill(label)
  await page.getByRole('button', { name: en.keys.goOn }).click()
  const window = await pageOf(launched, 'unlock')
  await window.getByLabel(en.change.current, { exact: true }).fill(current)
  await typeNewPassphrase(window, en.keyTask.keyFilePassphrase, passphrase)
  await answerSaveDialog(launched, file)
  await window.getByRole('button', { name: en.keyTask.chooseKeyFilePlace }).click()
  await expect(window.getByText('key.emanet-key')).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('button', { name: en.keyTask.makeKeyFile.submit }).click()
  await expect(window.getByRole('heading', { name: en.keyTask.makeKeyFile.done })).toBeVisible(SLOW)
  await closeKeyWindow(window)
  return file
}

/** From the page of a witness: why the compartment is opened, then the cards, in the other window. */
export async function openWithCards(
  launched: LaunchedApp,
  page: Page,
  { reason, cards }: { readonly reason: string; readonly cards: readonly string[] },
): Promise<void> {
  await page.getByRole('button', { name: en.custody.open }).click()
  await page.getByRole('textbox', { name: en.custody.reason }).fill(reason)
  await page.getByRole('button', { name: en.custody.goOn }).click()
  const window = await pageOf(launched, 'unlock')
  await expect(window.getByText(reason)).toBeVisible()
  await window.getByText(en.custody.cards, { exact: true }).click()
  for (const card of cards) {
    await window.getByLabel(en.unlock.cardLabel).fill(card)
    await window.getByRole('button', { name: en.unlock.cardAdd }).click()
  }
  await window.getByRole('button', { name: en.keyTask.openCustody.submit }).click()
  await expect(window.getByText(en.keyTask.openCustody.doneText)).toBeVisible(SLOW)
  await closeKeyWindow(window)
}
