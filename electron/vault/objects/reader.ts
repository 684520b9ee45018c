/**
 * Reads an object, whole or any range of it: only the chunks that a range touches are read and opened, and
 * no byte is given out before its chunk proved genuine. Opening checks the length of the file and its last
 * chunk, so that a cut or lengthened file, or the wrong key, is noticed before the first byte is used.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { ObjectId } from '../../../shared/ids.ts'
import { isAllZero } from '../crypto/bytes.ts'
import { Secret } from '../crypto/secret.ts'
import { type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import { objectPath } from '../folder/layout.ts'
import { ChunkCipher } from './chunkCipher.ts'
import {
  type ChunkPlace,
  chunkAad,
  chunkPlace,
  HEADER_BYTES,
  type ObjectShape,
  objectShape,
  parseHeader,
} from './format.ts'

/** What the ledger knows about an object and its reader needs. */
export interface ObjectRef {
  readonly objectId: ObjectId
  readonly fileKey: Secret
  /** Plaintext bytes. */
  readonly size: number
}

/** Plaintext positions, `end` not included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface ReaderContext {
  readonly folder: string
  readonly vaultId: Uint8Array
  readonly sodium: Sodium
}

export class ObjectReader {
  readonly size: number
  readonly #file: FileHandle
  readonly #shape: ObjectShape
  readonly #cipher: ChunkCipher
  readonly #key: Secret
  /** The chunk opened last: small ranges that follow each other open it once. */
  #recent: { index: number; plain: Buffer } | undefined
  #isClosed = false

  private constructor(file: FileHandle, shape: ObjectShape, cipher: ChunkCipher, key: Secret) {
    this.#file = file
    this.#shape = shape
    this.#cipher = cipher
    this.#key = key
    this.size = shape.size
  }

  /** Keeps a copy of the key until it is closed. Errors: `object_missing`, `object_truncated`, `object_damaged`. */
  static async open(context: ReaderContext, ref: ObjectRef): Promise<ObjectReader> {
    const file = await openObject(context.folder, ref.objectId)
    const key = Secret.fromBytes(ref.fileKey.bytes)
    try {
      const header = await readExactly(file, HEADER_BYTES, 0)
      const shape = objectShape(ref.size, parseHeader(header))
      await checkLength(file, shape)
      const cipher = new ChunkCipher(context.sodium, key.bytes, chunkAad(header, context.vaultId))
      const reader = new ObjectReader(file, shape, cipher, key)
      await reader.#copy(shape.chunkCount - 1, 0, 0)
      return reader
    } catch (error) {
      key.wipe()
      await file.close()
      throw error
    }
  }

  /** The bytes of a range inside the file, in one buffer. Errors: `object_damaged`, `object_truncated`. */
  async read(start: number, end: number): Promise<Buffer> {
    this.#checkRange({ start, end })
    const bytes = Buffer.alloc(end - start)
    let filled = 0
    for await (const piece of this.stream({ start, end })) filled += piece.copy(bytes, filled)
    return bytes
  }

  /** The bytes of a range, or all, a chunk at most at a time. Each piece belongs to whoever asked for it. */
  async *stream(
    range: ByteRange = { start: 0, end: this.size },
  ): AsyncGenerator<Buffer, void, void> {
    this.#checkRange(range)
    const { chunkBytes } = this.#shape
    for (let position = range.start; position < range.end; ) {
      const index = Math.floor(position / chunkBytes)
      const first = index * chunkBytes
      const piece = await this.#copy(
        index,
        position - first,
        Math.min(chunkBytes, range.end - first),
      )
      position += piece.length
      yield piece
    }
  }

  /** Wipes the key and what was opened last; a read in work fails with `cancelled`. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#key.wipe()
    this.#forget()
    await this.#file.close()
  }

  #checkRange({ start, end }: ByteRange): void {
    const isInside = Number.isInteger(start) && start >= 0 && start <= end && end <= this.size
    invariant(isInside && Number.isInteger(end), 'a range lies inside its object')
  }

  /** A copy, made in the same moment the chunk is there: another range may replace the kept chunk. */
  async #copy(index: number, from: number, until: number): Promise<Buffer> {
    let plain = this.#recent?.index === index ? this.#recent.plain : undefined
    if (!plain) {
      const place = chunkPlace(this.#shape, index)
      const box = await this.#readBox(place)
      plain = this.#openBox(box, index, place)
      this.#forget()
      this.#recent = { index, plain }
    }
    const copy = Buffer.allocUnsafeSlow(until - from)
    plain.copy(copy, 0, from, until)
    return copy
  }

  async #readBox(place: ChunkPlace): Promise<Buffer> {
    if (this.#isClosed) throw new VaultError('cancelled')
    const box = await readExactly(this.#file, place.boxBytes, place.offset)
    if (this.#isClosed) throw new VaultError('cancelled')
    return box
  }

  #openBox(box: Buffer, index: number, place: ChunkPlace): Buffer {
    const plain = Buffer.allocUnsafeSlow(place.boxBytes - TAG_BYTES)
    const isGenuine = this.#cipher.open(plain, box, index, place.isLast)
    const padding = plain.subarray(Math.max(0, this.#shape.size - place.plainStart))
    if (!isGenuine || !isAllZero(padding)) throw new VaultError('object_damaged')
    return plain
  }

  #forget(): void {
    this.#recent?.plain.fill(0)
    this.#recent = undefined
  }
}

/** Errors: `object_missing`, `file_unreadable`, `io_failed`. */
export async function openObject(folder: string, objectId: ObjectId): Promise<FileHandle> {
  try {
    return await open(objectPath(folder, objectId), 'r')
  } catch (error) {
    const code = fsCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new VaultError('object_missing')
    throw toVaultError(error, 'read')
  }
}

async function checkLength(file: FileHandle, shape: ObjectShape): Promise<void> {
  const { size } = await file.stat()
  if (size < shape.storedSize) throw new VaultError('object_truncated')
  if (size > shape.storedSize) throw new VaultError('object_damaged')
}

async function readExactly(file: FileHandle, length: number, offset: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await mapped(file.read(bytes, filled, length - filled, offset + filled))
    if (bytesRead === 0) throw new VaultError('object_truncated')
    filled += bytesRead
  }
  return bytes
}

async function mapped<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    throw toVaultError(error, 'read')
  }
}
