/** What opens the vault of a command: a passphrase, or with `--shares-file` enough share cards. */
import { readFileSync } from 'node:fs'
import { VaultError } from '../../shared/errors.ts'
import type { Secret } from '../vault/crypto/secret.ts'
import type { Sodium } from '../vault/crypto/sodium.ts'
import { openRawVault } from '../vault/ledger/raw.ts'
import type { Credential } from '../vault/session/credential.ts'
import { secretOfCards } from '../vault/shares/gather.ts'
import { readPassphrase } from './passphrase.ts'

export interface CredentialOptions {
  readonly passphraseFile?: string
  readonly sharesFile?: string
}

export interface OwnedCredential {
  readonly credential: Credential
  wipe(): void
}

/**
 * Errors: `usage` when there is none, or when both files are given; with shares those of the cards, which are looked at
 * before any slow key derivation.
 */
export async function readCredential(
  folder: string,
  { passphraseFile, sharesFile }: CredentialOptions,
  sodium: Sodium,
): Promise<OwnedCredential> {
  if (sharesFile === undefined) {
    const passphrase = readPassphrase(passphraseFile)
    return owned(passphrase, passphrase)
  }
  if (passphraseFile !== undefined) throw new VaultError('usage', { credentials: 2 })
  const cards = readCards(sharesFile)
  const raw = openRawVault(folder, sodium)
  const { vaultId } = raw.state
  raw.close()
  const { secret } = await secretOfCards(sodium, cards, { vaultId, purpose: 'vault' })
  return owned({ kind: 'shares', secret }, secret)
}

const owned = (credential: Credential, secret: Secret): OwnedCredential => ({
  credential,
  wipe: () => secret.wipe(),
})

/** One card a line: its words, or the text of its QR code. */
export function readCards(file: string): readonly string[] {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/)
    return lines.filter((line) => line.trim() !== '')
  } catch {
    throw new VaultError('file_unreadable')
  }
}
