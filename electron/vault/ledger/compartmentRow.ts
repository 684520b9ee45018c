/**
 * The row of a compartment: how its key is kept. In mode root the root key alone opens it. In mode custodian the
 * row holds up to four wraps, each under shares or a further passphrase, and the root key opens none of them. Both
 * modes are the same 512 bytes, so that nobody without the root key sees which one it is. Bytes in
 * docs/format.md, section "Keys"; a row of format 1 is the bare key of mode root.
 */
import { invariant } from '../../../shared/errors.ts'
import {
  DOMAIN_BYTES,
  ID_BYTES,
  isAllZero,
  randomBytes,
  readU64,
  writeU64,
} from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import {
  KEY_BYTES,
  NONCE_BYTES,
  PWHASH_SALT_BYTES,
  type PwhashCost,
  type Sodium,
  TAG_BYTES,
} from '../crypto/sodium.ts'
import type { RawCompartment } from '../db/rows.ts'

export const COMPARTMENT_PLAIN_BYTES = 512
export const MAX_WRAPS = 4
export const SHARE_SET_ID_BYTES = 8
/** kind | salt, or set id and zeros | passes | memory | k | n | time made: what stands before the nonce of a wrap. */
const WRAP_HEAD_BYTES = 1 + 16 + 4 + 4 + 1 + 1 + 8
export const WRAP_BYTES = WRAP_HEAD_BYTES + NONCE_BYTES + KEY_BYTES + TAG_BYTES

/** What opens a wrap, without its secret. */
export type WrapKind =
  | {
      readonly kind: 'shares'
      /** 8 bytes that name the set of shares. */
      readonly setId: Buffer
      /** So many of so many shares. */
      readonly k: number
      readonly n: number
    }
  | { readonly kind: 'passphrase'; readonly salt: Buffer; readonly cost: PwhashCost }

export type Wrap = WrapKind & {
  readonly createdAt: number
  readonly nonce: Buffer
  /** The compartment's key under the wrap's own. */
  readonly box: Buffer
}

export type CompartmentContent =
  | { readonly mode: 'root'; readonly key: Buffer }
  | { readonly mode: 'custodian'; readonly wraps: readonly Wrap[] }

const MODES = { root: 0, custodian: 1 } as const
const KINDS = { shares: 1, passphrase: 2 } as const

const compartmentAad = (vaultId: Buffer, compartment: number): Buffer => {
  const number = Buffer.alloc(4)
  number.writeUInt32LE(compartment)
  return Buffer.concat([DOMAINS.compartment, vaultId, number])
}

export function sealCompartment(
  sodium: Sodium,
  vaultId: Buffer,
  wrapKey: Buffer,
  compartment: number,
  content: CompartmentContent,
): RawCompartment {
  const nonce = randomBytes(NONCE_BYTES)
  const plain = encode(content)
  const box = sodium.seal(plain, compartmentAad(vaultId, compartment), nonce, wrapKey)
  sodium.memzero(plain)
  return { compartment, nonce, box }
}

/** Undefined when it is not a compartment row of this vault and number. */
export function openCompartment(
  sodium: Sodium,
  vaultId: Buffer,
  wrapKey: Buffer,
  row: RawCompartment,
): CompartmentContent | undefined {
  const aad = compartmentAad(vaultId, row.compartment)
  const plain = sodium.open(row.box, aad, row.nonce, wrapKey)
  if (!plain) return undefined
  try {
    return decode(plain)
  } finally {
    sodium.memzero(plain)
  }
}

function encode(content: CompartmentContent): Buffer {
  const plain = Buffer.alloc(COMPARTMENT_PLAIN_BYTES)
  plain.writeUInt8(MODES[content.mode], 0)
  if (content.mode === 'root') {
    content.key.copy(plain, 1)
    return plain
  }
  const { wraps } = content
  invariant(wraps.length > 0 && wraps.length <= MAX_WRAPS, 'a closed compartment can be opened')
  for (const [index, wrap] of wraps.entries()) {
    const place = plain.subarray(1 + index * WRAP_BYTES, 1 + (index + 1) * WRAP_BYTES)
    encodeHead(wrap, wrap.createdAt).copy(place)
    wrap.nonce.copy(place, WRAP_HEAD_BYTES)
    wrap.box.copy(place, WRAP_HEAD_BYTES + NONCE_BYTES)
  }
  return plain
}

function encodeHead(wrap: WrapKind, createdAt: number): Buffer {
  const head = Buffer.alloc(WRAP_HEAD_BYTES)
  head.writeUInt8(KINDS[wrap.kind], 0)
  if (wrap.kind === 'shares') {
    wrap.setId.copy(head, 1)
    head.writeUInt8(wrap.k, 25)
    head.writeUInt8(wrap.n, 26)
  } else {
    wrap.salt.copy(head, 1)
    head.writeUInt32LE(wrap.cost.ops, 17)
    head.writeUInt32LE(wrap.cost.memKiB, 21)
  }
  writeU64(head, createdAt, 27)
  return head
}

