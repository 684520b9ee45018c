/**
 * Takes an import back as a later operation of the ledger, in one transaction: records that it made are erased, what
 * it added to others is retracted. A record that somebody changed or referred to since stays, and so does what it
 * refers to; how many, the report says.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { NewEntry } from '../ledger/types.ts'
import { setBody } from '../records/change.ts'
import { linksOf, sourcesOf } from '../records/indexing.ts'
import { EraseBody, OP_RECORD_SET } from '../records/ops.ts'
import type { ImportParts } from './importService.ts'
import { OP_IMPORT_UNDONE } from './ops.ts'

export interface UndoReport {
  readonly erased: number
  /** Statements taken back from records that were there before. */
  readonly retracted: number
  readonly kept: number
}

const REASON = 'import undone'

type Parts = Pick<ImportParts, 'journal' | 'store' | 'index' | 'book'>

/** Errors: `not_found`, `conflict`, and those of the ledger's append. */
export function undoImport(parts: Parts, seq: number): UndoReport {
  const { journal, store, book } = parts
  const made = book.get(seq)
  if (!made) throw new VaultError('not_found')
  if (book.isUndone(seq)) throw new VaultError('conflict')
  const from = seq - made.entries
  const seqs = Array.from({ length: made.entries }, (_, place) => from + place)
  const created = new Set<RecordId>()
  const added = new Map<RecordId, readonly Statement[]>()
  for (const { record: id, seq: entry } of journal.read(seqs)) {
    if (id === undefined || store.standing(id) !== 'open') continue
    if (store.entriesOf(id)[0] === entry) created.add(id)
    else added.set(id, statementsOf(parts, id, entry))
  }
  const kept = keptOf(parts, created, added, seq)
  const erased = [...created].filter((id) => !kept.has(id))
  const retracting: NewEntry[] = []
  let retracted = 0
  for (const [id, statements] of added) {
    const record = store.get(id)
    if (!record || statements.length === 0) continue
    const change = { add: [], retract: statements.map((one) => one.id), prefer: {} }
    retracting.push({
      op: OP_RECORD_SET,
      record: id,
      body: setBody(record.kind, record, change, (other) => store.kindOf(other)),
    })
    retracted += statements.length
  }
  const report = { erased: erased.length, retracted, kept: kept.size }
  const undone = { op: OP_IMPORT_UNDONE, body: { of: seq, ...report } }
  journal.eraseMany(erased, EraseBody.parse({ reason: REASON }), [...retracting, undone])
  return report
}

/** Those of an entry that still hold. */
const statementsOf = ({ store }: Parts, id: RecordId, entry: number): readonly Statement[] =>
  store.get(id)?.statements.filter((one) => one.seq === entry && one.retractedBy === null) ?? []

/** Changed or referred to since, and what such a record refers to itself. */
function keptOf(
  { store, index }: Parts,
  created: ReadonlySet<RecordId>,
  added: ReadonlyMap<RecordId, readonly Statement[]>,
  seq: number,
): ReadonlySet<RecordId> {
  const kept = new Set<RecordId>()
  const waiting: RecordId[] = []
  const keep = (id: RecordId) => {
    if (!created.has(id) || kept.has(id)) return
    kept.add(id)
    waiting.push(id)
  }
  for (const id of created) {
    const wasChanged = (store.entriesOf(id).at(-1) ?? 0) > seq
    if (wasChanged || isReferredTo(id)) keep(id)
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const record = store.get(id)
    if (!record) continue
    for (const link of linksOf(record)) keep(link.id)
    for (const source of sourcesOf(record)) keep(source)
  }
  return kept

  /** By a record that stays anyway, in a statement that stays. */
  function isReferredTo(id: RecordId): boolean {
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
    }
    return false
  }
}
