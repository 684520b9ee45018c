/**
 * The one way entries reach the services' memory: read from the ledger when a vault is opened, or appended
 * later. Either way every taker sees the same entry, so state after a save equals state after a replay.
 */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type {
  AppendedEntry,
  CompartmentId,
  Ledger,
  NewEntry,
  OpenedEntry,
} from '../ledger/types.ts'

/** Keeps something in memory that follows from the ledger's entries. */
export interface EntryTaker {
  /** Called for every entry, in order; others than its own are ignored. Must not throw for what it reads. */
  take(entry: OpenedEntry): void
}

export interface ReplayOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Takers only sort entries away, so nearly all of the 15 ms that the caller's thread may be busy is for reading. */
const SLICE_MS = 10

export class Journal {
  readonly #ledger: Ledger
  readonly #takers: readonly EntryTaker[]
  readonly #listeners = new Set<(entries: readonly OpenedEntry[]) => void>()
  readonly #preparations = new Set<() => void>()

  constructor(ledger: Ledger, takers: readonly EntryTaker[]) {
    this.#ledger = ledger
    this.#takers = takers
  }

  /** Reads the whole ledger, in slices. Throws at the first damaged entry. */
  async replay({ onProgress, signal }: ReplayOptions = {}): Promise<void> {
    const total = this.#ledger.head().seq
    // Takers keep nothing of an identity: there is no reason to decrypt one.
    const options = { sliceMs: SLICE_MS, leaveClosed: true, ...(signal ? { signal } : {}) }
    for await (const slice of this.#ledger.readSlices(options)) {
      for (const entry of slice) this.#give(entry)
      onProgress?.(slice.at(-1)?.seq ?? total, total)
    }
  }

  /** Durable when it returns; when it throws, neither the disk nor anything in memory has changed. */
  append(entries: readonly NewEntry[]): readonly AppendedEntry[] {
    this.#prepare()
    const appended = this.#ledger.append(entries)
    this.#announce(
      appended.map((each, index) => {
        const entry = entries[index]
        invariant(entry, 'the ledger appends what it was given')
        return opened(each, entry.body)
      }),
    )
    return appended
  }

  /** Destroys a record's key. The body stays readable. */
  erase(record: RecordId, body: unknown): AppendedEntry {
    this.#prepare()
    const erased = this.#ledger.erase(record, body)
    this.#announce([opened(erased, body)])
    return erased
  }

  /** Entries `seqs` as the ledger has them. */
  read(seqs: readonly number[]): readonly OpenedEntry[] {
    return this.#ledger.readMany(seqs)
  }

  /** Whether records of a compartment can be read and written now. */
  isOpen(compartment: CompartmentId): boolean {
    return this.#ledger.isOpen(compartment)
  }

  /** Called before every append: for what can only be told from the state before it. */
  onAppending(preparation: () => void): void {
    this.#preparations.add(preparation)
  }

  /** Called after every append, when all takers know. Returns how to stop it. */
  onAppended(listener: (entries: readonly OpenedEntry[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #prepare(): void {
    for (const preparation of this.#preparations) preparation()
  }

  #announce(entries: readonly OpenedEntry[]): void {
    for (const entry of entries) this.#give(entry)
    for (const listener of this.#listeners) listener(entries)
  }

  #give(entry: OpenedEntry): void {
    for (const taker of this.#takers) taker.take(entry)
  }
}

function opened({ seq, time, author, op, record }: AppendedEntry, body: unknown): OpenedEntry {
  const about = { seq, time, author, op, state: 'open' as const, body }
  return record === undefined ? about : { ...about, record }
}
