/**
 * Appending many entries in one transaction, while the caller's thread keeps answering: it makes the entries and their
 * keys in short slices; a thread of its own (bulkThread.ts) seals, signs, writes and commits them. When it fails, is
 * cancelled, or the process ends before the commit, nothing of it is there.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import type { RawHead } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { turn } from '../slices.ts'
import type { UnsealedEntry } from './bulkBatch.ts'
import { BulkThread } from './bulkThread.ts'
import type { KeyStage } from './keyStage.ts'
import type { ReadContext } from './reader.ts'
import type { BulkOptions, LedgerHead } from './types.ts'

/** Of the caller's thread at a time. */
const SLICE_MS = 8
const ENTRIES_AT_ONCE = 256
const PAGES_AT_ONCE = 64

interface BulkParts {
  readonly context: ReadContext
  readonly device: DeviceKey
  readonly db: VaultDb
  readonly stage: KeyStage
  readonly time: number
  /** What stands in the ledger now. */
  readonly last: LedgerHead
  readonly headOf: (last: LedgerHead, keysHash: Buffer | undefined) => RawHead
}

export class BulkAppend {
  readonly #parts: BulkParts
  readonly #options: BulkOptions
  readonly #thread: BulkThread
  #until = performance.now() + SLICE_MS
  #isStopped = false
  /** As it will be; known when the commit begins. */
  head: RawHead | undefined

  constructor(parts: BulkParts, options: BulkOptions) {
    this.#parts = parts
    this.#options = options
    const { context, device, db, time, last } = parts
    this.#thread = new BulkThread(context, device, db, time, last)
  }

  get logIsEmpty(): boolean {
    return this.#thread.logIsEmpty
  }

  /** Makes, seals and writes them. Errors: `cancelled`, those of making an entry and of writing to the disk. */
  async write(entries: Iterable<UnsealedEntry>): Promise<void> {
    let batch: UnsealedEntry[] = []
    let made = 0
    for (const entry of entries) {
      batch.push(entry)
      made += 1
      if (batch.length >= ENTRIES_AT_ONCE) {
        await this.#thread.write(batch)
        batch = []
        this.#options.onProgress?.(made)
      }
      await this.#breathe()
    }
    if (batch.length > 0) await this.#thread.write(batch)
    this.#options.onProgress?.(made)
  }

  /** Durable when it resolves; when it rejects, the disk may have it all the same (`head`). */
  async commit(): Promise<RawHead> {
    const { stage, headOf, db } = this.#parts
    const keys = stage.isEmpty ? undefined : await this.#stepping(stage.sealing())
    for (let at = 0; at < (keys?.pages.length ?? 0); at += PAGES_AT_ONCE) {
      this.#thread.putPages(keys?.pages.slice(at, at + PAGES_AT_ONCE) ?? [])
      await this.#breathe()
    }
    const last = await this.#thread.written()
    this.#check()
    const head = headOf(last, keys?.hash)
    db.checkPlace()
    this.head = head
    await this.#thread.commit(head)
    return head
  }

  /**
   * Makes the new keys known, once they are on disk, also where the thread ended without saying so. Only the end of the
   * vault stops it (`cancelled`).
   */
  async takeKeys(isVaultOver: () => boolean): Promise<void> {
    for (const _step of this.#parts.stage.committing()) {
      if (performance.now() > this.#until) await this.#turn()
      if (isVaultOver()) throw new VaultError('cancelled')
    }
  }

  /** Does not wait. Nothing is committed any more, unless that has begun. */
  stop(): void {
    this.#isStopped = true
    this.#thread.stop()
  }

  /** When the database is let go. */
  ended(): Promise<void> {
    return this.#thread.ended()
  }

  async #stepping<Result>(steps: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await this.#breathe()
    }
  }

  #check(): void {
    if (this.#isStopped || this.#options.signal?.aborted) throw new VaultError('cancelled')
  }

  async #breathe(): Promise<void> {
    if (performance.now() > this.#until) {
      await this.#turn()
      this.#check()
    }
  }

  async #turn(): Promise<void> {
    await turn()
    this.#until = performance.now() + SLICE_MS
  }
}
