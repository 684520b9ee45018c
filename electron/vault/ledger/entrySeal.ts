/**
 * Sealing an entry into a row of the ledger and opening it again. A row is bound to its place: the
 * associated data of its box is the vault id, the sequence number and the hash of the entry before.
 */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { DOMAIN_BYTES, ID_BYTES, randomBytes, writeU64 } from '../crypto/bytes.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { NONCE_BYTES, SIGNATURE_BYTES, type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import type { RawRow } from '../db/rows.ts'
import { entryPlace, PLACE_BYTES, PlaceScratch } from './chain.ts'
import {
  bucketFor,
  decodePlain,
  type EntryHead,
  LARGEST_POWER_BUCKET,
  type PlainEntry,
  writeSigned,
} from './entry.ts'

export interface SealContext {
  readonly sodium: Sodium
  readonly vaultId: Buffer
  readonly entryKey: Buffer
}

/** What of a device's key signs. */
export type Signer = Pick<DeviceKey, 'id' | 'secretKey'>

const signedMessage = (context: SealContext, seq: number, prev: Buffer, signed: Buffer): Buffer =>
  Buffer.concat([entryPlace(DOMAINS.signature, context.vaultId, seq, prev), signed])

const bound = new PlaceScratch(DOMAINS.entry)
const signedAt = new PlaceScratch(DOMAINS.signature)

/** Where the plaintext begins: its signature is written over the end of the place that it signs. */
const PLAIN_START = PLACE_BYTES - SIGNATURE_BYTES
/** Of the two lengths and the head: few bytes, all of them ASCII. */
const MOST_BEFORE_BODY = 1024
/** place | signed | padding, of the entry that is sealed: it is copied nowhere else. */
const usualMemory = Buffer.alloc(PLAIN_START + LARGEST_POWER_BUCKET)

function memoryFor(bodyLength: number): Buffer {
  const most = bucketFor(SIGNATURE_BYTES + MOST_BEFORE_BODY + bodyLength)
  return most <= LARGEST_POWER_BUCKET ? usualMemory : Buffer.alloc(PLAIN_START + most)
}

export function sealEntry(
  context: SealContext,
  device: Signer,
  place: { readonly seq: number; readonly prev: Buffer },
  head: EntryHead,
  body: Buffer,
): RawRow {
  const { sodium, vaultId, entryKey } = context
  const { seq, prev } = place
  const headText = JSON.stringify(head)
  invariant(headText.length <= MOST_BEFORE_BODY / 4, 'a head is short')
  const memory = memoryFor(body.length)
  signedAt.at(vaultId, seq, prev).copy(memory)
  const end = writeSigned(memory, PLACE_BYTES, headText, body)
  const signature = sodium.sign(memory.subarray(0, end), device.secretKey)
  signature.copy(memory, PLAIN_START)
  const plainEnd = PLAIN_START + bucketFor(end - PLAIN_START)
  // Of the entry before.
  memory.fill(0, end, plainEnd)
  const nonce = randomBytes(NONCE_BYTES)
  const aad = bound.at(vaultId, seq, prev)
  const box = sodium.seal(memory.subarray(PLAIN_START, plainEnd), aad, nonce, entryKey)
  return { seq, prev, nonce, box }
}

/**
 * Undefined when the row was not sealed at this place by a holder of the root key. The signature is not
 * checked. With `into`, what is returned lies there and is gone with its next use.
 */
export function openEntry(
  context: SealContext,
  row: RawRow,
  into?: Buffer,
): PlainEntry | undefined {
  const aad = bound.at(context.vaultId, row.seq, row.prev)
  const plain = context.sodium.open(row.box, aad, row.nonce, context.entryKey, into)
  return plain ? decodePlain(plain) : undefined
}

/** Whether a row opens at another sequence number than the one it is stored under. */
export function opensAt(context: SealContext, row: RawRow, seq: number): boolean {
  const aad = bound.at(context.vaultId, seq, row.prev)
  return context.sodium.open(row.box, aad, row.nonce, context.entryKey) !== null
}

export const signatureIsRight = (
  context: SealContext,
  row: RawRow,
  entry: PlainEntry,
  publicKey: Buffer,
): boolean =>
  context.sodium.verifySignature(
    entry.signature,
    signedMessage(context, row.seq, row.prev, entry.signed),
    publicKey,
  )

const BODY_AAD_BYTES = DOMAIN_BYTES + ID_BYTES + 8 + ID_BYTES
const bodyScratch = Buffer.alloc(BODY_AAD_BYTES)
bodyScratch.set(DOMAINS.body)

/** domain | vault id | seq | record id. Gone with its next use. */
function bodyAad(vaultId: Buffer, seq: number, record: RecordId): Buffer {
  bodyScratch.set(vaultId, DOMAIN_BYTES)
  writeU64(bodyScratch, seq, DOMAIN_BYTES + ID_BYTES)
  bodyScratch.write(record, DOMAIN_BYTES + ID_BYTES + 8, 'hex')
  return bodyScratch
}

/** nonce | box under the record's own key. */
export function sealBody(
  context: SealContext,
  seq: number,
  record: RecordId,
  key: Buffer,
  json: Buffer,
): Buffer {
  const sealed = Buffer.allocUnsafe(NONCE_BYTES + json.length + TAG_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  nonce.copy(sealed)
  const aad = bodyAad(context.vaultId, seq, record)
  context.sodium.seal(json, aad, nonce, key, sealed.subarray(NONCE_BYTES))
  return sealed
}

/** The JSON of a sealed body, or undefined when it does not open. */
export function openBody(
  context: SealContext,
  seq: number,
  record: RecordId,
  key: Buffer,
  sealed: Buffer,
  into?: Buffer,
): Buffer | undefined {
  if (sealed.length < NONCE_BYTES) return undefined
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const aad = bodyAad(context.vaultId, seq, record)
  return context.sodium.open(sealed.subarray(NONCE_BYTES), aad, nonce, key, into) ?? undefined
}
