/**
 * The one writer of a ledger. A transaction brings entries, keys and the head that seals them all onto the disk or
 * nothing of it; whatever fails, memory and disk agree afterwards, or nothing more is written. A bulk (bulkAppend.ts)
 * is one transaction over many turns, and nothing else is written meanwhile.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import type { RawHead, RawRow } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { BulkAppend } from './bulkAppend.ts'
import type { UnsealedEntry } from './bulkBatch.ts'
import { sealHead } from './head.ts'
import type { KeyStage, SealedKeys } from './keyStage.ts'
import { newRow } from './newRow.ts'
import type { ReadContext } from './reader.ts'
import type {
  AppendedEntry,
  BulkAppended,
  BulkOptions,
  BulkPlan,
  LedgerHead,
  NewEntry,
} from './types.ts'
import { unsealedBulk, unsealedEntry } from './unsealed.ts'

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

export class LedgerWriter {
  readonly #options: LedgerOptions
  #head: RawHead
  #logHoldsOldKeys = false
  #broken = false
  #isWiped = false
  #bulk: { readonly over: Promise<void>; append?: BulkAppend } | undefined

  constructor(options: LedgerOptions) {
    this.#options = options
    this.#head = options.head
  }

  get head(): RawHead {
    return this.#head
  }

  /** While a bulk is written: settles when it is over. */
  get bulkOver(): Promise<void> | undefined {
    return this.#bulk?.over
  }

  async writable(): Promise<void> {
    while (this.#bulk) await this.#bulk.over
  }

  async appendBulk(
    plan: () => Promise<BulkPlan>,
    options: BulkOptions = {},
  ): Promise<BulkAppended> {
    const device = this.#mayWrite()
    let release = () => {}
    this.#bulk = {
      over: new Promise((resolve) => {
        release = resolve
      }),
    }
    try {
      const made = await plan()
      if (this.#isWiped) throw new VaultError('cancelled')
      return await this.#writeBulk(this.#bulk, device, made, options)
    } finally {
      this.#bulk = undefined
      release()
    }
  }

  async #writeBulk(
    bulk: { append?: BulkAppend },
    device: DeviceKey,
    plan: BulkPlan,
    options: BulkOptions,
  ): Promise<BulkAppended> {
    const { context, db, now } = this.#options
    const stage = context.ring.stage()
    const time = now()
    const before = this.#head
    const headOf = (last: LedgerHead, keysHash: Buffer | undefined) =>
      this.#headAfter(last, keysHash)
    const parts = { context, device, db, stage, time, last: before, headOf }
    // The thread opens the file by its name.
    db.checkPlace()
    const append = new BulkAppend(parts, options)
    bulk.append = append
    try {
      await append.write(told(unsealedBulk(context.ring, plan, stage), options))
      await append.commit()
    } catch (error) {
      append.stop()
      await append.ended()
      // Where the commit had begun, the disk decides.
      if (!append.head || !this.#isStored(append.head)) {
        stage.drop()
        throw this.#isWiped ? new VaultError('cancelled') : error
      }
    }
    this.#head = append.head ?? before
    const appended = {
      ...{ firstSeq: before.seq + 1, lastSeq: this.#head.seq },
      ...{ time, author: device.id },
    }
    try {
      await append.takeKeys(() => this.#isWiped)
      await options.after?.(appended)
    } catch (error) {
      stage.drop()
      // It is on disk; and in a vault that is over nobody asks for it any more.
      if (!this.#isWiped) throw error
    } finally {
      await append.ended()
      if (plan.erase) this.#logHoldsOldKeys ||= !append.logIsEmpty
    }
    return appended
  }

  /** Seals with `seal` and writes, in one durable transaction. Errors: `read_only`, `io_failed`, `busy`, `disk_full`. */
  write<Appended extends LedgerHead>(
    extras: CommitExtras,
    seal: (device: DeviceKey, stage: KeyStage) => { row: RawRow; appended: Appended }[],
  ): readonly Appended[] {
    const { context } = this.#options
    const device = this.#mayWrite()
    const stage = context.ring.stage()
    try {
      extras.stage?.(stage)
      const sealed = seal(device, stage)
      const keys = stage.isEmpty ? undefined : stage.seal()
      const last = sealed.at(-1)
      invariant(last, 'there is at least one entry')
      const head = this.#headAfter(last.appended, keys?.hash, extras.header?.generation)
      this.#commit(head, sealed, keys, extras)
      // Were memory not to follow the disk, the next entry would fork the chain.
      this.#broken = true
      if (keys) stage.commit()
      this.#head = head
      this.#broken = false
      return sealed.map(({ appended }) => appended)
    } catch (error) {
      stage.drop()
      throw error
    }
  }

  #commit(
    head: RawHead,
    sealed: readonly { row: RawRow }[],
    keys: SealedKeys | undefined,
    { header }: CommitExtras,
  ): void {
    const { db } = this.#options
    try {
      db.transaction(() => {
        for (const { row } of sealed) db.addRow(row)
        for (const page of keys?.pages ?? []) db.putKeyPage(page)
        for (const row of keys?.compartments ?? []) db.putCompartment(row)
        if (header) db.putHeader(header.bytes)
        db.putHead(head)
      })
    } catch (error) {
      // A commit that failed behind its end is saved.
      if (!this.#isStored(head)) throw error
    }
  }

  /** Seals new entries, one after another, behind the last that is stored. */
  sealAll(
    entries: readonly NewEntry[],
    device: DeviceKey,
    stage: KeyStage,
  ): { row: RawRow; appended: AppendedEntry }[] {
    const { context, now } = this.#options
    const time = now()
    let last: LedgerHead = this.#head
    return entries.map((entry) => {
      const { op, record } = entry
      const { row, head } = newRow(
        context,
        device,
        time,
        last,
        unsealedEntry(context.ring, entry, stage),
      )
      last = head
      const about = { ...head, time, author: device.id, op }
      return { row, appended: record ? { ...about, record } : about }
    })
  }

  /** Errors: `read_only`, `io_failed`, `busy`. */
  #mayWrite(): DeviceKey {
    const { device } = this.#options
    if (!device) throw new VaultError('read_only')
    if (this.#broken) throw new VaultError('io_failed')
    if (this.#bulk) throw new VaultError('busy')
    return device
  }

  #headAfter(last: LedgerHead, keysHash: Buffer | undefined, generation?: number): RawHead {
    const { context, headKey } = this.#options
    return sealHead(context.sodium, headKey, context.vaultId, {
      ...{ seq: last.seq, hash: last.hash },
      headerGeneration: generation ?? this.#head.headerGeneration,
      keysHash: keysHash ?? this.#head.keysHash,
    })
  }

  /**
   * After a failed transaction the disk decides: whether it has this head. Where it has neither this one nor that before,
   * or cannot be read, going on would fork the chain: nothing more is appended until the vault is opened again.
   */
  #isStored(head: RawHead): boolean {
    if (this.#isWiped) return false
    this.#broken = true
    try {
      const stored = this.#options.db.head()
      const isThere = stored?.mac.equals(head.mac) === true
      this.#broken = !isThere && stored?.mac.equals(this.#head.mac) !== true
      return isThere
    } catch {
      // The first failure is the one to tell.
      return false
    }
  }

  /** After a key was dropped from the database: empties SQLite's log, which may still hold it. */
  forgetOldKeys(): boolean {
    this.#logHoldsOldKeys = true
    return this.finishErase()
  }

  /**
   * Empties SQLite's log, which may still hold a destroyed key. False when a reader in another process
   * or the disk prevents it for now; `close` tries again, and closing the last connection empties it anyway.
   */
  finishErase(): boolean {
    // Its thread holds the log, and empties it when it ends.
    if (this.#bulk) return false
    try {
      if (this.#logHoldsOldKeys) this.#logHoldsOldKeys = !this.#options.db.emptyLog()
    } catch {
      // The key is destroyed all the same: whoever destroyed it is not told that it failed.
    }
    return !this.#logHoldsOldKeys
  }

  /** Stops a bulk and writes nothing more; what its transaction has not committed is not there. */
  wipe(): void {
    this.#isWiped = true
    this.#bulk?.append?.stop()
  }
}

function* told(
  entries: Iterable<UnsealedEntry>,
  { onMade }: BulkOptions,
): Generator<UnsealedEntry> {
  for (const entry of entries) {
    onMade?.(entry.op, entry.record, entry.json)
    yield entry
  }
}
