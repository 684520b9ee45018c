/**
 * Imports a list of people. Every row becomes a person with statements, all with the row's source, in one ledger
 * transaction; a row with anything that cannot be understood is left out whole and named with its line, column
 * and reason. Nothing is imported by halves.
 */
import { randomBytes } from 'node:crypto'
import { VaultError } from '../../../shared/errors.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { RecordId } from '../../../shared/ids.ts'
import type { Field } from '../../../shared/model/field.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import { fieldsOf, MODEL } from '../../../shared/model/model.ts'
import {
  DEFAULT_GRADE,
  type RecordChange,
  type StatementInput,
} from '../../../shared/model/statement.ts'
import type { Table } from './table.ts'
import { type CellProblem, cellValues, dateValue, type EnumWords } from './values.ts'

/** A record to be made, with the id that other new records refer to. */
export interface NewRecord {
  readonly id: RecordId
  readonly kind: Exclude<Kind, 'witnessIdentity'>
  readonly change: RecordChange
}

/** What the import needs to know of the vault, and the one thing it does to it. */
export interface ImportTarget {
  /** Records of a kind by title, for facilities and sources that are known already. */
  existing(kind: 'facility' | 'source'): ReadonlyMap<string, RecordId>
  /** All in one durable ledger transaction, or none. */
  createMany(records: readonly NewRecord[]): void
}

export interface SkippedRow {
  /** Line in the file; the heading is 1. */
  readonly row: number
  /** `column: problem`, or `no_name` for a row without any name. */
  readonly reason: string
}

export interface ImportReport {
  readonly imported: number
  readonly skipped: readonly SkippedRow[]
  readonly unknownColumns: readonly string[]
}

/** Columns that do not fill one field of the person: the stay and the source. */
const OTHER_COLUMNS = ['facility', 'source', 'source_date'] as const

interface PersonColumn {
  readonly name: string
  readonly field: Field
  readonly words: EnumWords
}

/** Column name → field of a person, from the model. */
const PERSON_COLUMNS: ReadonlyMap<string, PersonColumn> = new Map(
  fieldsOf('person').flatMap(([name, field]) =>
    field.columns.map((column) => [column, { name, field, words: enumWords(name) }] as const),
  ),
)

export const IMPORT_COLUMNS: readonly string[] = [...PERSON_COLUMNS.keys(), ...OTHER_COLUMNS]

function enumWords(fieldName: string): EnumWords {
  const words = new Map<string, string>()
  for (const labels of Object.values(MODEL_LABELS)) {
    const values = (labels.values.person as Readonly<Record<string, Record<string, string>>>)[
      fieldName
    ]
    for (const [code, label] of Object.entries(values ?? {})) words.set(label.toLowerCase(), code)
  }
  return words
}

/**
 * `map` renames columns of the file to those of `IMPORT_COLUMNS`. Errors: `import_no_columns` when the file has
 * no column of a name; those of the ledger.
 */
export function importPeople(
  table: Table,
  target: ImportTarget,
  map: Readonly<Record<string, string>> = {},
): ImportReport {
  const columnFor = (column: string) => map[column] ?? column
  const known = table.columns.filter((column) => IMPORT_COLUMNS.includes(columnFor(column)))
  if (!known.some((column) => columnFor(column).startsWith('name_')))
    throw new VaultError('import_no_columns')

  const shared = new SharedRecords(target)
  const people: NewRecord[] = []
  const skipped: SkippedRow[] = []
  for (const row of table.rows) {
    const cells = new Map(known.map((column) => [columnFor(column), row.cells[column] ?? '']))
    const person = readPerson(cells)
    if ('reason' in person) skipped.push({ row: row.line, reason: person.reason })
    else people.push(...shared.withSourceAndStay(person.statements, cells))
  }
  target.createMany([...shared.made, ...people])
  return {
    imported: table.rows.length - skipped.length,
    skipped,
    unknownColumns: table.columns.filter((column) => !known.includes(column)),
  }
}

type Read = { readonly statements: readonly StatementInput[] } | { readonly reason: string }

function readPerson(cells: ReadonlyMap<string, string>): Read {
  const statements: StatementInput[] = []
  for (const [column, text] of cells) {
    const target = PERSON_COLUMNS.get(column)
    if (!target || text === '') continue
    const result = cellValues(target.field, column, text, target.words)
    if (!result.ok) return { reason: problemText(column, result.reason) }
    for (const value of result.values) statements.push(statement(target.name, target.field, value))
  }
  const sourceDate = cells.get('source_date') ?? ''
  const date = sourceDate === '' ? undefined : dateValue(sourceDate)
  if (date && !date.ok) return { reason: problemText('source_date', date.reason) }
  if (!statements.some((each) => each.field === 'names')) return { reason: 'no_name' }
  return { statements }
}

const problemText = (column: string, reason: CellProblem) => `${column}: ${reason}`

const statement = (
  field: string,
  definition: Field,
  value: StatementInput['value'],
): StatementInput => ({
  field,
  value,
  source: null,
  grade: DEFAULT_GRADE,
  asOf: null,
  confidentiality: definition.confidentiality,
})

const newId = (): RecordId => RecordId.parse(randomBytes(16).toString('hex'))
const change = (add: readonly StatementInput[]): RecordChange => ({
  add: [...add],
  retract: [],
  prefer: {},
})

/** Facilities and sources that rows share: looked up in the vault, otherwise made once per import. */
class SharedRecords {
  readonly made: NewRecord[] = []
  readonly #facilities: Map<string, RecordId>
  readonly #sources: Map<string, RecordId>

  constructor(target: ImportTarget) {
    this.#facilities = new Map(target.existing('facility'))
    this.#sources = new Map(target.existing('source'))
  }

  /** The person of a row, and the stay if the row names a facility. */
  withSourceAndStay(
    statements: readonly StatementInput[],
    cells: ReadonlyMap<string, string>,
  ): readonly NewRecord[] {
    const date = dateValue(cells.get('source_date') ?? '')
    const asOf = date.ok && typeof date.values[0] === 'string' ? date.values[0] : null
    const source = this.#source(cells.get('source') ?? '', asOf)
    const sourced = (each: StatementInput): StatementInput => ({ ...each, source, asOf })
    const person: NewRecord = {
      id: newId(),
      kind: 'person',
      change: change(statements.map(sourced)),
    }
    const facility = cells.get('facility') ?? ''
    if (facility === '') return [person]
    const { stay } = MODEL
    const stayStatements = [
      statement('person', stay.person, person.id),
      statement('facility', stay.facility, this.#facility(facility)),
    ].map(sourced)
    return [person, { id: newId(), kind: 'stay', change: change(stayStatements) }]
  }

  #facility(name: string): RecordId {
    return this.#once(this.#facilities, name, 'facility', () => [
      statement('names', MODEL.facility.names, { text: name, lang: 'other' }),
    ])
  }

  #source(title: string, date: string | null): RecordId | null {
    if (title === '') return null
    return this.#once(this.#sources, title, 'source', () => [
      statement('title', MODEL.source.title, title),
      ...(date === null ? [] : [statement('date', MODEL.source.date, date)]),
    ])
  }

  #once(
    known: Map<string, RecordId>,
    title: string,
    kind: 'facility' | 'source',
    statements: () => readonly StatementInput[],
  ): RecordId {
    const found = known.get(title)
    if (found) return found
    const id = newId()
    known.set(title, id)
    this.made.push({ id, kind, change: change(statements()) })
    return id
  }
}
