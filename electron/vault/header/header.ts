/**
 * The header: vault id, salt, key slots. One fixed size, so that nothing about how many slots are in use
 * shows; in two copies (a row of vault.db and the file `header`). Its unkeyed checksum tells damage
 * from a wrong passphrase; its MAC, checked once the root key is known, tells whether someone changed it
 * on purpose. Bytes in docs/format.md, section "Header".
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import { ID_BYTES, u8, u16, u32 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import {
  HASH_BYTES,
  KEY_BYTES,
  NONCE_BYTES,
  PWHASH_SALT_BYTES,
  type PwhashCost,
  type Sodium,
  TAG_BYTES,
} from '../crypto/sodium.ts'
import { XWING_CIPHERTEXT_BYTES } from '../crypto/xwing.ts'
import { FORMAT_VERSION, type FormatVersion, isFormatVersion } from '../db/vaultSchema.ts'

/** CR LF catches a copy made in a text mode, as in PNG. */
const MAGIC = Buffer.from('EMANET\r\n', 'ascii')
export const SLOT_COUNT = 8
const ARGON2ID13 = 1
export const SLOT_BOX_BYTES = KEY_BYTES + TAG_BYTES
export const DIRECTORY_ENTRY_BYTES = 64
const DIRECTORY_BOX_BYTES = SLOT_COUNT * DIRECTORY_ENTRY_BYTES + TAG_BYTES

/** Version 1 knows no key files. */
const kemBytes = (version: FormatVersion): number => (version === 1 ? 0 : XWING_CIPHERTEXT_BYTES)
export const slotBytes = (version: FormatVersion): number =>
  1 + 4 + 4 + NONCE_BYTES + SLOT_BOX_BYTES + kemBytes(version)
const FIXED_BYTES = MAGIC.length + 2 + 4 + ID_BYTES + PWHASH_SALT_BYTES
const TRAILER_BYTES = 2 * HASH_BYTES
export const headerBytes = (version: FormatVersion): number =>
  FIXED_BYTES + SLOT_COUNT * slotBytes(version) + NONCE_BYTES + DIRECTORY_BOX_BYTES + TRAILER_BYTES
export const HEADER_BYTES = headerBytes(FORMAT_VERSION)

/** A nonce and what was sealed with it. */
export interface Sealed {
  readonly nonce: Buffer
  readonly box: Buffer
}

export interface Slot extends Sealed {
  readonly cost: PwhashCost
  /** An X-Wing ciphertext, in every slot, to a key file's key or to one that nobody has. Empty in version 1. */
  readonly kem: Buffer
}

export interface Header {
  readonly version: FormatVersion
  /** Grows by one with every change. */
  readonly generation: number
  readonly vaultId: Buffer
  readonly kdfSalt: Buffer
  /** Always SLOT_COUNT; one that is not in use holds random bytes. */
  readonly slots: readonly Slot[]
  /** Which slots are in use and for what, sealed under a subkey of the root key. */
  readonly directory: Sealed
}

/** A header as it was read: `mac` is not checked yet, because that needs the root key. */
export interface ParsedHeader {
  readonly header: Header
  readonly bytes: Buffer
}

type VersionAndId = Pick<Header, 'version' | 'vaultId'>

/** What a slot's box is bound to besides its key. */
export const slotAad = (
  sodium: Sodium,
  { version, vaultId }: VersionAndId,
  index: number,
  { cost, kem }: Pick<Slot, 'cost' | 'kem'>,
): Buffer =>
  Buffer.concat([
    DOMAINS.slot,
    u16(version),
    vaultId,
    u8(index),
    costBytes(cost),
    ...(version === 1 ? [] : [sodium.hash([kem])]),
  ])

export const directoryAad = ({ version, vaultId }: VersionAndId, generation: number): Buffer =>
  Buffer.concat([DOMAINS.slotDirectory, u16(version), vaultId, u32(generation)])

