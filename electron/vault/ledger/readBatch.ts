/**
 * Entries on their way from one thread to another: columns of numbers, ids and JSON in a few pieces of memory that
 * are moved and not copied. As objects they would take longer to clone than to decrypt.
 */
import { invariant } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { ID_BYTES } from '../crypto/bytes.ts'
import { type About, LazyEntry } from './lazyEntry.ts'
import { isDamage, type LedgerDamage, type OpenedEntry, type ScanItem } from './types.ts'

/** In a row from `firstSeq` on, up to the first damage. */
export interface ReadBatch {
  readonly firstSeq: number
  readonly times: Float64Array
  readonly states: Uint8Array
  /** 16 bytes each; meaningless without HAS_RECORD. */
  readonly records: Uint8Array
  /** Places in `words`. */
  readonly authors: Uint16Array
  readonly ops: Uint16Array
  readonly words: readonly string[]
  readonly lengths: Uint32Array
  readonly json: Uint8Array
  readonly damage: LedgerDamage | undefined
}

const STATES = ['open', 'erased', 'closed'] as const
const STATE_MASK = 3
const HAS_RECORD = 4
const CARRIED = 8

/** All bodies that are open must have been read lazily. */
export function packBatch(firstSeq: number, items: readonly ScanItem[]): ReadBatch {
  const end = items.findIndex(isDamage)
  const entries = (end < 0 ? items : items.slice(0, end)) as OpenedEntry[]
  const words = new Map<string, number>()
  const placeOf = (word: string): number => {
    const known = words.get(word)
    if (known !== undefined) return known
    words.set(word, words.size)
    return words.size - 1
  }
  const count = entries.length
  const bodies = entries.map((entry) => (entry.state === 'open' ? jsonOf(entry) : undefined))
  const total = bodies.reduce((sum, body) => sum + (body?.length ?? 0), 0)
  const batch = {
    firstSeq,
    times: new Float64Array(count),
    states: new Uint8Array(count),
    records: new Uint8Array(count * ID_BYTES),
    authors: new Uint16Array(count),
    ops: new Uint16Array(count),
    lengths: new Uint32Array(count),
    json: new Uint8Array(total),
  }
  const ids = Buffer.from(batch.records.buffer)
  let at = 0
  for (const [place, { seq, time, author, op, record, carried, state }] of entries.entries()) {
    invariant(seq === firstSeq + place, 'entries come without a gap')
    batch.times[place] = time
    batch.states[place] =
      STATES.indexOf(state) | (record === undefined ? 0 : HAS_RECORD) | (carried ? CARRIED : 0)
    if (record !== undefined) ids.write(record, place * ID_BYTES, 'hex')
    batch.authors[place] = placeOf(author)
    batch.ops[place] = placeOf(op)
    const body = bodies[place]
    batch.lengths[place] = body?.length ?? 0
    if (body) batch.json.set(body, at)
    at += body?.length ?? 0
  }
  const damage = end < 0 ? undefined : (items[end] as LedgerDamage)
  return { ...batch, words: [...words.keys()], damage }
}

function jsonOf(entry: OpenedEntry): Buffer {
  invariant(entry instanceof LazyEntry, 'a body was read lazily')
  return entry.json
}

/** What is moved with a batch. */
export const memoryOf = (batch: ReadBatch): ArrayBuffer[] =>
  [
    batch.times,
    batch.states,
    batch.records,
    batch.authors,
    batch.ops,
    batch.lengths,
    batch.json,
  ].map(({ buffer }) => buffer as ArrayBuffer)

export function unpackBatch(batch: ReadBatch): ScanItem[] {
  const { firstSeq, times, states, authors, ops, words, lengths } = batch
  const ids = Buffer.from(batch.records.buffer)
  const json = Buffer.from(batch.json.buffer)
  const items: ScanItem[] = []
  let at = 0
  for (let place = 0; place < times.length; place += 1) {
    const flags = states[place] ?? 0
    const state = STATES[flags & STATE_MASK] ?? 'open'
    const about = {
      seq: firstSeq + place,
      time: times[place] ?? 0,
      author: words[authors[place] ?? 0] as AuthorId,
      op: words[ops[place] ?? 0] ?? '',
    } as { -readonly [Name in keyof About]: About[Name] }
    const id = place * ID_BYTES
    if (flags & HAS_RECORD) about.record = ids.toString('hex', id, id + ID_BYTES) as RecordId
    if (flags & CARRIED) about.carried = true
    const end = at + (lengths[place] ?? 0)
    items.push(state === 'open' ? new LazyEntry(about, json, at, end) : { ...about, state })
    at = end
  }
  if (batch.damage) items.push(batch.damage)
  return items
}
