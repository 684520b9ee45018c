/**
 * Entries out of a segment of a backup that may be damaged anywhere: every place is looked at that could be the
 * beginning of a row, so that damage costs the rows that it lies in and no others. What is found proves nothing.
 */

import { readU64, u64 } from '../crypto/bytes.ts'
import { type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import type { RawRow } from '../db/rows.ts'
import { entryHash } from '../ledger/chain.ts'
import { bucketFor, SMALLEST_BUCKET } from '../ledger/entry.ts'
import {
  MAX_BOX_BYTES,
  ROW_FIXED_BYTES,
  SEGMENT_HEADER_BYTES,
  type SegmentRange,
} from './segment.ts'

const HASH_BYTES = 32
/** No ledger gets this long; so the highest bytes of a number are zero, which they seldom are in a box. */
const MAX_SEQ = 2 ** 40

/** Whatever has the form of a row, by its place: at damage also what is none, and a number may come twice. */
export function* looseRows(segment: Buffer): Generator<RawRow> {
  let at = SEGMENT_HEADER_BYTES
  while (at + ROW_FIXED_BYTES <= segment.length) {
    const row = rowAt(segment, at)
    if (row) yield row
    const end = row ? at + ROW_FIXED_BYTES + row.box.length : 0
    // What stands between two rows that fit together is not searched.
    at = row && isFollowed(segment, end, row.seq) ? end : at + 1
  }
}

/**
 * At most one row for each number of the range, in order; of several the one whose hash the next row names, or that
 * names the hash of the row before.
 */
export function* likelyRows(
  segment: Buffer,
  { first, last }: SegmentRange,
  sodium: Sodium,
  vaultId: Buffer,
): Generator<RawRow> {
  const found = new Map<number, RawRow[]>()
  for (const row of looseRows(segment)) {
    if (row.seq < first || row.seq > last) continue
    found.set(row.seq, [...(found.get(row.seq) ?? []), row])
  }
  const hashOf = (row: RawRow) => entryHash(sodium, vaultId, row)
  let before: RawRow | undefined
  for (const seq of [...found.keys()].sort((a, b) => a - b)) {
    const rows = found.get(seq) ?? []
    const previous = before?.seq === seq - 1 ? before : undefined
    const following = found.get(seq + 1) ?? []
    const likely =
      rows.length < 2
        ? rows[0]
        : (rows.find((row) => following.some(({ prev }) => prev.equals(hashOf(row)))) ??
          rows.find(({ prev }) => previous && prev.equals(hashOf(previous))) ??
          rows[0])
    if (!likely) continue
    before = likely
    yield likely
  }
}

const isFollowed = (segment: Buffer, end: number, seq: number): boolean =>
  end === segment.length - HASH_BYTES ||
  (end + 8 <= segment.length && segment.subarray(end, end + 8).equals(u64(seq + 1)))

function rowAt(segment: Buffer, at: number): RawRow | undefined {
  // First what tells most places apart at once: this runs for every byte of what is damaged.
  if (segment[at + 7] !== 0 || segment[at + 6] !== 0 || segment[at + 5] !== 0) return undefined
  const seq = readU64(segment, at)
  const length = segment.readUInt32LE(at + ROW_FIXED_BYTES - 4)
  const start = at + ROW_FIXED_BYTES
  if (seq < 1 || seq >= MAX_SEQ || !isBoxLength(length)) return undefined
  if (start + length > segment.length) return undefined
  return {
    seq,
    prev: segment.subarray(at + 8, at + 40),
    nonce: segment.subarray(at + 40, at + 64),
    box: segment.subarray(start, start + length),
  }
}

/** The plaintext of every entry fills its bucket. */
function isBoxLength(length: number): boolean {
  const plain = length - TAG_BYTES
  return plain >= SMALLEST_BUCKET && length <= MAX_BOX_BYTES && bucketFor(plain) === plain
}
