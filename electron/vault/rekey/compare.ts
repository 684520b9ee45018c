/**
 * The proof before the swap: the new vault verifies in full, holds every entry of the old one in order with its time,
 * author and body, every file with its SHA-256, and comes to the same records and the same working index.
 */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { INDEX_KINDS } from '../db/indexSchema.ts'
import type { CarriedEntry } from '../ledger/carry.ts'
import type { VaultLedger } from '../ledger/vaultLedger.ts'
import type { ObjectStore } from '../objects/store.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { LiveIndex } from '../records/liveIndex.ts'
import { OP_OBJECT_ADD } from '../records/ops.ts'
import { RecordStore } from '../records/recordStore.ts'
import type { SessionState } from '../session/sessionState.ts'
import { turn } from '../slices.ts'
import { eachPiece, objectBody, type Sides, withObjectReader } from './carryOver.ts'

export interface CompareOptions {
  readonly states: Sides<SessionState>
  /** Of the new vault. */
  readonly objects: ObjectStore
  readonly onBytes: (bytes: number) => void
  readonly signal: AbortSignal | undefined
}

/** Errors: what the verification of the new vault finds; `conflict` when it is not equal to the old one. */
export async function checkEqual(options: CompareOptions): Promise<void> {
  const { states, signal } = options
  const reading = signal ? { signal } : {}
  const report = await states.target.ledger.verify({ signatures: true, ...reading })
  const [damage] = report.damaged
  if (damage) throw new VaultError(damage.code, damage.seq === undefined ? {} : { seq: damage.seq })
  const places = await sameEntries(options)
  await sameRecords(options, places)
}

/** Number in the new vault → number in the old one. */
type Places = ReadonlyMap<number, number>

const different = (details: Record<string, number>): VaultError =>
  new VaultError('conflict', details)

async function sameEntries({ states, objects, onBytes, signal }: CompareOptions): Promise<Places> {
  const reading = signal ? { signal } : {}
  const carried = await carriedSeqs(states.target.ledger, signal)
  const places = new Map<number, number>()
  const olds = oneByOne(states.source.ledger.carriable(reading))
  for await (const next of oneByOne(states.target.ledger.carriable(reading))) {
    if (!carried.has(next.seq)) continue
    const old = (await olds.next()).value
    if (!old || !isSame(old, next)) throw different({ seq: old?.seq ?? 0 })
    if (next.op === OP_OBJECT_ADD && next.body !== 'erased') {
      await checkObject(objects, next, signal, onBytes)
    }
    places.set(next.seq, old.seq)
    onBytes(old.body.length)
    for (const { body } of [old, next]) if (body !== 'erased') body.fill(0)
  }
  const left = await olds.next()
  if (!left.done) throw different({ seq: left.value.seq })
  return places
}

async function* oneByOne(
  slices: AsyncGenerator<readonly CarriedEntry[]>,
): AsyncGenerator<CarriedEntry, undefined> {
  for await (const slice of slices) yield* slice
}

async function carriedSeqs(
  ledger: VaultLedger,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<number>> {
  const seqs = new Set<number>()
  const options = { lazyBodies: true, ...(signal ? { signal } : {}) }
  for await (const slice of ledger.readSlices(options)) {
    for (const { seq, carried } of slice) if (carried) seqs.add(seq)
  }
  return seqs
}

function isSame(old: CarriedEntry, next: CarriedEntry): boolean {
  const about = (entry: CarriedEntry) => {
    const { time, author, op, record, compartment } = entry
    return [time, author, op, record, compartment, entry.body === 'erased']
  }
  if (!isDeepStrictEqual(about(old), about(next))) return false
  if (old.body === 'erased' || next.body === 'erased') return true
  if (old.op !== OP_OBJECT_ADD) return old.body.equals(next.body)
  const known = ({ sha256, size, name, mime }: ReturnType<typeof objectBody>) => {
    return { sha256, size, name, mime }
  }
  return isDeepStrictEqual(known(objectBody(old)), known(objectBody(next)))
}

async function checkObject(
  objects: ObjectStore,
  entry: CarriedEntry,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const body = objectBody(entry)
  const hash = createHash('sha256')
  await withObjectReader(objects, body, (reader) =>
    eachPiece(reader, signal, (piece) => {
      hash.update(piece)
      onBytes(piece.length)
    }),
  )
  if (hash.digest('hex') !== body.sha256) throw new VaultError('object_damaged')
}

async function sameRecords(options: CompareOptions, places: Places): Promise<void> {
  const { states, signal } = options
  const [old, next] = [await indexOf(states.source, signal), await indexOf(states.target, signal)]
  try {
    const sealed = [old, next].map(({ store }) => [...store.sealedIds()].sort())
    if (!isDeepStrictEqual(sealed[0], sealed[1])) throw different({ identities: 0 })
    for (const kind of INDEX_KINDS) {
      for (let offset = 0, total = 1; offset < total; offset += RECORDS_AT_ONCE) {
        if (signal?.aborted) throw new VaultError('cancelled')
        const page = { offset, limit: RECORDS_AT_ONCE }
        const query = { kind, filter: {}, sort: undefined, among: undefined, ...page }
        const [a, b] = [old.index.list(query), next.index.list(query)]
        if (a.total !== b.total || !isDeepStrictEqual(a.ids, b.ids)) throw different({ kind: 0 })
        total = a.total
        for (const id of a.ids) checkRecord(old, next, id, places)
        await turn()
      }
    }
  } finally {
    old.index.close()
    next.index.close()
  }
}

/** A few milliseconds of this thread. */
const RECORDS_AT_ONCE = 64

type Indexed = Awaited<ReturnType<typeof indexOf>>

function checkRecord(old: Indexed, next: Indexed, id: RecordId, places: Places): void {
  const [before, after] = [old.store.get(id), next.store.get(id)]
  const same =
    before &&
    after &&
    old.index.title(id) === next.index.title(id) &&
    isDeepStrictEqual(before, asNumbered(after, places))
  if (!same) throw different({ seq: before?.lastSeq ?? 0 })
}

async function indexOf({ ledger }: SessionState, signal: AbortSignal | undefined) {
  const store = new RecordStore({ read: (seqs) => ledger.readMany(seqs) })
  const options = { lazyBodies: true, leaveClosed: true, ...(signal ? { signal } : {}) }
  for await (const slice of ledger.readSlices(options)) for (const entry of slice) store.take(entry)
  const index = new LiveIndex(store)
  while (!index.catchUp(performance.now() + 20)) {
    await turn()
  }
  return { store, index }
}

/** The record of the new vault as it would be under the old one's numbers. */
function asNumbered(record: FoldedRecord, places: Places): FoldedRecord {
  const old = (seq: number) => places.get(seq) ?? -1
  return {
    ...record,
    lastSeq: old(record.lastSeq),
    statements: record.statements.map((each) => ({
      ...each,
      seq: old(each.seq),
      retractedBy: each.retractedBy === null ? null : old(each.retractedBy),
    })),
    chosen: Object.fromEntries(
      Object.entries(record.chosen).map(([field, choice]) => [
        field,
        { ...choice, seq: old(choice.seq) },
      ]),
    ),
  }
}
