/** From what an entry says to the row that is stored: its body under its record's key, signed, padded and sealed. */
import type { RawRow } from '../db/rows.ts'
import type { UnsealedEntry } from './bulkBatch.ts'
import { entryHash } from './chain.ts'
import type { EntryHead } from './entry.ts'
import { type SealContext, type Signer, sealBody, sealEntry } from './entrySeal.ts'
import type { LedgerHead } from './types.ts'

/** The row that follows `last`, and what the next one follows. */
export function newRow(
  context: SealContext,
  device: Signer,
  time: number,
  last: LedgerHead,
  { op, record, key, json }: UnsealedEntry,
): { readonly row: RawRow; readonly head: LedgerHead } {
  const seq = last.seq + 1
  const body = record && key ? sealBody(context, seq, record, key, json) : json
  const head: EntryHead = {
    t: time,
    a: device.id,
    op,
    ...(record ? { r: record } : {}),
    ...(key ? { k: 'record' } : {}),
  }
  const row = sealEntry(context, device, { seq, prev: last.hash }, head, body)
  return { row, head: { seq, hash: entryHash(context.sodium, context.vaultId, row) } }
}
