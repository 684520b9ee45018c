/**
 * What the search looks into: the names and the words of all records. Opening a vault and saving a record do not
 * wait for it: records queue up and are taken in over the next turns of the event loop, or at once when somebody
 * searches first.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { INDEX_KINDS } from '../db/indexSchema.ts'
import { wordsOf } from '../records/indexing.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { NameIndex, type NameMatch } from './nameIndex.ts'

const SLICE_MS = 5
const RECORDS_AT_ONCE = 32

export class SearchIndex {
  readonly #store: RecordStore
  readonly #index: LiveIndex
  readonly #names = new NameIndex()
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
    this.#queue = new Set(INDEX_KINDS.flatMap((kind) => store.idsOf(kind)))
    index.onChanged((ids) => this.#take(ids))
    this.#schedule()
  }

  /** Spellings with parts like those of a query, given as skeletons. */
  matchNames(skeletons: readonly string[]): NameMatch[] {
    this.catchUp()
    return this.#names.match(skeletons)
  }

  /** Records with a word that begins with a folded word. */
  withWord(prefix: string, limit: number): readonly RecordId[] {
    this.catchUp()
    return this.#index.db.withWord(prefix, limit)
  }

  /** Takes in what waits, until `end` (of performance.now()); false when something is left. */
  catchUp(end: number = Number.POSITIVE_INFINITY): boolean {
    // Words belong to rows of the working index.
    if (!this.#index.catchUp(end)) return false
    while (this.#queue.size > 0) {
      this.#takeIn()
      if (performance.now() > end) return this.#queue.size === 0
    }
    return true
  }

  close(): void {
    this.#isClosed = true
    this.#queue.clear()
  }

  #take(ids: readonly RecordId[]): void {
    for (const id of ids) {
      if (this.#store.get(id)) this.#queue.add(id)
      // What is erased goes at once.
      else this.#names.remove(id)
    }
    this.#schedule()
  }

  #takeIn(): void {
    const words = new Map<RecordId, string>()
    for (const id of this.#queue) {
      this.#queue.delete(id)
      const record = this.#store.get(id)
      if (record) {
        this.#names.put(record)
        words.set(id, wordsOf(record))
      }
      if (words.size >= RECORDS_AT_ONCE) break
    }
    this.#index.db.addWords(words)
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isClosed) return
    this.#isScheduled = true
    // It must not keep a process alive that is otherwise done.
    setImmediate(() => {
      this.#isScheduled = false
      if (this.#isClosed) return
      if (this.catchUp(performance.now() + SLICE_MS)) this.#setReady()
      else this.#schedule()
    }).unref()
  }
}
