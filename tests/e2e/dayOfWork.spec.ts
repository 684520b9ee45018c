// One person's day at one vault: a list of 500 taken in, a doubtful row resolved, somebody found, his transfers followed,
// two dates of arrest seen side by side, a register ticked, a merge made and taken back.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { callOk } from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { generateVault } from '../support/generator/generate.ts'
import { workbook } from '../support/tables/workbook.ts'
import { dropFiles } from './support/drop.ts'
import { decideTheRest, writeButton } from './support/importSteps.ts'
import { make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const ROWS = 500
const SOURCE = 'Вигаданий перелік громади'
const LANGUAGES = ['uk', 'ru', 'en', 'tr', 'crh'] as const

/** 500 rows in mixed scripts; one of them is somebody whom the vault has, with another date of arrest. */
async function list(): Promise<string> {
  const { people } = generateVault({
    ...{ people: ROWS - 2, entriesPerPerson: 1, files: 0, seed: 'a day' },
  })
  const day = (at: number) => new Date(Date.UTC(1950, 0, 1 + at * 37)).toISOString().slice(0, 10)
  const bytes = await workbook([
    ['Ім’я', 'Дата народження', 'Дата арешту', 'Джерело'],
    ...people.map(({ spellings }, at) => [
      ...[spellings[LANGUAGES[at % LANGUAGES.length] ?? 'uk'], day(at), '2022-03-01', SOURCE],
    ]),
    ['Тестенко Эмир-Усеин', '12.03.2011', '05.04.2020', SOURCE],
    ['Пробний Рустем', '2012-01-01', '2019-07-10', SOURCE],
  ])
  const file = join(await workFolder('list'), 'Список.xlsx')
  writeFileSync(file, bytes)
  return file
}

const goTo = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation').getByRole('link', { name }).click()

async function find(page: Page, typed: string, expected: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.keyboard.type(typed)
  await page.getByRole('listbox').getByRole('option').filter({ hasText: expected }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(expected)
}

test('takes in a list, finds, follows, compares, ticks, merges and takes back', async () => {
  const { launched, page } = await openWorkspace()
  running = launched
  const paper = await make(page, 'source', [{ field: 'title', value: 'Вигадана ухвала суду' }])
  await make(page, 'person', [
    { field: 'names', value: { text: 'Пробний Рустем', lang: 'uk' } },
    { field: 'birthDate', value: '2012-01-01' },
    { field: 'arrestDate', value: '2019-06-10', source: paper },
  ])

  await goTo(page, /^People/)
  await page.getByRole('link', { name: en.imports.open }).click()
  await dropFiles(page, page.getByText(en.imports.drop), [await list()])
  await page.getByRole('button', { name: en.imports.next }).click()
  const doubtful = page.getByRole('list', { name: en.imports.doubtfulList })
  const row = doubtful.getByRole('listitem').filter({ hasText: `Row ${ROWS + 1}` })
  await expect(row.first()).toContainText('Born on the same day')
  await page.getByRole('button', { name: en.imports.sameToAdd }).click()
  await decideTheRest(page)
  await writeButton(page).click()
  await expect(page.getByText(en.imports.done)).toBeVisible({ timeout: 60_000 })
  expect((await callOk(page, 'session.info', {})).counts.person).toBe(ROWS)

  await find(page, 'Emir Huseyin', 'Тестенко Эмир-Усеин')
  const id = (await callOk(page, 'records.list', { kind: 'person', limit: ROWS })).rows.find(
    ({ title }) => title === 'Тестенко Эмир-Усеин',
  )?.id
  for (const [name, from, to] of [
    ['Вигаданий СІЗО, Сімферополь', '2020-04', '2021-03-02'],
    ['Вигадана колонія, Ставрополь', '2021-04', undefined],
  ] as const) {
    const facility = await make(page, 'facility', [
      { field: 'names', value: { text: name, lang: 'uk' } },
    ])
    await make(page, 'stay', [
      { field: 'person', value: id },
      { field: 'facility', value: facility },
      { field: 'from', value: from },
      ...(to ? [{ field: 'to', value: to }] : []),
    ])
  }
  await page.locator('label', { hasText: /^Map$/ }).click()
  await expect(page.getByRole('list', { name: 'Transfers' }).getByRole('listitem')).toHaveText([
    /^1.*Вигаданий СІЗО, Сімферополь.*Apr 2020 – 2 Mar 2021$/,
    /^2.*Вигадана колонія, Ставрополь.*since Apr 2021$/,
  ])
  await expect(
    page.getByRole('list', { name: 'Map of the facilities' }).getByRole('listitem'),
  ).toHaveCount(2)

  await find(page, 'Rustem Probnyi', 'Пробний Рустем')
  const arrest = page.locator('dl [data-field="arrestDate"]')
  await expect(arrest.getByText('Statements disagree')).toBeVisible()
  for (const [value, source] of [
    ['10 Jun 2019', 'Вигадана ухвала суду'],
    ['10 Jul 2019', SOURCE],
  ] as const) {
    const shown = arrest.locator(':scope *').filter({ hasText: value })
    await expect(shown.first()).toBeVisible()
    await arrest.getByRole('button', { name: `Source: ${source}` }).hover()
    await expect(page.getByText(source, { exact: true }).last()).toBeVisible()
  }
  await page.mouse.move(0, 0)
  await page.screenshot({ path: 'test-results/day-two-dates.png' })

  await goTo(page, 'Registers')
  // Among five hundred, and written in another script.
  const search = page.getByLabel(en.records.searchIn.person)
  // It comes with the table, and before that its key leads nowhere.
  await expect(search).toBeVisible()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('Emir Huseyin')
  await page.getByRole('button', { name: 'Tick ICRC for Тестенко Эмир-Усеин' }).click()
  await page.getByRole('textbox', { name: 'Reference number' }).fill('RUS-12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /RUS-12/ })).toBeVisible()

  await make(page, 'person', [
    { field: 'names', value: { text: 'Probny R.', lang: 'en' } },
    { field: 'status', value: 'on_trial' },
  ])
  await find(page, 'Rustem Probnyi', 'Пробний Рустем')
  await page.getByRole('button', { name: 'Same person as…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'The other record' }).fill('probny r')
  await dialog.getByRole('option', { name: /Probny R/ }).click()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog).toBeHidden()
  const names = page.locator('dl [data-field="names"]')
  await expect(names.getByText('Probny R.')).toBeVisible()
  expect((await callOk(page, 'session.info', {})).counts.person).toBe(ROWS)
  await page.getByRole('button', { name: 'Take apart' }).click()
  await expect(page.getByText('Taken apart.')).toBeVisible()
  await expect(names.getByText('Probny R.')).toHaveCount(0)
  expect((await callOk(page, 'session.info', {})).counts.person).toBe(ROWS + 1)
})
