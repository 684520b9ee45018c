/**
 * Turns plaintext into the bytes of an object, front to back: SHA-256 over what was given, zero padding,
 * chunks sealed in place. Where the bytes go (a buffer, a ring shared with another thread) is the target's
 * business. The size need not be known beforehand: a chunk is sealed when more follows it or at the end.
 */
import { createHash, type Hash } from 'node:crypto'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import { ChunkCipher } from './chunkCipher.ts'
import {
  CHUNK_LOG2,
  chunkAad,
  encodeHeader,
  HEADER_BYTES,
  MAX_OBJECT_BYTES,
  paddedSize,
} from './format.ts'

export interface SealTarget {
  /** Memory for the bytes [offset, offset + length) of the object; may wait until there is some. */
  reserve(offset: number, length: number): Uint8Array
  /** The first `length` bytes of what was reserved at `offset` are final. */
  commit(offset: number, length: number): void
}

export interface SealParameters {
  readonly sodium: Sodium
  readonly key: Uint8Array
  readonly vaultId: Uint8Array
  readonly chunkLog2?: number
}

export interface Sealed {
  readonly size: number
  readonly storedSize: number
  /** SHA-256 of the plaintext, hexadecimal. */
  readonly sha256: string
}

export class SealStream {
  readonly #target: SealTarget
  readonly #header: Buffer
  readonly #cipher: ChunkCipher
  readonly #chunkBytes: number
  readonly #sha256: Hash = createHash('sha256')
  #offset = 0
  #index = 0
  #chunk: Uint8Array | undefined
  #filled = 0
  #size = 0

  constructor(parameters: SealParameters, target: SealTarget) {
    const { sodium, key, vaultId, chunkLog2 = CHUNK_LOG2 } = parameters
    this.#target = target
    this.#header = encodeHeader(chunkLog2)
    this.#chunkBytes = 2 ** chunkLog2
    this.#cipher = new ChunkCipher(sodium, key, chunkAad(this.#header, vaultId))
  }

  get size(): number {
    return this.#size
  }

  /** Where the next plaintext goes: at least one byte, at most one chunk. Tell `advance` how much came. */
  space(): Uint8Array {
    if (this.#filled === this.#chunkBytes) this.#seal(false)
    if (this.#offset === 0) this.#writeHeader()
    this.#chunk ??= this.#target.reserve(this.#offset, this.#chunkBytes + TAG_BYTES)
    return this.#chunk.subarray(this.#filled, this.#chunkBytes)
  }

  advance(length: number): void {
    invariant(this.#chunk, 'space is asked for before it is filled')
    this.#sha256.update(this.#chunk.subarray(this.#filled, this.#filled + length))
    this.#filled += length
    this.#size += length
    if (this.#size > MAX_OBJECT_BYTES) throw new VaultError('too_large')
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const space = this.space()
      const piece = bytes.subarray(from, from + space.length)
      space.set(piece)
      this.advance(piece.length)
      from += piece.length
    }
  }

  /** Pads, seals the last chunk with its flag, and ends the stream. */
  finish(): Sealed {
    let missing = paddedSize(this.#size) - this.#size
    while (missing > 0) {
      const space = this.space()
      const length = Math.min(space.length, missing)
      space.fill(0, 0, length)
      this.#filled += length
      missing -= length
    }
    this.#seal(true)
    return { size: this.#size, storedSize: this.#offset, sha256: this.#sha256.digest('hex') }
  }

  #writeHeader(): void {
    this.#target.reserve(0, HEADER_BYTES).set(this.#header)
    this.#target.commit(0, HEADER_BYTES)
    this.#offset = HEADER_BYTES
  }

  #seal(isLast: boolean): void {
    invariant(this.#chunk, 'a chunk is filled before it is sealed')
    const length = this.#filled + TAG_BYTES
    const plain = this.#chunk.subarray(0, this.#filled)
    this.#cipher.seal(this.#chunk.subarray(0, length), plain, this.#index, isLast)
    this.#target.commit(this.#offset, length)
    this.#offset += length
    this.#index += 1
    this.#chunk = undefined
    this.#filled = 0
  }
}
