/**
 * A segment: ledger entries as stored, in order, in one write-once file. All ciphertext; its last 32 bytes are
 * the BLAKE2b-256 of the rest, so that damage is told apart from a broken chain. Bytes in docs/format.md.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { ID_BYTES, readU64, u32, u64 } from '../crypto/bytes.ts'
import { HASH_BYTES, NONCE_BYTES, type Sodium } from '../crypto/sodium.ts'
import type { RawRow } from '../db/rows.ts'

export const SEGMENT_MAGIC = Buffer.from('EMSEG1\r\n', 'ascii')
export const SEGMENT_HEADER_BYTES = SEGMENT_MAGIC.length + ID_BYTES + 8 + 8
export const ROW_FIXED_BYTES = 8 + HASH_BYTES + NONCE_BYTES + 4
/** A body is at most 1 MiB, so no box is larger than this; a larger length is damage, not a reason to allocate. */
export const MAX_BOX_BYTES = 2 << 20
const PIECE_BYTES = 1 << 20

export interface SegmentRange {
  readonly first: number
  readonly last: number
}

export function* segmentBytes(
  vaultId: Buffer,
  range: SegmentRange,
  rows: Iterable<readonly RawRow[]>,
): Generator<Buffer> {
  yield Buffer.concat([SEGMENT_MAGIC, vaultId, u64(range.first), u64(range.last)])
  for (const batch of rows) {
    yield Buffer.concat(
      batch.flatMap((row) => [u64(row.seq), row.prev, row.nonce, u32(row.box.length), row.box]),
    )
  }
}

/** What a segment holds, and the hash that its name and the snapshot carry. */
export interface ReadSegment {
  readonly hash: Buffer
}

/**
 * Reads a segment piece by piece and gives its rows in batches. Errors: `backup_damaged` for anything that is
 * not exactly a whole segment of this vault and range.
 */
export function* readSegment(
  path: string,
  sodium: Sodium,
  vaultId: Buffer,
  range: SegmentRange,
): Generator<RawRow[], ReadSegment> {
  const hash = sodium.hashStream()
  let pending: Buffer = Buffer.alloc(0)
  let expected = range.first
  let headerSeen = false
  for (const piece of pieces(path)) {
    pending = Buffer.concat([pending, piece])
    let at = 0
    if (!headerSeen) {
      if (pending.length < SEGMENT_HEADER_BYTES) continue
      checkHeader(pending.subarray(0, SEGMENT_HEADER_BYTES), vaultId, range)
      headerSeen = true
      at = SEGMENT_HEADER_BYTES
    }
    const batch: RawRow[] = []
    while (expected <= range.last && pending.length - at >= ROW_FIXED_BYTES) {
      const boxLength = pending.readUInt32LE(at + ROW_FIXED_BYTES - 4)
      if (boxLength > MAX_BOX_BYTES) throw damaged()
      if (pending.length - at < ROW_FIXED_BYTES + boxLength) break
      const row = readRow(pending.subarray(at, at + ROW_FIXED_BYTES + boxLength))
      if (row.seq !== expected) throw damaged()
      expected += 1
      batch.push(row)
      at += ROW_FIXED_BYTES + boxLength
    }
    hash.update(pending.subarray(0, at))
    pending = pending.subarray(at)
    if (batch.length > 0) yield batch
  }
  const digest = hash.final()
  if (!headerSeen || expected !== range.last + 1 || !pending.equals(digest)) throw damaged()
  return { hash: digest }
}

/** The file in pieces of 1 MiB; one that cannot be read is damage of the backup like any other. */
function* pieces(path: string): Generator<Buffer> {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    for (;;) {
      const buffer = Buffer.alloc(PIECE_BYTES)
      const length = readSync(file, buffer, 0, PIECE_BYTES, null)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } catch (error) {
    throw isVaultError(error) ? error : damaged()
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function checkHeader(header: Buffer, vaultId: Buffer, range: SegmentRange): void {
  const idEnd = SEGMENT_MAGIC.length + ID_BYTES
  const ok =
    header.subarray(0, SEGMENT_MAGIC.length).equals(SEGMENT_MAGIC) &&
    header.subarray(SEGMENT_MAGIC.length, idEnd).equals(vaultId) &&
    readU64(header, idEnd) === range.first &&
    readU64(header, idEnd + 8) === range.last
  if (!ok) throw damaged()
}

function readRow(bytes: Buffer): RawRow {
  const copy = Buffer.from(bytes)
  const nonceAt = 8 + HASH_BYTES
  return {
    seq: readU64(copy, 0),
    prev: copy.subarray(8, nonceAt),
    nonce: copy.subarray(nonceAt, nonceAt + NONCE_BYTES),
    box: copy.subarray(ROW_FIXED_BYTES),
  }
}

const damaged = () => new VaultError('backup_damaged')
