/**
 * The caller's end of the thread that writes a bulk (bulkWorker.ts). Whatever becomes of the thread, every promise
 * ends; and after `ended` its connection to the database is closed.
 */
import { Worker } from 'node:worker_threads'
import { VaultError } from '../../../shared/errors.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import type { RawHead, RawKeyPage } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { workerUrl } from '../workers.ts'
import { memoryOfBulk, packBulk, type UnsealedEntry } from './bulkBatch.ts'
import type { BulkAnswer, BulkRequest, BulkStart } from './bulkWorker.ts'
import type { SealContext } from './entrySeal.ts'
import type { LedgerHead } from './types.ts'

/** Batches that the thread has to do, so that it never waits. */
const MOST_ON_THE_WAY = 4

export class BulkThread {
  readonly #worker: Worker
  /** The last entry that is written, not committed. */
  #last: LedgerHead
  #onTheWay = 0
  #isCommitted = false
  #logIsEmpty = false
  #failure: unknown
  #isLeaving = false
  #isOver = false
  readonly #waiting = new Set<() => void>()

  constructor(
    { sodium, vaultId, entryKey }: SealContext,
    device: DeviceKey,
    { file }: VaultDb,
    time: number,
    last: LedgerHead,
  ) {
    this.#last = last
    const start: BulkStart = {
      ...{ file, build: sodium.build, vaultId, device: device.id, time },
      ...{ entryKey: Uint8Array.from(entryKey), signKey: Uint8Array.from(device.secretKey) },
      ...{ seq: last.seq, hash: Uint8Array.from(last.hash) },
    }
    this.#worker = new Worker(workerUrl('bulkWorker'))
    this.#worker.on('message', (answer: BulkAnswer) => this.#hear(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#end())
    // Moved, not copied: afterwards only the thread has them.
    this.#send(start, [start.entryKey.buffer, start.signKey.buffer] as ArrayBuffer[])
  }

  get isCommitted(): boolean {
    return this.#isCommitted
  }

  /** Whether nothing of the log is left; known when it has ended. */
  get logIsEmpty(): boolean {
    return this.#logIsEmpty
  }

  /** Hands entries over; waits only when the thread is far behind. Throws what the thread failed with. */
  async write(entries: readonly UnsealedEntry[]): Promise<void> {
    await this.#until(() => this.#onTheWay < MOST_ON_THE_WAY)
    if (this.#isLeaving) throw new VaultError('cancelled')
    const batch = packBulk(entries)
    this.#onTheWay += 1
    this.#send(batch, memoryOfBulk(batch))
  }

  /** The last entry, when all that were handed over are written. */
  async written(): Promise<LedgerHead> {
    await this.#until(() => this.#onTheWay === 0)
    return this.#last
  }

  putPages(pages: readonly RawKeyPage[]): void {
    this.#send({
      pages: pages.map(({ compartment, page, nonce, box }) => ({
        ...{ compartment, page },
        ...{ nonce: Uint8Array.from(nonce), box: Uint8Array.from(box) },
      })),
    })
  }

  /** Durable when it resolves. When it rejects, only the disk knows. */
  async commit(head: RawHead): Promise<void> {
    const { hash, keysHash, mac } = head
    const own = (bytes: Buffer) => Buffer.from(Uint8Array.from(bytes).buffer)
    this.#send({ head: { ...head, hash: own(hash), keysHash: own(keysHash), mac: own(mac) } })
    await this.#until(() => this.#isCommitted)
  }

  /** Nothing is committed any more, unless that has begun. Does not wait. */
  stop(): void {
    if (!this.#isOver) this.#send('stop')
  }

  /** When its connection is closed, however it came to that. */
  async ended(): Promise<void> {
    while (!this.#isOver) await new Promise<void>((resolve) => this.#waiting.add(resolve))
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.#failure !== undefined) throw this.#failure
      if (this.#isOver) throw new VaultError('cancelled')
      await new Promise<void>((resolve) => this.#waiting.add(resolve))
    }
    if (this.#failure !== undefined) throw this.#failure
  }

  #hear(answer: BulkAnswer): void {
    if (answer.did === 'written') {
      this.#onTheWay -= 1
      this.#last = { seq: answer.seq, hash: Buffer.from(answer.hash) }
    } else if (answer.did === 'committed') this.#isCommitted = true
    else if (answer.did === 'ended') {
      this.#logIsEmpty = answer.logIsEmpty
      // What was handed over until now, it wipes; more is not.
      this.#isLeaving = true
      this.#send('over')
    } else if (answer.did === 'failed')
      this.#fail(answer.code ? new VaultError(answer.code) : new Error(answer.message))
    this.#wake()
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#wake()
  }

  #end(): void {
    this.#isOver = true
    this.#wake()
  }

  #wake(): void {
    for (const resolve of [...this.#waiting]) {
      this.#waiting.delete(resolve)
      resolve()
    }
  }

  #send(request: BulkRequest, moved: ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, moved)
  }
}
