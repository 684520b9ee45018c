/**
 * The head: sequence number and hash of the last entry, the header's generation and the hash of all key
 * pages, under a MAC. It is written in the same transaction as what it describes, so a ledger whose tail
 * was cut off, or whose key pages were put back to an older state, is noticed at the next unlock.
 */
import { u32, u64 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { RawHead } from '../db/rows.ts'

export type HeadContent = Omit<RawHead, 'mac'>

export const sealHead = (
  sodium: Sodium,
  macKey: Uint8Array,
  vaultId: Buffer,
  head: HeadContent,
): RawHead => ({ ...head, mac: headMac(sodium, macKey, vaultId, head) })

export const headMacIsRight = (
  sodium: Sodium,
  macKey: Uint8Array,
  vaultId: Buffer,
  head: RawHead,
): boolean => headMac(sodium, macKey, vaultId, head).equals(head.mac)

function headMac(sodium: Sodium, macKey: Uint8Array, vaultId: Buffer, head: HeadContent): Buffer {
  const parts = [
    DOMAINS.head,
    vaultId,
    u64(head.seq),
    head.hash,
    u32(head.headerGeneration),
    head.keysHash,
  ]
  return sodium.hash(parts, macKey)
}