/** One spelling only: what is not used is zero. */
function decode(plain: Buffer): CompartmentContent | undefined {
  if (plain.length === KEY_BYTES) return { mode: 'root', key: ownCopy(plain) }
  if (plain.length !== COMPARTMENT_PLAIN_BYTES) return undefined
  const mode = plain.readUInt8(0)
  if (mode === MODES.root) {
    if (!isAllZero(plain.subarray(1 + KEY_BYTES))) return undefined
    return { mode: 'root', key: ownCopy(plain.subarray(1, 1 + KEY_BYTES)) }
  }
  if (mode !== MODES.custodian) return undefined
  const wraps: Wrap[] = []
  let end = 1
  while (wraps.length < MAX_WRAPS && plain.readUInt8(end) !== 0) {
    const wrap = decodeWrap(plain.subarray(end, end + WRAP_BYTES))
    if (!wrap) return undefined
    wraps.push(wrap)
    end += WRAP_BYTES
  }
  if (wraps.length === 0 || !isAllZero(plain.subarray(end))) return undefined
  return { mode: 'custodian', wraps }
}

function decodeWrap(bytes: Buffer): Wrap | undefined {
  const head = bytes.subarray(0, WRAP_HEAD_BYTES)
  const createdAt = readU64(head, 27)
  const kind = decodeKind(head)
  if (!kind || Number.isNaN(createdAt) || !encodeHead(kind, createdAt).equals(head)) {
    return undefined
  }
  const nonce = ownCopy(bytes.subarray(WRAP_HEAD_BYTES, WRAP_HEAD_BYTES + NONCE_BYTES))
  return { ...kind, createdAt, nonce, box: ownCopy(bytes.subarray(WRAP_HEAD_BYTES + NONCE_BYTES)) }
}

function decodeKind(head: Buffer): WrapKind | undefined {
  switch (head.readUInt8(0)) {
    case KINDS.shares: {
      const setId = ownCopy(head.subarray(1, 1 + SHARE_SET_ID_BYTES))
      const [k, n] = [head.readUInt8(25), head.readUInt8(26)]
      return k >= 1 && k <= n ? { kind: 'shares', setId, k, n } : undefined
    }
    case KINDS.passphrase: {
      const salt = ownCopy(head.subarray(1, 1 + PWHASH_SALT_BYTES))
      const cost = { ops: head.readUInt32LE(17), memKiB: head.readUInt32LE(21) }
      return { kind: 'passphrase', salt, cost }
    }
    default:
      return undefined
  }
}

const ownCopy = (bytes: Buffer): Buffer => Buffer.concat([bytes])

/** domain | vault id | compartment | index | everything of the wrap before its nonce. */
function wrapAad(
  vaultId: Buffer,
  compartment: number,
  index: number,
  wrap: WrapKind,
  createdAt: number,
): Buffer {
  const place = Buffer.alloc(DOMAIN_BYTES + ID_BYTES + 4 + 1)
  DOMAINS.custody.copy(place)
  vaultId.copy(place, DOMAIN_BYTES)
  place.writeUInt32LE(compartment, DOMAIN_BYTES + ID_BYTES)
  place.writeUInt8(index, DOMAIN_BYTES + ID_BYTES + 4)
  return Buffer.concat([place, encodeHead(wrap, createdAt)])
}

/** Where a wrap stands, bound into its box. */
export interface WrapPlace {
  readonly vaultId: Buffer
  readonly compartment: number
  readonly index: number
}

/** Wraps the compartment's key under the key that shares or a passphrase give (`custodyKey`). */
export function sealWrap(
  sodium: Sodium,
  { vaultId, compartment, index }: WrapPlace,
  kind: WrapKind,
  createdAt: number,
  wrapKey: Buffer,
  key: Buffer,
): Wrap {
  const nameIsWhole =
    kind.kind === 'shares'
      ? kind.setId.length === SHARE_SET_ID_BYTES
      : kind.salt.length === PWHASH_SALT_BYTES
  invariant(nameIsWhole, 'a set id has 8 bytes, a salt has 16')
  const nonce = randomBytes(NONCE_BYTES)
  const aad = wrapAad(vaultId, compartment, index, kind, createdAt)
  return { ...kind, createdAt, nonce, box: sodium.seal(key, aad, nonce, wrapKey) }
}

/** The compartment's key, or undefined when it is not this wrap's secret, or the wrap is not at its place. */
export function openWrap(
  sodium: Sodium,
  { vaultId, compartment, index }: WrapPlace,
  wrap: Wrap,
  wrapKey: Buffer,
): Buffer | undefined {
  const aad = wrapAad(vaultId, compartment, index, wrap, wrap.createdAt)
  const key = sodium.open(wrap.box, aad, wrap.nonce, wrapKey)
  return key && key.length === KEY_BYTES ? key : undefined
}
