/**
 * The cost of Argon2id13: which costs are made, and which are accepted from a header before any memory
 * is taken. Weak costs for tests exist only in tests/support/weakKdf.ts, which passes a policy of its
 * own; nothing in the environment or on the command line can lower the floor.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { PwhashCost } from './sodium.ts'

export type KdfLevel = 'moderate' | 'sensitive'

export interface KdfPolicy {
  readonly levels: Readonly<Record<KdfLevel, PwhashCost>>
  readonly minimum: PwhashCost
  readonly maximum: PwhashCost
}

/** libsodium's MODERATE and SENSITIVE; nothing below MODERATE is accepted, nothing above 4 GiB is tried. */
export const KDF_POLICY: KdfPolicy = {
  levels: {
    moderate: { ops: 3, memKiB: 256 * 1024 },
    sensitive: { ops: 4, memKiB: 1024 * 1024 },
  },
  minimum: { ops: 3, memKiB: 256 * 1024 },
  maximum: { ops: 16, memKiB: 4 * 1024 * 1024 },
}

/** Throws `kdf_out_of_range` for a cost outside the policy. */
export function checkCost(cost: PwhashCost, policy: KdfPolicy): void {
  const { minimum, maximum } = policy
  const inRange =
    cost.ops >= minimum.ops &&
    cost.ops <= maximum.ops &&
    cost.memKiB >= minimum.memKiB &&
    cost.memKiB <= maximum.memKiB
  if (!inRange) throw new VaultError('kdf_out_of_range', { ops: cost.ops, memKiB: cost.memKiB })
}
