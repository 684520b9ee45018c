// A list leaves the built program as a table: the dialog says what its reader does not get, and the file holds none of it.
import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { LABELS_EN } from '../../shared/i18n/labels.en.ts'
import { answerSaveDialog, callOk } from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'
import { section } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
async function open() {
  const program = await openWorkspace()
  running = program.launched
  return program
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const dialog = (page: Page) => page.getByRole('dialog', { name: en.exports.title })
const save = (page: Page) => page.getByRole('button', { name: en.exports.save })

async function exportFor(page: Page, reader: string): Promise<void> {
  await page.getByRole('button', { name: en.exports.open }).first().click()
  await expect(dialog(page).getByText(en.exports.readerNone)).toBeVisible()
  await expect(save(page)).toBeDisabled()
  await dialog(page).getByRole('combobox', { name: en.exports.reader }).click()
  await page.getByRole('option', { name: reader }).click()
}

async function people(page: Page, court = 'Вигаданий суд'): Promise<void> {
  await make(page, 'person', [
    { field: 'names', value: { text: 'Денізканатов Алім', lang: 'uk' } },
    { field: 'status', value: 'remand' },
    { field: 'religion', value: 'Вигадана віра', confidentiality: 'C1' },
    { field: 'court', value: court },
  ])
  await make(page, 'person', [
    { field: 'names', value: { text: 'Щедробродський Олексій', lang: 'uk' } },
    { field: 'status', value: 'died' },
  ])
}

test('exports the list as it is filtered for a mediator, without what the dialog names', async () => {
  const { launched, page } = await open()
  await people(page)
  await section(page, 'People').click()
  await page
    .getByRole('button', { name: LABELS_EN.fields.person.status, exact: true })
    .first()
    .click()
  await page.getByRole('menuitem', { name: LABELS_EN.values.person.status.remand }).click()
  await expect(page.getByText('Щедробродський Олексій')).toHaveCount(0)

  await exportFor(page, LABELS_EN.audiences.mediator)
  await dialog(page).getByText(en.exports.all).click()
  const leftOut = dialog(page).getByRole('region', { name: en.exports.leftOut })
  await expect(leftOut.getByText(LABELS_EN.fields.person.religion, { exact: true })).toBeVisible()
  await expect(dialog(page).getByText('Денізканатов Алім')).toBeVisible()
  await expect(dialog(page).getByText('Вигадана віра')).toHaveCount(0)
  await dialog(page).getByText('CSV', { exact: true }).click()
  await expectAccessibleInBothThemes(page)

  const file = join(await workFolder('table'), 'people.csv')
  await answerSaveDialog(launched, file)
  await save(page).click()
  await expect(page.getByText(en.exports.doneTitle)).toBeVisible({ timeout: 30_000 })
  await expect(dialog(page).getByText('people.csv')).toBeVisible()
  const bytes = await readFile(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await expect(dialog(page).getByText(sha256)).toBeVisible()
  const text = bytes.toString('utf8')
  expect(text).toContain('"Денізканатов Алім"')
  expect(text).not.toContain('Щедробродський')
  expect(text).not.toContain('Вигадана віра')
  expect(text).not.toContain(LABELS_EN.fields.person.religion)

  await page.getByRole('link', { name: en.exports.doneRecord }).click()
  await expect(page.getByText(sha256).first()).toBeVisible()
})

test('says where a witness’s name stands, never which, and writes nothing', async () => {
  const { launched, page } = await open()
  await people(page, 'суд, зі слів Зареми Алтинкалемової')
  const witness = await make(page, 'witness', [{ field: 'codeName', value: 'Tulip' }])
  const value = {
    text: 'Zarema Altınqalemova',
    lang: 'crh',
    surname: 'Altınqalemova',
    given: 'Zarema',
  }
  const said = { source: null, grade: 'F6', asOf: null, confidentiality: 'C3' } as const
  await callOk(page, 'witness.saveIdentity', {
    witness,
    change: { add: [{ field: 'name', value, ...said }], retract: [], prefer: {} },
  })
  await section(page, 'People').click()
  await exportFor(page, en.exports.team)
  await dialog(page).getByText(en.exports.all).click()
  const alert = dialog(page).getByRole('alert')
  await expect(alert).toContainText('Денізканатов Алім: Court')
  await expect(alert).not.toContainText('Zarema')
  await expect(dialog(page).getByText(/Зареми/)).toHaveCount(0)
  await expect(save(page)).toBeDisabled()

  const file = join(await workFolder('table'), 'people.csv')
  await answerSaveDialog(launched, file)
  const subject = { of: 'list', kind: 'person', columns: 'all' } as const
  const table = { subject, reader: 'team', language: 'en', format: 'csv' } as const
  await callOk(page, 'export.write', table)
  await expect(access(file)).rejects.toThrow()
})

test('exports the figures, with small groups hidden and said to be', async () => {
  const { launched, page } = await open()
  await people(page)
  await section(page, 'Figures').click()
  await exportFor(page, LABELS_EN.audiences.public)
  await expect(dialog(page).getByText(en.exports.smallGroup)).toBeVisible()
  const file = join(await workFolder('table'), 'figures.xlsx')
  await answerSaveDialog(launched, file)
  await save(page).click()
  await expect(page.getByText(en.exports.doneTitle)).toBeVisible({ timeout: 30_000 })
  expect((await readFile(file)).subarray(0, 2).toString('latin1')).toBe('PK')
})
