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
  readonly #plain: Buffer
  #plainIndex: number | undefined
  /** Memory for sealed chunks that no read uses now. */
  readonly #boxes: Buffer[] = []
  #isClosed = false

  private constructor(file: FileHandle, shape: ObjectShape, cipher: ChunkCipher, key: Secret) {
    this.#file = file
    this.#shape = shape
    this.#cipher = cipher
    this.#key = key
    this.#plain = Buffer.alloc(Math.min(shape.chunkBytes, shape.paddedSize))
    this.size = shape.size
  }

  /** Keeps a copy of the key until it is closed. Errors: `object_missing`, `object_truncated`, `object_damaged`. */
  static async open(context: ReaderContext, ref: ObjectRef): Promise<ObjectReader> {
    const file = await openObject(context.folder, ref.objectId)
    const key = Secret.fromBytes(ref.fileKey.bytes)
    try {
      const header = Buffer.alloc(HEADER_BYTES)
      await readExactly(file, header, 0)
      const shape = objectShape(ref.size, parseHeader(header).chunkLog2)
      await checkLength(file, shape)
      const cipher = new ChunkCipher(context.sodium, key.bytes, chunkAad(header, context.vaultId))
      const reader = new ObjectReader(file, shape, cipher, key)
      await reader.#copyFrom(shape.chunkCount - 1, 0, Buffer.alloc(0))
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
    await this.readInto(bytes, start)
    return bytes
  }

  /** Fills `target` with the bytes from `start` on. */
  async readInto(target: Buffer, start: number): Promise<void> {
    this.#checkRange({ start, end: start + target.length })
    const { chunkBytes } = this.#shape
    for (let filled = 0; filled < target.length; ) {
      const index = Math.floor((start + filled) / chunkBytes)
      const from = start + filled - index * chunkBytes
      const piece = target.subarray(filled, filled + chunkBytes - from)
      await this.#copyFrom(index, from, piece)
      filled += piece.length
    }
  }

  /** The bytes of a range, or all, a chunk at most at a time. Each piece belongs to whoever asked for it. */
  async *stream(
    range: ByteRange = { start: 0, end: this.size },
  ): AsyncGenerator<Buffer, void, void> {
    this.#checkRange(range)
    const { chunkBytes } = this.#shape
    for (let start = range.start; start < range.end; ) {
      const end = Math.min(start - (start % chunkBytes) + chunkBytes, range.end)
      yield await this.read(start, end)
      start = end
    }
  }

  /** Wipes the key and what was opened last; a read in work fails with `cancelled`. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#key.wipe()
    this.#plain.fill(0)
    await this.#file.close()
  }

  #checkRange({ start, end }: ByteRange): void {
    const isInside = Number.isInteger(start) && start >= 0 && start <= end && end <= this.size
    invariant(isInside && Number.isInteger(end), 'a range lies inside its object')
  }

  /** Copied in the same moment the chunk is opened: another range may open the next one over it. */
  async #copyFrom(index: number, from: number, target: Buffer): Promise<void> {
    if (this.#plainIndex !== index) {
      const place = chunkPlace(this.#shape, index)
      const memory = this.#boxes.pop() ?? Buffer.allocUnsafeSlow(this.#shape.chunkBytes + TAG_BYTES)
      const box = memory.subarray(0, place.boxBytes)
      if (this.#isClosed) throw new VaultError('cancelled')
      await readExactly(this.#file, box, place.offset)
      if (this.#isClosed) throw new VaultError('cancelled')
      this.#open(box, index, place)
      this.#boxes.push(memory)
    }
    this.#plain.copy(target, 0, from)
  }

  #open(box: Buffer, index: number, place: ChunkPlace): void {
    const plain = this.#plain.subarray(0, place.boxBytes - TAG_BYTES)
    this.#plainIndex = undefined
    const isGenuine = this.#cipher.open(plain, box, index, place.isLast)
    const padding = plain.subarray(Math.max(0, this.#shape.size - place.plainStart))
    if (!isGenuine || !isAllZero(padding)) throw new VaultError('object_damaged')
    this.#plainIndex = index
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

async function readExactly(file: FileHandle, into: Buffer, offset: number): Promise<void> {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await mapped(
      file.read(into, filled, into.length - filled, offset + filled),
    )
    if (bytesRead === 0) throw new VaultError('object_truncated')
    filled += bytesRead
  }
}

async function mapped<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    throw toVaultError(error, 'read')
  }
}
