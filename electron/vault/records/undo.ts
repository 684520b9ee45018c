/**
 * The change that undoes an earlier one: what it added is taken back, what it took back is said again (as new statements
 * with the same words and sources), what was shown first before is shown first again. An undo is a change like any other:
 * it stands in the history and can be undone itself.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { fieldsChangedSince, saidAgain } from './change.ts'
import { applySet, type FoldedRecord } from './fold.ts'
import { OP_RECORD_SET } from './ops.ts'
import { preferred } from './preferred.ts'
import { readSetBody } from './readBody.ts'

/** The record as its entries before `seq` made it; undefined when there was none. */
function recordBefore(
  record: FoldedRecord,
  entries: readonly OpenedEntry[],
  seq: number,
): FoldedRecord | undefined {
  let before: FoldedRecord | undefined
  for (const entry of entries) {
    if (entry.seq >= seq || entry.op !== OP_RECORD_SET || entry.state !== 'open') continue
    const body = readSetBody(entry.body)
    if (body) before = applySet(before, record.id, entry, body).record
  }
  return before
}

/**
 * `entries` are all of the record's. Errors: `bad_input` when entry `seq` made the record or changed nothing of it,
 * `conflict` when a field that it touched was changed since.
 */
export function undoing(
  record: FoldedRecord,
  entries: readonly OpenedEntry[],
  seq: number,
): RecordChange {
  const added = record.statements.filter((each) => each.seq === seq)
  const takenBack = record.statements.filter((each) => each.retractedBy === seq)
  const entry = entries.find((each) => each.seq === seq && each.op === OP_RECORD_SET)
  const chosen = entry?.state === 'open' ? readSetBody(entry.body)?.prefer : undefined
  const before = recordBefore(record, entries, seq)
  const touched = new Set([
    ...[...added, ...takenBack].map(({ field }) => field),
    ...Object.keys(chosen ?? {}),
  ])
  if (!before || touched.size === 0) throw new VaultError('bad_input')
  const since = fieldsChangedSince(record, seq)
  if ([...touched].some((field) => since.has(field))) throw new VaultError('conflict')

  const prefer: RecordChange['prefer'] = {}
  for (const field of touched) {
    const first = preferred(before, field)
    if (!first) continue
    const place = takenBack.findIndex(({ id }) => id === first.id)
    // A statement that is said again would come last where grades are equal.
    if (place >= 0) prefer[field] = `+${place}`
    else if (preferred(record, field)?.id !== first.id) prefer[field] = first.id
  }
  return { add: takenBack.map(saidAgain), retract: added.map(({ id }) => id), prefer }
}
