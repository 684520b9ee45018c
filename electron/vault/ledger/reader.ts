/**
 * Reading the ledger in order: every row's link in the chain and its box are checked, bodies are opened,
 * and the caller's thread gets a turn every few milliseconds. Goes on past damage and says what it is.
 */
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RawRow } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { entryHash, genesisHash } from './chain.ts'
import type { PlainEntry } from './entry.ts'
import { openBody, openEntry, opensAt, type SealContext } from './entrySeal.ts'
import type { KeyRing } from './keyRing.ts'
import type { LedgerDamage, OpenedEntry, ReadOptions } from './types.ts'

export interface ReadContext extends SealContext {
  readonly ring: KeyRing
}

/** One row as it was found, with what is wrong with it or what it says. */
export type Found =
  | { readonly damage: LedgerDamage }
  | { readonly row: RawRow; readonly plain: PlainEntry; readonly opened: OpenedEntry }

export const DEFAULT_SLICE_MS = 6
const ROWS_PER_QUERY = 128
/** A row that does not open is tried at this many other places, to tell "moved" from "changed". */
const MAX_PLACES_TRIED = 4096

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Everything from `fromSeq` to the end as `lastSeq` tells it (asked again after every query, so what is
 * appended meanwhile is read too), in slices of at most `sliceMs`. Throws `cancelled`, `io_failed`.
 */
export async function* scan(
  context: ReadContext,
  db: VaultDb,
  lastSeq: () => number,
  options: ReadOptions,
): AsyncGenerator<readonly Found[]> {
  const sliceMs = options.sliceMs ?? DEFAULT_SLICE_MS
  const walk = new Walk(context, options.fromSeq ?? 1, previousHash(context, db, options.fromSeq))
  let started = performance.now()
  let slice: Found[] = []
  while (walk.next <= lastSeq()) {
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
function previousHash(context: ReadContext, db: VaultDb, fromSeq = 1): Buffer | undefined {
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
  /** Hash the next row must name; undefined after a gap, where nothing is known. */
  #expected: Buffer | undefined
  /** Whether the row before opened: then a broken link cannot be its fault. */
  #previousOpened = true
  next: number

  constructor(context: ReadContext, next: number, expected: Buffer | undefined) {
    this.#context = context
    this.next = next
    this.#expected = expected
  }

  take(stored: StoredRow, out: Found[]): void {
    if ('missing' in stored) {
      this.#gap(stored.seq + stored.missing, out)
    } else if ('box' in stored) {
      this.#gap(stored.seq, out)
      out.push(this.#row(stored))
    } else {
      out.push({ damage: { what: 'entry', code: 'ledger_damaged', seq: stored.seq } })
      this.#lose(stored.seq + 1)
    }
  }

  #gap(until: number, out: Found[]): void {
    if (until <= this.next) return
    const { next: seq } = this
    out.push({ damage: { what: 'entry', code: 'ledger_missing_entry', seq, count: until - seq } })
    this.#lose(until)
  }

  /** Nothing is known of the row before `next`. */
  #lose(next: number): void {
    this.next = next
    this.#expected = undefined
    this.#previousOpened = false
  }

  #row(row: RawRow): Found {
    const { sodium, vaultId } = this.#context
    const plain = openEntry(this.#context, row)
    const linked = this.#expected === undefined || this.#expected.equals(row.prev)
    const previousOpened = this.#previousOpened
    this.next = row.seq + 1
    this.#expected = entryHash(sodium, vaultId, row)
    this.#previousOpened = plain !== undefined
    if (!plain) return damage(row.seq, this.#isFromElsewhere(row) ? 'ledger_reordered' : undefined)
    // A row that opens was written at this place, after a row with the hash it names. If that is not the
    // row before, although it opens too, the two come from different histories.
    if (!linked && previousOpened) return damage(row.seq, 'ledger_reordered')
    const opened = openedEntry(this.#context, row.seq, plain)
    return 'what' in opened ? { damage: opened } : { row, plain, opened }
  }

  /** Tries the nearest places first: swapped neighbours are the likeliest. */
  #isFromElsewhere(row: RawRow): boolean {
    for (let distance = 1; distance <= MAX_PLACES_TRIED / 2; distance += 1) {
      if (opensAt(this.#context, row, row.seq + distance)) return true
      if (distance < row.seq && opensAt(this.#context, row, row.seq - distance)) return true
    }
    return false
  }
}

const damage = (seq: number, code: LedgerDamage['code'] = 'ledger_damaged'): Found => ({
  damage: { what: 'entry', code, seq },
})

/** What an entry says, with its body opened where there is a key. */
export function openedEntry(
  context: ReadContext,
  seq: number,
  plain: PlainEntry,
): OpenedEntry | LedgerDamage {
  const { t: time, a: author, op, r: record, k } = plain.head
  const about = { seq, time, author, op, ...(record === undefined ? {} : { record }) }
  const json = k === 'record' && record ? sealedJson(context, seq, record, plain.body) : plain.body
  if (typeof json === 'string') return { ...about, state: json }
  if (!json) return { what: 'keys', code: 'keys_damaged', seq }
  try {
    return { ...about, state: 'open', body: JSON.parse(json.toString('utf8')) }
  } catch {
    return { what: 'entry', code: 'ledger_damaged', seq }
  }
}

function sealedJson(
  context: ReadContext,
  seq: number,
  record: RecordId,
  sealed: Buffer,
): Buffer | 'erased' | 'closed' | undefined {
  const key = context.ring.keyOf(record)
  if (key === 'erased') return 'erased'
  if (key === 'unknown') return context.ring.hasClosedPages ? 'closed' : undefined
  return openBody(context, seq, record, key, sealed)
}
