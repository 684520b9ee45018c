/**
 * The bytes of a sealed snapshot of the working index (docs/format.md, "Snapshot"). Its header binds it to the vault, to
 * the entry of the ledger up to which it knows everything, and to the way this program builds the index; its
 * chunks, like those of an object, are sealed under a key of its own, so that wiping the header destroys it.
 */
import { u16, u64 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { HASH_BYTES, KEY_BYTES, NONCE_BYTES, type Sodium, TAG_BYTES } from '../crypto/sodium.ts'

const MAGIC = Buffer.from('EMINDEX\n', 'ascii')
const VERSION = 1
const PREFIX_BYTES = MAGIC.length + 2
const BOX_START = PREFIX_BYTES + NONCE_BYTES
const PLAIN_BYTES = KEY_BYTES + 8 + HASH_BYTES + 8 + HASH_BYTES

export const HEADER_BYTES = BOX_START + PLAIN_BYTES + TAG_BYTES
/** Plaintext of each chunk; the last one too is padded to it, so that the size says little. */
export const CHUNK_BYTES = 1024 * 1024
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
/** Beyond this an SQLite image in memory stops working: such an index is built anew at each opening. */
export const MOST_IMAGE_BYTES = 1000 * 1024 * 1024

export interface SnapshotContext {
  readonly sodium: Sodium
  readonly vaultId: Buffer
  /** `EmSnapsh` 1. */
  readonly key: Buffer
}

export interface SnapshotHeader {
  /** Of the chunks; the caller wipes it. */
  readonly fileKey: Buffer
  /** The last entry that the index knows, and its hash. */
  readonly seq: number
  readonly hash: Buffer
  readonly imageBytes: number
  /** Hash of how the index is built (schema.ts). */
  readonly schema: Buffer
}

const prefix = (): Buffer => Buffer.concat([MAGIC, u16(VERSION)])

const aad = (vaultId: Buffer): Buffer => Buffer.concat([DOMAINS.snapshot, vaultId, prefix()])

export function sealHeader(
  { sodium, vaultId, key }: SnapshotContext,
  nonce: Buffer,
  { fileKey, seq, hash, imageBytes, schema }: SnapshotHeader,
): Buffer {
  const plain = Buffer.concat([fileKey, u64(seq), hash, u64(imageBytes), schema])
  try {
    return Buffer.concat([prefix(), nonce, sodium.seal(plain, aad(vaultId), nonce, key)])
  } finally {
    plain.fill(0)
  }
}

/** Undefined when the bytes are not the header of this vault's snapshot in this version. */
export function openHeader(
  { sodium, vaultId, key }: SnapshotContext,
  bytes: Buffer,
): SnapshotHeader | undefined {
  if (bytes.length !== HEADER_BYTES) return undefined
  if (!bytes.subarray(0, PREFIX_BYTES).equals(prefix())) return undefined
  const nonce = bytes.subarray(PREFIX_BYTES, BOX_START)
  const plain = sodium.open(bytes.subarray(BOX_START), aad(vaultId), nonce, key)
  if (!plain) return undefined
  try {
    const seqStart = KEY_BYTES
    const sizeStart = seqStart + 8 + HASH_BYTES
    return {
      fileKey: Buffer.from(plain.subarray(0, KEY_BYTES)),
      seq: Number(plain.readBigUInt64LE(seqStart)),
      hash: Buffer.from(plain.subarray(seqStart + 8, sizeStart)),
      imageBytes: Number(plain.readBigUInt64LE(sizeStart)),
      schema: Buffer.from(plain.subarray(sizeStart + 8)),
    }
  } finally {
    plain.fill(0)
  }
}

/** What every chunk is bound to. */
export const chunkAad = (header: Buffer, vaultId: Buffer): Buffer =>
  Buffer.concat([header, vaultId])

export const chunkCount = (imageBytes: number): number =>
  Math.max(1, Math.ceil(imageBytes / CHUNK_BYTES))

export const fileBytes = (imageBytes: number): number =>
  HEADER_BYTES + chunkCount(imageBytes) * SEALED_CHUNK_BYTES
