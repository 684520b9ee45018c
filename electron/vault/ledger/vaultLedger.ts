/**
 * The ledger of an open vault. Appending is one durable transaction; whatever fails, memory and disk
 * agree afterwards. See types.ts for the promises.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import type { RawHead, RawRow } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { type CarriedEntry, carriable, sealCarried } from './carry.ts'
import { entryHash } from './chain.ts'
import { bodyJson, type EntryHead, isOp } from './entry.ts'
import { openEntry, sealBody, sealEntry } from './entrySeal.ts'
import { headMacIsRight, sealHead } from './head.ts'
import type { KeyStage } from './keyStage.ts'
import { OP_DEVICE_ADD, OP_RECORD_ERASE } from './ops.ts'
import { type Inspect, openedEntry, type ReadContext, scan } from './reader.ts'
import { scanInThreads, WORTH_A_THREAD } from './readThread.ts'
import {
  type AppendedEntry,
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
import { verifyLedger } from './verify.ts'

export interface LedgerOptions {
  readonly db: VaultDb
  readonly context: ReadContext
  readonly headKey: Buffer
  /** Absent: the ledger is read-only. */
  readonly device: DeviceKey | undefined
  /** As stored, its MAC checked by the caller. */
  readonly head: RawHead
  readonly now: () => number
}

/** What else changes in the same transaction as the entries; for the session's own use. */
export interface CommitExtras {
  /** A new header with its generation. */
  readonly header?: { readonly bytes: Buffer; readonly generation: number }
  /** Changes the key pages, before the entries are sealed. */
  readonly stage?: (stage: KeyStage) => void
}

export class VaultLedger implements Ledger {
  readonly #options: LedgerOptions
  #head: RawHead
  #logHoldsOldKeys = false
  #broken = false

  constructor(options: LedgerOptions) {
    this.#options = options
    this.#head = options.head
  }

  get readOnly(): boolean {
    return this.#options.device === undefined
  }

  get device(): AuthorId | undefined {
    return this.#options.device?.id
  }

  head(): LedgerHead {
    return { seq: this.#head.seq, hash: this.#head.hash }
  }

  knowsDevice(device: AuthorId): boolean {
    return this.#options.context.ring.publicKeyOf(device) !== undefined
  }

  get headerGeneration(): number {
    return this.#head.headerGeneration
  }

  append(entries: readonly NewEntry[]): readonly AppendedEntry[] {
    for (const { op } of entries) {
      invariant(op !== OP_RECORD_ERASE, 'a record is erased with erase()')
      invariant(op !== OP_DEVICE_ADD, 'a device is added when a vault is opened')
    }
    return this.commit(entries, {})
  }

  /** `append` plus what must be in the same transaction. */
  commit(entries: readonly NewEntry[], extras: CommitExtras): readonly AppendedEntry[] {
    if (entries.length === 0 && !this.readOnly) return []
    return this.#write(extras, (device, stage) => this.#sealAll(entries, device, stage))
  }

  /** Appends entries of another vault as they are, in one durable transaction (carry.ts). */
  carry(entries: readonly CarriedEntry[]): void {
    if (entries.length === 0) return
    const { context } = this.#options
    context.ring.openOnDemand()
    this.#write({}, (device, stage) => sealCarried(context, device, stage, this.#head, entries))
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
    for await (const slice of scan(context, db, () => this.#head.seq, lazily, inspect)) {
      for (const item of slice) if (isDamage(item)) throw damageError(item)
      yield entries
      entries = []
    }
  }

  #write<Appended extends LedgerHead>(
    extras: CommitExtras,
    seal: (device: DeviceKey, stage: KeyStage) => { row: RawRow; appended: Appended }[],
  ): readonly Appended[] {
    const { db, context, device, headKey } = this.#options
    if (!device) throw new VaultError('read_only')
    if (this.#broken) throw new VaultError('io_failed')
    const stage = context.ring.stage()
    try {
      extras.stage?.(stage)
      const sealed = seal(device, stage)
      const keys = stage.isEmpty ? undefined : stage.seal()
      const last = sealed.at(-1)
      invariant(last, 'there is at least one entry')
      const head = sealHead(context.sodium, headKey, context.vaultId, {
        seq: last.appended.seq,
        hash: last.appended.hash,
        headerGeneration: extras.header?.generation ?? this.#head.headerGeneration,
        keysHash: keys?.hash ?? this.#head.keysHash,
      })
      db.transaction(() => {
        for (const { row } of sealed) db.addRow(row)
        for (const page of keys?.pages ?? []) db.putKeyPage(page)
        for (const row of keys?.compartments ?? []) db.putCompartment(row)
        if (extras.header) db.putHeader(extras.header.bytes)
        db.putHead(head)
      })
      stage.commit()
      this.#head = head
      return sealed.map(({ appended }) => appended)
    } catch (error) {
      stage.drop()
      try {
        this.#checkAgreement()
      } catch {
        // The first failure is the one to tell.
      }
      throw error
    }
  }

  /**
   * After a failed transaction the disk decides. SQLite rolls back, so the head there is the one in
   * memory; were it not, or could it not be read, going on would fork the chain: nothing more is
   * appended until the vault is opened again.
   */
  #checkAgreement(): void {
    this.#broken = true
    const stored = this.#options.db.head()
    this.#broken = !stored?.mac.equals(this.#head.mac)
  }

  #sealAll(
    entries: readonly NewEntry[],
    device: DeviceKey,
    stage: KeyStage,
  ): { row: RawRow; appended: AppendedEntry }[] {
    const { context, now } = this.#options
    const time = now()
    let { seq, hash: prev } = this.#head
    return entries.map((entry) => {
      seq += 1
      const { op, record } = entry
      invariant(isOp(op), 'an operation is lower-case words with dots')
      const json = bodyJson(entry.body)
      const key = record && op !== OP_RECORD_ERASE ? this.#keyFor(record, entry, stage) : undefined
      const body = record && key ? sealBody(context, seq, record, key, json) : json
      const head: EntryHead = {
        t: time,
        a: device.id,
        op,
        ...(record ? { r: record } : {}),
        ...(key ? { k: 'record' } : {}),
      }
      const row = sealEntry(context, device, { seq, prev }, head, body)
      const hash = entryHash(context.sodium, context.vaultId, row)
      prev = hash
      const about = { seq, time, author: device.id, op, hash }
      return { row, appended: record ? { ...about, record } : about }
    })
  }

