/**
 * Keeps the working index equal to the records: brought up to date after every append, and says which records look
 * different now. After an unlock the records that it does not know yet queue up; a list waits for its own kind only,
 * the rest is indexed over the next turns of the event loop (search/searchIndex.ts drives it) or when somebody asks
 * for it first.
 */

import { isVaultError } from '../../../shared/errors.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { definitionIdOf, isDefining } from '../../../shared/model/custom.ts'
import { fieldOf, type OpenKind } from '../../../shared/model/model.ts'
import { LAST_KEY } from '../../../shared/sorting/sortKey.ts'
import type {
  IndexDb,
  IndexedRecord,
  IndexedTitle,
  ListPage,
  RecordListQuery,
} from '../db/indexDb.ts'
import { INDEX_KINDS } from '../db/indexSchema.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { tellOfGarbage } from '../machine/garbage.ts'
import { Batches, turn } from '../slices.ts'
import { CustomFields, searchedOtherwise } from './customFields.ts'
import type { FoldedRecord } from './fold.ts'
import { indexedRecord, type Link, linksOf, sourcesOf } from './indexing.ts'
import { ListOrder } from './listOrder.ts'
import { wasMerged } from './merge.ts'
import type { RecordStore } from './recordStore.ts'
import { sortTitle, titleOf } from './titles.ts'

const MOST_AT_ONCE = 16
const QUEUED_AT_ONCE = 500
/** Folded for a list and kept until they are indexed for all else: tens of megabytes. */
const MANY_KEPT = 2000
const SLICE_MS = 10
/** Of a bulk. */
const TOLD_AT_ONCE = 1000

/**
 * Called with the ids of records that changed or that show something of one that did, and with those that may have
 * changed themselves.
 */
type ChangeListener = (ids: readonly RecordId[], changed: readonly RecordId[]) => void

export class LiveIndex {
  readonly db: IndexDb
  /** Records that were not in the working index as they are now when it was opened. */
  readonly touched: readonly RecordId[]
  /** Fields that the team defined. */
  readonly custom: CustomFields
  readonly order: ListOrder
  readonly #store: RecordStore
  /** The same by their kinds, and of each how many queued up. */
  readonly #touched: ReadonlyMap<OpenKind | undefined, readonly RecordId[]>
  readonly #queued = new Map<OpenKind | undefined, number>()
  /** Whether what values mean changed among them. */
  #isRedefined = false
  readonly #queues = new Map<OpenKind, Set<RecordId>>(INDEX_KINDS.map((kind) => [kind, new Set()]))
  /** Erased records that are still in the working index. */
  readonly #gone = new Set<RecordId>()
  /** Records of a bulk: what shows something of them is told when they are indexed. */
  readonly #untold = new Set<RecordId>()
  /** Records that lists know and that are not indexed for anything else yet. */
  readonly #listed = new Set<RecordId>()
  /** How many there were of them since there were none. */
  #kept = 0
  /** Records that are about to be put into the index: what it says of them is what they were. */
  #inHand: ReadonlySet<RecordId> = new Set()
  readonly #listeners = new Set<ChangeListener>()
  readonly #batches = new Batches(MOST_AT_ONCE)

  /** `store` has read the ledger from where its working index ends. `language`: as of ListOrder. */
  constructor(store: RecordStore, language?: Language) {
    this.#store = store
    this.db = store.db
    this.order = new ListOrder(store.db.sorting, language)
    this.custom = new CustomFields({
      idsOf: (kind) => store.idsOf(kind),
      get: (id) => this.readable(id),
    })
    this.#touched = store.takeTouched()
    this.touched = [...this.#touched.values()].flat()
  }

  /**
   * Some at a time until `end`; false when something is left. With `kind` only what a list of it needs: its own, what
   * was erased, and what nobody knew the kind of at first.
   */
  #queueTouched(end: number, kind?: OpenKind): boolean {
    for (const group of kind ? [undefined, kind] : this.#touched.keys()) {
      const ids = this.#touched.get(group) ?? []
      for (let at = this.#queued.get(group) ?? 0; at < ids.length; ) {
        const some = ids.slice(at, at + QUEUED_AT_ONCE)
        for (const id of some) this.#queue(id)
        at += some.length
        this.#queued.set(group, at)
        this.#isRedefined ||= isDefining(group)
        if (performance.now() > end && at < ids.length) return false
      }
    }
    // Of values of the team's own fields lists show nothing.
    if (!kind && this.#isRedefined) {
      this.#queueUsers(this.custom.all().map(({ id }) => id))
      this.#isRedefined = false
    }
    return true
  }

  #queue(id: RecordId): void {
    const kind = this.#store.kindOf(id)
    if (kind) this.#queues.get(kind)?.add(id)
    else if (this.#store.standing(id) === 'erased') this.#gone.add(id)
  }

