// Dossiers on the built program: the list is chosen, its pages are read as the detaining state would, and issued.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { LABELS_EN } from '../../shared/i18n/labels.en.ts'
import type { RecordId } from '../../shared/ids.ts'
import { answerSaveDialog, callOk, inPage } from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace, type Said } from './support/records.ts'
import { section } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
async function open(...args: Parameters<typeof openWorkspace>) {
  const program = await openWorkspace(...args)
  running = program.launched
  return program
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const RUSSIAN = 'Денизканатов Алим Серверович'
const UKRAINIAN = 'Денізканатов Алім Серверович'

async function prisoner(page: Page, more: readonly Said[] = []): Promise<RecordId> {
  return make(page, 'person', [
    { field: 'names', value: { text: RUSSIAN, lang: 'ru', type: 'court_ru' } },
    { field: 'names', value: { text: UKRAINIAN, lang: 'uk', type: 'passport_ua' } },
    { field: 'names', value: { text: 'Alim Deñizqanatov', lang: 'crh' } },
    { field: 'status', value: 'serving_colony' },
    { field: 'birthDate', value: '1971-03-12' },
    { field: 'diagnosis', value: 'Вигадана хвороба', confidentiality: 'C3' },
    { field: 'relatives', value: 'Вигадана сестра', confidentiality: 'C3' },
    ...more,
  ])
}

async function compose(page: Page): Promise<void> {
  await section(page, 'Dossiers').click()
  await page.getByRole('button', { name: 'New dossier' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.dossier.newTitle)
}

const preview = (page: Page) => page.getByRole('button', { name: en.dossier.preview }).click()
const issueButton = (page: Page) => page.getByRole('button', { name: en.dossier.issue })

test('finds a person by a name in another script, shows the pages, and issues just those', async () => {
  const { launched, page } = await open()
  await prisoner(page)
  await make(page, 'person', [
    { field: 'names', value: { text: 'Щедробродський Олексій', lang: 'uk' } },
  ])
  await compose(page)
  await page.getByRole('textbox', { name: en.dossier.search }).fill('alim denizkanat')
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await expect(rows).toHaveCount(1)
  await rows.getByText(/Алім|Алим/).click()
  await expect(page.getByText('1 person on the list')).toBeVisible()
  await page.getByRole('textbox', { name: en.dossier.listNumber }).fill('7/2025')
  await page.getByRole('textbox', { name: en.dossier.recipient }).fill('An invented mediator')
  await preview(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.dossier.previewTitle)
  const pages = page.getByRole('article')
  await expect(pages).toHaveCount(2)
  await expect(pages.first()).toContainText('7/2025')
  for (const name of [RUSSIAN, UKRAINIAN, 'Alim Deñizqanatov']) {
    await expect(pages.last()).toContainText(name)
  }
  await expect(page.getByText(/Вигадана/)).toHaveCount(0)
  await expect(page.getByText(LABELS_EN.fields.person.diagnosis, { exact: true })).toBeVisible()
  await expect(page.getByText(LABELS_EN.fields.person.relatives, { exact: true })).toBeVisible()

  const file = join(await workFolder('dossier'), 'list.pdf')
  await answerSaveDialog(launched, file)
  await issueButton(page).click()
  await expect(page.getByText(en.dossier.issuedTitle)).toBeVisible({ timeout: 20_000 })
  const bytes = await readFile(file)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await expect(page.getByText(sha256)).toBeVisible()
  await page.getByRole('link', { name: en.dossier.issuedOpen }).click()
  await expect(page.getByText(sha256).first()).toBeVisible()
  await expect(page.getByText('An invented mediator').first()).toBeVisible()
})

test('says where a witness’s name stands in the text, never which, and issues nothing', async () => {
  const { launched, page } = await open()
  const person = await prisoner(page, [
    { field: 'court', value: 'суд, зі слів Зареми Алтинкалемової' },
  ])
  const witness = await make(page, 'witness', [{ field: 'codeName', value: 'Tulip' }])
  await callOk(page, 'witness.saveIdentity', {
    witness,
    change: {
      add: [
        {
          field: 'name',
          value: { text: 'Зарема Алтинкалемова', lang: 'uk' },
          source: null,
          grade: 'F6',
          asOf: null,
          confidentiality: 'C3',
        },
      ],
    },
  })
  await compose(page)
  await page.getByRole('checkbox').first().check()
  await preview(page)
  const alert = page.getByRole('alert')
  await expect(alert).toHaveAttribute('data-code', 'dossier_leak')
  await expect(alert).toContainText(LABELS_EN.fields.person.court)
  await expect(alert).not.toContainText('Зарем')
  await expect(issueButton(page)).toBeDisabled()

  // Asked past the button, main refuses as well, and no file is there.
  const file = join(await workFolder('dossier'), 'list.pdf')
  await answerSaveDialog(launched, file)
  const ended = await inPage(
    page,
    `new Promise((resolve) => {
      window.emanet.onEvent((name, payload) => name === 'job.ended' && resolve(payload.result))
      void window.emanet.call('dossier.issue', { audience: 'mediator', language: 'uk', people: ['${person}'] })
    })`,
  )
  expect(ended).toMatchObject({ ok: false, error: { code: 'dossier_leak' } })
  expect(await stat(file).catch(() => undefined)).toBeUndefined()

  await alert.getByRole('link', { name: en.dossier.openRecord }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Денізканатов')
})

test('keeps the choice when somebody goes back from the pages', async () => {
  const { page } = await open()
  await prisoner(page)
  await compose(page)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('textbox', { name: en.dossier.listNumber }).fill('9')
  await preview(page)
  await page.getByRole('button', { name: en.dossier.backToChoice }).click()
  await expect(page.getByText('1 person on the list')).toBeVisible()
  await expect(page.getByRole('textbox', { name: en.dossier.listNumber })).toHaveValue('9')
})

test('writes nothing when the dialog is closed, and stays where it was', async () => {
  const { launched, page } = await open()
  await prisoner(page)
  await compose(page)
  await page.getByRole('checkbox').first().check()
  await preview(page)
  await launched.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  await issueButton(page).click()
  await expect(issueButton(page)).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect((await callOk(page, 'records.list', { kind: 'dossier', limit: 1 })).total).toBe(0)
})

test('says that nobody could answer while our own organisation has no contact', async () => {
  const { page } = await open()
  await prisoner(page)
  await compose(page)
  await expect(page.getByText(en.dossier.noContactTitle)).toBeVisible()
  await make(page, 'organisation', [
    { field: 'title', value: 'Invented centre' },
    { field: 'role', value: 'own' },
    { field: 'publicContact', value: 'contact@example.org' },
  ])
  await expect(page.getByText(en.dossier.noContactTitle)).toBeHidden()
  await page.getByRole('checkbox').first().check()
  await preview(page)
  await expect(page.getByRole('article').first()).toContainText('contact@example.org')
})

test('leads to the first person when there is nobody yet', async () => {
  const { page } = await open()
  await compose(page)
  await page.getByRole('link', { name: en.dossier.nobodyAction }).click()
  await expect(page.getByLabel('Name as written')).toBeFocused()
})

test('has nothing inaccessible in either theme', async () => {
  const { page } = await open()
  await prisoner(page)
  await compose(page)
  await page.getByRole('checkbox').first().check()
  await expectAccessibleInBothThemes(page)
  await preview(page)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
})

test('prints what somebody consented to, says by which consent, and closes it when that is withdrawn', async () => {
  const { page } = await open()
  const person = await prisoner(page, [{ field: 'diagnosis', value: 'Kanarka' }])
  const consent = await make(page, 'consent', [
    { field: 'subject', value: person },
    { field: 'givenBy', value: 'self' },
    { field: 'date', value: '2025-01-10' },
    { field: 'scope', value: { audience: 'icc', data: 'diagnosis', level: 'named_to_state' } },
  ])
  await compose(page)
  await page.getByRole('combobox', { name: en.dossier.audience }).click()
  await page.getByRole('option', { name: LABELS_EN.audiences.icc }).click()
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await rows.getByText(/Алім|Алим/).click()
  await preview(page)
  await expect(page.getByRole('heading', { name: en.dossier.opened })).toBeVisible()
  await expect(page.getByRole('article').last()).toContainText('Kanarka')
  await expect(page.getByText(en.dossier.missing.scope).first()).toBeVisible()
  await expectAccessibleInBothThemes(page)

  const { record } = await callOk(page, 'records.get', { id: consent })
  const withdrawn = { field: 'withdrawnOn', value: '2025-06-01', source: null, grade: 'F6' }
  await callOk(page, 'records.save', {
    id: consent,
    basedOn: record.lastSeq,
    change: { add: [{ ...withdrawn, asOf: null, confidentiality: 'C3' }] },
  })
  await expect(page.getByText(en.dossier.missing.withdrawn).first()).toBeVisible()
  await expect(page.getByText('Kanarka')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: en.dossier.opened })).toHaveCount(0)
})
