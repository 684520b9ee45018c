// The settings on the built program: what is chosen holds at once, and after the next start.
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { uk } from '../../renderer/shared/i18n/uk/index.ts'
import { DEFAULT_SETTINGS } from '../../shared/contract/session.ts'
import { callOk, PASSPHRASE, pageOf, startLocked, startUnlocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'
import { section, tryPassphrase, typeNewPassphrase, unlock } from './support/vaultSteps.ts'

const NEXT = 'copper meadow lattice plunge acorn'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

test('language and theme change at once and are kept for the next start', async () => {
  const { launched, page } = keep(await startUnlocked())
  await section(page, en.settings.title).click()
  await page.getByText(en.settings.themes.dark, { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByRole('combobox', { name: en.settings.language }).click()
  await page.getByRole('option', { name: 'Українська' }).click()
  await expect(page.getByRole('heading', { level: 1, name: uk.settings.title })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await page.getByRole('combobox', { name: uk.settings.idle }).click()
  await page.getByRole('option', { name: '30 хвилин' }).click()
  await expect
    .poll(() => callOk(page, 'settings.get', {}))
    .toEqual({ ...DEFAULT_SETTINGS, language: 'uk', theme: 'dark', idleLockMinutes: 30 })
  await launched.close()

  const again = keep(await startLocked({ userDataDir: launched.folders.userData }))
  await expect(again.page.getByRole('button', { name: uk.unlock.open, exact: true })).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'uk')
  await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('the passphrase is changed in a window of its own, and the old one no longer opens', async () => {
  const { launched, page, vault } = keep(await startUnlocked())
  await section(page, en.settings.title).click()
  await page.getByRole('button', { name: en.settings.passphraseChange }).click()
  const own = await pageOf(launched, 'unlock')
  await own.getByLabel(en.change.current, { exact: true }).fill('not the passphrase of today')
  await typeNewPassphrase(own, en.passphrase.new, NEXT)
  await own.getByRole('button', { name: en.change.submit }).click()
  await expect(own.locator('[data-code="wrong_passphrase"]')).toBeVisible()
  await own.getByLabel(en.change.current, { exact: true }).fill(PASSPHRASE)
  await own.getByRole('button', { name: en.change.submit }).click()
  await expect(own.getByRole('heading', { name: en.change.doneTitle })).toBeVisible()
  const closed = own.waitForEvent('close')
  await own.getByRole('button', { name: en.change.close }).click()
  await closed
  await launched.kill()

  const again = keep(await startLocked({ args: ['--vault', vault] }))
  const locked = await tryPassphrase(again.launched, PASSPHRASE)
  await expect(locked.locator('[data-code="wrong_passphrase"]')).toBeVisible()
  await unlock(again.launched, NEXT)
})

test('shows the facts of the vault', async () => {
  const { page } = keep(await startUnlocked())
  const info = await callOk(page, 'session.info', {})
  await section(page, en.settings.title).click()
  await expect(page.getByText(info.vaultId)).toBeVisible()
  await expect(page.getByText(info.head)).toBeVisible()
  await expect(page.getByText('Test.emanet')).toBeVisible()
  await expect(page.getByText(en.settings.opened.passphrase, { exact: true })).toBeVisible()
  // The same keys anywhere, by `?`.
  await section(page, en.map.title).click()
  await page.keyboard.press('Shift+Slash')
  await expect(page.getByRole('dialog').getByText(en.settings.shortcut.search)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('are accessible in either theme, and lead to our own organisation, whose contact dossiers print', async () => {
  const { page } = keep(await openWorkspace())
  await section(page, en.settings.title).click()
  await expect(page.getByText(en.settings.organisationNone)).toBeVisible()
  await expect(page.getByRole('heading', { name: en.settings.vault })).toBeVisible()
  await expect(page.getByText('Test.emanet')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await make(page, 'organisation', [
    { field: 'title', value: 'Вигаданий архів' },
    { field: 'role', value: 'own' },
    { field: 'publicContact', value: 'archive@example.org' },
  ])
  await expect(page.getByText('archive@example.org')).toBeVisible()
  await page.getByRole('link', { name: en.settings.organisationOpen }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Вигаданий архів')
})

test('a field of our own is defined, filled in, found by the search, and stands in no dossier', async () => {
  const { page } = keep(await openWorkspace())
  await make(page, 'person', [
    { field: 'names', value: { text: 'Зразковий Айдер', lang: 'ru', type: 'court_ru' } },
  ])
  await section(page, en.settings.title).click()
  await page.getByRole('link', { name: en.settings.fieldsOpen }).click()
  await expect(page.getByText(en.records.empty.customField.title)).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.records.new.customField)
  await page.keyboard.type('Nickname in the cell')
  await page.getByRole('textbox', { name: 'Ukrainian' }).fill('Прізвисько в камері')
  await page.getByRole('combobox', { name: 'Belongs to' }).fill('People')
  await page.getByRole('option', { name: 'People', exact: true }).click()
  await page.getByRole('combobox', { name: 'What is written into it' }).click()
  await page.getByRole('option', { name: 'a line of text' }).click()
  await page.getByRole('button', { name: en.records.group.use }).click()
  await page.getByRole('combobox', { name: 'Found by the search' }).click()
  await page.getByRole('option', { name: 'yes', exact: true }).click()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nickname in the cell')

  await section(page, 'People').click()
  await page.getByRole('row').nth(1).click()
  await page
    .getByRole('button', { name: en.records.addTo.replace('{{group}}', en.records.group.own) })
    .click()
  await page.getByRole('menuitem', { name: 'Nickname in the cell' }).click()
  await page.keyboard.type('Sokilko')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('definition').filter({ hasText: 'Sokilko' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.keyboard.type('sokil')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(
    'Nickname in the cell',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Зразковий Айдер')

  await section(page, 'Dossiers').click()
  await page.getByRole('button', { name: en.records.new.dossier }).first().click()
  await page.getByRole('textbox', { name: en.dossier.search }).fill('айдер')
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await rows.getByText('Зразковий Айдер').click()
  await page.getByRole('button', { name: en.dossier.preview }).click()
  await expect(page.getByRole('article').last()).toContainText('Зразковий Айдер')
  await expect(page.getByText('Sokilko')).toHaveCount(0)
  await expect(page.getByText('Nickname in the cell', { exact: true })).toBeVisible()
})
