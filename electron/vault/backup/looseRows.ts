/**
 * Entries out of a segment of a backup that may be damaged anywhere. Rows have numbers that follow one another,
 * so behind a length that cannot be right the next number is looked for. What is found proves nothing.
 */

import { readU64, u64 } from '../crypto/bytes.ts'
import type { RawRow } from '../db/rows.ts'
import { MAX_BOX_BYTES, ROW_FIXED_BYTES, SEGMENT_HEADER_BYTES } from './segment.ts'

const HASH_BYTES = 32
/** How many entries in a row may be lost before the search gives up. */
const MAX_GAP = 1000

export function* looseRows(segment: Buffer): Generator<RawRow> {
  const end = segment.length
  let at = SEGMENT_HEADER_BYTES
  if (end < at) return
  let next = readU64(segment, SEGMENT_HEADER_BYTES - 16)
  while (at + ROW_FIXED_BYTES <= end) {
    const row = rowAt(segment, at)
    if (row) yield row
    const follows = row ? at + ROW_FIXED_BYTES + row.box.length : 0
    if (row && (atEnd(follows, end) || isNumber(segment, follows, row.seq + 1))) {
      at = follows
      next = row.seq + 1
      continue
    }
    const found = search(segment, at + 1, next)
    if (!found) return
    at = found.at
    next = found.seq
  }
}

const atEnd = (at: number, end: number): boolean => at >= end - HASH_BYTES
const isNumber = (segment: Buffer, at: number, seq: number): boolean =>
  Number.isSafeInteger(seq) &&
  at + 8 <= segment.length &&
  segment.subarray(at, at + 8).equals(u64(seq))

/** The next place that has one of the next numbers, the nearest number first. */
function search(segment: Buffer, from: number, seq: number) {
  if (!Number.isSafeInteger(seq)) return undefined
  for (let step = 0; step <= MAX_GAP; step += 1) {
    const at = segment.indexOf(u64(seq + step), from)
    if (at >= 0) return { at, seq: seq + step }
  }
  return undefined
}

function rowAt(segment: Buffer, at: number): RawRow | undefined {
  const length = segment.readUInt32LE(at + ROW_FIXED_BYTES - 4)
  const start = at + ROW_FIXED_BYTES
  if (length > MAX_BOX_BYTES || start + length > segment.length) return undefined
  return {
    seq: readU64(segment, at),
    prev: segment.subarray(at + 8, at + 40),
    nonce: segment.subarray(at + 40, at + 64),
    box: segment.subarray(start, start + length),
  }
}
