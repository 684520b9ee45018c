/**
 * Everything that is done with records. Reading answers from memory; a change returns only when the ledger has
 * it on disk, and is refused whole or done whole. The shapes are those of shared/contract/records.ts.
 */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts'
import type { HistoryEntry } from '../../../shared/contract/records.ts'
import { dayOf } from '../../../shared/dates/span.ts'
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import type { RecordChange, RecordState, Statement } from '../../../shared/model/statement.ts'
import type { NewEntry } from '../ledger/types.ts'
import {
  fieldsChangedSince,
  fieldsTouched,
  isEmptyChange,
  type KindLookup,
  newId,
  setBody,
} from './change.ts'
import type { FoldedRecord } from './fold.ts'
import { historyOf } from './history.ts'
import type { Journal } from './journal.ts'
import { linkedTo, referredBy } from './links.ts'
import { listRow } from './listRow.ts'
import type { LiveIndex } from './liveIndex.ts'
import { MERGED_FROM, mergeChange, unmergeChange } from './merge.ts'
import { EraseBody, OP_RECORD_SET } from './ops.ts'
import { recordState } from './recordState.ts'
import type { RecordStore } from './recordStore.ts'
import { undoing } from './undo.ts'
import { WitnessIdentities } from './witnessIdentities.ts'

/** A record to be made under an id given beforehand, so that records made together can refer to each other. */
export interface NewRecord {
  readonly id: RecordId
  readonly kind: OpenKind
  readonly change: RecordChange
}

export interface RecordServiceParts {
  readonly journal: Journal
  readonly store: RecordStore
  readonly index: LiveIndex
  /** Keys in the working index of the records of a kind that a search finds, best first. */
  readonly find: (query: string, kind: OpenKind) => readonly number[]
  /** Objects of an evidence record, and taking them off the disk once its key is destroyed. */
  readonly filesOf: (id: RecordId) => readonly ObjectId[]
  readonly removeFiles: (objectIds: readonly ObjectId[]) => Promise<void>
}

export class RecordService {
  readonly #parts: RecordServiceParts
  readonly #identities: WitnessIdentities

  constructor(parts: RecordServiceParts) {
    this.#parts = parts
    this.#identities = new WitnessIdentities(parts.journal, parts.store, this.#kindOf)
  }

