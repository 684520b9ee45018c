/** One person's page and row of the list, in the dossier's language, written from what the guard let through. */
import { ageOn, dateInWords } from '../../../shared/dossier/dates.ts'
import { labelIn } from '../../../shared/model/custom.ts'
import { PartialDate } from '../../../shared/model/values.ts'
import { writeProceedings } from './caseLines.ts'
import { writeCustody } from './custodyLines.ts'
import type { ClearedPerson } from './gather.ts'
import type { ClearedCustom } from './guard.ts'
import { type PrintedName, printedNames, titleName } from './nameForms.ts'
import { type PageContext, type PageLine, type PageSection, Sheet } from './sheet.ts'

export interface Page {
  readonly title: string
  readonly sections: readonly PageSection[]
  /** Cells of the list: name, born, status, place, sentence. */
  readonly cells: readonly PageLine[]
}

export function writePage(context: PageContext, data: ClearedPerson): Page {
  const sheet = new Sheet(context, data)
  const names = printedNames(data.person.all('names'))
  writeNames(sheet, names)
  writePerson(sheet)
  writeCustody(sheet)
  writeProceedings(sheet)
  writeHumanitarian(sheet)
  writeLists(sheet)
  writeMore(sheet)
  writeSources(sheet)
  const numbered = `${sheet.words.table.number} ${context.number}`
  const title = titleName(context.language, names) ?? numbered
  return { title, sections: sheet.sections(), cells: cells(sheet, title, names) }
}

function cells(sheet: Sheet, title: string, names: readonly PrintedName[]): readonly PageLine[] {
  const inCourt = names.find((name) => name.form === 'court_ru')?.text
  const name = inCourt !== undefined && inCourt !== title ? `${title}\n${inCourt}` : title
  const empty = { label: '', value: '', field: '', fixed: true }
  return [
    { label: '', value: name, field: 'names', fixed: false },
    sheet.find('person', 'birthDate') ?? empty,
    sheet.find('custody', 'status') ?? empty,
    sheet.find('custody', 'facility.names', 'facility.region') ?? empty,
    sheet.find('proceedings', 'sentence') ?? empty,
  ]
}

function writeNames(sheet: Sheet, names: readonly PrintedName[]): void {
  const { words } = sheet
  for (const { form, text, transliterated } of names) {
    const mark = transliterated ? ` (${words.transliterated})` : ''
    sheet.put('names', 'names', words.nameForms[form], text + mark)
  }
}

function writePerson(sheet: Sheet): void {
  const { words, data } = sheet
  const { person } = data
  const sex = person.one('sex')
  if (sex) sheet.putFixed('person', 'sex', words.fields.sex, words.sex[sex])
  const birth = person.one('birthDate')
  const rough = person.general('birthDate')
  if (birth)
    sheet.putFixed('person', 'birthDate', words.fields.birthDate, dateInWords(words, birth))
  else if (rough && 'year' in rough)
    sheet.putFixed('person', 'birthDate', words.birthYear, String(rough.year))
  else if (rough && 'age' in rough)
    sheet.putFixed('person', 'birthDate', words.age, String(rough.age))
  const states = person
    .all('citizenship')
    .map((state) => (isUkraine(state) ? words.ukraine : state))
  sheet.put('person', 'citizenship', words.fields.citizenship, states.join(', '))
  sheet.putText('person', 'idDocuments')
  sheet.putText('person', 'ethnicity')
  if (person.general('ethnicity'))
    sheet.putFixed('person', 'ethnicity', words.fields.ethnicity, words.indigenous)
  sheet.putText('person', 'religion')
  sheet.putText('person', 'occupation')
  sheet.putText('person', 'address')
}

const isUkraine = (recorded: string): boolean =>
  /^(?:україна|украина|ukraine|ukraina|ukrayna)$/iu.test(recorded.trim())

function writeHumanitarian(sheet: Sheet): void {
  const { words, data, context } = sheet
  const { person } = data
  const categories = person.all('healthCategory')
  const birth = person.one('birthDate')
  const age = birth === undefined ? null : ageOn(birth, context.today)
  // Age and sex stand on the page anyway: as grounds they follow from there, recorded or not.
  const grounds = new Set([
    ...((age ?? 0) >= 60 ? [words.health.age_60_plus] : []),
    ...(person.one('sex') === 'female' ? [words.health.woman] : []),
    ...categories.map((category) => words.health[category]),
  ])
  sheet.putFixed(
    'humanitarian',
    'healthCategory',
    words.fields.healthCategory,
    [...grounds].join('; '),
  )
  const rough = person.general('minorChildren')
  const children = (rough && 'count' in rough ? rough.count : person.one('minorChildren')) ?? 0
  if (children > 0)
    sheet.putFixed(
      'humanitarian',
      'minorChildren',
      words.fields.minorChildren,
      words.children(children),
    )
  sheet.putText('humanitarian', 'diagnosis')
  const asked = person.all('request').map((request) => words.requests[request])
  sheet.putFixed('request', 'request', words.fields.request, asked.join('; '))
}

function writeLists(sheet: Sheet): void {
  const { words, data } = sheet
  const rough = data.person.general('previousLists')
  if (rough && 'years' in rough)
    sheet.putFixed('request', 'previousLists', words.earlierYears, rough.years.join(', '))
  for (const { list, date } of data.person.all('previousLists')) {
    const when = date === undefined ? '' : `, ${dateInWords(words, date)}`
    sheet.put('request', 'previousLists', words.fields.previousLists, list + when)
  }
}

/** What only some readers get, and most of it only with a consent. */
function writeMore(sheet: Sheet): void {
  const { words, data } = sheet
  sheet.putText('more', 'relatives')
  sheet.putText('more', 'lawyerNotes')
  sheet.putText('more', 'affiliations')
  const wish = data.person.one('exchangeWish')
  if (wish) sheet.putFixed('more', 'exchangeWish', words.fields.exchangeWish, words.yesNo[wish])
  for (const one of data.person.custom) {
    const label = labelIn(one.definition.label, sheet.context.language)
    sheet.putOwn('more', one.definition.field, label, customInWords(sheet, one))
  }
  for (const incident of data.incidents) {
    sheet.put('more', 'incident.perpetrators', words.responsible, incident.one('perpetrators'))
    sheet.put('more', 'incident.description', words.sections.more, incident.one('description'))
  }
}

function customInWords(
  { words, context }: Sheet,
  { definition: { type, choices }, value }: ClearedCustom,
): string {
  if (type === 'boolean' && typeof value === 'boolean') return words.yesNo[value ? 'yes' : 'no']
  if (type === 'date' && PartialDate.safeParse(value).success)
    return dateInWords(words, String(value))
  const choice = type === 'choice' ? choices.find(({ code }) => code === value) : undefined
  return choice ? labelIn(choice.label, context.language) : String(value)
}

function writeSources(sheet: Sheet): void {
  const { words, data } = sheet
  const texts = data.sources.map((source) => {
    const date = source.one('date')
    return [source.one('publisher'), source.one('title'), date && dateInWords(words, date)]
      .filter(Boolean)
      .join(', ')
  })
  for (const text of new Set(texts)) sheet.put('sources', 'source.title', words.source, text)
}
