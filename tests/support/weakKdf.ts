/** The only weak key derivation in the project: tests make and open vaults in milliseconds with it. */
import type { KdfPolicy } from '../../electron/vault/crypto/kdf.ts'

export const WEAK_KDF: KdfPolicy = {
  levels: {
    moderate: { ops: 1, memKiB: 8 },
    sensitive: { ops: 2, memKiB: 16 },
  },
  minimum: { ops: 1, memKiB: 8 },
  maximum: { ops: 4, memKiB: 64 },
}
