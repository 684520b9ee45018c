/** What a person does with the screens, step by step. */
import type { Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { en, field, goTo, labels, openGroup, workspace } from './program.ts'

/** Three steps of the first start. Answers with the workspace and the recovery code that was shown. */
export async function makeVault(
  launched: LaunchedApp,
  page: Page,
  { vault, recoveryFile, passphrase }: { vault: string; recoveryFile: string; passphrase: string },
  picture: (name: string) => Promise<void>,
): Promise<{ readonly page: Page; readonly recoveryCode: string }> {
  await page.getByRole('button', { name: en.unlock.makeTitle }).click()
  await answerSaveDialog(launched, vault)
  await page.getByRole('button', { name: en.create.placeChoose }).click()
  await page.getByText(en.create.placeChosen).waitFor()
  await page.getByRole('button', { name: en.common.next, exact: true }).click()
  await page.getByLabel(en.passphrase.label, { exact: true }).fill(passphrase)
  await page.getByLabel(en.passphrase.repeat, { exact: true }).fill(passphrase)
  await page.getByText(en.passphrase.repeatSame).waitFor()
  await page.getByText(/would need/).waitFor()
  await picture('passphrase')
  await page.getByRole('button', { name: en.create.make, exact: true }).click()

  const words = page.getByRole('list', { name: en.create.recoveryList }).getByRole('listitem')
  await words.first().waitFor()
  const recoveryCode = (await words.allInnerTexts())
    .map((word) => word.replace(/[^a-z]/g, ''))
    .join(' ')
  await answerSaveDialog(launched, recoveryFile)
  await page.getByRole('button', { name: en.create.saveFile }).click()
  await page.getByText(en.create.keptFile).waitFor()
  await page.getByLabel(en.create.putAway).check()
  await picture('recovery code')
  await page.getByRole('button', { name: en.create.first }).click()
  return { page: await workspace(launched), recoveryCode }
}

export async function recordPerson(page: Page, name: string): Promise<void> {
  await goTo(page, labels.kinds.person.many)
  await page.getByRole('button', { name: en.records.new.person }).first().click()
  await page.getByRole('heading', { level: 1, name: en.records.new.person }).waitFor()
  await page.getByLabel(en.form.part.text).fill(name)
  await choose(page, 'status', labels.values.person.status.remand)
  await field(page, 'arrestDate').getByRole('textbox').fill('14.02.2023')
  await openGroup(page, 'advocacy')
  await choose(page, 'request', labels.values.person.request.unconditional_release)
  await save(page)
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

export async function recordWitness(
  page: Page,
  { codeName, about, identity }: { codeName: string; about: string; identity: string },
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await goTo(page, labels.kinds.witness.many)
  await page.getByRole('button', { name: en.records.new.witness }).first().click()
  await page.getByRole('heading', { level: 1, name: en.records.new.witness }).waitFor()
  await field(page, 'codeName').getByRole('textbox').fill(codeName)
  const person = field(page, 'about').getByRole('combobox')
  await person.click()
  await person.fill(about.split(' ')[0] ?? about)
  await page.getByRole('option', { name: about }).click()
  await save(page)
  await page.getByRole('heading', { level: 1, name: codeName }).waitFor()

  await page.getByRole('button', { name: en.witness.reveal }).click()
  await page.getByLabel(en.witness.reason).fill('First record, with the witness present')
  await page.getByRole('button', { name: en.witness.revealNow }).click()
  await page.getByRole('button', { name: en.witness.recordIdentity }).click()
  await page.getByLabel(en.form.part.text).fill(identity)
  await picture('identity')
  await save(page)
  await page.getByText(en.witness.sealedTitle).waitFor()
}

/** Drops a file on the evidence screen and looks at it. */
export async function dropAndLook(
  page: Page,
  file: { readonly name: string; readonly mime: string; readonly bytes: Buffer },
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await goTo(page, labels.kinds.evidence.many)
  // What is around the words and not the words: they are others while something hovers over them.
  const zone = await page.getByText(en.evidence.dropTitle).locator('xpath=..').elementHandle()
  const transfer = await page.evaluateHandle(
    ({ name, mime, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type: mime }))
      return data
    },
    { name: file.name, mime: file.mime, base64: file.bytes.toString('base64') },
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await zone?.dispatchEvent(type, { dataTransfer: transfer })
  await page.getByRole('button', { name: en.evidence.create }).click()
  const view = page.getByRole('button', {
    name: en.evidence.viewNamed.replace('{{name}}', file.name),
  })
  await view.first().click()
  await page.getByRole('img').first().waitFor()
  await picture('the picture')
  await page.getByRole('button', { name: en.viewer.close }).click()
  await view.first().waitFor()
}

/** Types into the search and opens the best hit. */
export async function find(
  page: Page,
  typed: string,
  expected: string,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().fill(typed)
  await page.getByRole('option').filter({ hasText: expected }).first().waitFor()
  await picture('hits')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: expected }).waitFor()
}