  #keyFor(record: RecordId, entry: NewEntry, stage: KeyStage): Buffer {
    const { ring } = this.#options.context
    const known = ring.keyOf(record)
    if (known === 'erased') throw new VaultError('erased')
    if (known !== 'unknown') return known
    ring.openOnDemand()
    const key = ring.keyOf(record)
    if (key === 'erased') throw new VaultError('erased')
    if (key !== 'unknown') return key
    // A record that is unknown here may have its key in a compartment that is closed; a second one must
    // not be made, so whoever makes a new record then has to say where it belongs.
    const compartment = entry.compartment ?? (ring.hasClosedPages ? undefined : 0)
    if (compartment === undefined || !ring.isOpen(compartment)) {
      throw new VaultError('custodian_closed')
    }
    return stage.keyOf(record) ?? stage.addRecord(record, compartment)
  }

  async *readSlices(options: ReadOptions = {}): AsyncGenerator<readonly OpenedEntry[]> {
    const { fromSeq = 1, lazyBodies, leaveClosed } = options
    const last = this.#head.seq
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
    return scan(context, db, () => this.#head.seq, options)
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

  recordState(record: RecordId): 'known' | 'erased' | 'unknown' {
    const { ring } = this.#options.context
    ring.openOnDemand()
    const key = ring.keyOf(record)
    return typeof key === 'string' ? key : 'known'
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
    for (const record of records) {
      const state = this.recordState(record)
      if (state === 'unknown') {
        const mayBeElsewhere = this.#options.context.ring.hasClosedPages
        throw new VaultError(mayBeElsewhere ? 'custodian_closed' : 'not_found')
      }
      if (state === 'erased') throw new VaultError('erased')
    }
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
    this.#logHoldsOldKeys = true
    return this.finishErase()
  }

  /**
   * Empties SQLite's log, which may still hold a destroyed key. False when a reader in another process
   * prevents it for now; `close` tries again, and closing the last connection empties it anyway.
   */
  finishErase(): boolean {
    if (this.#logHoldsOldKeys) this.#logHoldsOldKeys = !this.#options.db.emptyLog()
    return !this.#logHoldsOldKeys
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
      lastSeq: () => this.#head.seq,
      headIsRight: (stored) => {
        const right = headMacIsRight(context.sodium, headKey, context.vaultId, stored)
        return right && stored.mac.equals(this.#head.mac)
      },
      options,
    })
  }

  /** Wipes every key. The ledger cannot be used afterwards. */
  wipe(): void {
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
