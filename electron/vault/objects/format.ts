/**
 * The bytes of an object file (docs/format.md, "Objects"): lengths, offsets, header and nonces. Pure
 * arithmetic: nothing here reads a file or knows a key.
 *
 * An object is a header followed by chunks, sealed as the STREAM construction does: the nonce of a chunk
 * is its number and a flag on the last one, so chunks cannot be cut off, swapped, repeated or added to.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import { TAG_BYTES } from '../crypto/sodium.ts'

/** Read are 1 and 2; written is 2. They differ in nothing but the hash that the object's name is. */
export type ObjectVersion = 1 | 2
export const OBJECT_VERSION: ObjectVersion = 2
export const HEADER_BYTES = 16
const MAGIC = Buffer.from('EMOBJECT', 'ascii')

/** 256 KiB: small enough that a range costs little, large enough that the tags cost nothing. */
export const CHUNK_LOG2 = 18
export const CHUNK_LOG2_MIN = 16
export const CHUNK_LOG2_MAX = 20

/** The stored length says nothing about a file below this: a short note looks like any other small file. */
export const MIN_PADDED_BYTES = 4096

/** 256 TiB: far above any disk of today, far below where a JavaScript number loses a byte. */
export const MAX_OBJECT_BYTES = 2 ** 48

/** Where things lie in one object: everything follows from the real size and the chunk size. */
export interface ObjectShape {
  /** Plaintext bytes as they were given. */
  readonly size: number
  /** Plaintext bytes with the zero padding: what is sealed. */
  readonly paddedSize: number
  /** Plaintext bytes of every chunk but the last. */
  readonly chunkBytes: number
  readonly chunkCount: number
  /** Bytes of the file. */
  readonly storedSize: number
}

/** Where one chunk lies in the file, tag included, and the plaintext position it begins at. */
export interface ChunkPlace {
  readonly offset: number
  readonly boxBytes: number
  readonly plainStart: number
  readonly isLast: boolean
}

export interface ObjectHeader {
  readonly version: ObjectVersion
  /** Plaintext bytes of a whole chunk, as their logarithm to base 2. */
  readonly chunkLog2: number
}

export function encodeHeader(
  chunkLog2: number = CHUNK_LOG2,
  version: ObjectVersion = OBJECT_VERSION,
): Buffer {
  invariant(isChunkLog2(chunkLog2), 'a chunk holds 64 KiB to 1 MiB')
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.writeUInt16LE(version, MAGIC.length)
  header.writeUInt8(chunkLog2, MAGIC.length + 2)
  return header
}

/**
 * What a header states. Anything else in any of its bytes is `object_damaged`, a later version too: no object
 * is newer than its vault, whose version was checked when it was opened.
 */
export function parseHeader(header: Uint8Array): ObjectHeader {
  const chunkLog2 = header[MAGIC.length + 2] ?? 0
  const version = header[MAGIC.length]
  const isKnown = (version === 1 || version === 2) && isChunkLog2(chunkLog2)
  if (!isKnown || !encodeHeader(chunkLog2, version).equals(header)) {
    throw new VaultError('object_damaged')
  }
  return { version, chunkLog2 }
}

const isChunkLog2 = (value: number): boolean =>
  Number.isInteger(value) && value >= CHUNK_LOG2_MIN && value <= CHUNK_LOG2_MAX

/** The associated data of every chunk: an object opens in the vault it was made for, and nowhere else. */
export function chunkAad(header: Uint8Array, vaultId: Uint8Array): Buffer {
  invariant(vaultId.length === 16, 'a vault id has 16 bytes')
  return Buffer.concat([header, vaultId])
}

/**
 * Padmé (Nikitin et al., PETS 2019, §4): at most 12 % longer, and only O(log log size) bits of the size
 * show. Never less than MIN_PADDED_BYTES.
 */
export function paddedSize(size: number): number {
  invariant(Number.isSafeInteger(size) && size >= 0, 'a size is a non-negative integer')
  if (size <= MIN_PADDED_BYTES) return MIN_PADDED_BYTES
  const exponent = bitLength(size) - 1
  const unit = 2 ** (exponent - bitLength(exponent))
  return Math.ceil(size / unit) * unit
}

const bitLength = (value: number): number => value.toString(2).length

/** Throws `too_large` above MAX_OBJECT_BYTES. */
export function objectShape(size: number, chunkLog2: number = CHUNK_LOG2): ObjectShape {
  if (size > MAX_OBJECT_BYTES) throw new VaultError('too_large')
  const padded = paddedSize(size)
  const chunkBytes = 2 ** chunkLog2
  const chunkCount = Math.ceil(padded / chunkBytes)
  const storedSize = HEADER_BYTES + padded + chunkCount * TAG_BYTES
  return { size, paddedSize: padded, chunkBytes, chunkCount, storedSize }
}

export function chunkPlace(shape: ObjectShape, index: number): ChunkPlace {
  invariant(index >= 0 && index < shape.chunkCount, 'a chunk lies inside its object')
  const { chunkBytes } = shape
  const isLast = index === shape.chunkCount - 1
  const plainStart = index * chunkBytes
  const plainBytes = isLast ? shape.paddedSize - plainStart : chunkBytes
  const offset = HEADER_BYTES + index * (chunkBytes + TAG_BYTES)
  return { offset, boxBytes: plainBytes + TAG_BYTES, plainStart, isLast }
}

/** Writes the nonce of a chunk: its number as 11 bytes big-endian, then 1 on the last chunk and 0 before. */
export function writeChunkNonce(nonce: Buffer, index: number, isLast: boolean): void {
  nonce.fill(0)
  nonce.writeUIntBE(index, 5, 6)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
}
