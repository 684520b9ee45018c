/** One job on a lane, as the main thread sees it: what goes in, what comes back, and when it is over. */
import { type ErrorCode, VaultError } from '../../../shared/errors.ts'
import type { DiskAnswer, Outcome, SourceAnswer, SourceRequest } from './laneMessages.ts'
import type { Sealed } from './plainStream.ts'
import type { Ring } from './ring.ts'

/** Pushed bytes that may be on their way to the worker before `write` makes its caller wait. */
const MAX_BYTES_UNDER_WAY = 4 << 20

export interface LaneResult extends Sealed {
  readonly objectId: string
}

export class LaneRun {
  /** Settles only when both workers have let go of the files. */
  readonly done: Promise<LaneResult>
  readonly #ring: Ring
  readonly #send: (request: SourceRequest) => void
  readonly #stop: () => void
  #resolve!: (result: LaneResult) => void
  #reject!: (error: VaultError) => void
  #sealed: Outcome<Sealed> | undefined
  #written: Outcome<string> | undefined
  #bytesUnderWay = 0
  #waiting: (() => void)[] = []
  #isOver = false

  /** `send` reaches the source worker; `stop` makes both look at the ring's flag. */
  constructor(ring: Ring, send: (request: SourceRequest) => void, stop: () => void) {
    this.#ring = ring
    this.#send = send
    this.#stop = stop
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  get isOver(): boolean {
    return this.#isOver
  }

  get sealedChunks(): number {
    return this.#ring.board.sealedCount
  }

  /** Resolves when the worker can take more. A job that failed takes everything; `done` says why. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#isOver) return
    this.#bytesUnderWay += bytes.length
    this.#send({ type: 'bytes', bytes })
    while (this.#bytesUnderWay > MAX_BYTES_UNDER_WAY && !this.#isOver) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** No more bytes will be pushed. */
  finish(): void {
    this.#send({ type: 'finish' })
  }

  /** Both workers stop soon; `done` then fails with `cancelled`. */
  cancel(): void {
    if (this.#isOver) return
    this.#ring.cancel()
    this.#stop()
  }

  /** For the lane only, like the two below. */
  hearSource(answer: SourceAnswer): void {
    if (answer.type === 'taken') {
      this.#bytesUnderWay -= answer.bytes
      this.#wake()
    } else {
      this.#sealed = answer
      if (answer.type === 'failed') this.cancel()
      this.#settleIfOver()
    }
  }

  hearDisk(answer: DiskAnswer): void {
    this.#written = answer
    if (answer.type === 'failed') this.cancel()
    this.#settleIfOver()
  }

  #settleIfOver(): void {
    const sealed = this.#sealed
    const written = this.#written
    if (!sealed || !written) return
    const failed = [written, sealed].find((outcome) => outcome.type === 'failed')
    if (failed?.type === 'failed') {
      this.fail(failed.code)
    } else if (sealed.type !== 'done' || written.type !== 'done' || this.#ring.isCancelled) {
      this.fail('cancelled')
    } else {
      this.#isOver = true
      this.#wake()
      this.#resolve({ ...sealed.value, objectId: written.value })
    }
  }

  fail(code: ErrorCode): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#wake()
    this.#reject(new VaultError(code))
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }
}
