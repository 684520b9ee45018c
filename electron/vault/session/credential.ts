/**
 * What opens a vault, and the 32-byte master secret that each kind of it gives for a slot. A passphrase, a
 * recovery code and the secret that shares restore go through Argon2id; a key file's private key opens what is
 * sealed to its public key (docs/format.md, "Header").
 */
import { DOMAINS } from '../crypto/domains.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import { deriveMaster } from '../crypto/passphrase.ts'
import { Secret } from '../crypto/secret.ts'
import type { PwhashCost, Sodium } from '../crypto/sodium.ts'
import type { XWing } from '../crypto/xwing.ts'

/** The X-Wing private key out of a key file that was opened. */
export interface KeyFileKey {
  readonly kind: 'keyFile'
  readonly privateKey: Secret
}

/** The 32 bytes that enough shares of the whole vault restore. */
export interface SharesSecret {
  readonly kind: 'shares'
  readonly secret: Secret
}

/** Text as a person typed it (a passphrase, or a recovery code in any spelling), or one of the others. */
export type Credential = Secret | KeyFileKey | SharesSecret

/** What Argon2id is given for a vault's shares: printable, so that a reader needs no other path for it. */
const SHARES_PREFIX = 'emanet-shares:'

export const isKeyFileKey = (credential: Credential): credential is KeyFileKey =>
  'kind' in credential && credential.kind === 'keyFile'

/** Argon2id over a passphrase, a code or the secret of shares. Errors: see `deriveMaster`. */
export async function textMaster(
  sodium: Sodium,
  credential: Secret | SharesSecret,
  salt: Uint8Array,
  cost: PwhashCost,
  policy: KdfPolicy,
): Promise<Secret> {
  if (credential instanceof Secret) return deriveMaster(sodium, credential, salt, cost, policy)
  const text = Secret.fromText(SHARES_PREFIX + credential.secret.bytes.toString('hex'))
  try {
    return await deriveMaster(sodium, text, salt, cost, policy)
  } finally {
    text.wipe()
  }
}

/** From the shared secret of an X-Wing ciphertext; bound to the vault, so that no other vault's slot fits. */
export function kemMaster(sodium: Sodium, vaultId: Uint8Array, sharedSecret: Secret): Secret {
  const key = sodium.hash([DOMAINS.kemSlot, vaultId, sharedSecret.bytes])
  const master = Secret.fromBytes(key)
  sodium.memzero(key)
  return master
}

/** The master that a key file's key gives for one slot; of a slot that is not sealed to it, one that opens nothing. */
export function keyFileMaster(
  sodium: Sodium,
  xwing: XWing,
  vaultId: Uint8Array,
  kem: Uint8Array,
  { privateKey }: KeyFileKey,
): Secret {
  const shared = xwing.decapsulate(kem, privateKey)
  try {
    return kemMaster(sodium, vaultId, shared)
  } finally {
    shared.wipe()
  }
}
