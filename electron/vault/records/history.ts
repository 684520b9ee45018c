/** The history of a record, from the ledger itself: what each entry added, took back or preferred, and why. */
import type { HistoryEntry } from '../../../shared/contract/records.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import type { FoldedRecord } from './fold.ts'
import {
  CompartmentOpenedBody,
  EraseBody,
  OP_COMPARTMENT_OPENED,
  OP_RECORD_ERASE,
  OP_RECORD_SET,
} from './ops.ts'
import { readSetBody } from './readBody.ts'

/** Newest first. `record` is undefined for an erased one: then only that there were entries is left, and the reason. */
export function historyOf(
  entries: readonly OpenedEntry[],
  record: FoldedRecord | undefined,
): HistoryEntry[] {
  const statements = record?.statements ?? []
  return entries.toReversed().map((entry) => {
    const { seq, time, author, op } = entry
    return {
      ...{ seq, at: time, author, op },
      added: statements.filter((each) => each.seq === seq),
      retracted: statements.filter((each) => each.retractedBy === seq),
      preferred: preferredBy(entry),
      reason: reasonOf(entry),
    }
  })
}

function preferredBy(entry: OpenedEntry): HistoryEntry['preferred'] {
  if (entry.op !== OP_RECORD_SET || entry.state !== 'open') return {}
  return readSetBody(entry.body)?.prefer ?? {}
}

function reasonOf(entry: OpenedEntry): string | null {
  if (entry.state !== 'open') return null
  const schema =
    entry.op === OP_RECORD_ERASE
      ? EraseBody
      : entry.op === OP_COMPARTMENT_OPENED
        ? CompartmentOpenedBody
        : undefined
  const body = schema?.safeParse(entry.body)
  return body?.success ? body.data.reason : null
}
