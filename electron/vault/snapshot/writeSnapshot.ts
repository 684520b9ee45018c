/**
 * Writes a snapshot under another name, a chunk at a time, flushes it and puts it in place of the last one. Can be
 * stopped at any moment, at once: what is not finished is not there.
 */
import { randomBytes as randomName } from 'node:crypto'
import { type FileHandle, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { randomBytes } from '../crypto/bytes.ts'
import { KEY_BYTES, NONCE_BYTES } from '../crypto/sodium.ts'
import { fsyncFolder, removeFile, tryRemove } from '../folder/durable.ts'
import { ChunkCipher } from '../objects/chunkCipher.ts'
import {
  CHUNK_BYTES,
  chunkAad,
  chunkCount,
  SEALED_CHUNK_BYTES,
  type SnapshotContext,
  sealHeader,
} from './format.ts'

export interface SnapshotContent {
  /** In pieces, as they come from the index; wiped afterwards. */
  readonly image: readonly Buffer[]
  readonly seq: number
  readonly hash: Buffer
  readonly schema: Buffer
}

export class SnapshotWriter {
  readonly #context: SnapshotContext
  readonly #path: string
  readonly #temporary: string
  #isStopped = false

  constructor(context: SnapshotContext, target: string) {
    this.#context = context
    this.#path = target
    const name = `.${path.basename(target)}-${randomName(6).toString('hex')}`
    this.#temporary = path.join(path.dirname(target), name)
  }

  /** Whether it is in place now. A disk that is full, read-only or gone is no error: the index is built anew then. */
  async write(content: SnapshotContent): Promise<boolean> {
    try {
      // While its content was gathered.
      if (this.#isStopped) return false
      await this.#writeAll(content)
      if (this.#isStopped) return false
      await rename(this.#temporary, this.#path)
      // Stopped while it was put in its place: whoever stopped it wanted it gone.
      if (this.#isStopped) removeFile(this.#path)
      else fsyncFolder(path.dirname(this.#path))
      return !this.#isStopped
    } catch {
      return false
    } finally {
      for (const piece of content.image) piece.fill(0)
      tryRemove(this.#temporary)
    }
  }

  /** What is written from now on is thrown away. */
  stop(): void {
    this.#isStopped = true
    tryRemove(this.#temporary)
  }

  async #writeAll({ image, seq, hash, schema }: SnapshotContent): Promise<void> {
    const { sodium, vaultId } = this.#context
    const fileKey = randomBytes(KEY_BYTES)
    let file: FileHandle | undefined
    try {
      const imageBytes = image.reduce((sum, { length }) => sum + length, 0)
      const about = { fileKey, seq, hash, imageBytes, schema }
      const header = sealHeader(this.#context, randomBytes(NONCE_BYTES), about)
      const cipher = new ChunkCipher(sodium, fileKey, chunkAad(header, vaultId))
      file = await open(this.#temporary, 'wx', 0o600)
      await file.write(header)
      const count = chunkCount(imageBytes)
      const sealed = Buffer.alloc(SEALED_CHUNK_BYTES)
      for (let index = 0; index < count && !this.#isStopped; index += 1) {
        const plain = sealed.subarray(0, CHUNK_BYTES)
        plain.fill(0, copyFrom(image, index * CHUNK_BYTES, plain))
        cipher.seal(sealed, plain, index, index === count - 1)
        await file.write(sealed)
      }
      if (!this.#isStopped) await file.sync()
    } finally {
      fileKey.fill(0)
      await file?.close()
    }
  }
}

/** As many bytes as there are and fit, from `start` of all pieces together; how many. */
function copyFrom(pieces: readonly Buffer[], start: number, into: Buffer): number {
  let copied = 0
  let before = 0
  for (const piece of pieces) {
    const from = start + copied - before
    if (from < piece.length) copied += piece.copy(into, copied, from)
    before += piece.length
    if (copied === into.length) break
  }
  return copied
}
