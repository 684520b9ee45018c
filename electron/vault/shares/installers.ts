/** What a set of cards can be made to open, for `ShareService.make`. */
import type { Secret } from '../crypto/secret.ts'
import type { Credential } from '../session/credential.ts'
import type { OpenVault } from '../session/types.ts'
import type { Installer } from './pendingSet.ts'

/**
 * A slot of the header: k cards open the whole vault. Errors: `wrong_passphrase` when `authorisedBy` opens none,
 * `conflict` when no slot is free.
 */
export const opensVault =
  (vault: Pick<OpenVault, 'addShares'>, authorisedBy: Credential, label: string): Installer =>
  (secret, _setId, entry) =>
    vault.addShares(authorisedBy, secret, label, entry)

/**
 * The witness compartment in custodian mode: k cards, or one of the passphrases, open it, and the root key alone does
 * not. Takes the place of the ways there were. Errors: those of `Custody.enable`.
 */
export const opensCompartment =
  (
    vault: Pick<OpenVault, 'custody'>,
    { k, n }: { readonly k: number; readonly n: number },
    passphrases: readonly Secret[] = [],
  ): Installer =>
  async (secret, setId) => {
    const shares = { secret, setId: Buffer.from(setId, 'hex'), k, n }
    await vault.custody.enable({ shares, passphrases })
  }
