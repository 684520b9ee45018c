/**
 * The one way entries reach the services' memory: read from the ledger when a vault is opened, or appended
 * later. Either way every taker sees the same entry, so state after a save equals state after a replay.
 */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { MadeEntries } from '../ledger/lazyEntry.ts'
import type {
  AppendedEntry,
  BulkAppended,
  BulkOptions,
  BulkPlan,
  CompartmentId,
  Ledger,
  NewEntry,
  OpenedEntry,
} from '../ledger/types.ts'
import { slices } from '../slices.ts'

/** Part of the working index: called for every entry that the index does not know yet. */
export interface EntryTaker {
  /**
   * In order; others than its own are ignored. Must not throw for what it reads; where something else stops it, it gets
   * the same entry again.
   */
  take(entry: OpenedEntry): void
}

/** A service that remembers something of its own: at each opening it is given all entries of `keeps`, few in a vault. */
export interface KeepingTaker extends EntryTaker {
  readonly keeps: ReadonlySet<string>
}

/** Remembers which entries are to be seen at each opening: a part of the working index. */
export interface KeptEntries {
  keep(seq: number): void
  kept(): readonly number[]
}

/** What the working index does round a bulk, both in slices. */
interface BulkListener {
  /** Before it: for what can only be told from the state before. */
  before(): Promise<void>
  /** When all takers know its entries. */
  after(records: readonly RecordId[]): Promise<void>
}

export interface ReplayOptions {
  /** The last entry that the working index knows; 0 when it is empty. */
  readonly after?: number
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Takers only sort entries away, so nearly all of the 15 ms that the caller's thread may be busy is for reading. */
const SLICE_MS = 10
const GIVEN_AT_ONCE = 16

export class Journal {
  readonly #ledger: Ledger
  readonly #index: readonly EntryTaker[]
  /** By the operations that they keep: most entries are of none. */
  readonly #services = new Map<string, KeepingTaker[]>()
  readonly #kept: KeptEntries | undefined
  readonly #listeners = new Set<(entries: readonly OpenedEntry[]) => void>()
  readonly #preparations = new Set<() => void>()
  readonly #beforeErasing = new Set<() => void>()
  #bulkListener: BulkListener | undefined
  #isInBulk = false
  #isBehind = false
  readonly #onBehind = new Set<() => void>()
  /** The last entry that the working index knows; undefined before the ledger was read. */
  #taken: number | undefined

  /** `kept` is part of the working index too. */
  constructor(
    ledger: Ledger,
    index: readonly EntryTaker[],
    services: readonly KeepingTaker[] = [],
    kept?: KeptEntries,
  ) {
    this.#ledger = ledger
    this.#index = index
    for (const service of services) {
      for (const op of service.keeps) {
        const known = this.#services.get(op)
        if (known) known.push(service)
        else this.#services.set(op, [service])
      }
    }
    this.#kept = kept
  }

  /** Reads the ledger from where the working index ends, in slices. Throws at the first damaged entry. */
  async replay({ after = 0, onProgress, signal }: ReplayOptions = {}): Promise<void> {
    const total = this.#ledger.head().seq
    this.#taken = after
    this.#giveKept(after)
    const options = {
      ...{ sliceMs: SLICE_MS, fromSeq: after + 1, lazyBodies: true },
      ...(signal ? { signal } : {}),
    }
    // What another thread read comes in long stretches, each in one turn.
    const breathe = slices(signal)
    for await (const slice of this.#ledger.readSlices(options)) {
      for (const [place, entry] of slice.entries()) {
        this.#give(entry)
        if (place % GIVEN_AT_ONCE === GIVEN_AT_ONCE - 1) await breathe()
      }
      onProgress?.(slice.at(-1)?.seq ?? total, total)
    }
  }

