/**
 * A file that arrives piece by piece (dropped on a window, sent over the bridge): begin, write in order,
 * then finish or abort. Small ones are collected here; a larger one flows on through a lane.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { LaneRun } from './laneRun.ts'
import { throttled, type WorkOptions } from './progress.ts'
import {
  SMALL_BYTES,
  type StoredObject,
  storeLarge,
  storeSmall,
  type WriterContext,
} from './writer.ts'

export class ObjectIntake {
  readonly #context: WriterContext
  readonly #controller = new AbortController()
  readonly #tell: ReturnType<typeof throttled>
  readonly #onProgress: WorkOptions['onProgress']
  #pieces: Buffer[] = []
  #received = 0
  /** Everything that was asked for happens one after the other, whether or not the caller waits. */
  #tail: Promise<unknown> = Promise.resolve()
  #large: { run: LaneRun; stored: Promise<StoredObject> } | undefined
  #isEnded = false

  constructor(context: WriterContext, options: WorkOptions) {
    this.#context = context
    this.#onProgress = options.onProgress
    this.#tell = throttled(options.onProgress)
    const { signal } = options
    if (signal?.aborted) this.#controller.abort()
    signal?.addEventListener('abort', () => void this.abort(), { signal: this.#controller.signal })
  }

  /**
   * Takes the next bytes (a copy). Resolves when there is room for more: a caller that waits keeps the memory
   * small. Errors: as for storing a file; after one, or after `finish` or `abort`, `cancelled`.
   */
  write(bytes: Uint8Array): Promise<void> {
    invariant(!this.#isEnded, 'nothing is written after the end')
    // A buffer of its own: Node's shared pool would be sent to the worker whole.
    const copy = Buffer.alloc(bytes.length)
    copy.set(bytes)
    return this.#next(async () => {
      this.#received += copy.length
      if (this.#large) await this.#push(this.#large.run, copy)
      else await this.#collect(copy)
      this.#tell({ done: this.#received })
    })
  }

  /** Stores what came. Errors: as for storing a file. */
  finish(): Promise<StoredObject> {
    invariant(!this.#isEnded, 'an intake ends once')
    this.#isEnded = true
    return this.#next(async () => {
      const { signal } = this.#controller
      if (!this.#large) {
        const plain = Buffer.concat(this.#pieces)
        this.#wipePieces()
        return storeSmall(this.#context, plain, { signal, onProgress: this.#onProgress })
      }
      this.#large.run.finish()
      const stored = await this.#large.stored
      this.#onProgress?.({ done: stored.size, total: stored.size })
      return stored
    })
  }

  /** Stops and leaves nothing. Safe at any time; does nothing after a finished `finish`. */
  async abort(): Promise<void> {
    this.#isEnded = true
    this.#controller.abort()
    await this.#tail.catch(() => {})
    this.#wipePieces()
    await this.#large?.stored.catch(() => {})
  }

  #next<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#tail.then(() => {
      if (this.#controller.signal.aborted) throw new VaultError('cancelled')
      return work()
    })
    this.#tail = result
    // Whoever called hears of it; the chain itself is not "unhandled".
    result.catch(() => {})
    return result
  }

  async #collect(piece: Buffer): Promise<void> {
    this.#pieces.push(piece)
    if (this.#received <= SMALL_BYTES) return
    const { run, stored } = await this.#startLane()
    this.#large = { run, stored }
    for (const collected of this.#pieces.splice(0)) await this.#push(run, collected)
  }

  async #push(run: LaneRun, bytes: Buffer): Promise<void> {
    await run.write(bytes)
    bytes.fill(0)
    // The bytes have not ended, so a run that is over has failed: its error is this write's error.
    if (run.isOver) await this.#large?.stored
  }

  #startLane(): Promise<{ run: LaneRun; stored: Promise<StoredObject> }> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#controller
      const options = { signal, onProgress: undefined }
      const stored = storeLarge(this.#context, 'pushed', options, {
        onStart: (run) => resolve({ run, stored }),
      })
      stored.catch(reject)
    })
  }

  #wipePieces(): void {
    for (const piece of this.#pieces.splice(0)) piece.fill(0)
  }
}
