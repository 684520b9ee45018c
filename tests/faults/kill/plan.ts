/** What the killed child is told to do, and what it says about it. */
import type { RecordId } from '../../../shared/ids.ts'

export const DEVICE_BYTE = 0x11
/** The passphrase of every key file. */
export const KEY_FILE_PASSPHRASE = 'фраза файлу-ключа'

/** One slot, as the person knows it: a passphrase, the path of a key file, or the secret of shares in hexadecimal. */
export interface Opener {
  readonly kind: 'passphrase' | 'keyFile' | 'shares'
  readonly value: string
  readonly label: string
}

/** Everything that opens the vault. */
export interface Openers {
  /** The first is a passphrase, and the one that is used. */
  readonly slots: readonly Opener[]
  /** The recovery code; null where one was made that nobody saw. */
  readonly code: string | null
}

export interface Plan {
  readonly seed: string
  /** The vault. */
  readonly folder: string
  readonly openers: Openers
  /** Backups, by the id of the vault. */
  readonly backups: string
  /** Key files. */
  readonly keys: string
  /** For sources and restored vaults. */
  readonly scratch: string
  /** Begins with a re-key. */
  readonly rekeyFirst: boolean
  /** The passphrase of a re-key that was cut off, which the next one may go on with. */
  readonly begunRekey: string | null
}

export type Work =
  | 'save'
  | 'bulk'
  | 'attach'
  | 'change passphrase'
  | 'add passphrase'
  | 'make key file'
  | 'add key file'
  | 'add shares'
  | 'remove slot'
  | 'recovery code'
  | 'backup'
  | 'restore'
  | 're-key'

export interface Begun {
  readonly did: 'begin'
  readonly what: Work
  /** What opens the vault once it is done. */
  readonly next?: Openers
  readonly to?: string
  /** Of a bulk. */
  readonly records?: readonly RecordId[]
}

export interface Attached {
  readonly did: 'attached'
  readonly record: RecordId
  readonly sha256: string
}

export type Said =
  | { readonly did: 'opened' }
  | Begun
  | { readonly did: 'saved'; readonly record: RecordId; readonly title: string }
  | Attached
  | { readonly did: 'written'; readonly records: readonly RecordId[] }
  | { readonly did: 'openers'; readonly openers: Openers }
  | { readonly did: 'rekeyed'; readonly openers: Openers; readonly before: string }
  | { readonly did: 'backedUp'; readonly snapshot: string }
  | { readonly did: 'restored'; readonly to: string }
