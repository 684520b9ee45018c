/**
 * The plaintext of a ledger entry: signature | head length, head | body length, body | zero padding to a
 * size bucket. One spelling only: the padding is exactly what the bucket asks for, and all zero.
 * Bytes in docs/format.md, section "Ledger entry".
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { SIGNATURE_BYTES } from '../crypto/sodium.ts'

/** The JSON of a body, before it is sealed; a larger one is refused with `too_large`. */
export const MAX_BODY_BYTES = 1024 * 1024
export const SMALLEST_BUCKET = 256
export const LARGEST_POWER_BUCKET = 64 * 1024

export interface EntryHead {
  /** Milliseconds since 1970 by the writing device's clock. */
  readonly t: number
  readonly a: AuthorId
  /** Who wrote it in the vault it was carried over from by a re-key; `a` is then who carried it. */
  readonly o?: AuthorId
  readonly op: string
  readonly r?: RecordId
  /** The body is sealed under the record's own key. */
  readonly k?: 'record'
}

export class PlainEntry {
  readonly head: EntryHead
  /** JSON, or a nonce and a box when the head says `k: "record"`. */
  readonly body: Buffer
  readonly #plain: Buffer
  readonly #end: number

  /** Body from `bodyStart` to `end`. */
  constructor(head: EntryHead, plain: Buffer, bodyStart: number, end: number) {
    this.head = head
    this.body = plain.subarray(bodyStart, end)
    this.#plain = plain
    this.#end = end
  }

  get signature(): Buffer {
    return this.#plain.subarray(0, SIGNATURE_BYTES)
  }

  /** Head length to body's end: what the signature covers besides the entry's place. */
  get signed(): Buffer {
    return this.#plain.subarray(SIGNATURE_BYTES, this.#end)
  }
}

/**
 * The least bucket that holds `length`: powers of two and one and a half times these (256, 384, 512,
 * 768, …) up to 64 KiB, above that multiples of 64 KiB. The steps between the powers cost little secrecy
 * and save a quarter of what an unlock has to read, hash and decrypt.
 */
export function bucketFor(length: number): number {
  if (length > LARGEST_POWER_BUCKET) {
    return Math.ceil(length / LARGEST_POWER_BUCKET) * LARGEST_POWER_BUCKET
  }
  let power = SMALLEST_BUCKET
  while (power < length) power *= 2
  const between = (power / 4) * 3
  return power > SMALLEST_BUCKET && length <= between ? between : power
}

export function bodyJson(body: unknown): Buffer {
  const text = JSON.stringify(body)
  invariant(text !== undefined, 'a body is something JSON can hold')
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length > MAX_BODY_BYTES) {
    throw new VaultError('too_large', { bytes: bytes.length, limit: MAX_BODY_BYTES })
  }
  return bytes
}

/**
 * Writes what is signed and stored after the signature into `into`, which has room for it, from `at` on. Returns where it
 * ends.
 */
export function writeSigned(into: Buffer, at: number, head: string, body: Buffer): number {
  const headStart = at + 2
  const headEnd = headStart + into.write(head, headStart)
  into.writeUInt16LE(headEnd - headStart, at)
  into.writeUInt32LE(body.length, headEnd)
  return headEnd + 4 + body.copy(into, headEnd + 4)
}

const ZEROS = Buffer.alloc(LARGEST_POWER_BUCKET)

/** Undefined when the bytes are not exactly one entry. */
export function decodePlain(plain: Buffer): PlainEntry | undefined {
  const headStart = SIGNATURE_BYTES + 2
  if (plain.length < SMALLEST_BUCKET) return undefined
  const headEnd = headStart + plain.readUInt16LE(SIGNATURE_BYTES)
  const bodyStart = headEnd + 4
  if (bodyStart > plain.length) return undefined
  const end = bodyStart + plain.readUInt32LE(headEnd)
  if (end > plain.length || plain.length !== bucketFor(end)) return undefined
  const padding = plain.length - end
  if (plain.compare(ZEROS, 0, padding, end) !== 0) return undefined
  const head = headAt(plain, headStart, headEnd)
  return head && new PlainEntry(head, plain, bodyStart, end)
}

