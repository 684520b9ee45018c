/**
 * Seals chunks where they lie in a lane's ring. With libsodium, which seals in place: Node's own cipher is faster
 * by itself, but it gives each result in memory of its own, and taking, copying and freeing that costs what
 * it gains; Electron does not offer it at all.
 */
import { type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import { ChunkCipher } from './chunkCipher.ts'

/** Bytes that may wrap around the end of a ring: the second part is empty where they do not. */
export type Parts = readonly [Uint8Array, Uint8Array]

export class ChunkSealer {
  readonly #cipher: ChunkCipher
  /** Where a chunk is sealed that wraps around the ring's end. */
  #scratch = Buffer.alloc(0)

  /** The key stays its owner's. */
  constructor(sodium: Sodium, key: Uint8Array, aad: Buffer) {
    this.#cipher = new ChunkCipher(sodium, key, aad)
  }

  /** `chunk` holds the plaintext and, behind it, room for the tag. */
  seal(chunk: Parts, index: number, isLast: boolean): void {
    const [first, second] = chunk
    const length = first.length + second.length
    if (second.length === 0) {
      this.#cipher.seal(first, first.subarray(0, length - TAG_BYTES), index, isLast)
      return
    }
    if (this.#scratch.length < length) this.#scratch = Buffer.alloc(length)
    const whole = this.#scratch.subarray(0, length)
    whole.set(first)
    whole.set(second, first.length)
    // In place: no plaintext is left in the scratch.
    this.#cipher.seal(whole, whole.subarray(0, length - TAG_BYTES), index, isLast)
    first.set(whole.subarray(0, first.length))
    second.set(whole.subarray(first.length))
  }
}
