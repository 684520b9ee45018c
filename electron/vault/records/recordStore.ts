/**
 * The current state of every open record, folded from the ledger's entries as they are read or appended. What is
 * read waits until its record is asked for: opening a vault does not fold what nobody looks at yet.
 *
 * Identities of witnesses never get in here: of a sealed record only its id and its entries' numbers are known.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { applySet, type FoldedRecord, touch } from './fold.ts'
import { OP_OBJECT_ADD, OP_RECORD_ERASE, OP_RECORD_SET } from './ops.ts'
import { readSetBody } from './readBody.ts'

/** `sealed` is a record of a compartment: it exists, and that is all one is told. */
export type RecordStanding = 'open' | 'sealed' | 'erased' | 'unknown'

const KIND_SET: ReadonlySet<unknown> = new Set(KINDS)

/** What is known of one record. One object, found by one look-up for each entry of an unlock. */
interface Slot {
  readonly seqs: number[]
  standing: RecordStanding
  /** Of an open record, as its first entry says. */
  kind: OpenKind | undefined
  record: FoldedRecord | undefined
  /** Entries that were not folded yet. */
  waiting: OpenedEntry[]
}

export class RecordStore {
  readonly #slots = new Map<RecordId, Slot>()
  readonly #byKind = new Map<OpenKind, Set<RecordId>>()
  #unread = 0

  /** Called for every entry of the ledger, in order. */
  take(entry: OpenedEntry): void {
    const { record: id, seq, op } = entry
    if (id === undefined) return
    let slot = this.#slots.get(id)
    if (!slot) {
      slot = { seqs: [], standing: 'unknown', kind: undefined, record: undefined, waiting: [] }
      this.#slots.set(id, slot)
    }
    slot.seqs.push(seq)
    if (op === OP_RECORD_ERASE || entry.state === 'erased') this.#erase(id, slot)
    else if (entry.state === 'closed') slot.standing = 'sealed'
    else if (op === OP_RECORD_SET) this.#set(id, slot, entry, entry.body)
    else if (op === OP_OBJECT_ADD && slot.standing === 'open') slot.waiting.push(entry)
  }

  get(id: RecordId): FoldedRecord | undefined {
    const slot = this.#slots.get(id)
    return slot && this.#fold(id, slot)
  }

  standing(id: RecordId): RecordStanding {
    const slot = this.#slots.get(id)
    if (slot) this.#fold(id, slot)
    return slot?.standing ?? 'unknown'
  }

  *all(): Generator<FoldedRecord, void, void> {
    for (const ids of this.#byKind.values()) {
      for (const id of ids) {
        const record = this.get(id)
        if (record) yield record
      }
    }
  }

  /** Ids of the open records of a kind, in the order they were made. */
  idsOf(kind: OpenKind): readonly RecordId[] {
    return [...(this.#byKind.get(kind) ?? [])]
  }

  countOf(kind: OpenKind): number {
    return this.#byKind.get(kind)?.size ?? 0
  }

  sealedIds(): readonly RecordId[] {
    return [...this.#slots].flatMap(([id, { standing }]) => (standing === 'sealed' ? [id] : []))
  }

  /** Numbers of all entries of a record, in order. */
  entriesOf(id: RecordId): readonly number[] {
    return this.#slots.get(id)?.seqs ?? []
  }

  /** How much of the ledger this program could not read: whole changes and single statements. */
  get unread(): number {
    for (const [id, slot] of this.#slots) this.#fold(id, slot)
    return this.#unread
  }

  #set(id: RecordId, slot: Slot, entry: OpenedEntry, body: unknown): void {
    if (slot.standing === 'open') {
      slot.waiting.push(entry)
      return
    }
    const kind = kindOf(body)
    if (kind === undefined) this.#unread += 1
    else if (isSealedKind(kind)) slot.standing = 'sealed'
    else {
      slot.standing = 'open'
      slot.kind = kind
      slot.waiting.push(entry)
      const ids = this.#byKind.get(kind)
      if (ids) ids.add(id)
      else this.#byKind.set(kind, new Set([id]))
    }
  }

  #fold(id: RecordId, slot: Slot): FoldedRecord | undefined {
    if (slot.waiting.length === 0) return slot.record
    let { record } = slot
    for (const entry of slot.waiting) {
      if (entry.op === OP_OBJECT_ADD) record = record && touch(record, entry)
      else if (entry.state === 'open') record = this.#apply(record, id, entry, entry.body)
    }
    slot.waiting = []
    slot.record = record
    // Its first entry had a kind and was not readable beyond that.
    if (!record) this.#leave(id, slot, 'unknown')
    return record
  }

  #apply(
    before: FoldedRecord | undefined,
    id: RecordId,
    entry: OpenedEntry,
    body: unknown,
  ): FoldedRecord | undefined {
    const read = readSetBody(body)
    if (!read) {
      this.#unread += 1
      return before
    }
    const { record, leftOut } = applySet(before, id, entry, read)
    this.#unread += leftOut
    return record
  }

  #erase(id: RecordId, slot: Slot): void {
    slot.waiting = []
    slot.record = undefined
    this.#leave(id, slot, 'erased')
  }

  #leave(id: RecordId, slot: Slot, standing: RecordStanding): void {
    if (slot.kind) this.#byKind.get(slot.kind)?.delete(id)
    slot.kind = undefined
    slot.standing = standing
  }
}

/** Only the kind: the rest of a body is looked at when its record is folded. */
function kindOf(body: unknown): Kind | undefined {
  const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : undefined
  return KIND_SET.has(kind) ? (kind as Kind) : undefined
}
