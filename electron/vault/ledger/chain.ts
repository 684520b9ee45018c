/**
 * The hash chain of the ledger, over ciphertext: whoever has the file can check it, no key is needed.
 * hash(n) = H(domain | vault id | n | hash(n−1) | nonce | box).
 */
import { DOMAIN_BYTES, ID_BYTES, writeU64 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { HASH_BYTES, type Sodium } from '../crypto/sodium.ts'
import type { RawCompartment, RawKeyPage, RawRow } from '../db/rows.ts'

export const PLACE_BYTES = DOMAIN_BYTES + ID_BYTES + 8 + HASH_BYTES

/** What stands before the first entry. */
export const genesisHash = (sodium: Sodium, vaultId: Uint8Array): Buffer =>
  sodium.hash([DOMAINS.genesis, vaultId])

/** domain | vault id | seq | prev: the place of an entry in one vault's chain. Bound as associated data, hashed, and signed. */
export function entryPlace(domain: Buffer, vaultId: Buffer, seq: number, prev: Buffer): Buffer {
  return new PlaceScratch(domain).at(vaultId, seq, prev)
}

/** The same again and again: what it returns is gone with its next use. Only the domain is written once. */
export class PlaceScratch {
  readonly #bytes = Buffer.alloc(PLACE_BYTES)

  constructor(domain: Buffer) {
    this.#bytes.set(domain)
  }

  at(vaultId: Buffer, seq: number, prev: Buffer): Buffer {
    // Each time: a buffer that was filled with another vault's id is the same object, and would bind the old one.
    this.#bytes.set(vaultId, DOMAIN_BYTES)
    writeU64(this.#bytes, seq, DOMAIN_BYTES + ID_BYTES)
    this.#bytes.set(prev, DOMAIN_BYTES + ID_BYTES + 8)
    return this.#bytes
  }
}

const hashed = new PlaceScratch(DOMAINS.entryHash)

export function entryHash(
  sodium: Sodium,
  vaultId: Buffer,
  { seq, prev, nonce, box }: RawRow,
): Buffer {
  return sodium.hash([hashed.at(vaultId, seq, prev), nonce, box])
}

/** H over one key page or compartment as stored. */
export const boxHash = (sodium: Sodium, sealed: { nonce: Buffer; box: Buffer }): Buffer =>
  sodium.hash([DOMAINS.keyBox, sealed.nonce, sealed.box])

export interface HashedPart {
  /** The number of a key page; for a compartment row the largest u32. */
  readonly page: number
  readonly compartment: number
  readonly hash: Buffer
}

export const COMPARTMENT_ROW = 0xffff_ffff

/**
 * One hash over all key pages and compartments, by compartment and then page: the ledger's head binds
 * it, so a page that is missing, added or put back to an older state is noticed.
 */
export function keysHash(
  sodium: Sodium,
  vaultId: Uint8Array,
  parts: readonly HashedPart[],
): Buffer {
  const sorted = [...parts].sort((a, b) => a.compartment - b.compartment || a.page - b.page)
  const list = Buffer.alloc(sorted.length * (8 + HASH_BYTES))
  let at = 0
  for (const part of sorted) {
    list.writeUInt32LE(part.compartment, at)
    list.writeUInt32LE(part.page, at + 4)
    part.hash.copy(list, at + 8)
    at += 8 + HASH_BYTES
  }
  return sodium.hash([DOMAINS.keyState, vaultId, list])
}

/** The same from stored rows, without a key. */
export const keysHashOf = (
  sodium: Sodium,
  vaultId: Uint8Array,
  pages: readonly RawKeyPage[],
  compartments: readonly RawCompartment[],
): Buffer =>
  keysHash(sodium, vaultId, [
    ...pages.map((page) => ({
      compartment: page.compartment,
      page: page.page,
      hash: boxHash(sodium, page),
    })),
    ...compartments.map((row) => ({
      compartment: row.compartment,
      page: COMPARTMENT_ROW,
      hash: boxHash(sodium, row),
    })),
  ])
