/** Calls about re-keying a vault that is closed: the unlock view takes both passphrases and waits. */
import { z } from 'zod'
import { Done, Nothing, unlockCall } from './define.ts'
import { FolderToken, Passphrase } from './session.ts'

export const rekeyCalls = {
  /**
   * Writes everything under new keys, moves the old vault aside and opens the new one. `current` is a passphrase or the
   * recovery code. Tells `session.progress`; gone on with when it was cut off before. Errors: those of opening, damage
   * of the old vault, `passphrase_too_weak`, `custodian_closed` (the command line does it then), `cancelled`.
   */
  'vault.rekey': unlockCall(
    ['locked'],
    z.strictObject({
      folder: FolderToken,
      current: Passphrase,
      next: Passphrase,
      kdf: z.enum(['moderate', 'sensitive']).default('moderate'),
    }),
    z.strictObject({
      recoveryCode: z.string(),
      entries: z.number().int(),
      objects: z.number().int(),
      /** Name of the folder, beside the new vault, that the old one is now. */
      before: z.string(),
      notKept: z.strictObject({
        passphrases: z.number().int(),
        keyFiles: z.number().int(),
        shares: z.number().int(),
      }),
    }),
  ),
  /** Stops what `vault.rekey` waits for; it then fails as `cancelled`, and the old vault is as it was. */
  'vault.cancelRekey': unlockCall(['locked'], Nothing, Done),
  /**
   * Takes away what a re-key left that was cut off; the vault itself is not touched. Errors: `vault_in_use` when somebody
   * is at it, `read_only`, `io_failed`.
   */
  'vault.discardRekey': unlockCall(['locked'], z.strictObject({ folder: FolderToken }), Done),
} as const