  /**
   * On disk when it returns, and the takers know it unless the journal `isBehind`; when it throws, neither the disk nor
   * anything in memory has changed.
   */
  append(entries: readonly NewEntry[]): readonly AppendedEntry[] {
    this.#prepare()
    this.catchUp()
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

  /** Resolves when no bulk is written; whoever appends in the same turn is not refused as `busy`. */
  writable(): Promise<void> {
    return this.#ledger.writable()
  }

  /** Whether a bulk is written: the working index is between two states. */
  get isInBulk(): boolean {
    return this.#isInBulk
  }

  /**
   * Many entries in one transaction, in slices, and the keys of `erase` destroyed with it. `plan` is made when nobody
   * else appends any more and the working index knows everything. When it resolves all of it is on disk, and the takers
   * know it unless the journal `isBehind`; when it throws, nothing has changed. Errors: those of the ledger's appendBulk.
   */
  async appendBulk(
    plan: () => Promise<BulkPlan>,
    options: Pick<BulkOptions, 'onProgress' | 'signal'> = {},
  ): Promise<BulkAppended> {
    const made = new MadeEntries()
    // Several may have waited for the same end: one goes on, the others wait for its own.
    do await this.#ledger.writable()
    while (this.#isInBulk)
    const prepared = async () => {
      await this.#bulkListener?.before()
      this.catchUp()
      const planned = await plan()
      if (planned.erase) for (const prepare of this.#beforeErasing) prepare()
      return planned
    }
    const after = async ({ firstSeq, time, author }: BulkAppended) => {
      try {
        await this.#takeBulk([made.take(firstSeq, time, author)])
      } catch {
        // It is saved, whatever kept the index from taking it in; and the ledger has it.
        await this.#takeAgain(firstSeq)
      }
    }
    const onMade: BulkOptions['onMade'] = (op, record, json) => made.add(op, record, json)
    this.#isInBulk = true
    try {
      return await this.#ledger.appendBulk(prepared, { ...options, onMade, after })
    } finally {
      this.#isInBulk = false
    }
  }

  async #takeBulk(
    parts: Iterable<Iterable<OpenedEntry>> | AsyncIterable<Iterable<OpenedEntry>>,
  ): Promise<void> {
    const records = new Set<RecordId>()
    const breathe = slices()
    for await (const entries of parts)
      for (const entry of entries) {
        if (entry.seq > (this.#taken ?? 0)) this.#give(entry)
        if (entry.record !== undefined) records.add(entry.record)
        await breathe()
      }
    await this.#bulkListener?.after([...records])
  }

  async #takeAgain(fromSeq: number): Promise<void> {
    try {
      await this.#takeBulk(
        this.#ledger.readSlices({ sliceMs: SLICE_MS, fromSeq, lazyBodies: true }),
      )
    } catch {
      this.#fallBehind()
    }
  }

  #fallBehind(): void {
    if (this.#isBehind) return
    this.#isBehind = true
    for (const listener of this.#onBehind) listener()
  }

  /**
   * Whether the working index lacks something that is saved: then not all that is protected is known, and it is not to be
   * kept as a snapshot. The next opening reads it from the ledger.
   */
  get isBehind(): boolean {
    return this.#isBehind
  }

  onBehind(listener: () => void): void {
    this.#onBehind.add(listener)
  }

  /** Who keeps the working index equal to the records through a bulk. */
  onBulk(listener: BulkListener): void {
    this.#bulkListener = listener
  }

  /** Destroys a record's key. The body stays readable. */
  erase(record: RecordId, body: unknown): AppendedEntry {
    const [erased] = this.eraseMany([record], body)
    invariant(erased, 'one entry was appended')
    return erased
  }

  /** The keys of several records, and other entries before that, in one transaction. */
  eraseMany(
    records: readonly RecordId[],
    body: unknown,
    others: readonly NewEntry[] = [],
  ): readonly AppendedEntry[] {
    this.#prepare()
    this.catchUp()
    for (const prepare of this.#beforeErasing) prepare()
    const appended = this.#ledger.eraseMany(records, body, others)
    this.#announce(appended.map((each, place) => opened(each, others[place]?.body ?? body)))
    return appended
  }

  /** Entries `seqs` as the ledger has them. */
  read(seqs: readonly number[]): readonly OpenedEntry[] {
    return this.#ledger.readMany(seqs)
  }

  /** Whether records of a compartment can be read and written now. */
  isOpen(compartment: CompartmentId): boolean {
    return this.#ledger.isOpen(compartment)
  }

  /**
   * Others append to the ledger too (a change of slots, a backup made), and tell who needs to know themselves. What
   * of that belongs to the working index is read here. Returns the last entry that was taken.
   */
  catchUp(): number {
    const last = this.#ledger.head().seq
    const taken = this.#taken ?? last
    if (taken < last) {
      const seqs = Array.from({ length: last - taken }, (_, place) => taken + 1 + place)
      for (const entry of this.#ledger.readMany(seqs)) this.#note(entry)
    }
    return last
  }

  /** Called before every append: for what can only be told from the state before it. */
  onAppending(preparation: () => void): void {
    this.#preparations.add(preparation)
  }

  /** Called before a record's key is destroyed: for what holds something of it under another key. */
  onErasing(preparation: () => void): void {
    this.#beforeErasing.add(preparation)
  }

  /** Called after every append, when all takers know. Returns how to stop it. */
  onAppended(listener: (entries: readonly OpenedEntry[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #prepare(): void {
    for (const preparation of this.#preparations) preparation()
  }

  /** Never throws: what is announced is saved, whatever keeps the index from taking it in; and the ledger has it. */
  #announce(entries: readonly OpenedEntry[]): void {
    try {
      this.#takeAppended(entries)
    } catch {
      try {
        this.#takeAppended(this.#ledger.readMany(entries.map(({ seq }) => seq)))
      } catch {
        this.#fallBehind()
      }
    }
  }

  #takeAppended(entries: readonly OpenedEntry[]): void {
    for (const entry of entries) if (entry.seq > (this.#taken ?? 0)) this.#give(entry)
    for (const listener of this.#listeners) listener(entries)
  }

  #give(entry: OpenedEntry): void {
    this.#sortAway(entry)
    this.#serve(entry)
    this.#taken = entry.seq
  }

  #note(entry: OpenedEntry): void {
    this.#sortAway(entry)
    this.#taken = entry.seq
  }

  #sortAway(entry: OpenedEntry): void {
    const { seq, op } = entry
    for (const taker of this.#index) taker.take(entry)
    if (this.#services.has(op)) this.#kept?.keep(seq)
  }

  #serve(entry: OpenedEntry): void {
    for (const service of this.#services.get(entry.op) ?? []) service.take(entry)
  }

  #giveKept(after: number): void {
    const seqs = this.#kept?.kept().filter((seq) => seq <= after) ?? []
    if (seqs.length === 0) return
    for (const entry of this.#ledger.readMany(seqs)) this.#serve(entry)
  }
}

function opened({ seq, time, author, op, record }: AppendedEntry, body: unknown): OpenedEntry {
  const about = { seq, time, author, op, state: 'open' as const, body }
  return record === undefined ? about : { ...about, record }
}
