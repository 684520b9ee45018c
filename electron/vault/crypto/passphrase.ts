/**
 * From what a person typed to the key that opens slots. A passphrase is normalised to NFKC, so that the
 * same characters typed on another keyboard or system give the same key (й as one code point or two);
 * nothing is trimmed. Text that is a valid recovery code is taken in its one spelling instead.
 */
import { VaultError } from '../../../shared/errors.ts'
import { checkCost, type KdfPolicy } from './kdf.ts'
import { canonicalRecoveryCode } from './recoveryCode.ts'
import { Secret } from './secret.ts'
import type { PwhashCost, Sodium } from './sodium.ts'

/** Longer input is refused before it is hashed (`bad_input`). */
export const MAX_PASSPHRASE_BYTES = 4096

/** The bytes given to Argon2id. Errors: `passphrase_too_weak` when empty, `bad_input` when too long or not UTF-8. */
export function kdfInput(passphrase: Secret): Secret {
  if (passphrase.length > MAX_PASSPHRASE_BYTES) throw new VaultError('bad_input')
  const text = decodeUtf8(passphrase.bytes)
  const input = Secret.fromText(canonicalRecoveryCode(text) ?? text.normalize('NFKC'))
  if (input.length === 0) throw new VaultError('passphrase_too_weak')
  return input
}

/** Strict, or different wrong bytes would become the same replacement character. A leading byte order mark goes. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new VaultError('bad_input')
  }
}

/** Argon2id13 over the passphrase; slot keys derive from the result. Off the main thread. */
export async function deriveMaster(
  sodium: Sodium,
  passphrase: Secret,
  salt: Uint8Array,
  cost: PwhashCost,
  policy: KdfPolicy,
): Promise<Secret> {
  checkCost(cost, policy)
  const input = kdfInput(passphrase)
  try {
    const key = await sodium.pwhash(input.bytes, salt, cost)
    const master = Secret.fromBytes(key)
    sodium.memzero(key)
    return master
  } finally {
    input.wipe()
  }
}
