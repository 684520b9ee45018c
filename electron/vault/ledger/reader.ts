/**
 * Reading the ledger in order: every row's link in the chain and its box are checked, bodies are opened,
 * and the caller's thread gets a turn every few milliseconds. Goes on past damage and says what it is.
 */

import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RawRow } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { turn } from '../slices.ts'
import { entryHash, genesisHash } from './chain.ts'
import type { PlainEntry } from './entry.ts'
import { openBody, openEntry, opensAt, type SealContext } from './entrySeal.ts'
import type { KeyRing } from './keyRing.ts'
import { type About, BodyMemory, LazyEntry } from './lazyEntry.ts'
import {
  entryDamage,
  isDamage,
  type OpenedEntry,
  type ReadOptions,
  type ScanItem,
} from './types.ts'

export interface ReadContext extends SealContext {
  readonly ring: KeyRing
}

/** Looks at an entry while its plaintext is still there; what it returns takes the entry's place. */
export type Inspect = (row: RawRow, plain: PlainEntry, opened: OpenedEntry) => ScanItem

const DEFAULT_SLICE_MS = 6
const ROWS_PER_QUERY = 128
/** A row that does not open is tried at this many other places, to tell "moved" from "changed". */
const MAX_PLACES_TRIED = 4096
/** And all rows of one reading together at this many, so that much damage does not make it endless. */
const MAX_TRIES = 16 * MAX_PLACES_TRIED
/** Holds the plaintext of an entry of the usual size, one after the other; larger ones get their own memory. */
const SCRATCH_BYTES = 16 * 1024

/**
 * Everything from `fromSeq` to the end as `lastSeq` tells it (asked again after every query, so what is
 * appended meanwhile is read too), in slices of at most `sliceMs`. `bodies`: where lazy bodies lie. Throws `cancelled`, `io_failed`.
 */
export async function* scan(
  context: ReadContext,
  db: VaultDb,
  lastSeq: () => number,
  options: ReadOptions,
  inspect: Inspect = (_row, _plain, opened) => opened,
  bodies?: BodyMemory,
): AsyncGenerator<readonly ScanItem[]> {
  const sliceMs = options.sliceMs ?? DEFAULT_SLICE_MS
  const first = options.fromSeq ?? 1
  const lazily = options.lazyBodies ? (bodies ?? new BodyMemory()) : undefined
  const walk = new Walk(context, inspect, first, previousHash(context, db, first), lazily)
  let started = performance.now()
  let slice: ScanItem[] = []
  while (walk.next <= lastSeq()) {
    if (options.signal?.aborted) throw new VaultError('cancelled')
    for (const row of rowsFrom(db, walk.next, lastSeq())) {
      walk.take(row, slice)
      if (performance.now() - started < sliceMs) continue
      yield slice
      slice = []
      await turn()
      if (options.signal?.aborted) throw new VaultError('cancelled')
      started = performance.now()
    }
  }
  if (slice.length > 0) yield slice
}

/** What the first row must follow: undefined when the row before is not there to be hashed. */
function previousHash(context: ReadContext, db: VaultDb, fromSeq: number): Buffer | undefined {
  if (fromSeq <= 1) return genesisHash(context.sodium, context.vaultId)
  const before = readable(() => db.row(fromSeq - 1))
  return before && before !== 'damaged'
    ? entryHash(context.sodium, context.vaultId, before)
    : undefined
}

type StoredRow =
  | RawRow
  | { readonly seq: number; readonly missing: number }
  | { readonly seq: number }

/** Rows in order; where SQLite cannot read a stretch, row by row, so that one bad page costs only its own. */
function* rowsFrom(db: VaultDb, fromSeq: number, lastSeq: number): Generator<StoredRow> {
  const rows = readable(() => db.rows(fromSeq, lastSeq, ROWS_PER_QUERY))
  if (rows !== 'damaged') {
    yield* rows
    const end = rows.length < ROWS_PER_QUERY ? lastSeq + 1 : (rows.at(-1)?.seq ?? lastSeq) + 1
    const next = (rows.at(-1)?.seq ?? fromSeq - 1) + 1
    if (end > next) yield { seq: next, missing: end - next }
    return
  }
  const until = Math.min(lastSeq, fromSeq + ROWS_PER_QUERY - 1)
  for (let seq = fromSeq; seq <= until; seq += 1) {
    const row = readable(() => db.row(seq))
    yield row === 'damaged' ? { seq } : (row ?? { seq, missing: 1 })
  }
}

function readable<Result>(read: () => Result): Result | 'damaged' {
  try {
    return read()
  } catch (error) {
    if (isVaultError(error) && error.code === 'ledger_damaged') return 'damaged'
    throw error
  }
}