const costBytes = (cost: PwhashCost): Buffer =>
  Buffer.concat([u8(ARGON2ID13), u32(cost.ops), u32(cost.memKiB)])

/** Only the newest version is ever written. */
export function writeHeader(sodium: Sodium, header: Header, macKey: Uint8Array): Buffer {
  invariant(header.version === FORMAT_VERSION, 'an older format is not written any more')
  const body = Buffer.concat([
    MAGIC,
    u16(header.version),
    u32(header.generation),
    header.vaultId,
    header.kdfSalt,
    ...header.slots.flatMap((slot) => [costBytes(slot.cost), slot.nonce, slot.box, slot.kem]),
    header.directory.nonce,
    header.directory.box,
  ])
  const summed = Buffer.concat([body, sodium.hash([DOMAINS.headerChecksum, body])])
  return Buffer.concat([summed, sodium.hash([DOMAINS.headerMac, summed], macKey)])
}

/**
 * Errors: `newer_format`; `header_damaged` for anything else that is not exactly a header. Every version
 * to come keeps magic, version, and checksum and MAC as the last 64 bytes, so damage to the version
 * field is not mistaken for a newer format.
 */
export function parseHeader(sodium: Sodium, bytes: Buffer): ParsedHeader {
  const smallest = MAGIC.length + 2 + TRAILER_BYTES
  if (bytes.length < smallest || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged()
  const summed = bytes.length - TRAILER_BYTES
  const checksum = sodium.hash([DOMAINS.headerChecksum, bytes.subarray(0, summed)])
  if (!checksum.equals(bytes.subarray(summed, summed + HASH_BYTES))) throw damaged()
  const version = headerVersionOf(bytes)
  if (bytes.length !== headerBytes(version)) throw damaged()

  const reader = cursor(bytes, MAGIC.length + 2)
  const generation = reader.take(4).readUInt32LE()
  const vaultId = reader.take(ID_BYTES)
  const kdfSalt = reader.take(PWHASH_SALT_BYTES)
  const slots = Array.from({ length: SLOT_COUNT }, () => readSlot(reader, version))
  const directory = { nonce: reader.take(NONCE_BYTES), box: reader.take(DIRECTORY_BOX_BYTES) }
  const header = { version, generation, vaultId, kdfSalt, slots, directory }
  return { header, bytes: Buffer.from(bytes) }
}

/** Of a header whose checksum is known to be right. Errors: `newer_format`, `header_damaged`. */
export function headerVersionOf(bytes: Buffer): FormatVersion {
  if (bytes.length < MAGIC.length + 2) throw damaged()
  const version = bytes.readUInt16LE(MAGIC.length)
  if (version > FORMAT_VERSION) throw new VaultError('newer_format', { version })
  if (!isFormatVersion(version)) throw damaged()
  return version
}

function readSlot(reader: Cursor, version: FormatVersion): Slot {
  const kdf = reader.take(9)
  if (kdf.readUInt8(0) !== ARGON2ID13) throw damaged()
  const cost = { ops: kdf.readUInt32LE(1), memKiB: kdf.readUInt32LE(5) }
  const nonce = reader.take(NONCE_BYTES)
  const box = reader.take(SLOT_BOX_BYTES)
  return { cost, nonce, box, kem: reader.take(kemBytes(version)) }
}

/** Whether the holder of the root key wrote exactly these bytes. */
export function headerMacIsRight(sodium: Sodium, bytes: Buffer, macKey: Uint8Array): boolean {
  const end = bytes.length - HASH_BYTES
  return sodium
    .hash([DOMAINS.headerMac, bytes.subarray(0, end)], macKey)
    .equals(bytes.subarray(end))
}

interface Cursor {
  take(length: number): Buffer
}

function cursor(bytes: Buffer, start: number): Cursor {
  let at = start
  return {
    take(length) {
      at += length
      // A copy: the parsed header must not change when the caller reuses its buffer.
      return Buffer.from(bytes.subarray(at - length, at))
    },
  }
}

const damaged = (): VaultError => new VaultError('header_damaged')
