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
import { type Candidate, NameIndex } from './nameIndex.ts'

const SLICE_MS = 5
const RECORDS_AT_ONCE = 32

export class SearchIndex {
  readonly #store: RecordStore
  readonly #index: LiveIndex
  readonly #names: NameIndex
  readonly #queue: Set<RecordId>
  #isScheduled = false
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
    this.#take(index.touched)
    index.onChanged((ids) => this.#take(ids))
    this.#schedule()
  }

  /** Spellings with parts like those of a query, given as skeletons. */
  matchNames(skeletons: readonly string[]): Candidate[] {
    this.catchUp()
    return this.#names.match(skeletons)
  }

  /** Keys of records with a word that begins with each of some folded words. */
  withWords(prefixes: readonly string[], limit: number): readonly number[] {
    this.catchUp()
    return this.#index.db.withWords(prefixes, limit)
  }

  /** Takes in what waits, until `end` (of performance.now()); false when something is left. */
  catchUp(end: number = Number.POSITIVE_INFINITY): boolean {
    // Words belong to rows of the working index. What is folded for those is at hand for these.
    if (!this.#index.catchUp(end, (records) => this.#takeIn(records))) return false
    while (this.#queue.size > 0) {
      this.#takeIn(this.#next())
      if (performance.now() > end) return this.#queue.size === 0
    }
    return true
  }

  /** Whether nothing waits, so that the working index is what the ledger makes it, and nothing erased is left in it. */
  get isSettled(): boolean {
    const now = performance.now()
    return this.#queue.size === 0 && this.#index.catchUp(now) && this.#index.db.mergeWords(now)
  }

  /** Takes in what waits, in slices, whatever else the process has to do. */
  async settle(): Promise<void> {
    while (!this.#isClosed && !this.#goOn(performance.now() + SLICE_MS)) {
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }

  close(): void {
    this.#isClosed = true
    this.#queue.clear()
  }

  #take(ids: readonly RecordId[]): void {
    for (const id of ids) {
      if (this.#store.kindOf(id)) this.#queue.add(id)
      // What is erased goes at once.
      else {
        this.#queue.delete(id)
        const key = this.#store.keyOf(id)
        if (key !== undefined) this.#names.remove(key)
      }
    }
    this.#schedule()
  }

  #next(): FoldedRecord[] {
    const records: FoldedRecord[] = []
    for (const id of this.#queue) {
      this.#queue.delete(id)
      const record = this.#index.readable(id)
      if (record) records.push(record)
      if (records.length >= RECORDS_AT_ONCE) break
    }
    return records
  }

  #takeIn(records: readonly FoldedRecord[]): void {
    const words = new Map<number, string>()
    this.#index.db.transaction(() => {
      for (const record of records) {
        const key = this.#store.keyFor(record.id)
        this.#queue.delete(record.id)
        this.#names.put(key, record)
        words.set(key, wordsOf(record, this.#index.custom))
      }
      this.#index.db.addWords(words)
    })
  }

  #goOn(end: number): boolean {
    return this.catchUp(end) && this.#names.load(end) && this.#index.db.mergeWords(end)
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isClosed) return
    this.#isScheduled = true
    // Not unref'd: such a turn only comes when something else wakes the loop, and an idle program would never get done.
    setImmediate(() => {
      this.#isScheduled = false
      if (this.#isClosed || !this.#index.db.isOpen) return
      if (this.#goOn(performance.now() + SLICE_MS)) this.#setReady()
      else this.#schedule()
    })
  }
}
