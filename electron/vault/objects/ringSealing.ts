/** Takes chunks that wait in a lane's ring and seals them where they lie. Both threads of a lane have one. */
import { TAG_BYTES } from '../crypto/sodium.ts'
import type { ChunkSealer } from './chunkSealer.ts'
import { CHUNK_LOG2, HEADER_BYTES } from './format.ts'
import type { Ring } from './ring.ts'

export const CHUNK_BYTES = 2 ** CHUNK_LOG2
export const BOX_BYTES = CHUNK_BYTES + TAG_BYTES

/** Where chunk `index` begins in the object. */
export const chunkOffset = (index: number): number => HEADER_BYTES + index * BOX_BYTES

export class RingSealing {
  readonly #ring: Ring
  readonly #sealer: ChunkSealer

  constructor(ring: Ring, sealer: ChunkSealer) {
    this.#ring = ring
    this.#sealer = sealer
  }

  /** Seals the first chunk from `from` on that waits for it; false when none does. */
  sealFirst(from: number): boolean {
    return this.#seal(this.#ring.board.takeFirst(from))
  }

  /** The same with the last. */
  sealLast(): boolean {
    return this.#seal(this.#ring.board.takeLast())
  }

  #seal(index: number | undefined): boolean {
    if (index === undefined) return false
    const { board } = this.#ring
    const length = board.lengthOf(index, CHUNK_BYTES)
    const chunk = this.#ring.parts(chunkOffset(index), length + TAG_BYTES)
    this.#sealer.seal(chunk, index, board.isLast(index))
    board.sealed(index)
    return true
  }
}
