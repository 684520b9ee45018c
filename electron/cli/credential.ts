/**
 * What opens the vault of a command: a passphrase, with `--shares-file` enough share cards, or with `--key-file` a key
 * file, whose own passphrase then is the one that is given.
 */
import { isVaultError, VaultError } from '../../shared/errors.ts'
import type { Secret } from '../vault/crypto/secret.ts'
import type { Sodium } from '../vault/crypto/sodium.ts'
import { checkKeyFile, openKeyFile } from '../vault/keyfile/keyFile.ts'
import { readKeyFile } from '../vault/keyfile/keyFileOnDisk.ts'
import { vaultIdIn } from '../vault/salvage/finds.ts'
import type { Credential, KeyFileKey } from '../vault/session/credential.ts'
import { vaultIdOf } from '../vault/session/vaultIdOf.ts'
import { secretOfCards } from '../vault/shares/gather.ts'
import { readPassphrase } from './passphrase.ts'
import { readText } from './textFile.ts'

export interface CredentialOptions {
  readonly passphraseFile?: string
  readonly sharesFile?: string
  readonly keyFile?: string
}

/** Whether anything but standard input was named, for commands that do more with a key and work without one. */
export const namesCredential = ({
  passphraseFile,
  sharesFile,
  keyFile,
}: CredentialOptions): boolean =>
  passphraseFile !== undefined || sharesFile !== undefined || keyFile !== undefined

export interface OwnedCredential {
  readonly credential: Credential
  wipe(): void
}

/**
 * Errors: `usage` when there is none, or when cards are given and something else; with shares those of the cards, which are
 * looked at before any slow key derivation; with a key file those of `openKeyFile`.
 */
export async function readCredential(
  folder: string,
  { passphraseFile, sharesFile, keyFile }: CredentialOptions,
  sodium: Sodium,
): Promise<OwnedCredential> {
  if (sharesFile !== undefined && (passphraseFile !== undefined || keyFile !== undefined))
    throw new VaultError('usage', { credentials: 2 })
  if (keyFile !== undefined) {
    const credential = await openKeyFileAt(sodium, keyFile, passphraseFile)
    return owned(credential, credential.privateKey)
  }
  if (sharesFile === undefined) {
    const passphrase = readPassphrase(passphraseFile)
    return owned(passphrase, passphrase)
  }
  const cards = readCards(sharesFile)
  const vaultId = idOf(folder, sodium)
  const { secret } = await secretOfCards(sodium, cards, { vaultId, purpose: 'vault' })
  return owned({ kind: 'shares', secret }, secret)
}

/** Of a backup too, and of a vault that is too damaged to be opened: cards are what opens them for salvage. */
function idOf(folder: string, sodium: Sodium): Buffer {
  try {
    return vaultIdOf(sodium, folder)
  } catch (error) {
    if (!isVaultError(error)) throw error
    return vaultIdIn(folder, sodium)
  }
}

const owned = (credential: Credential, secret: Secret): OwnedCredential => ({
  credential,
  wipe: () => secret.wipe(),
})

/** Errors: `usage` without a passphrase, those of `readKeyFile` and `openKeyFile`. */
export async function openKeyFileAt(
  sodium: Sodium,
  file: string,
  passphraseFile: string | undefined,
): Promise<KeyFileKey> {
  const bytes = readKeyFile(file)
  checkKeyFile(sodium, bytes)
  const passphrase = readPassphrase(passphraseFile)
  try {
    return await openKeyFile(sodium, bytes, passphrase)
  } finally {
    passphrase.wipe()
  }
}

/** One card a line: its words, or the text of its QR code. */
export function readCards(file: string): readonly string[] {
  return readText(file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
