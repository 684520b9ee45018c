/** What opening and making a vault takes and gives. */
import type { VaultId } from '../../../shared/ids.ts'
import type { KdfLevel, KdfPolicy } from '../crypto/kdf.ts'
import type { RecoveryLanguage } from '../crypto/recoveryCode.ts'
import type { Secret } from '../crypto/secret.ts'
import type { PwhashCost, Sodium } from '../crypto/sodium.ts'
import type { Custody } from '../custodian/types.ts'
import type { FormatVersion } from '../db/vaultSchema.ts'
import type { AppendedEntry, Ledger, NewEntry } from '../ledger/types.ts'
import type { Credential } from './credential.ts'

export interface CreateOptions {
  /** Absent or empty. Errors: `vault_exists`, `target_not_empty`, `read_only`, `disk_full`. */
  readonly folder: string
  readonly passphrase: Secret
  readonly kdf: KdfLevel
  /** In which words the recovery code is given; English when not said. */
  readonly recoveryLanguage?: RecoveryLanguage
  /** 32 random bytes this machine keeps outside any vault; its signing key in this vault derives from them. */
  readonly deviceSecret: Secret
  /** Where this machine remembers how far it saw each vault; absent: nothing is remembered. */
  readonly headsFolder?: string
  readonly sodium: Sodium
  /** Tests only. */
  readonly policy?: KdfPolicy
  readonly now?: () => number
}

export interface OpenOptions {
  readonly folder: string
  readonly credential: Credential
  readonly deviceSecret: Secret
  /** As in `CreateOptions`. */
  readonly headsFolder?: string
  readonly sodium: Sodium
  /** No lock is taken and nothing is written, not even `vault.unlocked`. */
  readonly readOnly?: boolean
  /**
   * Implies `readOnly`, and opens in spite of a damaged head or damaged key pages, for reading with
   * `ledger.scanSlices`; what was found is in `notices`.
   */
  readonly salvage?: boolean
  /** Leave these compartments closed although the key could open them. */
  readonly closedCompartments?: readonly 1[]
  readonly policy?: KdfPolicy
  readonly now?: () => number
}

export type VaultNotice =
  /** An older format: it is open for reading only, even if it was to be written to. Re-keying writes the newest. */
  | 'older_format'
  /** The header in the database was damaged; its copy in the folder was used (and, unless read-only, put back). */
  | 'header_copy_used'
  /** The copy that was used is older than the ledger knows: a later change of a passphrase may be missing. */
  | 'header_copy_older'
  /** The copy in the folder was damaged, missing or older, and was written anew. */
  | 'header_copy_repaired'
  /** One of the two headers was changed by someone without the key; the other was used. */
  | 'header_tampered'
  /** This device opened this vault for the first time. */
  | 'new_device'
  /** A change of passphrase was cut off; it was opened with the new one and the old one has now been dropped. */
  | 'passphrase_change_finished'
  /** A change of passphrase was cut off; it was opened with the old one, and the new one opens it too. */
  | 'passphrase_change_unfinished'
  /** An older state than this machine has seen at this place, or one that branched off from it. */
  | 'rolled_back'
  /** Salvage only. */
  | 'head_damaged'
  | 'keys_damaged'

export type SlotKind = 'passphrase' | 'recovery' | 'keyFile' | 'shares'

export interface SlotInfo {
  readonly index: number
  readonly kind: SlotKind
  readonly createdAt: number
  readonly label: string
  /** Of Argon2id; undefined of a key file, which has its own. */
  readonly cost: PwhashCost | undefined
  /** The slot that opened this session. */
  readonly current: boolean
}

/** An entry that a new slot brings along: both are on the disk, or neither. */
export interface EntryWithSlot {
  of(slot: number): NewEntry
  isOnDisk(entry: NewEntry, appended: AppendedEntry): void
}

/**
 * What can be done to the slots. Errors of all that take a credential: `wrong_passphrase`, `wrong_key_file` or
 * `card_of_other_set` when it opens no slot; `read_only`, `disk_full`, `io_failed`; `conflict` when no slot is
 * free. A change is proven before anything is dropped; whatever interrupts it, what opened the vault still does.
 */
export interface SlotCalls {
  slots(): readonly SlotInfo[]
  /** Only shows that the credential opens the vault, before something is done that needs no key of its own. */
  authorise(credential: Credential): Promise<void>
  /**
   * Replaces the passphrase: the new one is written and proven to open before the old one is dropped. `old` may
   * be anything that opens the vault; if it is no passphrase, the only passphrase slot is replaced, or, when
   * there are several, one is added.
   */
  changePassphrase(old: Credential, next: Secret, kdf?: KdfLevel): Promise<void>
  /** A further passphrase; gives its slot's index, as all that add do. */
  addPassphrase(
    authorisedBy: Credential,
    next: Secret,
    label: string,
    kdf?: KdfLevel,
  ): Promise<number>
  /** Lets a key file open the vault, by its public key (`emanet-key1…`). Errors also: `public_key_damaged`. */
  addKeyFile(authorisedBy: Credential, publicKey: string, label: string): Promise<number>
  /** Lets the 32 bytes that shares restore open the vault. `entry` says which shares they are. */
  addShares(
    authorisedBy: Credential,
    secret: Secret,
    label: string,
    entry?: EntryWithSlot,
  ): Promise<number>
  /** Makes a new recovery code and drops the old one. Either language's spelling of it opens the vault. */
  replaceRecoveryCode(authorisedBy: Credential, language?: RecoveryLanguage): Promise<string>
  /** Another name, cut to fit; needs no credential, because it opens nothing. Errors: `not_found`, `read_only`. */
  renameSlot(index: number, label: string): Promise<void>
  /**
   * Randomises a slot. The last passphrase or recovery code cannot be removed (`conflict`). Not a revocation: see
   * docs/format.md.
   */
  removeSlot(authorisedBy: Credential, index: number): Promise<void>
}

export interface OpenVault extends SlotCalls {
  readonly vaultId: VaultId
  readonly vaultIdBytes: Buffer
  readonly folder: string
  readonly sodium: Sodium
  readonly ledger: Ledger
  readonly readOnly: boolean
  readonly formatVersion: FormatVersion
  readonly notices: readonly VaultNotice[]
  readonly openedWith: SlotKind
  /** Who can open the witness compartment, and for how long it is open. */
  readonly custody: Custody
  /** A named subkey of the root key, for a context the key tree in docs/format.md reserves. */
  deriveKey(context: 'EmSnapsh' | 'EmDrafts' | 'EmLeavng', id: number): Secret
  /** Resolves when everything is done that an unlock or a change of slots began; never rejects. */
  settled(): Promise<void>
  /** Wipes the keys, closes the database, frees the folder. Safe to call twice. */
  close(): void
}
