/** What a re-key takes and gives. */
import type { VaultId } from '../../../shared/ids.ts'
import type { KdfLevel, KdfPolicy } from '../crypto/kdf.ts'
import type { RecoveryLanguage } from '../crypto/recoveryCode.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { CustodyCredential, CustodyWays, OpeningRequest } from '../custodian/types.ts'
import type { Credential } from '../session/credential.ts'
import type { SwapStep } from './swap.ts'

export interface RekeyOptions {
  readonly folder: string
  /** Opens the old vault. */
  readonly credential: Credential
  /** Opens the new one. */
  readonly passphrase: Secret
  readonly kdf: KdfLevel
  readonly recoveryLanguage?: RecoveryLanguage
  /** Key files that open the new vault too, by their public keys. */
  readonly keyFiles?: readonly { readonly publicKey: string; readonly label: string }[]
  /** With custodian mode on: what opens the compartment now, and what will open it in the new vault. */
  readonly custody?: {
    readonly credential: CustodyCredential
    readonly request: OpeningRequest
    readonly ways: CustodyWays
  }
  readonly deviceSecret: Secret
  readonly sodium: Sodium
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** Tests only. */
  readonly policy?: KdfPolicy
  readonly now?: () => number
  /** Tests only: called when a step is on the disk. */
  readonly onStep?: (step: RekeyStep) => void
}

export type RekeyStep =
  | 'created'
  | 'custody'
  | 'carried'
  | 'slots'
  | 'verified'
  | 'ready'
  | SwapStep

export interface RekeyResult {
  readonly vaultId: VaultId
  /** Shown once. */
  readonly recoveryCode: string
  /** Entries and objects that were carried over. */
  readonly entries: number
  readonly objects: number
  /** It went on where an earlier run was cut off. */
  readonly resumed: boolean
  /** Where the old vault is now: the name of a folder beside the new one. It is deleted by nobody but the person. */
  readonly before: string
  /** What opened the old vault and does not open the new one: to be made anew by those who want it. */
  readonly notKept: {
    readonly passphrases: number
    readonly keyFiles: number
    readonly shares: number
  }
}
