/** What the custody of the witness compartment takes and gives. */
import type { KdfLevel } from '../crypto/kdf.ts'
import type { Secret } from '../crypto/secret.ts'

export const DEFAULT_MINUTES = 15
export const MAX_MINUTES = 8 * 60
export const MAX_REASON_LENGTH = 500
export const MAX_WHO_LENGTH = 200

/** The 32 bytes that k cards give together, and how the set is known. */
export interface CustodyShares {
  readonly secret: Secret
  /** 8 bytes. */
  readonly setId: Uint8Array
  readonly k: number
  readonly n: number
}

/** Each of these opens the compartment alone from then on; at least one, together at most four. */
export interface CustodyWays {
  readonly shares?: CustodyShares
  readonly passphrases?: readonly Secret[]
  /** The cost of trying a passphrase; `moderate` when not said. */
  readonly kdf?: KdfLevel
}

export type CustodyCredential =
  | { readonly kind: 'shares'; readonly secret: Secret }
  | { readonly kind: 'passphrase'; readonly passphrase: Secret }

export interface OpeningRequest {
  /** Goes into the ledger before anything can be read. */
  readonly reason: string
  /** Whole minutes, from 1 to 480; 15 when not said. */
  readonly minutes?: number
  /** Who is there, in words: the custodians who gave their cards. */
  readonly who?: string
}

export type CustodyWay =
  | {
      readonly kind: 'shares'
      /** Hexadecimal. */
      readonly setId: string
      readonly k: number
      readonly n: number
      readonly createdAt: number
    }
  | { readonly kind: 'passphrase'; readonly createdAt: number }

export interface CustodyStatus {
  readonly mode: 'root' | 'custodian'
  /** Whether identities can be read now; always so in mode root. */
  readonly isOpen: boolean
  /** In custodian mode, when the compartment closes by itself; milliseconds since 1970. */
  readonly openUntil: number | null
  /** What opens it in custodian mode. */
  readonly ways: readonly CustodyWay[]
}

/** Who may read the identities of witnesses, and when. */
export interface Custody {
  /** Errors: `keys_damaged`. */
  status(): CustodyStatus
  /**
   * From now on the root key does not open the compartment: it gets a new key, which only the given ways open, all
   * its record keys are sealed anew, and it is closed. With custodian mode on already (it must be open then) the
   * ways replace those of before. Errors: `custodian_closed`, `read_only`, `bad_input` (also for a passphrase that opens the
   * vault: `samePassphrase`), those of the append.
   */
  enable(ways: CustodyWays): Promise<void>
  /** Back to mode root, under a new key. The compartment must be open. Errors: `custodian_closed`, `conflict` (it is off). */
  disable(reason: string): void
  /**
   * Opens the compartment for a time. The reason, and which way opened it, are on disk before anything can be
   * read. Errors: `wrong_passphrase`, `bad_input`, `read_only`, `conflict` (custodian mode is off),
   * `kdf_out_of_range`, those of the append.
   */
  open(credential: CustodyCredential, request: OpeningRequest): Promise<CustodyStatus>
  /** Wipes the compartment's keys from memory. Safe to call at any time; nothing happens in mode root. */
  close(): void
}