/** Opens the counts, and who is to be thought of first. */
export async function lookAtFigures(
  page: Page,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await goTo(page, en.figures.title)
  await page.getByRole('heading', { level: 1, name: en.figures.title }).waitFor()
  await picture('figures')
  await goTo(page, en.priorities.title)
  await page.getByRole('heading', { level: 1, name: en.priorities.title }).waitFor()
}

/** Opens a case of somebody, and the drawing of who is linked to whom in it. */
export async function lookAtCase(page: Page): Promise<void> {
  await goTo(page, labels.kinds.case.many)
  await page.getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: en.relations.title }).waitFor()
}

/** Opens the map, and the list of people behind the largest number on it. */
export async function lookAtMap(
  page: Page,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await goTo(page, en.map.title)
  const spots = page.getByRole('list', { name: en.map.drawing }).getByRole('listitem')
  await spots.first().waitFor()
  await picture('map')
  await spots.first().click()
  await page.getByText(en.map.allFacilities).waitFor()
}

/** Puts people on a list, looks at the pages, and issues the PDF. */
export async function issueDossier(
  launched: LaunchedApp,
  page: Page,
  wanted: {
    readonly people: readonly string[]
    readonly language: keyof typeof labels.dossierLanguages
    readonly listNumber: string
    readonly recipient: string
    readonly file: string
  },
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await goTo(page, labels.kinds.dossier.many)
  await page
    .getByRole('button', { name: en.dossier.newTitle })
    .or(page.getByRole('link', { name: en.dossier.newTitle }))
    .first()
    .click()
  const people = page.getByRole('region', { name: en.dossier.people })
  for (const name of wanted.people) {
    await people.getByLabel(en.dossier.search).fill(name)
    await people
      .getByRole('checkbox', { name: en.dossier.selectNamed.replace('{{name}}', name) })
      .check()
  }
  await people.getByLabel(en.dossier.search).fill('')
  await people.getByText(en.dossier.found_other.replace('{{count}} ', '')).waitFor()
  await select(page, en.dossier.language, labels.dossierLanguages[wanted.language])
  await page.getByLabel(en.dossier.listNumber).fill(wanted.listNumber)
  await page.getByLabel(en.dossier.recipient).fill(wanted.recipient)
  await picture('who and for whom')
  await page.getByRole('button', { name: en.dossier.preview }).click()
  await page.getByRole('heading', { level: 1, name: en.dossier.previewTitle }).waitFor()
  await page.getByRole('article').first().waitFor()
  await picture('as the detaining state reads it')
  await answerSaveDialog(launched, wanted.file)
  await page.getByRole('button', { name: en.dossier.issue }).click()
  await page.getByText(en.dossier.issuedTitle).waitFor({ timeout: 60_000 })
}

export async function makeBackup(launched: LaunchedApp, page: Page, folder: string): Promise<void> {
  await goTo(page, en.backup.title)
  await answerOpenDialog(launched, [folder])
  await page.getByRole('button', { name: en.backup.make }).click()
  await page.getByText(en.backup.made, { exact: true }).waitFor({ timeout: 60_000 })
}

/** Reads every byte of the backup. */
export async function checkBackup(
  launched: LaunchedApp,
  page: Page,
  folder: string,
): Promise<void> {
  await answerOpenDialog(launched, [folder])
  await page.getByText(en.backup.full, { exact: true }).click()
  await page.getByRole('button', { name: en.backup.verifyStart }).click()
  await page.getByText(en.backup.verifyOk).waitFor({ timeout: 60_000 })
}

/** From the first screen, where nothing is open. The vault then waits for its passphrase. */
export async function restoreBackup(
  launched: LaunchedApp,
  page: Page,
  { backup, restored }: { backup: string; restored: string },
): Promise<void> {
  await answerOpenDialog(launched, [backup])
  await answerSaveDialog(launched, restored)
  await page.getByRole('button', { name: en.unlock.restore }).first().click()
  await page.getByText(/is restored as/).waitFor({ timeout: 60_000 })
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
}

/** An option of a field of a form. */
async function choose(page: Page, name: string, option: string): Promise<void> {
  await field(page, name).getByRole('combobox').click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** An option of a menu that opens. */
async function select(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
