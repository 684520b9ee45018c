/**
 * From the rows of a list and what a person decided about each to the records that are written: one person with
 * statements for each row, a stay where it names a facility, and the facilities and sources that rows share.
 */
import { RecordId } from '../../../shared/ids.ts'
import { MODEL } from '../../../shared/model/model.ts'
import type { RecordChange, StatementInput } from '../../../shared/model/statement.ts'
import { randomBytes } from '../crypto/bytes.ts'
import type { NewRecord } from '../records/recordService.ts'
import { type ReadRow, statement } from './readPerson.ts'

/** Where a row goes: a person of its own, nobody, a record of the vault, or the person of an earlier row. */
export type Decision =
  | { readonly do: 'new' }
  | { readonly do: 'leave' }
  | { readonly do: 'add'; readonly to: RecordId }
  | { readonly do: 'join'; readonly line: number }

/** What the vault has already that rows can share. */
export interface Shared {
  /** Title → id. */
  readonly facilities: ReadonlyMap<string, RecordId>
  readonly sources: ReadonlyMap<string, RecordId>
  /** Title of the source of rows that name none. */
  readonly listSource?: string
  /** Facilities that a person is known to have been in. */
  readonly staysOf: (person: RecordId) => ReadonlySet<RecordId>
}

/** Statements for a person who is in the vault already. */
export interface Addition {
  readonly id: RecordId
  readonly add: readonly StatementInput[]
}

export interface Built {
  /** A record refers to others that stand before it, or to records of the vault. */
  readonly records: readonly NewRecord[]
  readonly additions: readonly Addition[]
  /** New people, and each somebody of the vault who they are not. */
  readonly apart: readonly { readonly person: RecordId; readonly other: RecordId }[]
  /** Rows of which something is written. */
  readonly rows: number
}

const newId = (): RecordId => RecordId.parse(randomBytes(16).toString('hex'))
const change = (add: readonly StatementInput[]): RecordChange => ({
  add: [...add],
  retract: [],
  prefer: {},
})

export function build(
  rows: readonly ReadRow[],
  decide: (line: number) => Decision,
  shared: Shared,
  saidApart: (line: number) => readonly RecordId[] = () => [],
): Built {
  const known = new SharedRecords(shared)
  const people = new Map<RecordId, StatementInput[]>()
  const additions = new Map<RecordId, StatementInput[]>()
  const stays: NewRecord[] = []
  const stayed = new Map<RecordId, Set<RecordId>>()
  const personOf = new Map<number, RecordId>()
  const apart: { person: RecordId; other: RecordId }[] = []
  let written = 0
  for (const row of rows) {
    const decision = decide(row.line)
    if (decision.do === 'leave') continue
    written += 1
    const source = known.source(row.source || (shared.listSource ?? ''), row.asOf)
    const sourced = row.statements.map((each) => ({ ...each, source, asOf: row.asOf }))
    const joined = decision.do === 'join' ? personOf.get(decision.line) : undefined
    const id = decision.do === 'add' ? decision.to : (joined ?? newId())
    personOf.set(row.line, id)
    if (decision.do === 'new')
      for (const other of saidApart(row.line)) apart.push({ person: id, other })
    const isOld = decision.do === 'add' || additions.has(id)
    merge(isOld ? additions : people, id, sourced)
    if (row.facility === '') continue
    const facility = known.facility(row.facility)
    const before = stayed.get(id) ?? new Set(isOld ? shared.staysOf(id) : [])
    stayed.set(id, before)
    if (before.has(facility)) continue
    before.add(facility)
    const { stay } = MODEL
    const about = [
      statement('person', stay.person, id),
      statement('facility', stay.facility, facility),
    ].map((each) => ({ ...each, source, asOf: row.asOf }))
    stays.push({ id: newId(), kind: 'stay', change: change(about) })
  }
  const made = [...people].map(
    ([id, add]): NewRecord => ({ id, kind: 'person', change: change(add) }),
  )
  return {
    records: [...known.made, ...made, ...stays],
    additions: [...additions].map(([id, add]) => ({ id, add })),
    apart,
    rows: written,
  }
}

/** Two rows about one person often say the same: once is enough from one source. */
function merge(
  into: Map<RecordId, StatementInput[]>,
  id: RecordId,
  statements: readonly StatementInput[],
): void {
  const before = into.get(id)
  if (!before) {
    into.set(id, [...statements])
    return
  }
  const said = new Set(before.map(saying))
  for (const each of statements) if (!said.has(saying(each))) before.push(each)
}

/** What makes two statements one: field, value and source. */
export const saying = ({
  field,
  value,
  source,
}: Pick<StatementInput, 'field' | 'value' | 'source'>): string =>
  JSON.stringify([field, value, source])

/** Facilities and sources that rows share: looked up in the vault, otherwise made once for the import. */
class SharedRecords {
  readonly made: NewRecord[] = []
  readonly #facilities: Map<string, RecordId>
  readonly #sources: Map<string, RecordId>

  constructor({ facilities, sources }: Shared) {
    this.#facilities = new Map(facilities)
    this.#sources = new Map(sources)
  }

  facility(name: string): RecordId {
    return this.#once(this.#facilities, name, 'facility', () => [
      statement('names', MODEL.facility.names, { text: name, lang: 'other' }),
    ])
  }

  source(title: string, date: string | null): RecordId | null {
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
