/**
 * Takes an import back as a later operation of the ledger, in one transaction: records that it made are erased, what
 * it added to others is retracted. A record that somebody changed or referred to since stays, and so does what it
 * refers to; how many, the report says. Nobody changes anything between that look and the transaction.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { BulkPlan, NewEntry } from '../ledger/types.ts'
import { setBody } from '../records/change.ts'
import { linksOf, sourcesOf } from '../records/indexing.ts'
import { EraseBody, OP_RECORD_SET } from '../records/ops.ts'
import { slices } from '../slices.ts'
import type { ImportParts, WorkOptions } from './importService.ts'
import { OP_IMPORT_UNDONE } from './ops.ts'

export interface UndoReport {
  readonly erased: number
  /** Statements taken back from records that were there before. */
  readonly retracted: number
  readonly kept: number
}

const REASON = 'import undone'
const ENTRIES_AT_ONCE = 100

type Parts = Pick<ImportParts, 'journal' | 'store' | 'index' | 'book'>
type Breathe = () => Promise<void>

/** Errors: `not_found`, `conflict`, `cancelled`, and those of the ledger's append. */
export async function undoImport(
  parts: Parts,
  seq: number,
  { onProgress, signal }: WorkOptions = {},
): Promise<UndoReport> {
  const { journal, book } = parts
  let report: UndoReport | undefined
  let total = 0
  const plan = async (): Promise<BulkPlan> => {
    const made = book.get(seq)
    if (!made) throw new VaultError('not_found')
    if (book.isUndone(seq)) throw new VaultError('conflict')
    const breathe = slices(signal)
    const { created, added } = await touchedBy(parts, seq - made.entries, made.entries, breathe)
    const kept = await keptOf(parts, created, added, seq, breathe)
    const erased: RecordId[] = []
    for (const id of created) {
      if (!kept.has(id)) erased.push(id)
      await breathe()
    }
    const back = [...added].filter(([, statements]) => statements.length > 0)
    const retracted = back.reduce((sum, [, statements]) => sum + statements.length, 0)
    report = { erased: erased.length, retracted, kept: kept.size }
    total = erased.length + back.length + 1
    const undone = { op: OP_IMPORT_UNDONE, body: { of: seq, ...report } }
    const body = EraseBody.parse({ reason: REASON })
    const entries = retracting(parts, back, undone)
    return erased.length > 0 ? { entries, erase: { records: erased, body } } : { entries }
  }
  await journal.appendBulk(plan, { signal, onProgress: (done) => onProgress?.(done, total) })
  invariant(report, 'what was written was planned')
  return report
}

function* retracting(
  { store }: Parts,
  added: readonly (readonly [RecordId, readonly Statement[]])[],
  last: NewEntry,
): Generator<NewEntry> {
  for (const [id, statements] of added) {
    const record = store.get(id)
    if (!record) continue
    const change = { add: [], retract: statements.map((one) => one.id), prefer: {} }
    const body = setBody(record.kind, record, change, (other) => store.kindOf(other))
    yield { op: OP_RECORD_SET, record: id, body }
  }
  yield last
}

/** The records that `count` entries from `first` on made, and what they added to others. */
async function touchedBy(parts: Parts, first: number, count: number, breathe: Breathe) {
  const { journal, store } = parts
  const created = new Set<RecordId>()
  const added = new Map<RecordId, readonly Statement[]>()
  for (let at = 0; at < count; at += ENTRIES_AT_ONCE) {
    const length = Math.min(ENTRIES_AT_ONCE, count - at)
    const seqs = Array.from({ length }, (_, place) => first + at + place)
    for (const { record: id, seq: entry } of journal.read(seqs)) {
      if (id === undefined || store.standing(id) !== 'open') continue
      if (store.entriesOf(id)[0] === entry) created.add(id)
      else added.set(id, statementsOf(parts, id, entry))
      await breathe()
    }
    await breathe()
  }
  return { created, added }
}

/** Those of an entry that still hold. */
const statementsOf = ({ store }: Parts, id: RecordId, entry: number): readonly Statement[] =>
  store.get(id)?.statements.filter((one) => one.seq === entry && one.retractedBy === null) ?? []

/** Changed or referred to since, and what such a record refers to itself. */
async function keptOf(
  { store, index }: Parts,
  created: ReadonlySet<RecordId>,
  added: ReadonlyMap<RecordId, readonly Statement[]>,
  seq: number,
  breathe: Breathe,
): Promise<ReadonlySet<RecordId>> {
  const kept = new Set<RecordId>()
  const waiting: RecordId[] = []
  const keep = (id: RecordId) => {
    if (!created.has(id) || kept.has(id)) return
    kept.add(id)
    waiting.push(id)
  }
  for (const id of created) {
    const wasChanged = (store.entriesOf(id).at(-1) ?? 0) > seq
    if (wasChanged || (await isReferredTo(id))) keep(id)
    await breathe()
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const record = store.get(id)
    if (!record) continue
    for (const link of linksOf(record)) keep(link.id)
    for (const source of sourcesOf(record)) keep(source)
    await breathe()
  }
  return kept

  /** By a record that stays anyway, in a statement that stays. Everything may refer to one source. */
  async function isReferredTo(id: RecordId): Promise<boolean> {
    const others = new Set([...index.linksTo(id).map((link) => link.id), ...index.citing(id)])
    for (const other of others) {
      if (created.has(other)) continue
      const back = new Set(added.get(other)?.map((one) => one.id))
      const holds = store
        .get(other)
        ?.statements.some(
          (one) =>
            one.retractedBy === null &&
            !back.has(one.id) &&
            (one.source === id || one.value === id),
        )
      if (holds) return true
      await breathe()
    }
    return false
  }
}
