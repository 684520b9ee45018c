/** Seals and opens the chunks of one object. Holds the file key only by reference: its owner wipes it. */
import { type Sodium, STREAM_NONCE_BYTES } from '../crypto/sodium.ts'
import { writeChunkNonce } from './format.ts'

export class ChunkCipher {
  readonly #sodium: Sodium
  readonly #key: Uint8Array
  readonly #aad: Buffer
  readonly #nonce = Buffer.alloc(STREAM_NONCE_BYTES)

  constructor(sodium: Sodium, key: Uint8Array, aad: Buffer) {
    this.#sodium = sodium
    this.#key = key
    this.#aad = aad
  }

  /** `out` has 16 bytes more than `plain` and may begin at the same place in memory. */
  seal(out: Uint8Array, plain: Uint8Array, index: number, isLast: boolean): void {
    writeChunkNonce(this.#nonce, index, isLast)
    this.#sodium.sealChunk(out, plain, this.#aad, this.#nonce, this.#key)
  }

  /** False when any bit, the place or the flag is not as it was sealed; `out` is then unusable. */
  open(out: Uint8Array, box: Uint8Array, index: number, isLast: boolean): boolean {
    writeChunkNonce(this.#nonce, index, isLast)
    return this.#sodium.openChunk(out, box, this.#aad, this.#nonce, this.#key)
  }
}
