// The first start on the built program: from nothing to the first person, by the screens alone.
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { uk } from '../../renderer/shared/i18n/uk/index.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  callOk,
  PASSPHRASE,
  pageOf,
  startLocked,
} from '../support/app/program.ts'
import { giveToProgram, workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes } from './support/records.ts'
import { createVaultThroughScreens, section, typeNewPassphrase } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
async function start(): Promise<{ launched: LaunchedApp; page: Page }> {
  const program = await startLocked()
  running = program.launched
  await callOk(program.page, 'settings.set', { language: 'en', theme: 'light' })
  await expect(program.page.getByRole('heading', { level: 1 })).toBeVisible()
  return program
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const choosePlace = async (launched: LaunchedApp, page: Page): Promise<string> => {
  const vault = join(await workFolder('vault'), 'Дім.emanet')
  await page.getByRole('button', { name: en.unlock.makeTitle }).click()
  await answerSaveDialog(launched, vault)
  await page.getByRole('button', { name: en.create.placeChoose }).click()
  await expect(page.getByText('Дім.emanet')).toBeVisible()
  await page.getByRole('button', { name: en.common.next, exact: true }).click()
  return vault
}

test('leads from the first screen to the form of the first person', async () => {
  const { launched } = await start()
  const { page } = await createVaultThroughScreens(launched)
  await expect(page.getByLabel('Name as written')).toBeFocused()
  // Whoever wants to look around first is told where to begin, and not sent there again.
  await section(page, en.shell.home).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.home.emptyTitle)
  await page.getByRole('link', { name: en.home.emptyAction }).click()
  await expect(page.getByLabel('Name as written')).toBeFocused()
})

test('makes no vault with a passphrase that can be guessed, or that was repeated with a slip', async () => {
  const { launched, page } = await start()
  await choosePlace(launched, page)
  const make = page.getByRole('button', { name: en.create.make, exact: true })
  await typeNewPassphrase(page, en.passphrase.label, 'qwertyuiop12')
  await expect(page.getByText(en.passphrase.strengthWeak)).toBeVisible()
  await expect(make).toBeDisabled()
  // The same keys under the other layout are as easily guessed.
  await typeNewPassphrase(page, en.passphrase.label, 'йцукенгшщз12')
  await expect(page.getByText('You are typing: Cyrillic letters.')).toBeVisible()
  await expect(page.getByText(en.passphrase.strengthWeak)).toBeVisible()
  await expect(make).toBeDisabled()
  await typeNewPassphrase(page, en.passphrase.label, PASSPHRASE)
  await expect(make).toBeEnabled()
  await page.getByLabel(en.passphrase.repeat, { exact: true }).fill(`${PASSPHRASE} `)
  await expect(page.getByText(en.passphrase.repeatDiffers)).toBeVisible()
  await expect(make).toBeDisabled()
})

test('suggests five words that it accepts, and shows them', async () => {
  const { launched, page } = await start()
  await choosePlace(launched, page)
  await page.getByRole('button', { name: en.passphrase.suggest }).click()
  const field = page.getByLabel(en.passphrase.label, { exact: true })
  const words = await field.inputValue()
  expect(words.split(' ')).toHaveLength(5)
  await expect(field).toHaveAttribute('type', 'text')
  await page.getByLabel(en.passphrase.repeat, { exact: true }).fill(words)
  await expect(page.getByRole('button', { name: en.create.make, exact: true })).toBeEnabled()
})

test('keeps the recovery code in a file that was chosen, and goes on only when it is put away', async () => {
  const { launched, page } = await start()
  await choosePlace(launched, page)
  await typeNewPassphrase(page, en.passphrase.label, PASSPHRASE)
  await page.getByRole('button', { name: en.create.make, exact: true }).click()
  const words = page.getByRole('list', { name: en.create.recoveryList }).getByRole('listitem')
  await expect(words).toHaveCount(12)
  const shown = (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''))

  const file = join(await workFolder('paper'), 'code.txt')
  await answerSaveDialog(launched, file)
  await page.getByRole('button', { name: en.create.saveFile }).click()
  await expect(page.getByText(en.create.keptFile)).toBeVisible()
  const written = (await readFile(file, 'utf8')).toLowerCase()
  for (const word of shown) expect(written).toContain(word)

  const go = page.getByRole('button', { name: en.create.first })
  await expect(go).toBeDisabled()
  await page.getByLabel(en.create.putAway).check()
  await go.click()
  await expect((await pageOf(launched, 'workspace')).getByRole('navigation')).toBeVisible()
})

test('opens no folder that is not a vault, and says its name', async () => {
  const { launched, page } = await start()
  const folder = await workFolder('other')
  await answerOpenDialog(launched, [folder])
  await page.getByRole('button', { name: en.unlock.openTitle }).click()
  await expect(page.getByRole('alert')).toHaveAttribute('data-code', 'not_a_vault')
  await expect(page.getByRole('alert')).toContainText(basename(folder))
})

test('restores nothing from a folder that is not a backup', async () => {
  const { launched, page } = await start()
  const folder = await workFolder('other')
  await writeFile(join(folder, 'note.txt'), 'nothing')
  await giveToProgram(join(folder, 'note.txt'))
  await answerOpenDialog(launched, [folder])
  await answerSaveDialog(launched, join(await workFolder('restored'), 'Back.emanet'))
  await page.getByRole('button', { name: en.unlock.restoreTitle }).click()
  await expect(page.getByRole('alert')).toHaveAttribute('data-code', 'not_a_backup')
})

test('speaks Ukrainian as soon as it is asked to', async () => {
  const { page } = await start()
  await page.getByText('Українська').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(uk.unlock.welcomeTitle)
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
})

test('has nothing inaccessible in its steps in either theme', async () => {
  const { launched, page } = await start()
  await expectAccessibleInBothThemes(page)
  await choosePlace(launched, page)
  await page.getByRole('button', { name: en.passphrase.suggest }).click()
  const first = page.getByLabel(en.passphrase.label, { exact: true })
  await expect(first).not.toHaveValue('')
  const words = await first.inputValue()
  await page.getByLabel(en.passphrase.repeat, { exact: true }).fill(words)
  await expect(page.getByText(en.passphrase.repeatSame)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: en.create.make, exact: true }).click()
  await expect(page.getByRole('list', { name: en.create.recoveryList })).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
