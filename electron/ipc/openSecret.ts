/** What a person typed to open a vault, as the core takes it; wiped as soon as it was used. */
import type { VaultSecret } from '../../shared/contract/session.ts'
import { VaultError } from '../../shared/errors.ts'
import { Secret } from '../vault/crypto/secret.ts'
import type { Sodium } from '../vault/crypto/sodium.ts'
import type { Credential } from '../vault/session/credential.ts'
import { vaultIdOf } from '../vault/session/vaultIdOf.ts'
import { secretOfCards } from '../vault/shares/gather.ts'

export type TypedSecret = Omit<VaultSecret, 'folder'>

/** Errors: `bad_input` when nothing or two things were given; those of cards; those of reading a header. */
export async function withCredential<T>(
  sodium: Sodium,
  folder: string,
  typed: TypedSecret,
  use: (credential: Credential) => Promise<T>,
): Promise<T> {
  const { passphrase, cards } = typed
  if ((passphrase === undefined) === (cards === undefined)) throw new VaultError('bad_input')
  const secret =
    passphrase === undefined
      ? await secretFrom(sodium, folder, cards ?? [])
      : Secret.fromText(passphrase)
  try {
    return await use(passphrase === undefined ? { kind: 'shares', secret } : secret)
  } finally {
    secret.wipe()
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
