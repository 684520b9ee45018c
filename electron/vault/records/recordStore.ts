/**
 * The current state of every open record. Where its entries are stands in the working index; the record itself is
 * folded from them when it is asked for, and kept in memory for a while. What was just read from the ledger waits
 * for that, so that an unlock without an index does not decrypt everything twice.
 *
 * Identities of witnesses never get in here: of a sealed record only its id and its entries' numbers are known.
 */
import { isVaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { IndexDb } from '../db/indexDb.ts'
import type { RecordRow, RecordStanding } from '../db/indexRecords.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { applySet, type FoldedRecord, touch } from './fold.ts'
import { OP_OBJECT_ADD, OP_RECORD_ERASE, OP_RECORD_SET } from './ops.ts'
import { readSetBody } from './readBody.ts'
import { type Unwritten, UnwrittenSlots } from './unwrittenSlots.ts'

export type { RecordStanding } from '../db/indexRecords.ts'

export interface RecordStoreOptions {
  /** The working index to keep records in: empty, or from a snapshot. */
  readonly db?: IndexDb
  /** Entries as the ledger has them. Without it nothing that was folded is ever let go. */
  readonly read?: (seqs: readonly number[]) => readonly OpenedEntry[]
  /** As the ledger's: for what reads the entries of many records one after the other. */
  readonly readTogether?: (work: () => void) => void
}

const KIND_SET: ReadonlySet<unknown> = new Set(KINDS)
/** Records kept in memory: several pages of lists and what they refer to. */
const MOST_HELD = 4000
/** While the ledger is read and indexed: what is folded for the list is indexed for the rest a little later. */
const MOST_HELD_AT_FIRST = 12_000
/** People are folded while the ledger is still being read, because their list is the first to be shown. */
const MOST_FOLDED_EARLY = 11_000
/** Entries that wait to be folded. */
const MOST_WAITING = 6000
/** Of a bulk, whose bodies are small and together: some hundred megabytes at most, where they would be read again. */
const MOST_WAITING_OF_BULK = 150_000
const IDS_AT_ONCE = 500
const ROWS_AT_ONCE = 64

/** What is known of one record. */
interface Slot extends Unwritten {
  readonly id: RecordId
  readonly key: number
  readonly seqs: number[]
  standing: RecordStanding
  /** Of an open record, as its first entry says. */
  kind: OpenKind | undefined
  unread: number
  unknown: number
  record: FoldedRecord | undefined
  /** The list of touched records that it was put into last; null when in none. */
  touchedAs: OpenKind | undefined | null
  /** Entries after `record` that were not folded yet; undefined when they have to be read. */
  waiting: OpenedEntry[] | undefined
}

/** Of most records nothing waits: one for all of them, and never added to. */
const NOTHING: OpenedEntry[] = []

export class RecordStore {
  readonly db: IndexDb
  readonly #read: RecordStoreOptions['read']
  readonly #readTogether: RecordStoreOptions['readTogether']
  readonly #slots = new Map<RecordId, Slot>()
  readonly #dirty = new UnwrittenSlots<Slot>()
  /** Slots that were asked for lately, oldest first. */
  readonly #held = new Set<Slot>()
  readonly #counts: Map<Kind, number>
  #sealed: number
  #lastKey: number
  #waiting = 0
  #foldedEarly = 0
  #mostHeld = MOST_HELD_AT_FIRST
  /** Whether the working index may know records that are not in `#slots`. */
  #isStored: boolean
  #touched: Map<OpenKind | undefined, RecordId[]> | undefined = new Map()

  constructor({ db = new IndexDb(), read, readTogether }: RecordStoreOptions = {}) {
    this.db = db
    this.#read = read
    this.#readTogether = readTogether
    this.#counts = db.records.counts()
    this.#sealed = db.records.sealedCount()
    this.#lastKey = db.records.lastKey()
    this.#isStored = this.#lastKey > 0
  }

  /** Called for every entry that the working index does not know, in order. */
  take(entry: OpenedEntry): void {
    const { record: id, seq, op } = entry
    if (id === undefined) return
    const known = this.#slot(id)
    const slot = known ?? this.#newSlot(id, [seq])
    // Again, because it or another taker was stopped at it: whatever waits may be half of it, and the ledger has all.
    if (known?.seqs.at(-1) === seq) this.#forget(slot)
    else known?.seqs.push(seq)
    if (op === OP_RECORD_ERASE || entry.state === 'erased') this.#erase(slot)
    else if (entry.state === 'closed') this.#stand(slot, 'sealed', undefined)
    else if (op === OP_RECORD_SET) this.#set(slot, entry)
    else if (op === OP_OBJECT_ADD && slot.standing === 'open') this.#wait(slot, entry)
    this.#dirty.add(slot)
    this.#touch(slot)
  }

  #touch(slot: Slot): void {
    const { kind, touchedAs } = slot
    if (!this.#touched || touchedAs === kind) return
    const list = this.#touched.get(kind)
    if (list) list.push(slot.id)
    else this.#touched.set(kind, [slot.id])
    slot.touchedAs = kind
  }

  /** Everything is indexed: what was kept for that is let go. */
  settled(): void {
    this.#mostHeld = MOST_HELD
    this.#trim()
  }

  /** Lets go of a record that was only looked at in passing. */
  release(id: RecordId): void {
    const slot = this.#slots.get(id)
    if (slot && this.#held.has(slot)) this.#release(slot)
  }

  /**
   * Records that `take` heard of since the beginning, by their kinds; one whose kind became known, or that was erased,
   * stands with what it was too. Ends the collecting.
   */
  takeTouched(): ReadonlyMap<OpenKind | undefined, readonly RecordId[]> {
    const touched = this.#touched ?? new Map()
    this.#touched = undefined
    return touched
  }

  /** Errors: those of reading the ledger. */
  get(id: RecordId): FoldedRecord | undefined {
    const slot = this.#slot(id)
    return slot && this.#fold(slot)
  }

  /** `work` gets many records, and changes nothing in the ledger. */
  getTogether(work: () => void): void {
    if (this.#readTogether) this.#readTogether(work)
    else work()
  }

  standing(id: RecordId): RecordStanding {
    const slot = this.#slot(id)
    if (slot?.waiting && slot.waiting.length > 0) this.#fold(slot)
    return slot?.standing ?? 'unknown'
  }

  /** Of an open record. Needs no reading. */
  kindOf(id: RecordId): OpenKind | undefined {
    const known = this.#slots.get(id)
    if (known || !this.#isStored) return known?.kind
    // Asked of every record there is: making slots for that would push out those that are worked with.
    return openKind(this.db.records.kindOfId(id))
  }

  /** The record's key in the working index; made for one that others only refer to. */
  keyFor(id: RecordId): number {
    const known = this.keyOf(id)
    if (known !== undefined) return known
    const slot = this.#newSlot(id)
    this.#dirty.add(slot)
    return slot.key
  }

  /** Undefined when nobody spoke of it. */
  keyOf(id: RecordId): number | undefined {
    const known = this.#slots.get(id)
    if (known || !this.#isStored) return known?.key
    return this.db.records.keyOfId(id)
  }

  *all(kinds?: readonly Kind[]): Generator<FoldedRecord, void, void> {
    for (const kind of kinds ?? KINDS) {
      if (isSealedKind(kind)) continue
      // Some ids at a time: whoever goes through a large vault pauses between records, and not for all ids of a kind.
      for (let after = 0; ; ) {
        this.#writeSome(this.#dirty.of(kind), Number.POSITIVE_INFINITY)
        const page = this.db.records.idsAfter(kind, after, IDS_AT_ONCE)
        for (const { id } of page) {
          const record = this.get(id)
          if (record) yield record
        }
        const last = page.at(-1)
        if (!last) break
        after = last.key
      }
    }
  }

  /** Ids of the open records of a kind, in the order they were made. */
  idsOf(kind: OpenKind): readonly RecordId[] {
    this.#writeSome(this.#dirty.of(kind), Number.POSITIVE_INFINITY)
    return this.db.records.idsOf(kind)
  }

  countOf(kind: OpenKind): number {
    return this.#counts.get(kind) ?? 0
  }

  sealedIds(): readonly RecordId[] {
    this.flush()
    return this.db.records.sealedIds()
  }

  sealedCount(): number {
    return this.#sealed
  }

  /** Numbers of all entries of a record, in order. */
  entriesOf(id: RecordId): readonly number[] {
    return this.#slot(id)?.seqs ?? []
  }

  /** How much of the ledger this program could not read, of the records folded so far: changes and single statements. */
  get unread(): number {
    for (const slot of [...this.#dirty.all()]) if (slot.waiting?.length) this.#fold(slot)
    this.flush()
    return this.db.records.unread()
  }

  /** Writes what changed to the working index, until `end` (of performance.now()); false when something is left. */
  flush(end: number = Number.POSITIVE_INFINITY): boolean {
    while (!this.#dirty.isEmpty) {
      this.#writeSome(this.#dirty.all(), ROWS_AT_ONCE)
      if (performance.now() > end) return this.#dirty.isEmpty
    }
    return true
  }

  #writeSome(slots: Iterable<Slot>, most: number): void {
    this.db.transaction(() => {
      let left = most
      for (const slot of slots) {
        this.#write(slot)
        left -= 1
        if (left === 0) break
      }
    })
  }

  /** The same for one record. */
  flushOne(id: RecordId): void {
    const slot = this.#slots.get(id)
    if (slot && this.#dirty.has(slot)) this.#write(slot)
  }

  #write(slot: Slot): void {
    const { id, key, standing, kind, unread, unknown, seqs } = slot
    const row: RecordRow = { id, key, standing, kind, unread: unread + unknown, unknown, seqs }
    this.db.records.put(row)
    this.#dirty.delete(slot)
    this.#letGo(slot)
    this.db.orElse(() => this.#unwrite(slot))
  }

  /** Its row is not what was written any more. */
  #unwrite(slot: Slot): void {
    const known = this.#slots.get(slot.id)
    if (!known) {
      // Let go, so nothing of it is folded, and nothing waits.
      slot.waiting = slot.standing === 'open' ? undefined : NOTHING
      this.#slots.set(slot.id, slot)
    }
    this.#dirty.add(known ?? slot)
  }

  /** Forgets what the working index has, unless it waits to be folded or was folded lately. */
  #letGo(slot: Slot): void {
    if (!this.#read || this.#held.has(slot) || this.#dirty.has(slot)) return
    if (slot.standing === 'open' && slot.waiting && slot.waiting.length > 0) return
    this.#slots.delete(slot.id)
    this.#isStored = true
  }

  #slot(id: RecordId): Slot | undefined {
    const known = this.#slots.get(id)
    if (known) return known
    if (!this.#isStored) return undefined
    const row = this.db.records.get(id)
    if (!row) return undefined
    const slot: Slot = {
      ...{ id, key: row.key, seqs: [...row.seqs], standing: row.standing },
      kind: openKind(row.kind),
      ...{ unread: row.unread - row.unknown, unknown: row.unknown },
      ...{ record: undefined, waiting: undefined, unwritten: undefined },
      touchedAs: null,
    }
    this.#slots.set(id, slot)
    this.#hold(slot)
    return slot
  }

  /** `seqs` as long as it is: one that grows keeps room for many more, and most records have one entry. */
  #newSlot(id: RecordId, seqs: number[] = []): Slot {
    this.#lastKey += 1
    // One by one: spread objects would cost most of what taking an entry does.
    const slot: Slot = {
      id,
      key: this.#lastKey,
      seqs,
      standing: 'unknown',
      kind: undefined,
      unread: 0,
      unknown: 0,
      record: undefined,
      waiting: NOTHING,
      unwritten: undefined,
      touchedAs: null,
    }
    this.#slots.set(id, slot)
    return slot
  }

  #set(slot: Slot, entry: OpenedEntry): void {
    if (slot.standing === 'open') {
      this.#wait(slot, entry)
      return
    }
    const kind = kindOf(entry)
    if (kind === undefined) slot.unknown += 1
    else if (isSealedKind(kind)) this.#stand(slot, 'sealed', undefined)
    else {
      this.#stand(slot, 'open', kind)
      this.#wait(slot, entry)
    }
  }

  #wait(slot: Slot, entry: OpenedEntry): void {
    if (!slot.waiting) return
    if (this.#touched && slot.kind === 'person' && this.#foldEarly(slot, entry)) return
    const isOfBulk = entry.state === 'open' && entry.isOfBulk
    const most = isOfBulk ? MOST_WAITING_OF_BULK : MOST_WAITING
    if (this.#read && this.#waiting >= most) this.#forget(slot)
    else {
      if (slot.waiting.length === 0) slot.waiting = [entry]
      else slot.waiting.push(entry)
      this.#waiting += 1
    }
  }

  /** False when the entry has to wait. */
  #foldEarly(slot: Slot, entry: OpenedEntry): boolean {
    if (slot.waiting?.length !== 0 || (!slot.record && slot.seqs.length > 1)) return false
    if (!slot.record && this.#foldedEarly >= MOST_FOLDED_EARLY) return false
    const { record: before, unread } = slot
    try {
      slot.record = this.#folding(slot, before, [entry])
    } catch (error) {
      if (!isVaultError(error)) throw error
    }
    if (!slot.record || slot.record === before) {
      // Whatever is wrong with it is found, and told, when the record is asked for.
      slot.record = before
      slot.unread = unread
      return false
    }
    if (!before) this.#foldedEarly += 1
    this.#hold(slot)
    return true
  }

  /** From now on the record has to be read. */
  #forget(slot: Slot): void {
    this.#waiting -= slot.waiting?.length ?? 0
    slot.waiting = undefined
    slot.record = undefined
    this.#held.delete(slot)
  }

  #fold(slot: Slot): FoldedRecord | undefined {
    if (slot.standing !== 'open') return undefined
    if (slot.waiting && slot.waiting.length === 0) return slot.record
    const before = slot.unread
    if (!slot.waiting) {
      const entries = readable(this.#read?.(slot.seqs) ?? [])
      slot.unread = 0
      slot.record = this.#folding(slot, undefined, entries)
    } else {
      this.#waiting -= slot.waiting.length
      slot.record = this.#folding(slot, slot.record, slot.waiting)
    }
    slot.waiting = NOTHING
    if (slot.unread !== before) this.#dirty.add(slot)
    // Its first entry had a kind and was not readable beyond that.
    if (!slot.record) this.#stand(slot, 'unknown', undefined)
    else this.#hold(slot)
    return slot.record
  }

  #folding(
    slot: Slot,
    from: FoldedRecord | undefined,
    entries: readonly OpenedEntry[],
  ): FoldedRecord | undefined {
    let record = from
    for (const entry of entries) {
      if (entry.op === OP_OBJECT_ADD) record = record && touch(record, entry)
      else if (entry.op === OP_RECORD_SET) record = this.#apply(slot, record, entry)
    }
    return record
  }

  #apply(
    slot: Slot,
    before: FoldedRecord | undefined,
    entry: OpenedEntry,
  ): FoldedRecord | undefined {
    const read = entry.state === 'open' ? readSetBody(entry.body) : undefined
    if (!read) {
      slot.unread += 1
      return before
    }
    const { record, leftOut } = applySet(before, slot.id, entry, read)
    slot.unread += leftOut
    return record
  }

  #hold(slot: Slot): void {
    if (!this.#read) return
    this.#held.delete(slot)
    this.#held.add(slot)
    this.#trim()
  }

  #trim(): void {
    for (const oldest of this.#held) {
      if (this.#held.size <= this.#mostHeld) return
      this.#release(oldest)
    }
  }

  #release(slot: Slot): void {
    if (slot.standing === 'open') this.#forget(slot)
    else this.#held.delete(slot)
    this.#letGo(slot)
  }

  #erase(slot: Slot): void {
    this.#forget(slot)
    slot.waiting = NOTHING
    slot.unread = 0
    slot.unknown = 0
    this.#stand(slot, 'erased', undefined)
  }

  #stand(slot: Slot, standing: RecordStanding, kind: OpenKind | undefined): void {
    // With the kind that it is about to lose.
    if (slot.kind) this.#dirty.add(slot)
    if (slot.kind) this.#counts.set(slot.kind, (this.#counts.get(slot.kind) ?? 0) - 1)
    if (kind) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
    if (slot.standing === 'sealed') this.#sealed -= 1
    if (standing === 'sealed') this.#sealed += 1
    slot.standing = standing
    slot.kind = kind
    this.#dirty.add(slot)
  }
}

const openKind = (kind: Kind | undefined): OpenKind | undefined =>
  kind && !isSealedKind(kind) ? kind : undefined

/** Only the kind: the rest of a body is looked at when its record is folded. */
function kindOf(entry: OpenedEntry): Kind | undefined {
  if (entry.state !== 'open') return undefined
  const kind = entry.peek?.('kind') ?? kindIn(entry.body)
  return KIND_SET.has(kind) ? (kind as Kind) : undefined
}

const kindIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'kind' in body ? body.kind : undefined

/** From the first entry that says what the record is: those before it were counted when they were taken. */
function readable(entries: readonly OpenedEntry[]): readonly OpenedEntry[] {
  const first = entries.findIndex(
    (entry) => entry.op === OP_RECORD_SET && kindOf(entry) !== undefined,
  )
  return first < 0 ? [] : entries.slice(first)
}
