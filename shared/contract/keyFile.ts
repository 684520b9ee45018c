/**
 * Calls about a key file that is to open somebody else's vault: made on the machine of its holder, who gives away only
 * the public key. No vault is open for that, and none needs to exist here.
 */
import { z } from 'zod'
import { Nothing, unlockCall } from './define.ts'
import { PublicKeyText } from './keys.ts'
import { FolderToken, Passphrase } from './session.ts'

export const keyFileCalls = {
  /** Opens main's dialog for the file's place; `null` when it was cancelled. */
  'keyFile.choosePlace': unlockCall(
    ['locked'],
    Nothing,
    z.strictObject({ token: FolderToken, name: z.string() }).nullable(),
  ),
  /** Errors: `passphrase_too_weak`, `file_exists`, `bad_input` inside a vault, those of writing. */
  'keyFile.make': unlockCall(
    ['locked'],
    z.strictObject({ place: FolderToken, passphrase: Passphrase }),
    /** `fingerprint`: short enough to be compared by voice. */
    z.strictObject({ publicKey: z.string(), fingerprint: z.string() }),
  ),
  /**
   * Opens main's dialog and writes the public key as a text file, to be carried to the vault's machine. Errors:
   * `public_key_damaged`, `file_exists`, `bad_input` inside a vault, those of writing.
   */
  'keyFile.savePublicKey': unlockCall(
    ['locked'],
    z.strictObject({ publicKey: PublicKeyText }),
    /** Its name; `null` when it was cancelled. */
    z.strictObject({ name: z.string() }).nullable(),
  ),
} as const