const HEX_128 = /^[0-9a-f]{32}$/
/** `record.set`, `vault.unlocked`, `object.add`. */
const OP_PATTERN = /^[a-z]+(?:[._][a-z]+)*$/
const MAX_OP_LENGTH = 64

function headAt(plain: Buffer, start: number, end: number): EntryHead | undefined {
  const head = usualHead(plain, start, end)
  if (head) return head
  const text = plain.toString('utf8', start, end)
  const parsed = parseHead(text)
  if (parsed) remember(parsed, text)
  return parsed
}

/**
 * The head of nearly every entry: as it is written for a record's, with the author and the operation of the
 * last one that was parsed. To parse its JSON takes as long as to decrypt it. Undefined for any other.
 */
function usualHead(plain: Buffer, start: number, end: number): EntryHead | undefined {
  if (!usual || !standsAt(plain, TIME, start)) return undefined
  const { bytes, a, op } = usual
  const digits = start + TIME.length
  let at = digits
  let t = 0
  for (; at < end; at += 1) {
    const digit = (plain[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) break
    t = t * 10 + digit
  }
  // No number of JSON begins with zero and goes on, and a longer one may not be exact.
  if (at === digits || at - digits > MOST_DIGITS || plain[digits] === ZERO) return undefined
  const id = at + bytes.length
  const isUsual =
    end === id + ID_DIGITS + KEYED.length &&
    standsAt(plain, bytes, at) &&
    standsAt(plain, KEYED, id + ID_DIGITS) &&
    isHex(plain, id, id + ID_DIGITS)
  if (!isUsual) return undefined
  return { t, a, op, r: plain.toString('latin1', id, id + ID_DIGITS) as RecordId, k: 'record' }
}

/** Lower case, as an id is written. */
function isHex(plain: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = plain[at] ?? 0
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return false
  }
  return true
}

const TIME = Buffer.from('{"t":')
const KEYED = Buffer.from('","k":"record"}')
const ID_DIGITS = 32
const ZERO = 0x30
const MOST_DIGITS = 15

/** Author and operation of the last head that was parsed, and how they stand in it. */
let usual: { readonly bytes: Buffer; readonly a: AuthorId; readonly op: string } | undefined

function remember({ t, a, o, op, r, k }: EntryHead, text: string): void {
  if (o !== undefined || r === undefined || k === undefined) return
  const bytes = Buffer.from(`,"a":"${a}","op":"${op}","r":"`)
  if (text === `${TIME}${t}${bytes}${r}${KEYED}`) usual = { bytes, a, op }
}

function standsAt(plain: Buffer, bytes: Buffer, at: number): boolean {
  if (at + bytes.length > plain.length) return false
  for (let place = 0; place < bytes.length; place += 1) {
    if (plain[at + place] !== bytes[place]) return false
  }
  return true
}

/** By hand and not by zod: it runs for every entry at every unlock. */
function parseHead(text: string): EntryHead | undefined {
  let head: Partial<Record<string, unknown>>
  try {
    head = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof head !== 'object' || head === null) return undefined
  const { t, a, o, op, r, k } = head
  const known =
    3 + (o === undefined ? 0 : 1) + (r === undefined ? 0 : 1) + (k === undefined ? 0 : 1)
  const ok =
    Object.keys(head).length === known &&
    Number.isSafeInteger(t) &&
    typeof a === 'string' &&
    HEX_128.test(a) &&
    (o === undefined || (typeof o === 'string' && HEX_128.test(o))) &&
    isOp(op) &&
    (r === undefined || (typeof r === 'string' && HEX_128.test(r))) &&
    (k === undefined || (k === 'record' && r !== undefined))
  return ok ? (head as unknown as EntryHead) : undefined
}

export const isOp = (op: unknown): op is string =>
  typeof op === 'string' && op.length <= MAX_OP_LENGTH && OP_PATTERN.test(op)
