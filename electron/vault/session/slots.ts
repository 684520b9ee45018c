/**
 * Key slots: how a passphrase opens the root key, and the sealed directory that says which slots are in
 * use. From outside every slot looks alike; only the holder of the root key can read the directory.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import { randomBytes, readU64, u8, u64 } from '../crypto/bytes.ts'
import { checkCost, type KdfPolicy } from '../crypto/kdf.ts'
import { slotDirectoryKey, slotKey } from '../crypto/keyTree.ts'
import { deriveMaster } from '../crypto/passphrase.ts'
import { Secret } from '../crypto/secret.ts'
import { NONCE_BYTES, type PwhashCost, type Sodium } from '../crypto/sodium.ts'
import {
  DIRECTORY_ENTRY_BYTES,
  directoryAad,
  type Header,
  type Sealed,
  SLOT_COUNT,
  type Slot,
  slotAad,
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

const KIND_NUMBERS: Readonly<Record<SlotKind, number>> = { passphrase: 1, recovery: 2 }

/** Seals the root key into slot `index` under the Argon2id result of a passphrase. */
export function sealSlot(
  sodium: Sodium,
  vaultId: Buffer,
  index: number,
  cost: PwhashCost,
  master: Secret,
  rootKey: Secret,
): Slot {
  const key = slotKey(sodium, master.bytes, index)
  const nonce = randomBytes(NONCE_BYTES)
  const box = sodium.seal(rootKey.bytes, slotAad(vaultId, index, cost), nonce, key)
  sodium.memzero(key)
  return { cost, nonce, box }
}

/** The slot a passphrase opens and the root key in it; undefined when it opens none. */
export async function openSlots(
  sodium: Sodium,
  header: Header,
  passphrase: Secret,
  policy: KdfPolicy,
): Promise<{ index: number; rootKey: Secret } | undefined> {
  checkCosts(header, policy)
  for (const cost of distinctCosts(header)) {
    const master = await deriveMaster(sodium, passphrase, header.kdfSalt, cost, policy)
    try {
      const found = openWithMaster(sodium, header, cost, master)
      if (found) return found
    } finally {
      master.wipe()
    }
  }
  return undefined
}

/** Every slot's cost is checked before the first Argon2id takes memory. Errors: `kdf_out_of_range`. */
function checkCosts(header: Header, policy: KdfPolicy): void {
  for (const slot of header.slots) checkCost(slot.cost, policy)
}

/**
 * One Argon2id per distinct cost opens any of the slots (the slot's index enters only afterwards). The
 * strongest cost first: it is the one a person chose on purpose.
 */
function distinctCosts(header: Header): PwhashCost[] {
  const byName = new Map(header.slots.map(({ cost }) => [`${cost.ops} ${cost.memKiB}`, cost]))
  return [...byName.values()].sort((a, b) => b.memKiB - a.memKiB || b.ops - a.ops)
}

/** Whether a passphrase opens this very slot, and to this root key. */
export async function slotOpensTo(
  sodium: Sodium,
  header: Header,
  index: number,
  passphrase: Secret,
  rootKey: Secret,
  policy: KdfPolicy,
): Promise<boolean> {
  const slot = header.slots[index]
  invariant(slot, 'the slot exists')
  const master = await deriveMaster(sodium, passphrase, header.kdfSalt, slot.cost, policy)
  const opened = openOne(sodium, header, index, master)
  master.wipe()
  const same = opened?.equals(rootKey) === true
  opened?.wipe()
  return same
}

function openOne(
  sodium: Sodium,
  header: Header,
  index: number,
  master: Secret,
): Secret | undefined {
  const slot = header.slots[index]
  invariant(slot, 'the slot exists')
  const key = slotKey(sodium, master.bytes, index)
  const plain = sodium.open(slot.box, slotAad(header.vaultId, index, slot.cost), slot.nonce, key)
  sodium.memzero(key)
  if (!plain) return undefined
  const rootKey = Secret.fromBytes(plain)
  sodium.memzero(plain)
  return rootKey
}

function openWithMaster(
  sodium: Sodium,
  header: Header,
  cost: PwhashCost,
  master: Secret,
): { index: number; rootKey: Secret } | undefined {
  for (const [index, slot] of header.slots.entries()) {
    if (slot.cost.ops !== cost.ops || slot.cost.memKiB !== cost.memKiB) continue
    const rootKey = openOne(sodium, header, index, master)
    if (rootKey) return { index, rootKey }
  }
  return undefined
}

export function sealDirectory(
  sodium: Sodium,
  vaultId: Buffer,
  generation: number,
  rootKey: Secret,
  directory: SlotDirectory,
): Sealed {
  invariant(directory.length === SLOT_COUNT, 'the directory has a place for every slot')
  const plain = Buffer.concat(directory.map(writeRecord))
  const key = slotDirectoryKey(sodium, rootKey.bytes)
  const nonce = randomBytes(NONCE_BYTES)
  const box = sodium.seal(plain, directoryAad(vaultId, generation), nonce, key)
  sodium.memzero(key)
  return { nonce, box }
}

/** Errors: `header_tampered` (the header's own MAC is checked first, so this is never mere damage). */
export function openDirectory(sodium: Sodium, header: Header, rootKey: Secret): SlotDirectory {
  const key = slotDirectoryKey(sodium, rootKey.bytes)
  const { box, nonce } = header.directory
  const plain = sodium.open(box, directoryAad(header.vaultId, header.generation), nonce, key)
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
