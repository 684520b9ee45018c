// A list of 500 people in mixed scripts: dropped, mapped, duplicates resolved, written, found, and taken back.

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
import {
  expectAccessible,
  expectAccessibleInBothThemes,
  make,
  openWorkspace,
} from './support/records.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

async function setWidth(launched: LaunchedApp, page: Page, width: number): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }, to) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(to, 800)
  }, width)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
}

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

/** In the frame in which it appears: what it stops may be done in the next. */
function pressWhenItCan(page: Page, words: string): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const all = [...document.querySelectorAll<HTMLButtonElement>('main button:enabled')]
          const found = all.find(({ textContent }) => textContent === name)
          if (!found) return requestAnimationFrame(look)
          found.click()
          return resolve()
        }
        look()
      }),
    words,
  )
}

test('an import that is cancelled while it is written leaves nothing, and can be written again', async () => {
  test.slow()
  const { launched, page } = await openWorkspace()
  running = launched
  // Two records a row, so that there is time to cancel.
  const rows = Array.from({ length: 2000 }, (_, n) => `Вигаданенко Особа-${n};Перелік ${n}`)
  const file = join(await workFolder('long'), 'Список.csv')
  writeFileSync(file, ['ПІБ;джерело', ...rows].join('\n'))
  const before = await callOk(page, 'session.info', {})
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()
  await page.getByRole('link', { name: en.imports.open }).click()
  await dropFiles(page, page.getByText(en.imports.drop), [file])
  // The comparison is cancelled first: what was said of the columns is still there, and it goes on from there.
  const next = page.getByRole('button', { name: en.imports.next })
  const source = page.getByRole('textbox', { name: en.imports.listSource })
  await source.fill('Перелік 2025')
  const stopped = pressWhenItCan(page, en.common.cancel)
  await next.click()
  await stopped
  await expect(source).toHaveValue('Перелік 2025', { timeout: 60_000 })
  await expect(page.getByRole('alert')).toBeHidden()
  await next.click()
  const write = writeButton(page)
  await expect(write).toBeVisible({ timeout: 60_000 })
  await decideTheRest(page)
  await write.click()
  const tray = page.getByRole('region', { name: en.shell.jobs })
  await tray.getByRole('button', { name: en.shell.jobCancel }).first().click()
  await expect(tray.getByText(en.shell.jobCancelled)).toBeVisible({ timeout: 20_000 })
  const after = await callOk(page, 'session.info', {})
  expect(after).toEqual(before)
  expect((await callOk(page, 'records.list', { kind: 'person', limit: 10 })).total).toBe(0)
  expect((await callOk(page, 'import.list', {})).imports).toEqual([])

  await write.click()
  await expect(page.getByText(en.imports.writing).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/import-writing.png' })
  await expect(page.getByText(en.imports.done)).toBeVisible({ timeout: 60_000 })
  const written = await callOk(page, 'session.info', {})
  expect(written.counts.person).toBe(2000)

  // Taken back, and that cancelled: everything is as it was, and it can be taken back again.
  await page.getByRole('button', { name: en.imports.another }).click()
  const takeBack = async () => {
    await page.getByRole('button', { name: /^Take back the import/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: en.imports.undo }).click()
  }
  const main = page.getByRole('main')
  const pressed = pressWhenItCan(page, en.common.cancel)
  await takeBack()
  await pressed
  const undoing = tray.getByRole('listitem').filter({ hasText: en.imports.undoing })
  await expect(undoing.getByText(en.shell.jobCancelled)).toBeVisible({ timeout: 20_000 })
  await expect(main.getByText(en.imports.undoing)).toBeHidden()
  expect(await callOk(page, 'session.info', {})).toEqual(written)
  const { imports } = await callOk(page, 'import.list', {})
  expect(imports).toMatchObject([{ rows: 2000, undone: null }])
  await takeBack()
  await expect(main.getByText(en.imports.undoDone)).toBeVisible({ timeout: 60_000 })
  expect((await callOk(page, 'session.info', {})).counts.person).toBe(0)
})

test('a row that somebody called a new person is decided by that in the next list, and says so', async () => {
  const { launched, page } = await openWorkspace()
  running = launched
  await make(page, 'person', [
    { field: 'names', value: { text: 'Эмир-Усеин Тестенко', lang: 'ru' } },
  ])
  const file = join(await workFolder('again'), 'Список.csv')
  writeFileSync(file, 'ПІБ\nТестенко Емір-Усеїн\n')
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()
  await page.getByRole('link', { name: en.imports.open }).click()
  const choice = page.getByRole('combobox', { name: 'What becomes of row 2' })
  const write = page.getByRole('button', { name: /^Write \d+ row/ })

  await dropFiles(page, page.getByText(en.imports.drop), [file])
  await page.getByRole('button', { name: en.imports.next }).click()
  await choice.click()
  await page.getByRole('option', { name: en.imports.asNew }).click()
  await write.click()
  await expect(page.getByText(en.imports.done)).toBeVisible({ timeout: 20_000 })
  expect((await callOk(page, 'duplicates.different', {})).pairs).toHaveLength(1)

  await page.getByRole('button', { name: en.imports.another }).click()
  await dropFiles(page, page.getByText(en.imports.drop), [file])
  await page.getByRole('button', { name: en.imports.next }).click()
  await expect(choice).toHaveValue('Add to Тестенко Емір-Усеїн')
  await expect(page.getByText(en.imports.saidBefore)).toBeVisible()
  await expect(page.getByText(en.imports.said.different)).toBeVisible()
  await expect(write).toBeEnabled()
  await expectAccessibleInBothThemes(page)
  await page.screenshot({ path: 'test-results/import-said-before.png' })

  // Somebody who knows better chooses otherwise.
  await choice.click()
  await page.getByRole('option', { name: en.imports.asLeft }).click()
  await expect(page.getByText(en.imports.saidBefore)).toBeHidden()
})

test('imports a list of 500, resolves a duplicate, finds by another spelling, and takes it back', async () => {
  test.slow()
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
  await page.getByRole('textbox', { name: en.imports.listSource }).fill('Вигаданий перелік громади')
  await page.screenshot({ path: 'test-results/import-map.png' })
  await page.getByRole('button', { name: en.imports.next }).click()

  const row = page
    .getByRole('list', { name: en.imports.doubtfulList })
    .getByRole('listitem')
    .filter({ hasText: 'Row 500' })
    .first()
  await expect(row).toContainText('Born on the same day')
  const skipped = page.getByRole('table', { name: en.imports.skippedList })
  await expect(skipped).toContainText('дата народження')
  await expect(skipped.getByRole('cell', { name: 'не знаю' })).toBeVisible()
  const write = writeButton(page)
  await expect(write).toBeDisabled()
  await page.screenshot({ path: 'test-results/import-resolve.png' })
  // In a small window too, the choice is beside or below whom it is about, and not behind the edge.
  await setWidth(launched, page, 1000)
  const sideways = await page
    .getByRole('main')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  await setWidth(launched, page, 1280)
  await page.getByRole('button', { name: en.imports.sameToAdd }).click()
  await decideTheRest(page)
  await expectAccessible(page)
  await write.click()
  await expect(page.getByText(en.imports.done)).toBeVisible({ timeout: 20_000 })
  await page.screenshot({ path: 'test-results/import-done.png' })
  const sources = await callOk(page, 'records.list', { kind: 'source', limit: 10 })
  expect(sources.rows.map(({ title }) => title)).toEqual(['Вигаданий перелік громади'])
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
  // Nothing on the screen says any more that the list is in the vault.
  await expect(page.getByText(en.imports.done)).toBeHidden()
  await expect(page.getByRole('table', { name: en.imports.skippedList })).toBeHidden()
  const { total, rows } = await callOk(page, 'records.list', { kind: 'person', limit: 10 })
  expect([total, rows[0]?.title]).toEqual([1, 'Пробний Рустем'])
})
