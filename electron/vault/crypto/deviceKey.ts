/**
 * The Ed25519 key a device signs its ledger entries with. It derives from the root key and a secret the
 * machine keeps outside the vault, so a stolen vault does not hold it, one machine has an unrelated
 * key in every vault, and the author id in an entry is a pseudonym.
 */
import type { AuthorId } from '../../../shared/ids.ts'
import { ID_BYTES } from './bytes.ts'
import { DOMAINS } from './domains.ts'
import { deviceSeedKey } from './keyTree.ts'
import type { Secret } from './secret.ts'
import type { Sodium } from './sodium.ts'

export interface DeviceKey {
  readonly id: AuthorId
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** The author id of a device: the first 16 bytes of a hash over its public key. */
export const deviceIdOf = (sodium: Sodium, publicKey: Uint8Array): AuthorId =>
  sodium.hash([DOMAINS.deviceId, publicKey]).toString('hex', 0, ID_BYTES) as AuthorId

export function deriveDeviceKey(
  sodium: Sodium,
  root: Uint8Array,
  vaultId: Uint8Array,
  deviceSecret: Secret,
): DeviceKey {
  const seedKey = deviceSeedKey(sodium, root)
  const seed = sodium.hash([DOMAINS.deviceSeed, vaultId, deviceSecret.bytes], seedKey)
  const pair = sodium.signKeyPair(seed)
  sodium.memzero(seedKey)
  sodium.memzero(seed)
  return { id: deviceIdOf(sodium, pair.publicKey), ...pair }
}
