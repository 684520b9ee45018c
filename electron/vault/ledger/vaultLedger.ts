/**
 * The ledger of an open vault: what is read of it here, what is written by its one writer (ledgerWriter.ts). See
 * types.ts for the promises.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { type CarriedEntry, carriable, sealCarried } from './carry.ts'
import { entryHash } from './chain.ts'
import { openEntry } from './entrySeal.ts'
import { headMacIsRight } from './head.ts'
import { type CommitExtras, type LedgerOptions, LedgerWriter } from './ledgerWriter.ts'
import { OP_RECORD_ERASE } from './ops.ts'
import { type Inspect, openedEntry, scan } from './reader.ts'
import { scanInThreads, WORTH_A_THREAD } from './readThread.ts'
import {
  type AppendedEntry,
  type BulkAppended,
  type BulkOptions,
  type BulkPlan,
  type CompartmentId,
  isDamage,
  type Ledger,
  type LedgerDamage,
  type LedgerHead,
  type LedgerReport,
  type NewEntry,
  type OpenedEntry,
  type ReadOptions,
  type ScanItem,
  type VerifyOptions,
} from './types.ts'
import { checkAppendable, checkErasable, type RecordState, recordState } from './unsealed.ts'
import { verifyLedger } from './verify.ts'

export class VaultLedger implements Ledger {
  readonly #options: LedgerOptions
  readonly #writer: LedgerWriter

  constructor(options: LedgerOptions) {
    this.#options = options
    this.#writer = new LedgerWriter(options)
  }

  get readOnly(): boolean {
    return this.#options.device === undefined
  }

  get device(): AuthorId | undefined {
    return this.#options.device?.id
  }

  head(): LedgerHead {
    const { seq, hash } = this.#writer.head
    return { seq, hash }
  }

  knowsDevice(device: AuthorId): boolean {
    return this.#options.context.ring.publicKeyOf(device) !== undefined
  }

  get headerGeneration(): number {
    return this.#writer.head.headerGeneration
  }

  append(entries: readonly NewEntry[]): readonly AppendedEntry[] {
    for (const { op } of entries) checkAppendable(op)
    return this.commit(entries, {})
  }

  writable(): Promise<void> {
    return this.#writer.writable()
  }

  appendBulk(plan: () => Promise<BulkPlan>, options?: BulkOptions): Promise<BulkAppended> {
    return this.#writer.appendBulk(plan, options)
  }

  /** `append` plus what must be in the same transaction. */
  commit(entries: readonly NewEntry[], extras: CommitExtras): readonly AppendedEntry[] {
    if (entries.length === 0 && !this.readOnly) return []
    return this.#writer.write(extras, (device, stage) =>
      this.#writer.sealAll(entries, device, stage),
    )
  }

  /** Appends entries of another vault as they are, in one durable transaction (carry.ts). */
  carry(entries: readonly CarriedEntry[]): void {
    if (entries.length === 0) return
    const { context } = this.#options
    context.ring.openOnDemand()
    const { head } = this.#writer
    this.#writer.write({}, (device, stage) => sealCarried(context, device, stage, head, entries))
  }

  /** All entries from `fromSeq` on with their bodies as bytes, which the caller wipes. Throws at the first damage. */
  async *carriable(options: ReadOptions = {}): AsyncGenerator<readonly CarriedEntry[]> {
    const { context, db } = this.#options
    context.ring.openOnDemand()
    let entries: CarriedEntry[] = []
    const inspect: Inspect = (row, plain, opened) => {
      entries.push(carriable(context, row, plain, opened))
      return opened
    }
    const lazily = { ...options, lazyBodies: true }
    for await (const slice of scan(context, db, () => this.#writer.head.seq, lazily, inspect)) {
      for (const item of slice) if (isDamage(item)) throw damageError(item)
      yield entries
      entries = []
    }
  }

  async *readSlices(options: ReadOptions = {}): AsyncGenerator<readonly OpenedEntry[]> {
    const { fromSeq = 1, lazyBodies, leaveClosed } = options
    const last = this.#writer.head.seq
    if (lazyBodies && !leaveClosed && last - fromSeq >= WORTH_A_THREAD) {
      yield* this.#readInThreads(options, last)
      yield* this.#readHere({ ...options, fromSeq: last + 1 })
    } else yield* this.#readHere(options)
  }

  async *#readInThreads(options: ReadOptions, last: number) {
    const { context, db } = this.#options
    context.ring.openOnDemand()
    for await (const slice of scanInThreads(context, db, last, options)) yield opened(slice)
  }

  async *#readHere(options: ReadOptions) {
    for await (const slice of this.#scan(options)) yield opened(slice)
  }

  scanSlices(options: ReadOptions = {}): AsyncGenerator<readonly ScanItem[]> {
    return this.#scan(options)
  }

  #scan(options: ReadOptions) {
    const { context, db } = this.#options
    if (!options.leaveClosed) context.ring.openOnDemand()
    return scan(context, db, () => this.#writer.head.seq, options)
  }

  hashAt(seq: number): Buffer | undefined {
    const { db, context } = this.#options
    const row = db.row(seq)
    return row && entryHash(context.sodium, context.vaultId, row)
  }

  readMany(seqs: readonly number[]): readonly OpenedEntry[] {
    const { db, context } = this.#options
    context.ring.openOnDemand()
    // One transaction for all: to begin one costs as much as to read a row.
    return db.snapshot(() =>
      seqs.map((seq) => {
        const row = db.row(seq)
        if (!row) throw new VaultError('ledger_missing_entry', { seq })
        const plain = openEntry(context, row)
        if (!plain) throw new VaultError('ledger_damaged', { seq })
        const opened = openedEntry(context, seq, plain)
        if (isDamage(opened)) throw damageError(opened)
        return opened
      }),
    )
  }

  readTogether<Result>(work: () => Result): Result {
    return this.#options.db.snapshot(work)
  }

  recordState(record: RecordId): RecordState {
    return recordState(this.#options.context.ring, record)
  }

  erase(record: RecordId, body: unknown = {}): AppendedEntry {
    const [erased] = this.eraseMany([record], body)
    invariant(erased, 'one entry was appended')
    return erased
  }

  eraseMany(
    records: readonly RecordId[],
    body: unknown,
    others: readonly NewEntry[] = [],
  ): readonly AppendedEntry[] {
    const { ring } = this.#options.context
    for (const record of records) checkErasable(ring, record)
    const erasing = records.map((record) => ({ op: OP_RECORD_ERASE, record, body }))
    const appended = this.commit([...others, ...erasing], {
      stage: (stage) => {
        for (const record of records) stage.erase(record)
      },
    })
    if (records.length > 0) this.forgetOldKeys()
    return appended
  }

  /** After a key was dropped from the database: empties SQLite's log, which may still hold it. */
  forgetOldKeys(): boolean {
    return this.#writer.forgetOldKeys()
  }

  /** Tries again what `forgetOldKeys` could not do while a reader in another process prevented it. */
  finishErase(): boolean {
    return this.#writer.finishErase()
  }

  /** Whether the compartment's keys can be used now. */
  isOpen(compartment: CompartmentId): boolean {
    return this.#options.context.ring.opens(compartment)
  }

  /** Opens a compartment whose pages `pageKey` opens, and takes the key over. Errors: `keys_damaged`. */
  openCompartment(compartment: CompartmentId, pageKey: Buffer, isOver?: () => boolean): void {
    this.#options.context.ring.open(compartment, pageKey, isOver)
  }

  /** It does not close by itself any more. */
  keepOpen(compartment: CompartmentId): void {
    this.#options.context.ring.keepOpen(compartment)
  }

  /** Wipes a compartment's keys; its records' bodies are `closed` from now on. */
  closeCompartment(compartment: CompartmentId): void {
    this.#options.context.ring.close(compartment)
  }

  /** Opens now what would be opened on demand. */
  openOnDemand(): void {
    this.#options.context.ring.openOnDemand()
  }

  verify(options: VerifyOptions): Promise<LedgerReport> {
    const { db, context, headKey } = this.#options
    context.ring.openOnDemand()
    return verifyLedger({
      db,
      context,
      lastSeq: () => this.#writer.head.seq,
      headIsRight: (stored) => {
        const right = headMacIsRight(context.sodium, headKey, context.vaultId, stored)
        return right && stored.mac.equals(this.#writer.head.mac)
      },
      bulk: () => this.#writer.bulkOver,
      options,
    })
  }

  /** Wipes every key. The ledger cannot be used afterwards. */
  wipe(): void {
    this.#writer.wipe()
    const { context, headKey, device } = this.#options
    context.ring.wipe()
    context.entryKey.fill(0)
    headKey.fill(0)
    device?.secretKey.fill(0)
  }
}

const opened = (slice: readonly ScanItem[]): readonly OpenedEntry[] =>
  slice.map((item) => {
    if (isDamage(item)) throw damageError(item)
    return item
  })

const damageError = ({ code, seq }: LedgerDamage): VaultError =>
  new VaultError(code, seq === undefined ? undefined : { seq })
