/**
 * The bytes of kept drafts: one small file for each vault, sealed under a key of that vault. It lies outside the
 * vault: what was never saved is no part of its history, a backup does not copy it, a stick is not written to with
 * every pause in typing, and a draft survives the stick that was pulled out.
 *
 * "EMDRAFT1" | nonce 24 | XChaCha20-Poly1305 box, associated data `"EmDrafts1" | vault id`, key kdf(root, 1,
 * "EmDrafts"). The plaintext is u32 length | JSON | zeros up to a bucket of at least 16 KiB, so that the size of the
 * file says little. Its name is made of kdf(root, 2, "EmDrafts"): nobody without the key can tell whose it is.
 */
import { z } from 'zod'
import { KeptDraft } from '../../../shared/model/draft.ts'
import { randomBytes, u32 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { NONCE_BYTES, type Sodium } from '../crypto/sodium.ts'
import { bucketFor } from '../ledger/entry.ts'

const MAGIC = Buffer.from('EMDRAFT1', 'ascii')
const SMALLEST = 16 * 1024
const LENGTH_BYTES = 4

const Drafts = z.array(KeptDraft)

export interface DraftSeal {
  readonly sodium: Sodium
  readonly vaultId: Buffer
  readonly key: Buffer
}

const associated = ({ vaultId }: DraftSeal): Buffer => Buffer.concat([DOMAINS.drafts, vaultId])

export function sealDrafts(seal: DraftSeal, drafts: readonly KeptDraft[]): Buffer {
  const json = Buffer.from(JSON.stringify(drafts), 'utf8')
  const plain = Buffer.alloc(Math.max(SMALLEST, bucketFor(LENGTH_BYTES + json.length)))
  u32(json.length).copy(plain)
  json.copy(plain, LENGTH_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  try {
    return Buffer.concat([MAGIC, nonce, seal.sodium.seal(plain, associated(seal), nonce, seal.key)])
  } finally {
    seal.sodium.memzero(json)
    seal.sodium.memzero(plain)
  }
}

/** Undefined when the bytes are not what this key sealed, or hold something that this program does not know. */
export function openDrafts(seal: DraftSeal, bytes: Buffer): KeptDraft[] | undefined {
  const start = MAGIC.length + NONCE_BYTES
  if (bytes.length < start || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const nonce = bytes.subarray(MAGIC.length, start)
  const plain = seal.sodium.open(bytes.subarray(start), associated(seal), nonce, seal.key)
  if (!plain) return undefined
  try {
    const end = LENGTH_BYTES + (plain.length < LENGTH_BYTES ? 0 : plain.readUInt32LE(0))
    const json: unknown = JSON.parse(plain.subarray(LENGTH_BYTES, end).toString('utf8'))
    return Drafts.safeParse(json).data
  } catch {
    return undefined
  } finally {
    seal.sodium.memzero(plain)
  }
}