/** Follows the chain row by row. */
class Walk {
  readonly #context: ReadContext
  readonly #inspect: Inspect
  readonly #scratch = { entry: Buffer.alloc(SCRATCH_BYTES), body: Buffer.alloc(SCRATCH_BYTES) }
  /** Hash the next row must name; undefined after a gap, where nothing is known. */
  #expected: Buffer | undefined
  /** Whether the row before opened: then a broken link cannot be its fault. */
  #previousOpened = true
  #triesLeft = MAX_TRIES
  next: number

  readonly #lazily: BodyMemory | undefined

  constructor(
    context: ReadContext,
    inspect: Inspect,
    next: number,
    expected: Buffer | undefined,
    lazily: BodyMemory | undefined,
  ) {
    this.#context = context
    this.#inspect = inspect
    this.next = next
    this.#expected = expected
    this.#lazily = lazily
  }

  take(stored: StoredRow, out: ScanItem[]): void {
    if ('missing' in stored) {
      this.#gap(stored.seq + stored.missing, out)
    } else if ('box' in stored) {
      this.#gap(stored.seq, out)
      out.push(this.#row(stored))
    } else {
      out.push(entryDamage('ledger_damaged', stored.seq))
      this.#lose(stored.seq + 1)
    }
  }

  #gap(until: number, out: ScanItem[]): void {
    if (until <= this.next) return
    out.push(entryDamage('ledger_missing_entry', this.next, until - this.next))
    this.#lose(until)
  }

  /** Nothing is known of the row before `next`. */
  #lose(next: number): void {
    this.next = next
    this.#expected = undefined
    this.#previousOpened = false
  }

  #row(row: RawRow): ScanItem {
    const { sodium, vaultId } = this.#context
    const plain = openEntry(this.#context, row, this.#scratch.entry)
    const linked = this.#expected === undefined || this.#expected.equals(row.prev)
    const previousOpened = this.#previousOpened
    this.next = row.seq + 1
    this.#expected = entryHash(sodium, vaultId, row)
    this.#previousOpened = plain !== undefined
    if (!plain) {
      return entryDamage(
        this.#isFromElsewhere(row) ? 'ledger_reordered' : 'ledger_damaged',
        row.seq,
      )
    }
    // A row that opens was written at this place, after a row with the hash it names. If that is not the
    // row before, although it opens too, the two come from different histories.
    if (!linked && previousOpened) return entryDamage('ledger_reordered', row.seq)
    const opened = openedEntry(this.#context, row.seq, plain, this.#scratch.body, this.#lazily)
    return isDamage(opened) ? opened : this.#inspect(row, plain, opened)
  }

  /** Tries the nearest places first: swapped neighbours are the likeliest. */
  #isFromElsewhere(row: RawRow): boolean {
    for (let distance = 1; distance <= MAX_PLACES_TRIED / 2; distance += 1) {
      if (this.#triesLeft <= 0) return false
      this.#triesLeft -= 2
      if (opensAt(this.#context, row, row.seq + distance)) return true
      if (distance < row.seq && opensAt(this.#context, row, row.seq - distance)) return true
    }
    return false
  }
}

/** What an entry says, with its body opened where there is a key; parsed when it is looked at, if it gets `lazily`. */
export function openedEntry(
  context: ReadContext,
  seq: number,
  plain: PlainEntry,
  into?: Buffer,
  lazily?: BodyMemory,
): ScanItem {
  const { t: time, a, o, op, r: record, k } = plain.head
  // Not put together of others: that costs more than to look its key up.
  const about: { -readonly [Name in keyof About]: About[Name] } = { seq, time, author: o ?? a, op }
  if (record !== undefined) about.record = record
  if (o !== undefined) about.carried = true
  const isSealed = k === 'record' && record !== undefined
  const room = lazily?.take(plain.body.length)
  const memory = room ? room.piece.subarray(room.start, room.start + plain.body.length) : into
  const json = isSealed ? sealedJson(context, seq, record, plain.body, memory) : plain.body
  if (typeof json === 'string') return { ...about, state: json }
  if (!json) {
    const { time, author } = about
    const lost = { what: 'keys', code: 'keys_damaged', seq, about: { time, author, op } } as const
    return record === undefined ? lost : { ...lost, record }
  }
  if (room && memory) {
    // Not sealed, or opened elsewhere: the WebAssembly build has memory of its own.
    if (json.buffer !== memory.buffer) json.copy(memory)
    return new LazyEntry(about, room.piece, room.start, room.start + json.length)
  }
  try {
    return { ...about, state: 'open', body: JSON.parse(json.toString('utf8')) }
  } catch {
    return entryDamage('ledger_damaged', seq)
  }
}

function sealedJson(
  context: ReadContext,
  seq: number,
  record: RecordId,
  sealed: Buffer,
  into?: Buffer,
): Buffer | 'erased' | 'closed' | undefined {
  const key = context.ring.keyOf(record)
  if (key === 'erased') return 'erased'
  if (key === 'unknown') return context.ring.hasClosedPages ? 'closed' : undefined
  return openBody(context, seq, record, key, sealed, into)
}