  /**
   * After a bulk whose entries the store knows: they queue up, as after an unlock, and listeners are told. In slices;
   * when it resolves, what was erased is out of the index.
   */
  async updateBulk(ids: readonly RecordId[]): Promise<void> {
    let redefined = false
    for (let at = 0; at < ids.length && this.db.isOpen; at += TOLD_AT_ONCE) {
      const some = ids.slice(at, at + TOLD_AT_ONCE)
      for (const id of some) {
        this.#queue(id)
        this.#untold.add(id)
        redefined ||= this.#gone.has(id) || isDefining(this.#store.kindOf(id))
      }
      this.#announce(some)
      await turn()
    }
    while (this.db.isOpen && !this.#takeOutGone(performance.now() + SLICE_MS)) await turn()
    if (redefined && this.db.isOpen)
      this.#queueUsers(searchedOtherwise(this.custom.forget(), this.custom.all()))
  }

  list(query: RecordListQuery): ListPage {
    this.#listKind(query.kind, Number.POSITIVE_INFINITY)
    return this.db.list(query)
  }

  /** Keys in the working index of one page of a list. */
  listKeys(query: RecordListQuery): readonly number[] {
    this.#listKind(query.kind, Number.POSITIVE_INFINITY)
    return this.db.listKeys(query)
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
    while (this.db.isOpen && !this.#listKind(kind, performance.now() + SLICE_MS)) await turn()
  }

  /**
   * Indexes what waits, until `end` (of performance.now()); false when something is left. `also` gets the records
   * while they are folded.
   */
  catchUp(
    end: number = Number.POSITIVE_INFINITY,
    also?: (records: readonly FoldedRecord[]) => void,
  ): boolean {
    const finish = (records: readonly FoldedRecord[], isListed: boolean) => {
      // One transaction for everything: each costs a copy of every page that it changes.
      this.db.transaction(() => {
        if (!isListed) this.#listAll(records)
        for (const record of records) this.#setLinks(record)
        also?.(records)
      })
      this.#tellShown(records)
      // Nobody asked for them: in memory they would push out those that somebody works with.
      for (const { id } of records) this.#store.release(id)
    }
    if (!this.#queueTouched(end) || !this.#takeOutGone(end)) return false
    if (!this.order.settle(end)) return false
    // First, because they are still in memory.
    if (!this.#takeFrom(this.#listed, end, (records) => finish(records, true))) return false
    if (this.#kept >= MANY_KEPT) tellOfGarbage()
    this.#kept = 0
    // What waits may bring others to be indexed anew: a list shows their titles.
    while ([...this.#queues.values()].some((queue) => queue.size > 0)) {
      const isDone = [...this.#queues.values()].every((queue) =>
        this.#takeFrom(queue, end, (records) => finish(records, false)),
      )
      if (!isDone) return false
    }
    if (!this.#store.flush(end)) return false
    this.#store.settled()
    return true
  }

  /** Only what a list needs. */
  #listKind(kind: OpenKind, end: number): boolean {
    if (!this.#queueTouched(end, kind) || !this.#takeOutGone(end)) return false
    if (!this.order.settle(end, kind)) return false
    const queue = this.#queues.get(kind)
    return (
      queue === undefined ||
      this.#takeFrom(queue, end, (records) => {
        this.#listAll(records)
        for (const { id } of records) this.#listed.add(id)
        this.#kept += records.length
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
      const taken: RecordId[] = []
      try {
        use(this.#someOf(queue, taken))
      } catch (error) {
        // It did not happen: they wait as before.
        for (const id of taken) queue.add(id)
        throw error
      }
      if (performance.now() > end) return queue.size === 0
    }
    return true
  }

  /** Of `queue`, which they leave for `taken`. */
  #someOf(queue: Set<RecordId>, taken: RecordId[]): readonly FoldedRecord[] {
    const records: FoldedRecord[] = []
    const most = this.#batches.next()
    this.#store.getTogether(() => {
      for (const id of queue) {
        queue.delete(id)
        taken.push(id)
        const record = this.readable(id)
        if (record) records.push(record)
        if (records.length >= most) break
      }
    })
    return records
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

  /** Of records of a bulk: what shows something of them, or is shown by them, looks different now. */
  #tellShown(records: readonly FoldedRecord[]): void {
    if (this.#untold.size === 0) return
    const showing = new Set<RecordId>()
    for (const record of records) {
      if (this.#untold.delete(record.id)) for (const link of linksOf(record)) showing.add(link.id)
    }
    this.#announce([...showing], [])
  }

  #listAll(records: readonly FoldedRecord[]): void {
    this.#inHand = new Set(records.map(({ id }) => id))
    try {
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
          records.map((record) => this.#indexed(record, this.#shown)),
          [],
        )
      })
    } finally {
      this.#inHand = new Set()
    }
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

  /** Some at a time until `end`; false when something is left. */
  #takeOutGone(end: number): boolean {
    while (this.#gone.size > 0) {
      const some: RecordId[] = []
      for (const id of this.#gone) {
        this.#gone.delete(id)
        this.#untold.delete(id)
        some.push(id)
        if (some.length >= MOST_AT_ONCE) break
      }
      try {
        this.#queueUsers(some)
        this.#takeOut(some)
      } catch (error) {
        for (const id of some) this.#gone.add(id)
        throw error
      }
      if (performance.now() > end) return this.#gone.size === 0
    }
    return true
  }

  /** Of records that were erased before the working index heard of it. */
  #takeOut(ids: readonly RecordId[]): void {
    if (ids.length === 0) return
    for (const id of ids) {
      this.#queueShowing(id)
      this.#dropLinks(id)
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
        const record = this.#store.get(id)
        if (!record || isDefining(record.kind)) redefined = true
        if (record) {
          changed.push(record)
          for (const link of linksOf(record)) noticed.add(link.id)
          for (const link of this.#setLinks(record)) noticed.add(link.id)
        } else if (standing === 'erased') {
          erased.push(id)
          for (const link of this.#dropLinks(id)) noticed.add(link.id)
        } else for (const link of this.#linksFrom(id)) noticed.add(link.id)
      }
      const anew = new Map(
        changed.map((record) => [record.id, this.#indexed(record, this.#folded)]),
      )
      const renamed = changed.filter((record) => this.#isRenamed(record, anew.get(record.id)))
      for (const { id, via } of [...renamed.map(({ id }) => id), ...erased].flatMap((each) =>
        this.#linksTo(each),
      )) {
        // What has a value of a field shows its name by asking, and may be every record there is.
        if (definitionIdOf(via)) continue
        noticed.add(id)
        const record = anew.has(id) ? undefined : this.readable(id)
        // What a list shows of another record, it also sorts by.
        if (record && fieldOf(record.kind, via)?.listed)
          anew.set(id, this.#indexed(record, this.#folded))
      }
      this.#store.flush()
      this.db.update(
        [...anew.values()],
        erased.map((id) => this.#store.keyFor(id)),
      )
    })
    if (redefined) this.#queueUsers(searchedOtherwise(this.custom.forget(), this.custom.all()))
    this.#announce([...noticed])
  }

  /** Lists are in the order of `language` from the next one on. False when they are already. */
  orderBy(language: Language): boolean {
    return this.order.change(language)
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly title = (id: RecordId): string => {
    const record = this.#store.get(id)
    return record ? titleOf(record, this.title) : ''
  }

  /** The same as the index has it, without reading the record where that is up to date: for the titles of many. */
  readonly shownTitle = (id: RecordId): string => this.#shown(id)?.title ?? ''

  close(): void {
    this.db.close()
    this.#listeners.clear()
  }

  /** Returns what it no longer refers to. */
  #setLinks(record: FoldedRecord): readonly Link[] {
    const leading = linksOf(record)
    const links = leading.map(({ id, via }) => ({ key: this.#store.keyFor(id), via }))
    const sources = [...sourcesOf(record)].map((id) => this.#store.keyFor(id))
    for (const { id } of leading) this.#store.flushOne(id)
    this.#store.flushOne(record.id)
    return this.#named(this.db.links.set(this.#store.keyFor(record.id), links, sources))
  }

  #dropLinks(id: RecordId): readonly Link[] {
    return this.#named(this.db.links.set(this.#store.keyFor(id), [], []))
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

  #isRenamed(record: FoldedRecord, now = this.#folded(record.id)): boolean {
    const before = this.#indexedTitle(record)
    return before?.title !== now?.title || before?.titleOrder !== now?.titleOrder
  }

  #announce(ids: readonly RecordId[], changed = ids): void {
    if (ids.length === 0) return
    for (const listener of this.#listeners) listener(ids, changed)
  }

  #indexed(record: FoldedRecord, other: OtherTitles): IndexedRecord {
    const title = titleOf(record, (id) => other(id)?.title ?? '')
    return indexedRecord(record, this.#store.keyFor(record.id), title, {
      key: this.#key,
      of: (id) => other(id)?.titleOrder ?? LAST_KEY,
    })
  }

  readonly #key = (text: string): string => this.order.key(text)

  readonly #folded: OtherTitles = (id) => {
    const record = this.#store.get(id)
    if (!record) return undefined
    const title = this.title(id)
    return { title, titleOrder: this.#key(sortTitle(record, title)) }
  }

  /** Without reading again what is indexed and does not wait to be: many records show the same few. */
  readonly #shown: OtherTitles = (id) => {
    const kind = this.#store.kindOf(id)
    if (!kind) return undefined
    const key = this.#store.keyOf(id)
    const isWaiting =
      this.#inHand.has(id) || this.#queues.get(kind)?.has(id) || !this.order.isSettled(kind)
    const indexed = isWaiting || key === undefined ? undefined : this.db.titleOf(key, kind)
    return indexed ?? this.#folded(id)
  }
}

/** What lists show of another record and sort by; undefined when there is none (any more). */
type OtherTitles = (id: RecordId) => IndexedTitle | undefined
