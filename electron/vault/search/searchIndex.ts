/**
 * What the search looks into: the names and the words of all records. Opening a vault and saving a record do not
 * wait for it: records queue up and are taken in over the next turns of the event loop, or at once when somebody
 * searches first.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { wordsOf } from '../records/indexing.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { Batches, type Pausing, turn } from '../slices.ts'
import { type Candidate, NameIndex } from './nameIndex.ts'

const SLICE_MS = 5
const MOST_AT_ONCE = 16
const TAKEN_AT_ONCE = 500

export class SearchIndex {
  readonly #store: RecordStore
  readonly #index: LiveIndex
  readonly #names: NameIndex
  readonly #queue: Set<RecordId>
  /** Keys of what was erased and whose names are still here: none is found meanwhile, for who searches catches up first. */
  readonly #gone = new Set<number>()
  readonly #batches = new Batches(MOST_AT_ONCE)
  /** Of what was touched at the opening. */
  #taken = 0
  #isScheduled = false
  #pumping: Promise<void> | undefined
  #isClosed = false
  #setReady: () => void = () => {}
  /** Kept when everything has been taken in for the first time. */
  readonly ready = new Promise<void>((resolve) => {
    this.#setReady = resolve
  })

  constructor(store: RecordStore, index: LiveIndex) {
    this.#store = store
    this.#index = index
    this.#names = new NameIndex(store.db.names)
    this.#queue = new Set()
    index.onChanged((_, changed) => this.#take(changed))
    this.#schedule()
  }

  /** Spellings with parts like those of a query, given as skeletons. */
  matchNames(skeletons: readonly string[]): Pausing<Candidate[]> {
    this.catchUp()
    return this.#names.match(skeletons)
  }

  /** Keys of records with a word that begins with each of some folded words. */
  withWords(prefixes: readonly string[], limit: number): readonly number[] {
    this.catchUp()
    return this.#index.db.words.with(prefixes, limit)
  }

  /** Takes in what waits, until `end` (of performance.now()); false when something is left. */
  catchUp(end: number = Number.POSITIVE_INFINITY): boolean {
    if (!this.#takeTouched(end) || !this.#takeOutGone(end)) return false
    // Words belong to rows of the working index. What is folded for those is at hand for these.
    if (!this.#index.catchUp(end, (records) => this.#takeIn(records))) return false
    while (this.#queue.size > 0) {
      this.#takeIn(this.#next(this.#batches.next()))
      if (performance.now() > end) return this.#queue.size === 0
    }
    return true
  }

  /** Whether nothing waits, so that the working index is what the ledger makes it, and nothing erased is left in it. */
  get isSettled(): boolean {
    const now = performance.now()
    const waits =
      this.#queue.size > 0 || this.#gone.size > 0 || this.#taken < this.#index.touched.length
    return !waits && this.#index.catchUp(now) && this.#index.db.words.merge(now)
  }

  /** Takes in what waits, in slices, whatever else the process has to do. */
  settle(): Promise<void> {
    // One for all who wait: each with slices of its own would add up to long turns.
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = undefined
    })
    return this.#pumping
  }

  async #pump(): Promise<void> {
    while (this.#isOpen && !this.#goOn(performance.now() + SLICE_MS)) await turn()
    if (this.#isOpen) this.#setReady()
  }

  get #isOpen(): boolean {
    return !this.#isClosed && this.#index.db.isOpen
  }

  close(): void {
    this.#isClosed = true
    this.#queue.clear()
    this.#gone.clear()
  }

  /** What was touched before there was anybody to tell. Some at a time until `end`; false when something is left. */
  #takeTouched(end: number): boolean {
    const { touched } = this.#index
    while (this.#taken < touched.length) {
      this.#take(touched.slice(this.#taken, this.#taken + TAKEN_AT_ONCE))
      this.#taken += TAKEN_AT_ONCE
      if (performance.now() > end) return this.#taken >= touched.length
    }
    return true
  }

  #take(ids: readonly RecordId[]): void {
    for (const id of ids) {
      if (this.#store.kindOf(id)) this.#queue.add(id)
      else {
        this.#queue.delete(id)
        const key = this.#store.keyOf(id)
        if (key !== undefined) this.#gone.add(key)
      }
    }
    // What is erased goes at once; of thousands, in slices.
    this.#takeOutGone(performance.now() + SLICE_MS)
    this.#schedule()
  }

  /** Some at a time until `end`; false when something is left. */
  #takeOutGone(end: number): boolean {
    for (const key of this.#gone) {
      this.#names.remove(key)
      this.#gone.delete(key)
      if (performance.now() > end) return this.#gone.size === 0
    }
    return true
  }

  #next(most: number): FoldedRecord[] {
    const records: FoldedRecord[] = []
    for (const id of this.#queue) {
      this.#queue.delete(id)
      const record = this.#index.readable(id)
      if (record) records.push(record)
      if (records.length >= most) break
    }
    return records
  }

  #takeIn(records: readonly FoldedRecord[]): void {
    const words = new Map<number, string>()
    this.#index.db.transaction(() => {
      for (const record of records) {
        const key = this.#store.keyFor(record.id)
        this.#queue.delete(record.id)
        this.#index.db.orElse(() => this.#queue.add(record.id))
        this.#names.put(key, record)
        words.set(key, wordsOf(record, this.#index.custom))
      }
      this.#index.db.words.add(words)
    })
  }

  #goOn(end: number): boolean {
    return this.catchUp(end) && this.#names.load(end) && this.#index.db.words.merge(end)
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isClosed) return
    this.#isScheduled = true
    // Not unref'd: such a turn only comes when something else wakes the loop, and an idle program would never get done.
    setImmediate(() => {
      this.#isScheduled = false
      void this.settle()
    })
  }
}
