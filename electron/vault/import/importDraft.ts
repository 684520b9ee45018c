/**
 * One import on its way, from the file to what is written: the table, what each row says, who may be in the vault
 * already, and what a person decided. It holds everything in memory and knows no vault, so it lives in a thread
 * (draftThread.ts) and ends with it.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import type { MODEL } from '../../../shared/model/model.ts'
import { type Duplicate, DuplicateFinder } from '../duplicates/finder.ts'
import type { Somebody } from '../duplicates/judge.ts'
import type { KnownPerson } from '../duplicates/people.ts'
import { type Built, build, type Decision, type Shared } from './build.ts'
import { type ColumnMap, checkMap, guessMap, type KnownColumns, knownColumns } from './columns.ts'
import { isSkipped, type ReadRow, readPerson, type SkippedRow } from './readPerson.ts'
import { rememberedFor, type Said } from './remembered.ts'
import type { Table, TableAbout } from './table.ts'
import { type DateColumn, type DateOrder, lookAtDates } from './values.ts'

export interface KnownOfVault {
  readonly facilities: ReadonlyMap<string, RecordId>
  readonly sources: ReadonlyMap<string, RecordId>
  readonly listSource?: string
}

export interface Preview {
  readonly about: TableAbout
  readonly columns: readonly string[]
  readonly guess: ColumnMap
  /** The first rows as they stand. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly rows: number
}

/** How the dates of one column of the import are written. */
export interface DatesFound extends DateColumn {
  readonly column: string
}

export interface Examined {
  /** Rows that can be imported. */
  readonly rows: number
  readonly skipped: number
  readonly dates: readonly DatesFound[]
}

/** Somebody who may be the person of a row: a record, or the person of an earlier row. */
export interface Candidate {
  readonly to: { readonly record: RecordId } | { readonly line: number }
  readonly title: string
  readonly verdict: Duplicate['verdict']
  readonly score: number
  readonly reasons: Duplicate['reasons']
  /** What else is known of the other, to be told apart by. */
  readonly birthDate: string
  readonly facility: string
  /** What was said before, where the row was decided by it. */
  readonly said?: Said
}

export interface DoubtfulRow {
  readonly line: number
  readonly title: string
  readonly birthDate: string
  readonly facility: string
  readonly candidates: readonly Candidate[]
  /** Undefined until somebody decided. */
  readonly decision: Decision | undefined
  /** What was said before decided it, and nobody else has since. */
  readonly isRemembered: boolean
}

const SAMPLE_ROWS = 20
const SAMPLE_CELL = 200
/** Between two looks at the clock. */
const ROWS_AT_ONCE = 200

export class ImportDraft {
  readonly #table: Table
  readonly #columns: KnownColumns
  #map: ColumnMap = []
  #rows: readonly ReadRow[] = []
  #skipped: readonly SkippedRow[] = []
  #people: readonly KnownPerson[] = []
  #doubtful = new Map<number, readonly Candidate[]>()
  #decisions = new Map<number, Decision>()
  /** Rows that were decided by what was said before, and rows that somebody decided one by one. */
  readonly #remembered = new Set<number>()
  readonly #byHand = new Set<number>()

  /** `definitions` are the fields that the team defined. */
  constructor(table: Table, definitions: readonly CustomDefinition[] = []) {
    this.#table = table
    this.#columns = knownColumns(definitions)
  }

