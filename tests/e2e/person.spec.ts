// A person's page on the built program: statements that disagree, the time line, the history.
import { expect, type Page, test } from '@playwright/test'
import type { RecordId } from '../../shared/ids.ts'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
const open = async (...args: Parameters<typeof openWorkspace>) => {
  const program = await openWorkspace(...args)
  running = program.launched
  return program.page
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

/** A person with a stay, a hearing and a source, all invented, opened on the screen. */
async function openPerson(page: Page): Promise<RecordId> {
  const source = await make(page, 'source', [{ field: 'title', value: 'Invented court paper' }])
  const person = await make(page, 'person', [
    { field: 'names', value: { text: 'Сейтмеметов Ельведін', lang: 'uk' }, source },
    { field: 'names', value: { text: 'Elvedin Seyitmemetov', lang: 'crh' }, source },
    { field: 'status', value: 'serving_colony', source, grade: 'B2' },
    { field: 'arrestDate', value: '2019-06-10', source, grade: 'A1' },
    { field: 'verdictDate', value: '2021', source },
    { field: 'lawyerNotes', value: 'Нотатка', confidentiality: 'C4' },
  ])
  const facility = await make(page, 'facility', [
    { field: 'names', value: { text: 'Вигадане СІЗО', lang: 'uk' } },
  ])
  await make(page, 'stay', [
    { field: 'person', value: person },
    { field: 'facility', value: facility },
    { field: 'from', value: '2019-07' },
  ])
  await make(page, 'incident', [
    { field: 'type', value: 'hearing' },
    { field: 'date', value: '2020-02-02' },
    { field: 'place', value: 'Вигаданий суд' },
    { field: 'people', value: person },
  ])
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сейтмеметов Ельведін')
  return person
}

const fact = (page: Page, field: string) => page.locator(`dl [data-field="${field}"]`)

test('adds a statement that disagrees, shows both, prefers one and tells it all in the history', async () => {
  const page = await open()
  await openPerson(page)
  const arrest = fact(page, 'arrestDate')
  await arrest.getByRole('button', { name: /What can be done/ }).click()
  await page.getByRole('menuitem', { name: 'Add another statement' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Date of arrest' })).toBeFocused()
  await page.keyboard.type('10.07.2019')
  await page.keyboard.press('Control+s')
  await expect(dialog).toBeHidden()

  await expect(arrest.getByText('Statements disagree')).toBeVisible()
  await expect(arrest.getByText('10 Jun 2019')).toBeVisible()
  await expect(arrest.getByText('10 Jul 2019')).toBeVisible()
  const first = arrest.locator('[data-preferred]')
  await expect(first).toContainText('10 Jun 2019')
  await arrest.getByRole('button', { name: 'Show this first' }).click()
  await expect(first).toContainText('10 Jul 2019')

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(first).toContainText('10 Jun 2019')
  await expect(page.getByText('Undone. The history keeps both.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the history' }).click()
  await expect(page.getByText('Date of arrest, now shown first: 10 Jul 2019')).toBeVisible()
  await page.getByRole('button', { name: 'Undo this change' }).first().click()
  await expect(first).toContainText('10 Jul 2019')
  await expect(page.getByText('Recorded', { exact: true })).toBeVisible()
})

test('corrects by taking back and adding, and keeps what was', async () => {
  const page = await open()
  await openPerson(page)
  const arrest = fact(page, 'arrestDate')
  await arrest.getByRole('button', { name: /What can be done/ }).click()
  await page.getByRole('menuitem', { name: /Correct/ }).click()
  const input = page.getByRole('dialog').getByRole('textbox', { name: 'Date of arrest' })
  await expect(input).toHaveValue('10.06.2019')
  await input.fill('11.06.2019')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(arrest).toContainText('11 Jun 2019')
  await expect(arrest).not.toContainText('10 Jun 2019')
  // The source and the grade of what was corrected stay with it.
  await expect(arrest.getByRole('button', { name: /Invented court paper, Grade A1/ })).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('Date of arrest: 10 Jun 2019')).toBeVisible()
  await page.getByRole('button', { name: 'Show the history' }).click()
  await expect(page.getByText('Date of arrest corrected: 10 Jun 2019')).toBeVisible()
})

test('takes a statement back only after a question', async () => {
  const page = await open()
  await openPerson(page)
  const verdict = fact(page, 'verdictDate')
  await verdict.getByRole('button', { name: /What can be done/ }).click()
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(verdict).toContainText('2021')
  await verdict.getByRole('button', { name: /What can be done/ }).click()
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(verdict).toBeHidden()
})

test('draws a time line whose parts say themselves, and tells it as a list too', async () => {
  const page = await open()
  const person = await openPerson(page)
  const drawing = page.getByRole('list', { name: 'Time line' })
  await expect(drawing.getByRole('listitem', { name: 'arrest: 10 Jun 2019' })).toBeVisible()
  await expect(
    drawing.getByRole('listitem', { name: 'Вигадане СІЗО: since Jul 2019' }),
  ).toBeVisible()
  await expect(
    drawing.getByRole('listitem', { name: 'hearing, Вигаданий суд: 2 Feb 2020' }),
  ).toBeVisible()
  // What a court decided stands where the verdict would, and an act beside what happened.
  await make(page, 'proceeding', [
    { field: 'defendants', value: person },
    { field: 'stage', value: 'first_instance' },
    { field: 'court', value: 'Вигаданий суд' },
    { field: 'decidedOn', value: '2021' },
    { field: 'outcome', value: 'convicted' },
  ])
  await make(page, 'act', [
    { field: 'type', value: 'torture' },
    { field: 'victim', value: person },
    { field: 'from', value: '2019-06-11' },
  ])
  await expect(
    drawing.getByRole('listitem', { name: 'torture or ill-treatment: 11 Jun 2019' }),
  ).toBeVisible()
  await expect(
    drawing.getByRole('listitem', { name: /first instance, Вигаданий суд, convicted: 2021/ }),
  ).toBeVisible()
  await expect(drawing.getByRole('listitem', { name: /^verdict/ })).toHaveCount(0)
  await page.getByText('List', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Вигадане СІЗО', exact: true })).toBeVisible()
  await page.getByText('Drawing', { exact: true }).click()
  await drawing.getByRole('listitem', { name: /hearing/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 Feb 2020 · Вигаданий суд')
})

test('merges two records of one person, and takes them apart again', async () => {
  const page = await open()
  const person = await openPerson(page)
  await make(page, 'person', [
    { field: 'names', value: { text: 'Seitmemetov E.', lang: 'en' } },
    { field: 'arrestDate', value: '2019-07-10' },
  ])
  await page.getByRole('button', { name: 'Same person as…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'The other record' }).fill('seitmemetov e')
  await dialog.getByRole('option', { name: /Seitmemetov E/ }).click()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(fact(page, 'arrestDate').getByText('Statements disagree')).toBeVisible()
  await expect(fact(page, 'names').getByText('Seitmemetov E.')).toBeVisible()

  // The other record says where it went, and its list has one row less.
  await page.getByRole('link', { name: 'Seitmemetov E.' }).last().click()
  await expect(page.getByText('This record was merged into another one')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page
    .getByRole('link', { name: /^People/ })
    .first()
    .click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: 'Take apart' }).click()
  await expect(page.getByText('Taken apart.')).toBeVisible()
  await expect(fact(page, 'arrestDate').getByText('10 Jul 2019')).toHaveCount(0)
  const { rows } = await callOk(page, 'records.list', { kind: 'person', limit: 9 })
  expect(rows.map(({ id }) => id)).toContain(person)
  expect(rows).toHaveLength(2)
})

test('makes a stay about the person and comes back', async () => {
  const page = await open()
  await openPerson(page)
  await page.getByRole('button', { name: 'Add about this person' }).click()
  await page.getByRole('menuitem', { name: 'Stay in custody' }).click()
  await expect(page.getByRole('heading', { name: 'New stay' })).toBeVisible()
  await expect(page.getByLabel('Person', { exact: true })).toHaveValue('Сейтмеметов Ельведін')
  await expect(page.getByLabel('Facility', { exact: true })).toBeFocused()
  await page.keyboard.type('Нова вигадана колонія')
  await page.getByRole('option', { name: /Facility: make/ }).click()
  await expect(page.getByLabel('Facility', { exact: true })).toHaveValue('Нова вигадана колонія')
  await page.getByLabel('From', { exact: true }).fill('2022')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сейтмеметов Ельведін')
  await expect(
    page.getByRole('listitem', { name: 'Нова вигадана колонія: since 2022' }),
  ).toBeVisible()
})

test('the page of a person can be used by everybody in either theme', async () => {
  const page = await open()
  await openPerson(page)
  await fact(page, 'arrestDate')
    .getByRole('button', { name: /What can be done/ })
    .click()
  await page.getByRole('menuitem', { name: 'Add another statement' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Date of arrest' }).fill('2019-07')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Show the history' }).click()
  await expect(page.getByText('Recorded', { exact: true })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Edit' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
