/**
 * The file that a copy of an object is written to, front to back. A large one goes past the system's file cache where
 * the disk allows that: what is written is then on its way to the disk at once, costs the processor no second copy,
 * and does not push everything else out of memory. Its last block is filled up, and the file cut to its length.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  writeSync,
} from 'node:fs'
import { fsCode } from '../folder/fsErrors.ts'

export const PIECE_BYTES = 1 << 20
/** Whole blocks of nearly any disk; of another kind the ordinary way writes the end. */
const BLOCK_BYTES = 4096
const WASM_PAGE = 65536

/** Of the thread. WebAssembly memory only because that begins on a page boundary, which such a write asks for. */
let aligned: Buffer | undefined

/** Memory for the pieces of an object of `size` bytes; for the whole of a small one, and a byte to notice more. */
export function pieceBuffer(size: number): Buffer {
  if (size < PIECE_BYTES) return Buffer.alloc(size + 1)
  const pages = PIECE_BYTES / WASM_PAGE
  aligned ??= Buffer.from(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer)
  return aligned
}

/** Failures are the file system's own. */
export class CopyTarget {
  readonly #path: string
  #file: number
  #isDirect: boolean
  #written = 0

  private constructor(path: string, file: number, isDirect: boolean) {
    this.#path = path
    this.#file = file
    this.#isDirect = isDirect
  }

  /** Replaces what a run that was cut off left there. `open` is given only by tests. */
  static open(path: string, size: number, open: typeof openSync = openSync): CopyTarget {
    if (process.platform === 'linux' && size >= PIECE_BYTES) {
      const { O_CREAT, O_TRUNC, O_WRONLY, O_DIRECT } = constants
      try {
        const file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_DIRECT, 0o600)
        return new CopyTarget(path, file, true)
      } catch (error) {
        if (fsCode(error) !== 'EINVAL') throw error
      }
    }
    return new CopyTarget(path, open(path, 'w', 0o600), false)
  }

  /** The first `length` bytes of `piece`, which is a `pieceBuffer`. Of a large object only the last is not full. */
  write(piece: Buffer, length: number): void {
    const whole = this.#isDirect ? Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES : length
    piece.fill(0, length, whole)
    for (let at = 0; at < whole; ) at += this.#writeSome(piece, at, whole - at)
    this.#written += length
  }

  /** Returns when all of it, and nothing more, is on the disk. */
  flush(): void {
    ftruncateSync(this.#file, this.#written)
    try {
      // Read-only guards against accidents only, and some file systems of USB sticks have no such thing.
      fchmodSync(this.#file, 0o400)
    } catch {}
    fsyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }

  #writeSome(piece: Buffer, at: number, length: number): number {
    const position = this.#written + at
    try {
      return writeSync(this.#file, piece, at, length, position)
    } catch (error) {
      if (!this.#isDirect || fsCode(error) !== 'EINVAL') throw error
      // This disk has no such way after all, or asks for more than whole blocks: from here on the ordinary one.
      const ordinary = openSync(this.#path, 'r+')
      closeSync(this.#file)
      this.#file = ordinary
      this.#isDirect = false
      return writeSync(ordinary, piece, at, length, position)
    }
  }
}