  preview(): Preview {
    const { about, columns, rows } = this.#table
    const sample = rows.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => cell.slice(0, SAMPLE_CELL)),
    }))
    return { about, columns, guess: guessMap(columns, this.#columns), sample, rows: rows.length }
  }

  /**
   * Reads every row by `map`. Slashed dates that could be read either way take the order that the other dates of
   * their column show, or else `order`. Errors: `import_no_columns`, `bad_input`.
   */
  read(map: ColumnMap, order?: DateOrder): Examined {
    const { columns, rows: all } = this.#table
    checkMap(map, columns, this.#columns)
    this.#map = map
    const dates = this.#dates()
    const orders = new Map<string, DateOrder>()
    for (const each of dates) {
      const chosen = each.order ?? order
      if (chosen) orders.set(each.column, chosen)
    }
    const rows: ReadRow[] = []
    const skipped: SkippedRow[] = []
    for (const row of all) {
      const read = readPerson(row, { columns, map, known: this.#columns, orders })
      if (isSkipped(read)) skipped.push(read)
      else rows.push(read)
    }
    this.#rows = rows
    this.#skipped = skipped
    this.forget()
    return { rows: rows.length, skipped: skipped.length, dates }
  }

  /** Who may be whom, and what was decided about it. */
  forget(): void {
    this.#people = []
    this.#doubtful = new Map()
    this.#decisions = new Map()
    this.#remembered.clear()
    this.#byHand.clear()
  }

  #dates(): DatesFound[] {
    return this.#map.flatMap((column, place) => {
      const isDate =
        column === 'source_date' || this.#columns.person.get(column ?? '')?.field.type === 'date'
      if (column === null || !isDate) return []
      const texts = this.#table.rows
        .map(({ cells }) => cells[place] ?? '')
        .filter((text) => text !== '')
      return [{ column, ...lookAtDates(texts) }]
    })
  }

  /**
   * Compares every row with the people of the vault and with the rows before it. `apart` are the keys of pairs that were
   * called two people; with `null` nothing is decided by what was said before. What `onProgress` throws stops it: then it
   * is as if nothing had been compared since the rows were read.
   */
  compare(
    people: readonly KnownPerson[],
    apart: ReadonlySet<string> | null = new Set(),
    onProgress: (done: number, total: number) => void = () => {},
  ): void {
    this.forget()
    this.#people = people
    const total = this.#rows.length
    try {
      const finder = new DuplicateFinder()
      for (const [place, person] of people.entries()) {
        finder.add(person)
        if (place % ROWS_AT_ONCE === 0) onProgress(0, total)
      }
      for (const [place, row] of this.#rows.entries()) {
        finder.add(somebody(row))
        if (place % ROWS_AT_ONCE === 0) onProgress(0, total)
      }
      for (const [place, row] of this.#rows.entries()) {
        const found = finder.find(people.length + place)
        if (found.length > 0) this.#doubt(row, found, apart)
        if (place % ROWS_AT_ONCE === 0) onProgress(place, total)
      }
      onProgress(total, total)
    } catch (error) {
      this.forget()
      throw error
    }
  }

  #doubt(row: ReadRow, found: readonly Duplicate[], apart: ReadonlySet<string> | null): void {
    const candidates = found.map((each) => this.#candidate(each))
    const offered = found.flatMap(({ person, verdict }) => {
      const known = this.#people[person]
      return known ? [{ person: known, verdict }] : []
    })
    // Who may be an earlier row as well is for a person to say.
    const isOfVault = offered.length === found.length
    const said = isOfVault && apart ? rememberedFor(somebody(row).names, offered, apart) : undefined
    const withSaid = candidates.map((candidate): Candidate => {
      const about = 'record' in candidate.to ? said?.said.get(candidate.to.record) : undefined
      return about ? { ...candidate, said: about } : candidate
    })
    this.#doubtful.set(row.line, withSaid)
    if (!said) return
    this.#decisions.set(row.line, { do: 'add', to: said.to })
    this.#remembered.add(row.line)
  }

  #candidate({ person, verdict, score, reasons }: Duplicate): Candidate {
    const known = this.#people[person]
    if (known) {
      const { id, title, birthDates, facilities } = known
      return {
        ...{ to: { record: id }, title, verdict, score, reasons },
        ...{ birthDate: birthDates[0] ?? '', facility: facilities.at(-1) ?? '' },
      }
    }
    const row = this.#rows[person - this.#people.length]
    invariant(row, 'who was found was added')
    return { to: { line: row.line }, verdict, score, reasons, ...summary(row) }
  }

  get skipped(): number {
    return this.#skipped.length
  }

  get doubtful(): number {
    return this.#doubtful.size
  }

  get undecided(): number {
    return this.#doubtful.size - this.#decisions.size
  }

  doubtfulRows(offset: number, limit: number): readonly DoubtfulRow[] {
    const byLine = new Map(this.#rows.map((row) => [row.line, row]))
    return [...this.#doubtful].slice(offset, offset + limit).flatMap(([line, candidates]) => {
      const row = byLine.get(line)
      if (!row) return []
      const decision = this.#decisions.get(line)
      const isRemembered = this.#remembered.has(line)
      return [{ line, ...summary(row), candidates, decision, isRemembered }]
    })
  }

  skippedRows(offset: number, limit: number): readonly SkippedRow[] {
    return this.#skipped.slice(offset, offset + limit)
  }

  /** What becomes of a row that may be somebody's. Errors: `bad_input` for another row or somebody else. */
  decide(line: number, decision: Decision): void {
    const candidates = this.#doubtful.get(line)
    if (!candidates) throw new VaultError('bad_input')
    const isOffered = candidates.some(({ to }) => {
      if (decision.do === 'add') return 'record' in to && to.record === decision.to
      return decision.do === 'join' && 'line' in to && to.line === decision.line
    })
    if (!isOffered && decision.do !== 'new' && decision.do !== 'leave')
      throw new VaultError('bad_input')
    this.#decisions.set(line, decision)
    this.#remembered.delete(line)
    this.#byHand.add(line)
  }

  /** For all rows that are not decided yet and whose best candidate has this verdict. */
  decideOthers(verdict: Duplicate['verdict'], what: 'new' | 'leave' | 'add'): void {
    for (const [line, [best]] of this.#doubtful) {
      if (this.#decisions.has(line) || best?.verdict !== verdict) continue
      this.#decisions.set(line, what === 'add' ? addTo(best) : { do: what })
    }
  }

  /** Errors: `conflict` while a row is undecided. */
  build(known: KnownOfVault): Built {
    if (this.undecided > 0) throw new VaultError('conflict', { undecided: this.undecided })
    const facilityIds = new Map(this.#people.map(({ id, facilityIds: ids }) => [id, ids]))
    const shared: Shared = { ...known, staysOf: (id) => new Set(facilityIds.get(id)) }
    const decide = (line: number): Decision => this.#decisions.get(line) ?? { do: 'new' }
    return build(this.#rows, decide, shared, (line) => this.#saidApart(line))
  }

  /** Whom somebody saw beside this row when they said that it is a new person. */
  #saidApart(line: number): readonly RecordId[] {
    if (!this.#byHand.has(line)) return []
    return (this.#doubtful.get(line) ?? []).flatMap(({ to }) => ('record' in to ? [to.record] : []))
  }
}

const addTo = ({ to }: Candidate): Decision =>
  'record' in to ? { do: 'add', to: to.record } : { do: 'join', line: to.line }

function somebody({ statements, facility }: ReadRow): Somebody {
  const texts = (field: keyof typeof MODEL.person): string[] =>
    statements.flatMap(({ field: name, value }) =>
      name !== field
        ? []
        : typeof value === 'string'
          ? [value]
          : [(value as { text: string }).text],
    )
  return {
    names: texts('names'),
    birthDates: texts('birthDate'),
    facilities: facility === '' ? [] : [facility],
    court: texts('court')[0] ?? '',
    verdictDate: texts('verdictDate')[0] ?? '',
  }
}

function summary(row: ReadRow): { title: string; birthDate: string; facility: string } {
  const { names, birthDates, facilities } = somebody(row)
  return { title: names[0] ?? '', birthDate: birthDates[0] ?? '', facility: facilities[0] ?? '' }
}
