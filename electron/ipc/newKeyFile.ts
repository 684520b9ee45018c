/** Makes a key file and lets it open the vault, in an order that leaves no slot without its file and no file for nothing. */
import { VaultError } from '../../shared/errors.ts'
import type { KdfPolicy } from '../vault/crypto/kdf.ts'
import { formatPublicKey } from '../vault/crypto/publicKeyText.ts'
import type { Secret } from '../vault/crypto/secret.ts'
import { removeFile } from '../vault/folder/durable.ts'
import { createKeyFile } from '../vault/keyfile/keyFileOnDisk.ts'
import type { OpenVault } from '../vault/session/types.ts'

interface NewKeyFile {
  /** Where it is written; nothing may be there yet. */
  readonly path: string | undefined
  readonly passphrase: Secret | undefined
  readonly label: string
  readonly policy: KdfPolicy | undefined
}

/** Errors: `bad_input` without a place or a passphrase; `wrong_passphrase`, `file_exists`, `conflict` when no slot is free. */
export async function addNewKeyFile(
  vault: OpenVault,
  current: Secret,
  { path, passphrase, label, policy }: NewKeyFile,
): Promise<void> {
  if (path === undefined || passphrase === undefined) throw new VaultError('bad_input')
  await vault.authorise(current)
  const options = policy ? { policy } : {}
  const publicKey = await createKeyFile(vault.sodium, path, passphrase, options)
  try {
    await vault.addKeyFile(current, formatPublicKey(vault.sodium, publicKey), label)
  } catch (error) {
    removeFile(path)
    throw error
  }
}
