/**
 * Keeps the working index equal to the records: brought up to date after every append, and says which records look
 * different now. After an unlock the records that it does not know yet queue up; a list waits for its own kind only,
 * the rest is indexed over the next turns of the event loop (search/searchIndex.ts drives it) or when somebody asks
 * for it first.
 */
import { isVaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { definitionIdOf, isDefining } from '../../../shared/model/custom.ts'
import { fieldOf, type OpenKind } from '../../../shared/model/model.ts'
import type { IndexDb, IndexedRecord, ListPage, RecordListQuery } from '../db/indexDb.ts'
import { INDEX_KINDS } from '../db/indexSchema.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { CustomFields, searchedOtherwise } from './customFields.ts'
import type { FoldedRecord } from './fold.ts'
import { indexedRecord, type Link, linksOf, sourcesOf, titleOrder } from './indexing.ts'
import { wasMerged } from './merge.ts'
import type { RecordStore } from './recordStore.ts'
import { LAST_KEY } from './sortKey.ts'
import { titleOf } from './titles.ts'

const RECORDS_AT_ONCE = 32
const SLICE_MS = 10

export class LiveIndex {
  readonly db: IndexDb
  /** Records that were not in the working index as they are now when it was opened. */
  readonly touched: readonly RecordId[]
  /** Fields that the team defined. */
  readonly custom: CustomFields
  readonly #store: RecordStore
  readonly #queues = new Map<OpenKind, Set<RecordId>>(INDEX_KINDS.map((kind) => [kind, new Set()]))
  /** Records that lists know and that are not indexed for anything else yet. */
  readonly #listed = new Set<RecordId>()
  readonly #listeners = new Set<(ids: readonly RecordId[]) => void>()
  /** What records are sorted by, while many are indexed that refer to the same few. */
  readonly #orders = new Map<RecordId, string>()

  /** `store` has read the ledger from where its working index ends. */
  constructor(store: RecordStore) {
    this.#store = store
    this.db = store.db
    this.custom = new CustomFields({
      idsOf: (kind) => store.idsOf(kind),
      get: (id) => this.readable(id),
    })
    const touched = store.takeTouched()
    this.touched = touched
    const gone: RecordId[] = []
    for (const id of touched) {
      const kind = store.kindOf(id)
      if (kind) this.#queues.get(kind)?.add(id)
      else if (store.standing(id) === 'erased') gone.push(id)
    }
    if (touched.some((id) => isDefining(store.kindOf(id))))
      this.#queueUsers(this.custom.all().map(({ id }) => id))
    this.#queueUsers(gone)
    this.#takeOut(gone)
  }

  list(query: RecordListQuery): ListPage {
    this.#listKind(query.kind, Number.POSITIVE_INFINITY)
    return this.db.list(query)
  }

  /** Records that refer to `id`, and by which field. */
  linksTo(id: RecordId): readonly Link[] {
    this.catchUp()
    return this.#linksTo(id)
  }

  /** Records with a statement that names `id` as its source. */
  citing(id: RecordId): readonly RecordId[] {
    this.catchUp()
    const key = this.#store.keyOf(id)
    const keys = key === undefined ? [] : this.db.links.citing(key)
    return keys.flatMap((each) => this.db.records.idOf(each) ?? [])
  }

  /** Indexes one kind in slices that let the caller's thread answer: for the list that is shown first. */
  async settle(kind: OpenKind): Promise<void> {
    while (this.db.isOpen && !this.#listKind(kind, performance.now() + SLICE_MS)) {
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }

  /**
   * Indexes what waits, until `end` (of performance.now()); false when something is left. `also` gets the records
   * while they are folded.
   */
  catchUp(
    end: number = Number.POSITIVE_INFINITY,
    also?: (records: readonly FoldedRecord[]) => void,
  ): boolean {
    // First, because they are still in memory.
    const finish = (records: readonly FoldedRecord[]) => {
      this.#linkAll(records)
      also?.(records)
    }
    if (!this.#takeFrom(this.#listed, end, finish)) return false
    // What waits may bring others to be indexed anew: a list shows their titles.
    while ([...this.#queues.values()].some((queue) => queue.size > 0)) {
      const isDone = [...this.#queues.values()].every((queue) =>
        this.#takeFrom(queue, end, (records) => {
          this.#listAll(records)
          finish(records)
        }),
      )
      if (!isDone) return false
    }
    this.#orders.clear()
    if (!this.#store.flush(end)) return false
    this.#store.settled()
    return true
  }

  /** Only what a list needs. */
  #listKind(kind: OpenKind, end: number): boolean {
    const queue = this.#queues.get(kind)
    return (
      queue === undefined ||
      this.#takeFrom(queue, end, (records) => {
        this.#listAll(records)
        for (const { id } of records) this.#listed.add(id)
      })
    )
  }

  /** Some at a time until `end`; false when something is left. */
  #takeFrom(
    queue: Set<RecordId>,
    end: number,
    use: (records: readonly FoldedRecord[]) => void,
  ): boolean {
    while (queue.size > 0) {
      const records: FoldedRecord[] = []
      for (const id of queue) {
        queue.delete(id)
        const record = this.readable(id)
        if (record) records.push(record)
        if (records.length >= RECORDS_AT_ONCE) break
      }
      use(records)
      if (performance.now() > end) return queue.size === 0
    }
    return true
  }

  /** A record whose entries cannot be read stays indexed as it was: whoever opens it is told. */
  readable(id: RecordId): FoldedRecord | undefined {
    try {
      return this.#store.get(id)
    } catch (error) {
      if (isVaultError(error)) return undefined
      throw error
    }
  }

  #linkAll(records: readonly FoldedRecord[]): void {
    this.db.transaction(() => {
      for (const record of records) this.#setLinks(record)
    })
  }

  #listAll(records: readonly FoldedRecord[]): void {
    this.db.transaction(() => {
      for (const record of records) {
        this.#store.flushOne(record.id)
        // Whom lists leave out, because another record stands for them, is told by a link; a merge that was taken
        // apart since the snapshot left one there.
        if (wasMerged(record)) this.#setLinks(record)
        // Nobody shows the title of what was not indexed before, or will when it is indexed itself.
        if (this.#indexedTitle(record) && this.#isRenamed(record)) this.#queueShowing(record.id)
      }
      this.db.update(
        records.map((record) => this.#indexed(record)),
        [],
      )
    })
  }

  /** What is searched of a value is its definition's to say: records that have one are to be indexed anew. */
  #queueUsers(definitions: readonly RecordId[]): void {
    for (const definition of definitions) {
      for (const { id, via } of this.#linksTo(definition)) {
        const kind = this.#store.kindOf(id)
        if (kind && definitionIdOf(via) === definition) this.#queues.get(kind)?.add(id)
      }
    }
  }

  /** Lists that show something of `id` sort by it. */
  #queueShowing(id: RecordId): void {
    for (const link of this.#linksTo(id)) {
      const kind = this.#store.kindOf(link.id)
      if (kind && fieldOf(kind, link.via)?.listed) this.#queues.get(kind)?.add(link.id)
    }
  }

  /** Of records that were erased before the working index heard of it. */
  #takeOut(ids: readonly RecordId[]): void {
    if (ids.length === 0) return
    for (const id of ids) {
      this.#queueShowing(id)
      this.db.links.set(this.#store.keyFor(id), [], [])
    }
    this.db.update(
      [],
      ids.map((id) => this.#store.keyFor(id)),
    )
  }

  /** After entries were appended and the store knows them; `catchUp` came before the append. */
  update(entries: readonly OpenedEntry[]): void {
    const ids = [...new Set(entries.flatMap(({ record }) => record ?? []))]
    const noticed = new Set<RecordId>()
    const changed: FoldedRecord[] = []
    const erased: RecordId[] = []
    let redefined = false
    this.db.transaction(() => {
      for (const id of ids) {
        const standing = this.#store.standing(id)
        if (standing === 'sealed') continue
        noticed.add(id)
        for (const link of this.#linksFrom(id)) noticed.add(link.id)
        const record = this.#store.get(id)
        if (!record || isDefining(record.kind)) redefined = true
        if (record) {
          changed.push(record)
          this.#setLinks(record)
          for (const link of this.#linksFrom(id)) noticed.add(link.id)
        } else if (standing === 'erased') {
          erased.push(id)
          this.db.links.set(this.#store.keyFor(id), [], [])
        }
      }
      const renamed = changed.filter((record) => this.#isRenamed(record)).map(({ id }) => id)
      const showing: FoldedRecord[] = []
      for (const { id, via } of [...renamed, ...erased].flatMap((each) => this.#linksTo(each))) {
        // What has a value of a field shows its name by asking, and may be every record there is.
        if (definitionIdOf(via)) continue
        noticed.add(id)
        const record = this.readable(id)
        // What a list shows of another record, it also sorts by.
        if (record && fieldOf(record.kind, via)?.listed) showing.push(record)
      }
      const anew = new Map([...changed, ...showing].map((record) => [record.id, record]))
      this.#store.flush()
      this.db.update(
        [...anew.values()].map((record) => this.#indexed(record)),
        erased.map((id) => this.#store.keyFor(id)),
      )
    })
    if (redefined) this.#queueUsers(searchedOtherwise(this.custom.forget(), this.custom.all()))
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

  #setLinks(record: FoldedRecord): void {
    const links = linksOf(record).map(({ id, via }) => ({ key: this.#store.keyFor(id), via }))
    const sources = [...sourcesOf(record)].map((id) => this.#store.keyFor(id))
    for (const { id } of linksOf(record)) this.#store.flushOne(id)
    this.#store.flushOne(record.id)
    this.db.links.set(this.#store.keyFor(record.id), links, sources)
  }

  #linksTo(id: RecordId): readonly Link[] {
    const key = this.#store.keyOf(id)
    return key === undefined ? [] : this.#named(this.db.links.to(key))
  }

  #linksFrom(id: RecordId): readonly Link[] {
    const key = this.#store.keyOf(id)
    return key === undefined ? [] : this.#named(this.db.links.from(key))
  }

  #named(rows: readonly { readonly key: number; readonly via: string }[]): Link[] {
    return rows.flatMap(({ key, via }) => {
      const id = this.db.records.idOf(key)
      return id ? [{ id, via }] : []
    })
  }

  #indexedTitle(record: FoldedRecord) {
    return this.db.titleOf(this.#store.keyFor(record.id), record.kind as OpenKind)
  }

  #isRenamed(record: FoldedRecord): boolean {
    const before = this.#indexedTitle(record)
    const title = this.title(record.id)
    return before?.title !== title || before.titleOrder !== titleOrder(record, title)
  }

  #announce(ids: readonly RecordId[]): void {
    if (ids.length === 0) return
    for (const listener of this.#listeners) listener(ids)
  }

  #indexed(record: FoldedRecord): IndexedRecord {
    return indexedRecord(record, this.#store.keyFor(record.id), this.title, this.#order)
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
