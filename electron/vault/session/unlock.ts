/**
 * From the header's copies and a credential to the root key. Tells a wrong passphrase from damage and
 * from tampering: the unkeyed checksum was checked before (headerCopies.ts), the MAC is checked here.
 */
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import { headerMacKey } from '../crypto/keyTree.ts'
import { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { headerMacIsRight } from '../header/header.ts'
import type { HeaderCopy } from '../header/headerCopies.ts'
import type { Credential } from './credential.ts'
import { openDirectory, type SlotDirectory } from './slotDirectory.ts'
import { openSlots } from './slots.ts'

export interface Unlocked {
  readonly copy: HeaderCopy
  readonly rootKey: Secret
  readonly slot: number
  readonly directory: SlotDirectory
  /** The first choice was changed by someone without the key. */
  readonly tampered: boolean
}

/**
 * The first copy decides about a credential: the second, possibly older one is only tried when the first
 * was tampered with. Errors: `wrong_passphrase`, `wrong_key_file`, `card_of_other_set`, `header_tampered`, `kdf_out_of_range`, `out_of_memory`.
 */
export async function unlockHeader(
  sodium: Sodium,
  copies: readonly HeaderCopy[],
  credential: Credential,
  policy: KdfPolicy,
): Promise<Unlocked> {
  let problem: VaultError | undefined
  for (const copy of copies) {
    const result = await tryCopy(sodium, copy, credential, policy)
    if (!isVaultError(result)) return { ...result, tampered: problem !== undefined }
    // Of a doctored first copy and a second that does not open, the first is what matters.
    problem ??= result
    if (result.code === notOpenedBy(credential).code) break
  }
  throw problem ?? new VaultError('header_damaged')
}

/** What to say when a credential opens no slot: that is never damage. */
export const notOpenedBy = (credential: Credential): VaultError => {
  if (credential instanceof Secret) return new VaultError('wrong_passphrase')
  return new VaultError(credential.kind === 'keyFile' ? 'wrong_key_file' : 'card_of_other_set')
}

type Opened = Omit<Unlocked, 'tampered'>

async function tryCopy(
  sodium: Sodium,
  copy: HeaderCopy,
  credential: Credential,
  policy: KdfPolicy,
): Promise<Opened | VaultError> {
  let opened: Awaited<ReturnType<typeof openSlots>>
  try {
    opened = await openSlots(sodium, copy.header, credential, policy)
  } catch (error) {
    // A cost out of range under a right checksum was put there; the other copy may be untouched.
    if (isVaultError(error) && error.code === 'kdf_out_of_range') return error
    throw error
  }
  if (!opened) return notOpenedBy(credential)
  const { index: slot, rootKey } = opened
  const macKey = headerMacKey(sodium, rootKey.bytes)
  try {
    if (!headerMacIsRight(sodium, copy.bytes, macKey)) throw new VaultError('header_tampered')
    return { copy, rootKey, slot, directory: openDirectory(sodium, copy.header, rootKey) }
  } catch (error) {
    rootKey.wipe()
    if (isVaultError(error)) return error
    throw error
  } finally {
    sodium.memzero(macKey)
  }
}
