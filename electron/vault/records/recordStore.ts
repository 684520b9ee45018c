/**
 * The current state of every open record, folded from the ledger's entries as they are read or appended.
 * Identities of witnesses never get in here: of a sealed record only its id and its entries' numbers are known.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { isSealedKind } from '../../../shared/model/model.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { applySet, type FoldedRecord, touch } from './fold.ts'
import { OP_OBJECT_ADD, OP_RECORD_ERASE, OP_RECORD_SET } from './ops.ts'
import { readSetBody } from './readBody.ts'

/** `sealed` is a record of a compartment: it exists, and that is all one is told. */
export type RecordStanding = 'open' | 'sealed' | 'erased' | 'unknown'

export class RecordStore {
  readonly #records = new Map<RecordId, FoldedRecord>()
  readonly #sealed = new Set<RecordId>()
  readonly #erased = new Set<RecordId>()
  readonly #seqs = new Map<RecordId, number[]>()
  #unread = 0

  /** Called for every entry of the ledger, in order. */
  take(entry: OpenedEntry): void {
    const { record, seq, op } = entry
    if (record === undefined) return
    const seqs = this.#seqs.get(record)
    if (seqs) seqs.push(seq)
    else this.#seqs.set(record, [seq])
    if (op === OP_RECORD_ERASE || entry.state === 'erased') this.#erase(record)
    else if (entry.state === 'closed') this.#sealed.add(record)
    else if (op === OP_RECORD_SET) this.#set(record, entry, entry.body)
    else if (op === OP_OBJECT_ADD) this.#touch(record, entry)
  }

  get(id: RecordId): FoldedRecord | undefined {
    return this.#records.get(id)
  }

  standing(id: RecordId): RecordStanding {
    if (this.#records.has(id)) return 'open'
    if (this.#sealed.has(id)) return 'sealed'
    return this.#erased.has(id) ? 'erased' : 'unknown'
  }

  all(): IterableIterator<FoldedRecord> {
    return this.#records.values()
  }

  get size(): number {
    return this.#records.size
  }

  sealedIds(): readonly RecordId[] {
    return [...this.#sealed]
  }

  /** Numbers of all entries of a record, in order. */
  entriesOf(id: RecordId): readonly number[] {
    return this.#seqs.get(id) ?? []
  }

  /** How much of the ledger this program could not read: whole changes and single statements. */
  get unread(): number {
    return this.#unread
  }

  #set(id: RecordId, entry: OpenedEntry, body: unknown): void {
    const read = readSetBody(body)
    if (!read) {
      this.#unread += 1
    } else if (isSealedKind(read.kind)) {
      this.#sealed.add(id)
    } else {
      const { record, leftOut } = applySet(this.#records.get(id), id, entry, read)
      this.#records.set(id, record)
      this.#unread += leftOut
    }
  }

  #touch(id: RecordId, entry: OpenedEntry): void {
    const record = this.#records.get(id)
    if (record) this.#records.set(id, touch(record, entry))
  }

  #erase(id: RecordId): void {
    this.#records.delete(id)
    this.#sealed.delete(id)
    this.#erased.add(id)
  }
}
