/**
 * Keeps the working index equal to the records: filled once after the ledger was read, brought up to date after
 * every append, and says which records look different now.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { IndexDb, type IndexedRecord } from '../db/indexDb.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import type { FoldedRecord } from './fold.ts'
import { indexedRecord } from './indexing.ts'
import type { RecordStore } from './recordStore.ts'
import { TITLE_DEPENDS_ON, titleOf } from './titles.ts'

const SLICE_MS = 10
const RECORDS_PER_LOOK_AT_THE_CLOCK = 16

export class LiveIndex {
  readonly db = new IndexDb()
  readonly #store: RecordStore
  readonly #listeners = new Set<(ids: readonly RecordId[]) => void>()

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
    onProgress?.(total, total)
  }

  /** After entries were appended and the store knows them. */
  update(entries: readonly OpenedEntry[]): void {
    const ids = [...new Set(entries.flatMap(({ record }) => record ?? []))]
    const before = new Map(ids.map((id) => [id, this.db.title(id)]))
    const noticed = new Set<RecordId>(ids.filter((id) => this.#store.standing(id) !== 'sealed'))
    const note = (id: RecordId): void => {
      for (const target of this.db.linksFrom(id)) noticed.add(target)
    }
    for (const id of ids) note(id)
    const changed = ids.flatMap((id) => this.#store.get(id) ?? [])
    const erased = ids.filter((id) => this.#store.standing(id) === 'erased')
    this.db.update(
      changed.map((record) => this.#indexed(record)),
      erased,
    )
    for (const id of ids) note(id)
    const renamed = ids.filter((id) => before.get(id) !== this.db.title(id))
    for (const id of this.#retitle(renamed)) noticed.add(id)
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

  /** Everything that shows the title of a renamed or erased record; those named after it are indexed anew. */
  #retitle(renamed: readonly RecordId[]): Set<RecordId> {
    const showing = new Set<RecordId>()
    const named = new Map<RecordId, FoldedRecord>()
    for (const id of renamed) {
      for (const link of this.db.linksTo(id)) {
        showing.add(link.id)
        const record = this.#store.get(link.id)
        if (record && TITLE_DEPENDS_ON[link.kind] === link.via) named.set(link.id, record)
      }
    }
    this.db.update(
      [...named.values()].map((record) => this.#indexed(record)),
      [],
    )
    return showing
  }

  #announce(ids: readonly RecordId[]): void {
    if (ids.length === 0) return
    for (const listener of this.#listeners) listener(ids)
  }

  *#indexedAll(): Iterable<IndexedRecord> {
    for (const record of this.#store.all()) yield this.#indexed(record)
  }

  #indexed(record: FoldedRecord): IndexedRecord {
    return indexedRecord(record, this.title)
  }
}
