/**
 * The sealed directory that says which slots are in use, what opens them, since when, and their names. Only the
 * holder of the root key can read it.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import { randomBytes, readU64, u8, u64 } from '../crypto/bytes.ts'
import { slotDirectoryKey } from '../crypto/keyTree.ts'
import type { Secret } from '../crypto/secret.ts'
import { NONCE_BYTES, type Sodium } from '../crypto/sodium.ts'
import {
  DIRECTORY_ENTRY_BYTES,
  directoryAad,
  type Header,
  type Sealed,
  SLOT_COUNT,
} from '../header/header.ts'
import type { SlotKind } from './types.ts'

/** A label is cut at a whole character to fit. */
export const MAX_LABEL_BYTES = DIRECTORY_ENTRY_BYTES - 1 - 1 - 8 - 1

/** What the directory says about a slot that is in use. */
export interface SlotRecord {
  readonly kind: SlotKind
  readonly createdAt: number
  readonly label: string
  /** The slot this one is about to take the place of: set until that slot is dropped. */
  readonly replaces?: number
}

/** One place per slot; undefined where the slot is not in use. */
export type SlotDirectory = readonly (SlotRecord | undefined)[]

const KIND_NUMBERS: Readonly<Record<SlotKind, number>> = {
  passphrase: 1,
  recovery: 2,
  keyFile: 3,
  shares: 4,
}

export function sealDirectory(
  sodium: Sodium,
  header: Pick<Header, 'version' | 'vaultId' | 'generation'>,
  rootKey: Secret,
  directory: SlotDirectory,
): Sealed {
  invariant(directory.length === SLOT_COUNT, 'the directory has a place for every slot')
  const plain = Buffer.concat(directory.map(writeRecord))
  const key = slotDirectoryKey(sodium, rootKey.bytes)
  const nonce = randomBytes(NONCE_BYTES)
  const box = sodium.seal(plain, directoryAad(header, header.generation), nonce, key)
  sodium.memzero(key)
  return { nonce, box }
}

/** Errors: `header_tampered` (the header's own MAC is checked first, so this is never mere damage). */
export function openDirectory(sodium: Sodium, header: Header, rootKey: Secret): SlotDirectory {
  const key = slotDirectoryKey(sodium, rootKey.bytes)
  const { box, nonce } = header.directory
  const plain = sodium.open(box, directoryAad(header, header.generation), nonce, key)
  sodium.memzero(key)
  if (!plain) throw new VaultError('header_tampered')
  return Array.from({ length: SLOT_COUNT }, (_, index) => {
    const start = index * DIRECTORY_ENTRY_BYTES
    return readRecord(plain.subarray(start, start + DIRECTORY_ENTRY_BYTES))
  })
}

function writeRecord(record: SlotRecord | undefined): Buffer {
  const bytes = Buffer.alloc(DIRECTORY_ENTRY_BYTES)
  if (!record) return bytes
  const label = Buffer.from(cutLabel(record.label), 'utf8')
  Buffer.concat([
    u8(KIND_NUMBERS[record.kind]),
    u8(record.replaces === undefined ? 0 : record.replaces + 1),
    u64(record.createdAt),
    u8(label.length),
    label,
  ]).copy(bytes)
  return bytes
}

function readRecord(bytes: Buffer): SlotRecord | undefined {
  const kind = bytes.readUInt8(0)
  if (kind === 0) return undefined
  const name = (Object.keys(KIND_NUMBERS) as SlotKind[]).find((k) => KIND_NUMBERS[k] === kind)
  const replaces = bytes.readUInt8(1)
  const length = bytes.readUInt8(10)
  if (!name || replaces > SLOT_COUNT || length > MAX_LABEL_BYTES) {
    throw new VaultError('header_tampered')
  }
  const label = bytes.toString('utf8', 11, 11 + length)
  const record = { kind: name, createdAt: readU64(bytes, 2), label }
  return replaces === 0 ? record : { ...record, replaces: replaces - 1 }
}

function cutLabel(label: string): string {
  let kept = ''
  let bytes = 0
  for (const character of label.normalize('NFC')) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_LABEL_BYTES) break
    kept += character
  }
  return kept
}
