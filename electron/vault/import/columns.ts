/**
 * The columns of an import and what they fill: fields of a person, computed from the model, those that the team defined
 * for people, and besides them the facility and the source. A column of a file belongs to one of these or is left alone; which, a person may say.
 */
import { VaultError } from '../../../shared/errors.ts'
import { nameHeading } from '../../../shared/export/headings.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { type CustomDefinition, customSpec, wordingsOf } from '../../../shared/model/custom.ts'
import type { Field } from '../../../shared/model/field.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import { NAME_LANGUAGES } from '../../../shared/model/values.ts'
import { caseless } from './caseless.ts'
import type { EnumWords } from './values.ts'

/** Columns that do not fill one field of the person: the stay and the source. */
const OTHER_COLUMNS = ['facility', 'source', 'source_date'] as const

export interface PersonColumn {
  readonly name: string
  readonly field: Field
  readonly words: EnumWords
}

/** Column name → field of a person, from the model. */
export const PERSON_COLUMNS: ReadonlyMap<string, PersonColumn> = new Map(
  fieldsOf('person').flatMap(([name, field]) =>
    field.columns.map((column) => [column, { name, field, words: enumWords(name) }] as const),
  ),
)

/** All columns there are in a vault where the team defined certain fields. */
export interface KnownColumns {
  readonly names: readonly string[]
  /** Those that fill a field of the person. */
  readonly person: ReadonlyMap<string, PersonColumn>
  /** Heading without its case (caseless.ts) → column. */
  readonly guesses: ReadonlyMap<string, string>
}

/** Columns of the program's own, and one for each field of a person in use, named as the field. */
export function knownColumns(definitions: readonly CustomDefinition[] = []): KnownColumns {
  const own = definitions.filter(({ kind, retired }) => kind === 'person' && !retired)
  const person = new Map(PERSON_COLUMNS)
  const headings = new Map(GUESSES)
  for (const each of own) {
    const name = each.field
    person.set(name, { name, field: customSpec(each), words: choiceWords(each) })
    headings.set(name, name)
    // What the program calls its own columns goes first.
    for (const words of wordingsOf(each.label)) {
      const heading = caseless(words)
      if (!headings.has(heading)) headings.set(heading, name)
    }
  }
  return { names: [...person.keys(), ...OTHER_COLUMNS], person, guesses: headings }
}

/** The words of the values that can still be chosen, in every language they have. */
const choiceWords = ({ choices }: CustomDefinition): EnumWords =>
  new Map(
    choices
      .filter(({ retired }) => !retired)
      .flatMap(({ code, label }) =>
        wordingsOf(label).map((words) => [caseless(words), code] as const),
      ),
  )

export const IMPORT_COLUMNS: readonly string[] = [...PERSON_COLUMNS.keys(), ...OTHER_COLUMNS]

/** For each column of a file the column of the import that it fills, or null. */
export type ColumnMap = readonly (string | null)[]

function enumWords(fieldName: string): EnumWords {
  const words = new Map<string, string>()
  for (const labels of Object.values(MODEL_LABELS)) {
    const values = (labels.values.person as Readonly<Record<string, Record<string, string>>>)[
      fieldName
    ]
    for (const [code, label] of Object.entries(values ?? {})) words.set(caseless(label), code)
  }
  return words
}

/** What lists call their columns besides the names of ours and the words of the interface. */
const OTHER_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  name_uk: [
    'піб',
    'п.і.б.',
    'прізвище та ім’я',
    "прізвище та ім'я",
    'прізвище, ім’я, по батькові',
    'ім’я',
    "ім'я",
  ],
  name_ru: ['фио', 'ф.и.о.', 'фамилия, имя, отчество', 'фамилия и имя', 'имя'],
  name_en: ['name', 'full name', 'surname and given name'],
  name_tr: ['ad soyad', 'adı soyadı', 'isim'],
  name_crh: ['ad ve soyad', 'adı ve soyadı'],
  birth_date: [
    'дата рождения',
    'год рождения',
    'рік народження',
    'д.н.',
    'born',
    'birth date',
    'doğum tarihi',
  ],
  sex: ['пол', 'gender', 'cinsiyet'],
  citizenship: ['гражданство', 'vatandaşlık', 'uyruk'],
  status: ['статус', 'durum'],
  charge: ['статья', 'стаття', 'обвинение', 'обвинувачення', 'article', 'charge'],
  court: ['суд', 'mahkeme'],
  verdict_date: ['дата приговора', 'дата вироку', 'вирок', 'приговор', 'verdict'],
  sentence: ['срок', 'строк', 'термін', 'term', 'ceza'],
  facility: [
    'место содержания',
    'місце утримання',
    'заклад',
    'учреждение',
    'place of detention',
    'prison',
    'tutulduğu yer',
    'cezaevi',
  ],
  arrest_date: [
    'дата задержания',
    'дата затримання',
    'дата ареста',
    'arrested',
    'tutuklanma tarihi',
  ],
  health_category: ['здоровье', 'здоров’я', "здоров'я", 'health'],
  source: ['источник', 'джерело', 'kaynak'],
  source_date: ['дата источника', 'дата джерела'],
  note: ['примечание', 'примітка', 'примітки', 'примечания', 'notes', 'comment', 'not'],
}

const GUESSES: ReadonlyMap<string, string> = guesses()

function guesses(): Map<string, string> {
  const found = new Map<string, string>()
  for (const [column, headings] of Object.entries(OTHER_HEADINGS))
    for (const heading of headings) found.set(heading, column)
  for (const [column, { name, field }] of PERSON_COLUMNS) {
    // Names have a column for each language, so the word for the field says nothing.
    if (field.type === 'name') continue
    for (const labels of Object.values(MODEL_LABELS))
      found.set(
        (labels.fields.person as Readonly<Record<string, string>>)[name]?.toLowerCase() ?? '',
        column,
      )
  }
  // As the export heads them.
  for (const labels of Object.values(MODEL_LABELS))
    for (const language of NAME_LANGUAGES)
      found.set(nameHeading(labels, language), `name_${language}`)
  for (const column of IMPORT_COLUMNS) found.set(column, column)
  return new Map([...found].map(([heading, column]) => [caseless(heading), column]))
}

/** Where the team defined nothing. */
const PLAIN = knownColumns()

/** What the headings say by themselves, each column of the import once. */
export function guessMap(columns: readonly string[], known = PLAIN): ColumnMap {
  const used = new Set<string>()
  return columns.map((shown) => {
    const heading = caseless(shown)
    const column =
      known.guesses.get(heading) ?? known.guesses.get(heading.replace(/\s*\(\d+\)$/, ''))
    if (column === undefined || (used.has(column) && !takesSeveral(column, known))) return null
    used.add(column)
    return column
  })
}

/** May several columns of a file fill it? Fields with several values, and the note, which gets a line for each. */
export const takesSeveral = (column: string, { person } = PLAIN): boolean => {
  const field = person.get(column)?.field
  return field?.many === true || field?.type === 'longText'
}

/** Errors: `import_no_columns` when no column holds a name, `bad_input` for a map that is none of this table's. */
export function checkMap(map: ColumnMap, columns: readonly string[], known = PLAIN): void {
  const named = map.filter((column) => column !== null)
  const isKnown = named.every((column) => known.names.includes(column))
  const isOnce = named.every(
    (column, place) => takesSeveral(column, known) || named.indexOf(column) === place,
  )
  if (map.length !== columns.length || !isKnown || !isOnce) throw new VaultError('bad_input')
  if (!named.some((column) => known.person.get(column)?.field.type === 'name'))
    throw new VaultError('import_no_columns')
}
