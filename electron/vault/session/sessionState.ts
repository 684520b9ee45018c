/** What an open vault holds, shared by the files of this folder and by nobody else. */
import type { KdfPolicy } from '../crypto/kdf.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import type { VaultPaths } from '../folder/layout.ts'
import type { Header } from '../header/header.ts'
import type { VaultLedger } from '../ledger/vaultLedger.ts'
import type { SeenHead } from '../machine/seenHead.ts'
import type { SlotDirectory } from './slotDirectory.ts'
import type { VaultNotice } from './types.ts'

export interface OpenedSession {
  readonly state: SessionState
  readonly notices: readonly VaultNotice[]
  /** Closes the database and frees the folder; the keys are wiped by `VaultSession.close`. */
  readonly release: () => void
}

export interface SessionState {
  readonly sodium: Sodium
  readonly policy: KdfPolicy
  readonly now: () => number
  readonly paths: VaultPaths
  readonly db: VaultDb
  readonly ledger: VaultLedger
  readonly rootKey: Secret
  /** Absent where this machine remembers nothing. */
  readonly seenHead?: SeenHead
  /** The slot that opened the session. */
  slot: number
  header: Header
  /** As last stored. */
  headerBytes: Buffer
  directory: SlotDirectory
}
