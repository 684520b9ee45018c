/**
 * Entries on their way to the thread that seals them: their JSON and the keys of their records in two pieces of memory
 * that are moved and not copied, and are wiped by who takes them out.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { KEY_BYTES } from '../crypto/sodium.ts'

/** What an entry says, before it has a place. With `key`, its body is sealed under it. */
export interface UnsealedEntry {
  readonly op: string
  readonly record?: RecordId
  readonly key?: Buffer
  readonly json: Buffer
}

export interface BulkBatch {
  readonly ops: readonly string[]
  readonly records: readonly (RecordId | undefined)[]
  /** Of each body's JSON in `json`. */
  readonly lengths: Uint32Array
  readonly json: Uint8Array
  /** 32 bytes for each entry; all zero where the body is under no record's key. */
  readonly keys: Uint8Array
  readonly isKeyed: Uint8Array
}

export function packBulk(entries: readonly UnsealedEntry[]): BulkBatch {
  const total = entries.reduce((sum, { json }) => sum + json.length, 0)
  const json = new Uint8Array(total)
  const keys = new Uint8Array(entries.length * KEY_BYTES)
  const lengths = new Uint32Array(entries.length)
  const isKeyed = new Uint8Array(entries.length)
  let at = 0
  for (const [place, entry] of entries.entries()) {
    json.set(entry.json, at)
    at += entry.json.length
    lengths[place] = entry.json.length
    if (!entry.key) continue
    keys.set(entry.key, place * KEY_BYTES)
    isKeyed[place] = 1
  }
  const ops = entries.map(({ op }) => op)
  const records = entries.map(({ record }) => record)
  return { ops, records, lengths, json, keys, isKeyed }
}

export const memoryOfBulk = ({ lengths, json, keys, isKeyed }: BulkBatch): ArrayBuffer[] =>
  [lengths, json, keys, isKeyed].map(({ buffer }) => buffer as ArrayBuffer)

/** Views of the batch's memory, in order. */
export function* unpackBulk(batch: BulkBatch): Generator<UnsealedEntry> {
  const json = Buffer.from(batch.json.buffer)
  const keys = Buffer.from(batch.keys.buffer)
  let at = 0
  for (const [place, op] of batch.ops.entries()) {
    const end = at + (batch.lengths[place] ?? 0)
    const record = batch.records[place]
    const key = keys.subarray(place * KEY_BYTES, (place + 1) * KEY_BYTES)
    yield {
      op,
      ...(record === undefined ? {} : { record }),
      ...(batch.isKeyed[place] ? { key } : {}),
      json: json.subarray(at, end),
    }
    at = end
  }
}
