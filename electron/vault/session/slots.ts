/**
 * Key slots: how each kind of credential opens the root key. From outside every slot looks alike, whatever opens
 * it and whether it is in use; only the holder of the root key can read which are (slotDirectory.ts).
 */
import { invariant } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto/bytes.ts'
import { checkCost, type KdfPolicy } from '../crypto/kdf.ts'
import { slotKey } from '../crypto/keyTree.ts'
import { Secret } from '../crypto/secret.ts'
import { NONCE_BYTES, type PwhashCost, type Sodium } from '../crypto/sodium.ts'
import { loadXWing, type XWing } from '../crypto/xwing.ts'
import { type Header, SLOT_BOX_BYTES, type Slot, slotAad } from '../header/header.ts'
import {
  type Credential,
  isKeyFileKey,
  type KeyFileKey,
  keyFileMaster,
  type SharesSecret,
  textMaster,
} from './credential.ts'

export interface OpenedSlot {
  readonly index: number
  readonly rootKey: Secret
}

/** A slot nobody can open, with a cost and a ciphertext of its own so that it looks like any other. */
export const unusedSlot = (xwing: XWing, cost: PwhashCost): Slot => ({
  cost,
  nonce: randomBytes(NONCE_BYTES),
  box: randomBytes(SLOT_BOX_BYTES),
  kem: xwing.decoy(),
})

/** Seals the root key into slot `index`. `kem` is what gave the master, or a decoy where Argon2id gave it. */
export function sealSlot(
  sodium: Sodium,
  header: Pick<Header, 'version' | 'vaultId'>,
  index: number,
  { cost, kem }: Pick<Slot, 'cost' | 'kem'>,
  master: Secret,
  rootKey: Secret,
): Slot {
  const key = slotKey(sodium, master.bytes, index)
  const nonce = randomBytes(NONCE_BYTES)
  const box = sodium.seal(rootKey.bytes, slotAad(sodium, header, index, { cost, kem }), nonce, key)
  sodium.memzero(key)
  return { cost, nonce, box, kem }
}

/**
 * The slot that a credential opens and the root key in it; undefined when it opens none. Errors:
 * `kdf_out_of_range`, before any memory is taken and whatever the credential is; those of `deriveMaster`.
 */
export async function openSlots(
  sodium: Sodium,
  header: Header,
  credential: Credential,
  policy: KdfPolicy,
): Promise<OpenedSlot | undefined> {
  for (const slot of header.slots) checkCost(slot.cost, policy)
  if (isKeyFileKey(credential)) return openWithKeyFile(sodium, header, credential)
  return openWithText(sodium, header, credential, policy)
}

async function openWithKeyFile(
  sodium: Sodium,
  header: Header,
  credential: KeyFileKey,
): Promise<OpenedSlot | undefined> {
  if (header.version === 1) return undefined
  const xwing = await loadXWing()
  for (const [index, { kem }] of header.slots.entries()) {
    const master = keyFileMaster(sodium, xwing, header.vaultId, kem, credential)
    const rootKey = openSlot(sodium, header, index, master)
    master.wipe()
    if (rootKey) return { index, rootKey }
  }
  return undefined
}

async function openWithText(
  sodium: Sodium,
  header: Header,
  credential: Secret | SharesSecret,
  policy: KdfPolicy,
): Promise<OpenedSlot | undefined> {
  for (const cost of distinctCosts(header)) {
    const master = await textMaster(sodium, credential, header.kdfSalt, cost, policy)
    try {
      const found = openWithMaster(sodium, header, cost, master)
      if (found) return found
    } finally {
      master.wipe()
    }
  }
  return undefined
}

/**
 * One Argon2id per distinct cost opens any of the slots (the slot's index enters only afterwards). The
 * strongest cost first: it is the one a person chose on purpose.
 */
function distinctCosts(header: Header): PwhashCost[] {
  const byName = new Map(header.slots.map(({ cost }) => [`${cost.ops} ${cost.memKiB}`, cost]))
  return [...byName.values()].sort((a, b) => b.memKiB - a.memKiB || b.ops - a.ops)
}

function openWithMaster(
  sodium: Sodium,
  header: Header,
  cost: PwhashCost,
  master: Secret,
): OpenedSlot | undefined {
  for (const [index, slot] of header.slots.entries()) {
    if (slot.cost.ops !== cost.ops || slot.cost.memKiB !== cost.memKiB) continue
    const rootKey = openSlot(sodium, header, index, master)
    if (rootKey) return { index, rootKey }
  }
  return undefined
}

/** The root key in one slot, when the master is its own. */
export function openSlot(
  sodium: Sodium,
  header: Header,
  index: number,
  master: Secret,
): Secret | undefined {
  const slot = header.slots[index]
  invariant(slot, 'the slot exists')
  const key = slotKey(sodium, master.bytes, index)
  const plain = sodium.open(slot.box, slotAad(sodium, header, index, slot), slot.nonce, key)
  sodium.memzero(key)
  if (!plain) return undefined
  const rootKey = Secret.fromBytes(plain)
  sodium.memzero(plain)
  return rootKey
}
