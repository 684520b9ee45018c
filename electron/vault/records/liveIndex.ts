/**
 * Keeps the working index equal to the records: brought up to date after every append, and says which records look
 * different now. After an unlock records queue up; a list waits for its own kind only, the rest is indexed over
 * the next turns of the event loop (search/searchIndex.ts drives it) or when somebody asks for it first.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { fieldOf, type OpenKind } from '../../../shared/model/model.ts'
import { IndexDb, type IndexedRecord, type ListPage, type RecordListQuery } from '../db/indexDb.ts'
import { INDEX_KINDS } from '../db/indexSchema.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import type { FoldedRecord } from './fold.ts'
import { indexedRecord, linksOf, titleOrder } from './indexing.ts'
import { type Link, LinkTable } from './linkTable.ts'
import type { RecordStore } from './recordStore.ts'
import { LAST_KEY } from './sortKey.ts'
import { titleOf } from './titles.ts'

const RECORDS_AT_ONCE = 32
const SLICE_MS = 10

export class LiveIndex {
  readonly db = new IndexDb()
  readonly #links = new LinkTable()
  readonly #store: RecordStore
  readonly #queues: Map<OpenKind, RecordId[]>
  readonly #listeners = new Set<(ids: readonly RecordId[]) => void>()
  /** What records are sorted by, while many are indexed that refer to the same few. */
  readonly #orders = new Map<RecordId, string>()

  /** `store` has read the ledger. */
  constructor(store: RecordStore) {
    this.#store = store
    this.#queues = new Map(INDEX_KINDS.map((kind) => [kind, store.idsOf(kind).toReversed()]))
  }

  list(query: RecordListQuery): ListPage {
    this.#catchUpKind(query.kind, Number.POSITIVE_INFINITY)
    return this.db.list(query)
  }

  /** Records that refer to `id`, and by which field. */
  linksTo(id: RecordId): readonly Link[] {
    this.catchUp()
    return this.#links.to(id)
  }

  /** Indexes one kind in slices that let the caller's thread answer: for the list that is shown first. */
  async settle(kind: OpenKind): Promise<void> {
    while (!this.#catchUpKind(kind, performance.now() + SLICE_MS)) {
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }

  /** Indexes what waits, until `end` (of performance.now()); false when something is left. */
  catchUp(end: number = Number.POSITIVE_INFINITY): boolean {
    const isDone = INDEX_KINDS.every((kind) => this.#catchUpKind(kind, end))
    if (isDone) this.#orders.clear()
    return isDone
  }

  #catchUpKind(kind: OpenKind, end: number): boolean {
    const queue = this.#queues.get(kind) ?? []
    while (queue.length > 0) {
      const records = queue
        .splice(-RECORDS_AT_ONCE)
        .toReversed()
        .flatMap((id) => this.#store.get(id) ?? [])
      for (const record of records) this.#links.set(record.id, linksOf(record))
      this.db.update(
        records.map((record) => this.#indexed(record)),
        [],
      )
      if (performance.now() > end) return queue.length === 0
    }
    return true
  }

  /** After entries were appended and the store knows them; `catchUp` came before the append. */
  update(entries: readonly OpenedEntry[]): void {
    const ids = [...new Set(entries.flatMap(({ record }) => record ?? []))]
    const noticed = new Set<RecordId>()
    const changed: FoldedRecord[] = []
    const erased: RecordId[] = []
    for (const id of ids) {
      const standing = this.#store.standing(id)
      if (standing === 'sealed') continue
      noticed.add(id)
      for (const link of this.#links.from(id)) noticed.add(link.id)
      const record = this.#store.get(id)
      if (record) changed.push(record)
      else if (standing === 'erased') erased.push(id)
      this.#links.set(id, record ? linksOf(record) : [])
      for (const link of this.#links.from(id)) noticed.add(link.id)
    }
    const renamed = changed.filter((record) => this.#isRenamed(record)).map(({ id }) => id)
    const showing: FoldedRecord[] = []
    for (const { id, via } of [...renamed, ...erased].flatMap((each) => this.#links.to(each))) {
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
