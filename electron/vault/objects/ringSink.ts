/** A lane's ring as the place where a PlainStream puts its chunks. */

import type { ChunkSink } from './plainStream.ts'
import type { Ring } from './ring.ts'
import { BOX_BYTES, CHUNK_BYTES, chunkOffset } from './ringSealing.ts'

export class RingSink implements ChunkSink {
  readonly #ring: Ring
  readonly #meanwhile: () => boolean

  /** `meanwhile` is done while there is no room, as long as it says true. */
  constructor(ring: Ring, header: Uint8Array, meanwhile: () => boolean) {
    this.#ring = ring
    this.#meanwhile = meanwhile
    ring.parts(0, header.length)[0].set(header)
  }

  /** Throws `cancelled`. */
  space(index: number, from: number): Uint8Array {
    const offset = chunkOffset(index)
    if (from === 0) this.#ring.waitForRoom(offset + BOX_BYTES, this.#meanwhile)
    return this.#ring
      .parts(offset + from, CHUNK_BYTES - from)
      .find((part) => part.length > 0) as Uint8Array
  }

  complete(index: number, length: number, isLast: boolean): void {
    if (isLast) this.#ring.board.readyLast(index, length)
    else this.#ring.board.ready(index)
  }
}
