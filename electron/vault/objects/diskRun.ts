/** The disk worker's part of one object: chunk by chunk, sealed if nobody else did it, hashed, written. */
import { type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import { ChunkSealer } from './chunkSealer.ts'
import { chunkAad, encodeHeader } from './format.ts'
import type { DiskAnswer, DiskRequest } from './laneMessages.ts'
import { sha256Stream } from './objectName.ts'
import type { Ring } from './ring.ts'
import { CHUNK_BYTES, chunkOffset, RingSealing } from './ringSealing.ts'
import { SpanWriter } from './spanWriter.ts'

/**
 * How long chunks are worked on before the thread looks whether writes ended: a turn for each costs more than it gives.
 * The WebAssembly build has one for each, because what a chunk left in memory is freed between turns.
 */
const TURN_MS = { native: 2, wasm: 0 } as const

export class DiskRun {
  readonly #ring: Ring
  readonly #sealing: RingSealing
  readonly #writer: SpanWriter
  readonly #name = sha256Stream()
  readonly #turnMs: number
  /** The first chunk that is not hashed yet. */
  #next = 0
  #hashedBytes = 0
  #isEnded = false
  /** The next turn goes on by itself. */
  #isScheduled = false

  constructor(
    sodium: Sodium,
    ring: Ring,
    { output, vaultId }: Extract<DiskRequest, { type: 'begin' }>,
    report: (answer: DiskAnswer) => void,
  ) {
    this.#ring = ring
    this.#turnMs = TURN_MS[sodium.build]
    const aad = chunkAad(encodeHeader(), vaultId)
    this.#sealing = new RingSealing(ring, new ChunkSealer(sodium, ring.key, aad))
    this.#writer = new SpanWriter(ring, output, (outcome) => {
      this.#isEnded = true
      const isDone = outcome.type === 'done'
      report(isDone ? { type: 'done', value: this.#name.final().toString('hex') } : outcome)
    })
  }

  stop(): void {
    this.#isEnded = true
    this.#writer.stop()
  }

  /** Call whenever something may have changed. A few chunks a turn: in between, writes that ended are heard. */
  look(): void {
    if (this.#isScheduled || this.#isEnded) return
    const end = performance.now() + this.#turnMs
    do {
      if (this.#step()) continue
      this.#ring.park()
      if (!this.#step()) return
    } while (performance.now() < end)
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.look()
    })
  }

  /** False when there is nothing to do now. */
  #step(): boolean {
    if (this.#isEnded) return false
    if (this.#ring.board.isSealed(this.#next)) this.#hash()
    else return this.#sealing.sealFirst(this.#next)
    return true
  }

  #hash(): void {
    const { board } = this.#ring
    const isLast = board.isLast(this.#next)
    const end = chunkOffset(this.#next) + board.lengthOf(this.#next, CHUNK_BYTES) + TAG_BYTES
    // The header lies before the first chunk and is hashed with it.
    for (const part of this.#ring.parts(this.#hashedBytes, end - this.#hashedBytes)) {
      if (part.length > 0) this.#name.update(part)
    }
    this.#hashedBytes = end
    board.leave(this.#next)
    this.#next += 1
    if (isLast) {
      this.#isEnded = true
      this.#writer.finish(end)
    } else this.#writer.ready(end)
  }
}
