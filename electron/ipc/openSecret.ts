/** What a person typed to open a vault, as the core takes it; wiped as soon as it was used. */
import type { VaultSecret } from '../../shared/contract/session.ts'
import { VaultError } from '../../shared/errors.ts'
import type { KdfPolicy } from '../vault/crypto/kdf.ts'
import { Secret } from '../vault/crypto/secret.ts'
import type { Sodium } from '../vault/crypto/sodium.ts'
import { openKeyFile } from '../vault/keyfile/keyFile.ts'
import { readKeyFile } from '../vault/keyfile/keyFileOnDisk.ts'
import type { Credential } from '../vault/session/credential.ts'
import { vaultIdOf } from '../vault/session/vaultIdOf.ts'
import { secretOfCards } from '../vault/shares/gather.ts'
import type { FolderTokens } from './folderTokens.ts'

export type TypedSecret = Omit<VaultSecret, 'folder'>

export interface SecretParts {
  readonly sodium: Sodium
  readonly folder: string
  readonly files: FolderTokens
  readonly policy: KdfPolicy | undefined
}

/** Errors: `bad_input` when nothing or two things were given; those of cards and of key files; those of reading a header. */
export async function withCredential<T>(
  parts: SecretParts,
  typed: TypedSecret,
  use: (credential: Credential) => Promise<T>,
): Promise<T> {
  const credential = await credentialFrom(parts, typed)
  try {
    return await use(credential)
  } finally {
    if (credential instanceof Secret) credential.wipe()
    else (credential.kind === 'keyFile' ? credential.privateKey : credential.secret).wipe()
  }
}

async function credentialFrom(
  { sodium, folder, files, policy }: SecretParts,
  { passphrase, keyFile, cards }: TypedSecret,
): Promise<Credential> {
  if (cards !== undefined) {
    if (passphrase !== undefined || keyFile !== undefined) throw new VaultError('bad_input')
    return { kind: 'shares', secret: await secretFrom(sodium, folder, cards) }
  }
  if (passphrase === undefined) throw new VaultError('bad_input')
  const typed = Secret.fromText(passphrase)
  if (keyFile === undefined) return typed
  try {
    return await openKeyFile(sodium, readKeyFile(files.resolve(keyFile)), typed, policy)
  } finally {
    typed.wipe()
  }
}

async function secretFrom(
  sodium: Sodium,
  folder: string,
  cards: readonly string[],
): Promise<Secret> {
  const vaultId = vaultIdOf(sodium, folder)
  return (await secretOfCards(sodium, cards, { vaultId, purpose: 'vault' })).secret
}
