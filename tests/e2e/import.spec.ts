// A list of 500 people in mixed scripts: dropped, mapped, duplicates resolved, written, found, and taken back.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { callOk } from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { generateVault } from '../support/generator/generate.ts'
import { workbook } from '../support/tables/workbook.ts'
import { dropFiles } from './support/drop.ts'
import { expectAccessible, make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const ROWS = 500
const LANGUAGES = ['uk', 'ru', 'en', 'tr', 'crh'] as const

async function list(): Promise<string> {
  const { people } = generateVault({
    people: ROWS - 3,
    entriesPerPerson: 1,
    files: 0,
    seed: 'import',
  })
  const rows = people.map(({ spellings }, place) => [
    spellings[LANGUAGES[place % LANGUAGES.length] ?? 'uk'],
    // Days of their own: nobody of these may be somebody else.
    new Date(Date.UTC(1950, 0, 1 + place * 37)).toISOString().slice(0, 10),
  ])
  const bytes = await workbook([
    ['Ім’я та прізвище', 'дата народження'],
    ...rows,
    ['Тестенко Эмир-Усеин', '12.03.2011'],
    ['Пробний Рустем', '2012-01-01'],
    ['Зразковий Айдер', 'не знаю'],
  ])
  const file = join(await workFolder('list'), 'Список.xlsx')
  writeFileSync(file, bytes)
  return file
}

test('imports a list of 500, resolves a duplicate, finds by another spelling, and takes it back', async () => {
  const { launched, page } = await openWorkspace()
  running = launched
  await make(page, 'person', [
    { field: 'names', value: { text: 'Пробний Рустем', lang: 'uk' } },
    { field: 'birthDate', value: '2012-01-01' },
  ])
  const file = await list()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()
  await page.getByRole('link', { name: en.imports.open }).click()
  await expect(page.getByText(en.imports.earlierEmpty)).toBeVisible()
  await dropFiles(page, page.getByText(en.imports.drop), [file])

  const holds = page.getByRole('combobox', { name: /What “ім’я та прізвище” holds/ })
  await holds.click()
  await holds.fill('Names: other')
  await page.keyboard.press('Enter')
  await expect(holds).toHaveValue('Names: other')
  await page.screenshot({ path: 'test-results/import-map.png' })
  await page.getByRole('button', { name: en.imports.next }).click()

  const row = page
    .getByRole('list', { name: en.imports.doubtfulList })
    .getByRole('listitem')
    .filter({ hasText: 'Row 500' })
    .first()
  await expect(row).toContainText('Born on the same day')
  await expect(page.getByRole('table', { name: en.imports.skippedList })).toContainText(
    'дата народження',
  )
  const write = page.getByRole('button', { name: /^Write \d+ rows/ })
  await expect(write).toBeDisabled()
  await page.screenshot({ path: 'test-results/import-resolve.png' })
  await page.getByRole('button', { name: en.imports.sameToAdd }).click()
  const possible = page.getByRole('button', { name: en.imports.possibleToNew })
  if (await possible.isEnabled()) await possible.click()
  await expect(write).toBeEnabled()
  await expectAccessible(page)
  await write.click()
  await expect(page.getByText(en.imports.done)).toBeVisible({ timeout: 20_000 })
  await page.screenshot({ path: 'test-results/import-done.png' })
  expect((await callOk(page, 'session.info', {})).counts.person).toBe(ROWS - 1)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.keyboard.type('Emir Huseyin')
  await expect(
    page.getByRole('listbox').getByRole('option').filter({ hasText: 'Эмир-Усеин' }).first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^Take back the import/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: en.imports.undo }).click()
  await expect(page.getByText(en.imports.undoDone)).toBeVisible({ timeout: 20_000 })
  const { total, rows } = await callOk(page, 'records.list', { kind: 'person', limit: 10 })
  expect([total, rows[0]?.title]).toEqual([1, 'Пробний Рустем'])
})
