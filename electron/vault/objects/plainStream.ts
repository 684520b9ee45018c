/**
 * The plaintext side of an object, front to back: SHA-256 over what was given, zero padding, cut into chunks.
 * Where a chunk lies and who seals it (a buffer here, a ring shared with another thread) is the sink's
 * business. The size need not be known beforehand: a chunk is complete when more follows it or at the end.
 */
import { createHash, type Hash } from 'node:crypto'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { CHUNK_LOG2, MAX_OBJECT_BYTES, objectShape, paddedSize } from './format.ts'

export interface ChunkSink {
  /**
   * Memory for the plaintext of chunk `index` from its byte `from` on: at least one byte, at most the rest of
   * the chunk. May wait until there is some.
   */
  space(index: number, from: number): Uint8Array
  /** Chunk `index` has its `length` bytes of plaintext. */
  complete(index: number, length: number, isLast: boolean): void
}

export interface Sealed {
  readonly size: number
  readonly storedSize: number
  /** SHA-256 of the plaintext, hexadecimal. */
  readonly sha256: string
}

export class PlainStream {
  readonly #sink: ChunkSink
  readonly #chunkLog2: number
  readonly #sha256: Hash = createHash('sha256')
  #index = 0
  #filled = 0
  #size = 0
  #space: Uint8Array | undefined

  constructor(sink: ChunkSink, chunkLog2: number = CHUNK_LOG2) {
    this.#sink = sink
    this.#chunkLog2 = chunkLog2
  }

  get size(): number {
    return this.#size
  }

  /** Where the next plaintext goes: at least one byte, at most one chunk. Tell `advance` how much came. */
  space(): Uint8Array {
    if (this.#filled === 2 ** this.#chunkLog2) this.#complete(false)
    this.#space ??= this.#sink.space(this.#index, this.#filled)
    return this.#space
  }

  advance(length: number): void {
    invariant(this.#space && length <= this.#space.length, 'space is asked for before it is filled')
    this.#sha256.update(this.#space.subarray(0, length))
    this.#size += length
    if (this.#size > MAX_OBJECT_BYTES) throw new VaultError('too_large')
    this.#fill(length)
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

  /** Pads, completes the last chunk, and ends the stream. */
  finish(): Sealed {
    let missing = paddedSize(this.#size) - this.#size
    while (missing > 0) {
      const space = this.space()
      const length = Math.min(space.length, missing)
      space.fill(0, 0, length)
      this.#fill(length)
      missing -= length
    }
    this.#complete(true)
    const { storedSize } = objectShape(this.#size, this.#chunkLog2)
    return { size: this.#size, storedSize, sha256: this.#sha256.digest('hex') }
  }

  #fill(length: number): void {
    this.#filled += length
    this.#space = undefined
  }

  #complete(isLast: boolean): void {
    this.#sink.complete(this.#index, this.#filled, isLast)
    this.#index += 1
    this.#filled = 0
    this.#space = undefined
  }
}
