/** Everything a handler may use, passed explicitly: a handler has no other way to the world. */
import type { z } from 'zod'
import type { Notice, Settings } from '../../shared/contract/session.ts'
import type { KdfPolicy } from '../vault/crypto/kdf.ts'
import type { Secret } from '../vault/crypto/secret.ts'
import type { Sodium } from '../vault/crypto/sodium.ts'
import type { AppSession } from './appSession.ts'
import type { ClipboardGuard } from './clipboard.ts'
import type { Desktop } from './desktop.ts'
import type { Drafts } from './drafts.ts'
import type { EvidenceLinks } from './evidenceLinks.ts'
import type { FolderTokens } from './folderTokens.ts'
import type { Emit, Jobs } from './jobs.ts'
import type { StrengthMeter } from './passphrase/strengthMeter.ts'
import type { Uploads } from './uploads.ts'
import type { WrongTries } from './wrongTries.ts'

/** What is absent or undefined stays as it is. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

interface SettingsPort {
  get(): Settings
  set(change: SettingsChange): Settings
  readonly lastVault: string | undefined
  rememberVault(folder: string): void
}

export interface App {
  readonly session: AppSession
  readonly desktop: Desktop
  readonly settings: SettingsPort
  readonly folders: FolderTokens
  readonly jobs: Jobs
  readonly uploads: Uploads
  readonly drafts: Drafts
  readonly clipboard: ClipboardGuard
  readonly links: EvidenceLinks
  /** Every try of a secret that a person types goes through here. */
  readonly tries: WrongTries
  readonly meter: Pick<StrengthMeter, 'judge' | 'require' | 'stop'>
  readonly emit: Emit
  readonly sodium: Sodium
  /** Read when a vault is opened; the caller wipes what it got. */
  readonly deviceSecret: () => Secret
  /** Where this machine remembers how far it saw each vault. */
  readonly headsFolder: string
  /** Where it notes which files in the clear are being written. */
  readonly leavingFolder: string
  /** What this machine's runtime is worth. */
  readonly notices: readonly z.infer<typeof Notice>[]
  /** Travel in every backup: name → content. */
  readonly documents: Readonly<Record<string, Uint8Array>>
  /** Of `--vault`. */
  readonly vaultArgument: string | undefined
  /** Tests only. */
  readonly kdfPolicy?: KdfPolicy
}