  /** Errors: `bad_input` for a field that cannot be filtered or sorted by. */
  list(input: ParsedInput<'records.list'>): CallOutput<'records.list'> {
    const { kind, query, filter, stale, sort, offset, limit } = input
    const { index, find } = this.#parts
    const among = query.trim() === '' ? undefined : find(query, kind)
    const today = dayOf(new Date())
    const staleOn = stale ? today : undefined
    const { total, ids } = index.list({ kind, filter, staleOn, sort, among, offset, limit })
    return { total, rows: ids.map((id) => listRow(this.#open(id), index.title, today)) }
  }

  /** Errors: `not_found`, `erased`. */
  get(id: RecordId): CallOutput<'records.get'> {
    const { store, index } = this.#parts
    const record = this.#open(id)
    const titles: Record<RecordId, string> = {}
    const erased: RecordId[] = []
    for (const other of referredBy(record)) {
      const standing = store.standing(other)
      if (standing === 'open') titles[other] = index.title(other)
      if (standing === 'erased') erased.push(other)
    }
    return {
      mergedInto: this.mergedAway(id) ?? null,
      record: recordState(record, index.title),
      linked: linkedTo(record, store, index),
      titles,
      erased,
    }
  }

  /** Errors: `invalid_record`, and those of the ledger's append. */
  create(kind: OpenKind, change: RecordChange): CallOutput<'records.create'> {
    const [made] = this.createMany([{ id: newId<RecordId>(), kind, change }])
    invariant(made, 'one record was made')
    return made
  }

  /** All in one durable transaction, or none. Records may refer to each other by the ids given. */
  createMany(records: readonly NewRecord[]): readonly CallOutput<'records.create'>[] {
    const appended = this.#parts.journal.append(this.entriesFor(records))
    return records.map(({ id }, place) => ({ id, seq: appended[place]?.seq ?? 0 }))
  }

  /**
   * The entries that make new records, and those that add to records there are, in this order, for whoever appends them
   * with entries of its own (import). Errors: `conflict` for an id that is known, `invalid_record`, `not_found`, `erased`.
   */
  entriesFor(
    records: readonly NewRecord[],
    additions: readonly { readonly id: RecordId; readonly add: RecordChange['add'] }[] = [],
  ): readonly NewEntry[] {
    const { store, index } = this.#parts
    const { custom } = index
    const kinds = new Map(records.map(({ id, kind }) => [id, kind]))
    const isNew = records.every(({ id }) => store.standing(id) === 'unknown')
    if (!isNew || kinds.size !== records.length) throw new VaultError('conflict')
    const kindOf: KindLookup = (id) => kinds.get(id) ?? this.#kindOf(id)
    const made = records.map(({ id, kind, change }): NewEntry => {
      if (isSealedKind(kind)) throw new VaultError('invalid_record', { why: 'shape' })
      const body = setBody(kind, undefined, change, kindOf, { custom })
      return { op: OP_RECORD_SET, record: id, compartment: 0, body }
    })
    const added = additions.map(({ id, add }): NewEntry => {
      const record = this.#open(id)
      const body = setBody(record.kind, record, { add, retract: [], prefer: {} }, kindOf, {
        custom,
      })
      return { op: OP_RECORD_SET, record: id, body }
    })
    return [...made, ...added]
  }

  /**
   * `basedOn` is the `lastSeq` of the state that the change was made from. Errors: `conflict` when a field that
   * the change touches was changed since, `invalid_record`, `not_found`, `erased`, and those of the append.
   */
  save(input: ParsedInput<'records.save'>): CallOutput<'records.save'> {
    // A merge says more than its marker: by hand it would hide a record whose facts nobody sees any more.
    if (input.change.add.some(({ field }) => field === MERGED_FROM))
      throw new VaultError('invalid_record', { why: 'unknown_field' })
    return this.#save(input)
  }

  #save(
    { id, basedOn, change }: ParsedInput<'records.save'>,
    said: readonly Statement[] = [],
  ): CallOutput<'records.save'> {
    const record = this.#open(id)
    if (isEmptyChange(change)) return { seq: record.lastSeq }
    const body = setBody(record.kind, record, change, this.#kindOf, {
      custom: this.#parts.index.custom,
      said,
    })
    const changed = fieldsChangedSince(record, basedOn)
    const overlaps = [...fieldsTouched(record, change)].some((field) => changed.has(field))
    if (overlaps || basedOn > record.lastSeq) throw new VaultError('conflict')
    const [appended] = this.#parts.journal.append([{ op: OP_RECORD_SET, record: id, body }])
    return { seq: appended?.seq ?? 0 }
  }

  /**
   * Undoes what entry `seq` changed of the record. Errors: `bad_input` when it made the record or changed nothing of
   * it, `conflict` when a field that it touched was changed since, `not_found`, `erased`, and those of the append.
   */
  undo(id: RecordId, seq: number): { readonly seq: number } {
    const { journal, store } = this.#parts
    const record = this.#open(id)
    const change = undoing(record, journal.read(store.entriesOf(id)), seq)
    return this.#save({ id, basedOn: record.lastSeq, change })
  }

  /**
   * Merges `from` into `into`: one entry, which `unmerge` takes apart again. Errors: `bad_input` for anything but two
   * people, `conflict` when one of them was merged into another already, `not_found`, `erased`, and those of the append.
   */
  merge(into: RecordId, from: RecordId): { readonly seq: number } {
    const [one, other] = [this.#open(into), this.#open(from)]
    if (into === from || one.kind !== 'person' || other.kind !== 'person')
      throw new VaultError('bad_input')
    if (this.mergedAway(into) || this.mergedAway(from)) throw new VaultError('conflict')
    const change = mergeChange(one, other)
    return this.#save({ id: into, basedOn: one.lastSeq, change }, other.statements)
  }

  /** Errors: `bad_input` when the two are not merged, `not_found`, `erased`, and those of the append. */
  unmerge(into: RecordId, from: RecordId): { readonly seq: number } {
    const record = this.#open(into)
    return this.#save({ id: into, basedOn: record.lastSeq, change: unmergeChange(record, from) })
  }

  /** The record that this one was merged into. */
  mergedAway(id: RecordId): RecordId | undefined {
    return this.#parts.index.linksTo(id).find(({ via }) => via === MERGED_FROM)?.id
  }

  /** Newest first; of an erased record only that something was done, when and by which device. */
  history(id: RecordId): HistoryEntry[] {
    const { journal, store } = this.#parts
    const standing = store.standing(id)
    if (standing !== 'open' && standing !== 'erased') throw new VaultError('not_found')
    return historyOf(journal.read(store.entriesOf(id)), store.get(id))
  }

  /**
   * Destroys the record's key, and a witness's identity with it. What refers to the record keeps its id and shows
   * it as erased. Errors: `not_found`, `erased`, and those of the append.
   */
  async erase(id: RecordId, reason: string): Promise<void> {
    const { journal, filesOf, removeFiles } = this.#parts
    const record = this.#open(id)
    const body = EraseBody.parse({ reason })
    const files = filesOf(id)
    // The identity first: cut off in between, a witness without an identity is left, never the other way round.
    const identity = record.kind === 'witness' ? this.#identities.idOf(id) : undefined
    if (identity) journal.erase(identity, body)
    journal.erase(id, body)
    // Unreadable since the line above; cut off here, the sweep of the next opening removes them.
    await removeFiles(files)
  }

  /** Fields that the team defined, in the order in which they were made. */
  customFields(): readonly CustomDefinition[] {
    return this.#parts.index.custom.all()
  }

  counts(): Readonly<Record<Kind, number>> {
    const { store } = this.#parts
    const counts = KINDS.map((kind) => [
      kind,
      isSealedKind(kind) ? store.sealedCount() : store.countOf(kind),
    ])
    return Object.fromEntries(counts) as Record<Kind, number>
  }

  /** Errors: `not_found`, `erased`, `custodian_closed` while the compartment is closed, and those of the append. */
  reveal(witness: RecordId, reason: string): RecordState | null {
    return this.#identities.reveal(witness, reason)
  }

  saveIdentity(witness: RecordId, change: RecordChange): { readonly seq: number } {
    return this.#identities.save(witness, change)
  }

  /** Ids of records that look different now. Returns how to stop it. */
  onChanged(listener: (ids: readonly RecordId[]) => void): () => void {
    return this.#parts.index.onChanged(listener)
  }

  #open(id: RecordId): FoldedRecord {
    const { store } = this.#parts
    const record = store.get(id)
    if (!record) throw new VaultError(store.standing(id) === 'erased' ? 'erased' : 'not_found')
    return record
  }

  readonly #kindOf: KindLookup = (id) => this.#parts.store.kindOf(id)
}
