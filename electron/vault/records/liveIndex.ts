/**
 * Keeps the working index equal to the records: filled once after the ledger was read, brought up to date after
 * every append, and says which records look different now.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { fieldOf } from '../../../shared/model/model.ts'
import { IndexDb, type IndexedRecord } from '../db/indexDb.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import type { FoldedRecord } from './fold.ts'
import { indexedRecord, linksOf, titleOrder } from './indexing.ts'
import { LinkTable } from './linkTable.ts'
import type { RecordStore } from './recordStore.ts'
import { LAST_KEY } from './sortKey.ts'
import { titleOf } from './titles.ts'

const SLICE_MS = 10
const RECORDS_PER_LOOK_AT_THE_CLOCK = 16

export class LiveIndex {
  readonly db = new IndexDb()
  readonly links = new LinkTable()
  readonly #store: RecordStore
  readonly #listeners = new Set<(ids: readonly RecordId[]) => void>()
  /** What records are sorted by, while many are indexed that refer to the same few. */
  readonly #orders = new Map<RecordId, string>()

  constructor(store: RecordStore) {
    this.#store = store
  }

  /** Builds the index of everything the store knows, in slices that let the caller's thread answer. */
  async fill(onProgress?: (done: number, total: number) => void): Promise<void> {
    const total = this.#store.size
    let done = 0
    let started = performance.now()
    await this.db.fill(this.#indexedAll(), () => {
      done += 1
      if (done % RECORDS_PER_LOOK_AT_THE_CLOCK !== 0) return undefined
      if (performance.now() - started < SLICE_MS) return undefined
      onProgress?.(done, total)
      return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        started = performance.now()
      })
    })
    this.#orders.clear()
    onProgress?.(total, total)
  }

  /** After entries were appended and the store knows them. */
  update(entries: readonly OpenedEntry[]): void {
    const ids = [...new Set(entries.flatMap(({ record }) => record ?? []))]
    const noticed = new Set<RecordId>()
    const changed: FoldedRecord[] = []
    const erased: RecordId[] = []
    for (const id of ids) {
      const standing = this.#store.standing(id)
      if (standing === 'sealed') continue
      noticed.add(id)
      for (const link of this.links.from(id)) noticed.add(link.id)
      const record = this.#store.get(id)
      if (record) changed.push(record)
      else if (standing === 'erased') erased.push(id)
      this.links.set(id, record ? linksOf(record) : [])
      for (const link of this.links.from(id)) noticed.add(link.id)
    }
    const renamed = changed.filter((record) => this.#isRenamed(record)).map(({ id }) => id)
    const showing: FoldedRecord[] = []
    for (const { id, via } of [...renamed, ...erased].flatMap((each) => this.links.to(each))) {
      noticed.add(id)
      const record = this.#store.get(id)
      // What a list shows of another record, it also sorts by.
      if (record && fieldOf(record.kind, via)?.listed) showing.push(record)
    }
    const anew = new Map([...changed, ...showing].map((record) => [record.id, record]))
    this.db.update(
      [...anew.values()].map((record) => this.#indexed(record)),
      erased,
    )
    this.#orders.clear()
    this.#announce([...noticed])
  }

  /** Called with the ids of records that changed or that show something of one that did. */
  onChanged(listener: (ids: readonly RecordId[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly title = (id: RecordId): string => {
    const record = this.#store.get(id)
    return record ? titleOf(record, this.title) : ''
  }

  close(): void {
    this.db.close()
    this.#listeners.clear()
  }

  #isRenamed(record: FoldedRecord): boolean {
    const before = this.db.titleOf(record.id)
    const title = this.title(record.id)
    return before?.title !== title || before.titleOrder !== titleOrder(record, title)
  }

  #announce(ids: readonly RecordId[]): void {
    if (ids.length === 0) return
    for (const listener of this.#listeners) listener(ids)
  }

  *#indexedAll(): Iterable<IndexedRecord> {
    for (const record of this.#store.all()) {
      this.links.set(record.id, linksOf(record))
      yield this.#indexed(record)
    }
  }

  #indexed(record: FoldedRecord): IndexedRecord {
    return indexedRecord(record, this.title, this.#order)
  }

  readonly #order = (id: RecordId): string => {
    const known = this.#orders.get(id)
    if (known !== undefined) return known
    const record = this.#store.get(id)
    const order = record ? titleOrder(record, this.title(id)) : LAST_KEY
    this.#orders.set(id, order)
    return order
  }
}
