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
import type { RecordListQuery } from '../db/indexDb.ts'
import type { BulkAppended, NewEntry } from '../ledger/types.ts'
import { atOnce, inSlices, type Pausing, slices } from '../slices.ts'
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

/** What is added to a record that is there. */
export interface Addition {
  readonly id: RecordId
  readonly add: RecordChange['add']
}

interface BulkWork {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface RecordServiceParts {
  readonly journal: Journal
  readonly store: RecordStore
  readonly index: LiveIndex
  /** Keys in the working index of the records of a kind that a search finds, best first. */
  readonly find: (query: string, kind: OpenKind) => Pausing<readonly number[]>
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
    const { index } = this.#parts
    const today = dayOf(new Date())
    const { total, ids } = index.list(atOnce(this.#listQuery(input, today)))
    return { total, rows: ids.map((id) => listRow(this.#open(id), index.title, today)) }
  }

  /** The same, with turns for others while it is searched and the rows are folded. Who is erased meanwhile is left out. */
  async listInSlices(input: ParsedInput<'records.list'>): Promise<CallOutput<'records.list'>> {
    const { index, store } = this.#parts
    const today = dayOf(new Date())
    const { total, ids } = index.list(await inSlices(this.#listQuery(input, today)))
    const breathe = slices()
    const rows: CallOutput<'records.list'>['rows'] = []
    for (const id of ids) {
      const record = store.get(id)
      if (record) rows.push(listRow(record, index.title, today))
      await breathe()
    }
    return { total, rows }
  }

  /** All of a list in its order; `breathe` is awaited between two. Errors: as `list`. */
  async listIds(
    input: Omit<ParsedInput<'records.list'>, 'offset' | 'limit'>,
    breathe: () => Promise<void>,
  ): Promise<readonly RecordId[]> {
    const { index } = this.#parts
    const all = { offset: 0, limit: 2 ** 31 - 1 }
    const query = await inSlices(this.#listQuery({ ...input, ...all }, dayOf(new Date())))
    const ids: RecordId[] = []
    for (const key of index.listKeys(query)) {
      const id = index.db.records.idOf(key)
      if (id) ids.push(id)
      await breathe()
    }
    return ids
  }

  *#listQuery(input: ParsedInput<'records.list'>, today: number): Pausing<RecordListQuery> {
    const { kind, query, filter, stale, sort, offset, limit } = input
    const among = query.trim() === '' ? undefined : yield* this.#parts.find(query, kind)
    const staleOn = stale ? today : undefined
    return { kind, filter, staleOn, sort, among, offset, limit }
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

  /** `also` gives what is to be said of it in the same transaction. Errors: `invalid_record`, those of the append. */
  create(
    kind: OpenKind,
    change: RecordChange,
    also: (id: RecordId) => readonly NewEntry[] = () => [],
  ): CallOutput<'records.create'> {
    const id = newId<RecordId>()
    const made = this.#entries([{ id, kind, change }], [], new Map([[id, kind]]))
    const [first] = this.#parts.journal.append([...made, ...also(id)])
    invariant(first, 'one record was made')
    return { id, seq: first.seq }
  }

  /** All in one durable transaction, or none. Records may refer to each other by the ids given. */
  createMany(records: readonly NewRecord[]): readonly CallOutput<'records.create'>[] {
    const kinds = new Map(records.map(({ id, kind }) => [id, kind]))
    const appended = this.#parts.journal.append([...this.#entries(records, [], kinds)])
    return records.map(({ id }, place) => ({ id, seq: appended[place]?.seq ?? 0 }))
  }

  /**
   * The same for many, in slices and in one transaction all the same: nobody else changes anything meanwhile. Errors also:
   * `cancelled`, `busy`.
   */
  async createBulk(records: readonly NewRecord[], options: BulkWork = {}): Promise<BulkAppended> {
    const { onProgress, signal } = options
    const breathe = slices(signal)
    const plan = async () => ({ entries: await this.bulkEntries(records, [], breathe) })
    return this.#parts.journal.appendBulk(plan, {
      signal,
      onProgress: (done) => onProgress?.(done, records.length),
    })
  }

  /**
   * The entries that make new records, and those that add to records there are, in this order, for whoever appends them
   * with entries of its own (import). Each is made when it is asked for. Errors, then too: `conflict` for an id that is
   * known, `invalid_record`, `not_found`, `erased`.
   */
  async bulkEntries(
    records: readonly NewRecord[],
    additions: readonly Addition[],
    breathe: () => Promise<void>,
  ): Promise<Iterable<NewEntry>> {
    const kinds = new Map<RecordId, OpenKind>()
    for (const { id, kind } of records) {
      kinds.set(id, kind)
      await breathe()
    }
    return this.#entries(records, additions, kinds)
  }

  *#entries(
    records: readonly NewRecord[],
    additions: readonly Addition[],
    kinds: ReadonlyMap<RecordId, OpenKind>,
  ): Generator<NewEntry> {
    if (kinds.size !== records.length) throw new VaultError('conflict')
    const { custom } = this.#parts.index
    const kindOf: KindLookup = (id) => kinds.get(id) ?? this.#kindOf(id)
    for (const { id, kind, change } of records) {
      if (this.#parts.store.standing(id) !== 'unknown') throw new VaultError('conflict')
      if (isSealedKind(kind)) throw new VaultError('invalid_record', { why: 'shape' })
      const body = setBody(kind, undefined, change, kindOf, { custom })
      yield { op: OP_RECORD_SET, record: id, compartment: 0, body }
    }
    for (const { id, add } of additions) {
      const record = this.#open(id)
      const change = { add, retract: [], prefer: {} }
      const body = setBody(record.kind, record, change, kindOf, { custom })
      yield { op: OP_RECORD_SET, record: id, body }
    }
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

  /** As many as the lists have rows: of two merged people one. */
  counts(): Readonly<Record<Kind, number>> {
    const { store, index } = this.#parts
    const counts = KINDS.map((kind) => [
      kind,
      isSealedKind(kind) ? store.sealedCount() : store.countOf(kind),
    ])
    const all = Object.fromEntries(counts) as Record<Kind, number>
    return { ...all, person: all.person - index.db.links.countMergedAway() }
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
