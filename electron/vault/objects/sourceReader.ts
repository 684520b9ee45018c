/** Reads an opened file into a ring, each chunk where it will be sealed, as far ahead as there is room. */
import { readvSync } from 'node:fs'
import { VaultError } from '../../../shared/errors.ts'
import { TAG_BYTES } from '../crypto/sodium.ts'
import { CHUNK_LOG2, HEADER_BYTES } from './format.ts'
import type { Ring } from './ring.ts'

const CHUNK_BYTES = 2 ** CHUNK_LOG2
const BOX_BYTES = CHUNK_BYTES + TAG_BYTES

export class SourceReader {
  readonly #ring: Ring
  readonly #file: number
  readonly #size: number
  #position = 0
  #chunks = 0
  #isAtEnd = false

  constructor(ring: Ring, file: number, size: number) {
    this.#ring = ring
    this.#file = file
    this.#size = size
  }

  /**
   * Call again whenever room became free. The file must have exactly the size it was opened with: neither
   * less nor more. Errors: `file_changed_while_read`, `file_unreadable`.
   */
  readAhead(): void {
    while (this.#position < this.#size && !this.#ring.isCancelled) {
      const offset = HEADER_BYTES + this.#chunks * BOX_BYTES
      if (!this.#ring.hasRoom(offset + BOX_BYTES)) return
      this.#readChunk(offset, Math.min(CHUNK_BYTES, this.#size - this.#position))
    }
    if (this.#position === this.#size && !this.#isAtEnd) this.#checkEnd()
  }

  #readChunk(offset: number, length: number): void {
    for (let filled = 0; filled < length; ) {
      const read = this.#read(this.#ring.parts(offset + filled, length - filled))
      if (read === 0) throw new VaultError('file_changed_while_read')
      filled += read
      this.#position += read
    }
    this.#chunks += 1
    this.#ring.countReadChunk()
  }

  #checkEnd(): void {
    if (this.#read([Buffer.alloc(1)]) > 0) throw new VaultError('file_changed_while_read')
    this.#isAtEnd = true
  }

  #read(into: readonly Uint8Array[]): number {
    try {
      return readvSync(this.#file, into, this.#position)
    } catch {
      throw new VaultError('file_unreadable')
    }
  }
}
