/**
 * Records in the memory of the page: enough of the core's answers for the screens to be looked at and used. How a
 * record is folded, titled and found is said by electron/vault; this is a plain likeness of it.
 */
import type { HistoryEntry, LinkedRecord, ListRow } from '../../shared/contract/records.ts'
import { dayOf } from '../../shared/dates/span.ts'
import { VaultError } from '../../shared/errors.ts'
import { AuthorId, RecordId, StatementId } from '../../shared/ids.ts'
import { fieldOf, fieldsOf, type OpenKind } from '../../shared/model/model.ts'
import { staleField } from '../../shared/model/staleness.ts'
import type { RecordChange, RecordState, Statement } from '../../shared/model/statement.ts'
import type { Name } from '../../shared/model/values.ts'
import { foldWords, nameTokens } from '../../shared/names/fold.ts'

const AUTHOR = AuthorId.parse('3f2a'.repeat(8))
const hex = (n: number): string => n.toString(16).padStart(32, '0')
const DAY = 86_400_000

export class MemoryRecords {
  readonly #records = new Map<RecordId, RecordState>()
  readonly #history = new Map<RecordId, HistoryEntry[]>()
  #made = 1
  #seq = 0
  #now = Date.now() - 400 * DAY

  all(kind: OpenKind): RecordState[] {
    return [...this.#records.values()].filter((record) => record.kind === kind)
  }

  find(id: RecordId): RecordState {
    const found = this.#records.get(id)
    if (!found) throw new VaultError('not_found')
    return found
  }

  has = (id: RecordId): boolean => this.#records.has(id)
  history = (id: RecordId): HistoryEntry[] => (this.#history.get(id) ?? []).toReversed()

  /** From here on changes are made now, not in the invented past. */
  live(): void {
    this.#now = Number.NaN
  }

  newId = (): RecordId => RecordId.parse(hex(0xabc000 + this.#made++))

  apply(id: RecordId, kind: RecordState['kind'], change: RecordChange): number {
    const seq = ++this.#seq
    this.#now += DAY / 40
    const at = Number.isNaN(this.#now) ? Date.now() : this.#now
    const before = this.#records.get(id)
    const added: Statement[] = change.add.map((input) => ({
      ...input,
      id: StatementId.parse(hex(0xdef000 + this.#made++)),
      seq,
      at,
      author: AUTHOR,
      retractedBy: null,
    }))
    const retracted: Statement[] = []
    const kept = (before?.statements ?? []).map((each) => {
      if (!change.retract.includes(each.id)) return each
      const gone = { ...each, retractedBy: seq }
      retracted.push(gone)
      return gone
    })
    const statements = [...kept, ...added]
    const chosen = Object.fromEntries(
      Object.entries(change.prefer).map(([field, target]) => [
        field,
        target.startsWith('+') ? (added[Number(target.slice(1))]?.id ?? target) : target,
      ]),
    ) as Record<string, StatementId>
    const preferred: Record<string, StatementId> = {}
    for (const [field] of fieldsOf(kind)) {
      const standing = statements.filter((s) => s.field === field && s.retractedBy === null)
      const wanted = chosen[field] ?? before?.preferred[field]
      const first = standing.find((s) => s.id === wanted) ?? standing[0]
      if (first) preferred[field] = first.id
    }
    const record: RecordState = {
      id,
      kind,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
      lastSeq: seq,
      title: '',
      statements,
      preferred,
    }
    this.#records.set(id, { ...record, title: this.#titleOf(record) })
    const entry = { seq, at, author: AUTHOR, op: 'record.set', reason: null }
    this.#history.set(id, [
      ...(this.#history.get(id) ?? []),
      { ...entry, added, retracted, preferred: chosen },
    ])
    return seq
  }

  opened(id: RecordId, reason: string): void {
    const entry = { seq: ++this.#seq, at: Date.now(), author: AUTHOR, op: 'compartment.opened' }
    this.#history.set(id, [
      ...(this.#history.get(id) ?? []),
      { ...entry, added: [], retracted: [], preferred: {}, reason },
    ])
  }

  #first(record: RecordState, field: string): unknown {
    return record.statements.find(({ id }) => id === record.preferred[field])?.value
  }

  #titleOf(record: RecordState): string {
    const text = (field: string): string => String(this.#first(record, field) ?? '')
    const name = (this.#first(record, 'names') as Name | undefined)?.text
    if (name) return name
    if (record.kind === 'person') {
      const known = [text('arrestPlace'), text('arrestDate')].filter(Boolean)
      return known.length > 0 ? ['?', ...known].join(' · ') : ''
    }
    if (record.kind === 'incident') return `${text('date')} · ${text('place')}`
    if (record.kind === 'stay') {
      const facility = this.#records.get(text('facility') as RecordId)?.title ?? ''
      return `${facility} · ${text('from') || '…'} – ${text('to') || '…'}`
    }
    return text('codeName') || text('label') || text('title') || this.#composed(record)
  }

  /** What a list shows of the records it names, and its dates. */
  #composed(record: RecordState): string {
    const parts = fieldsOf(record.kind).flatMap(([field, { type, listed }]) => {
      const value = this.#first(record, field)
      if (!listed || typeof value !== 'string') return []
      if (type === 'ref') return this.#records.get(value as RecordId)?.title ?? []
      return type === 'date' ? value : []
    })
    return parts.join(' · ')
  }

  row(record: RecordState): ListRow {
    const values: ListRow['values'] = {}
    const conflicts: string[] = []
    for (const [field, spec] of fieldsOf(record.kind)) {
      const standing = record.statements.filter((s) => s.field === field && s.retractedBy === null)
      if (!spec.many && new Set(standing.map((s) => JSON.stringify(s.value))).size > 1)
        conflicts.push(field)
      if (!spec.listed || standing.length === 0) continue
      const shown = spec.many ? standing.map(({ value }) => value) : [this.#first(record, field)]
      values[field] = shown.map((value) =>
        spec.type === 'name'
          ? (value as Name).text
          : spec.type === 'ref'
            ? (this.#records.get(value as RecordId)?.title ?? '')
            : String(value),
      )
    }
    const { id, title, updatedAt } = record
    const stale: ListRow['stale'] = {}
    for (const [field, spec] of fieldsOf(record.kind)) {
      const old = spec.listed ? staleField(record, field, spec, dayOf(new Date())) : undefined
      if (old) stale[field] = old
    }
    return { id, title, updatedAt, values, conflicts, stale }
  }

  linked(target: RecordId): LinkedRecord[] {
    const found: LinkedRecord[] = []
    for (const record of this.#records.values()) {
      const via = record.statements.find(
        (s) =>
          s.value === target && s.retractedBy === null && fieldOf(record.kind, s.field)?.target,
      )?.field
      if (via === undefined) continue
      const date = (field: string) => (this.#first(record, field) as string | undefined) ?? null
      const { id, title, kind } = record
      found.push({
        id,
        kind: kind as OpenKind,
        title,
        via,
        from: date('from') ?? date('date') ?? date('acquiredOn'),
        to: date('to'),
        values: this.row(record).values,
      })
    }
    return found
  }

  titles(record: RecordState): Record<RecordId, string> {
    const titles: Record<RecordId, string> = {}
    for (const { field, value, source } of record.statements) {
      const ids = [source, fieldOf(record.kind, field)?.target ? (value as RecordId) : null]
      for (const id of ids) {
        const other = id === null ? undefined : this.#records.get(id)
        if (other) titles[other.id] = other.title
      }
    }
    return titles
  }

  /** Why a record is found by a query, or that it is not. */
  match(record: RecordState, query: string) {
    const wanted = nameTokens(query).map(({ skeleton }) => skeleton)
    const words = foldWords(query)
    for (const { field, value, retractedBy } of record.statements) {
      if (retractedBy !== null) continue
      const name = fieldOf(record.kind, field)?.type === 'name' ? (value as Name).text : undefined
      if (name !== undefined) {
        const tokens = nameTokens(name)
        const all = wanted.every((each) => tokens.some(({ skeleton }) => skeleton.startsWith(each)))
        if (all && wanted.length > 0) {
          const exact = words.every((word) => foldWords(name).some((w) => w.startsWith(word)))
          const type = exact ? ('name_exact' as const) : ('name_other_script' as const)
          return { type, field, matched: name }
        }
      } else if (typeof value === 'string' && fieldOf(record.kind, field)?.searchable) {
        const folded = foldWords(value)
        if (words.length > 0 && words.every((word) => folded.some((w) => w.startsWith(word))))
          return { type: 'word' as const, field, matched: value.slice(0, 120) }
      }
    }
    return undefined
  }
}
