/** What the killed child is told to do, and what it says about it. */
import type { ObjectId, RecordId } from '../../../shared/ids.ts'

export const DEVICE_BYTE = 0x11

export interface Plan {
  readonly seed: string
  /** The vault. */
  readonly folder: string
  /** All that open it; the first is used. */
  readonly passphrases: readonly string[]
  readonly backup: string
  /** For sources and restored vaults. */
  readonly scratch: string
}

export type Said =
  | { readonly did: 'opened' }
  | {
      readonly did: 'begin'
      readonly what: 'save' | 'attach' | 'change' | 'add' | 'remove' | 'backup' | 'restore'
      readonly passphrase?: string
      readonly to?: string
    }
  | { readonly did: 'saved'; readonly record: RecordId; readonly title: string }
  | {
      readonly did: 'attached'
      readonly record: RecordId
      readonly objectId: ObjectId
      readonly sha256: string
    }
  | { readonly did: 'passphrases'; readonly passphrases: readonly string[] }
  | { readonly did: 'backedUp'; readonly snapshot: string }
  | { readonly did: 'restored'; readonly to: string }
