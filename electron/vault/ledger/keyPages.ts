/**
 * Key pages: 64 places of record id and key each, sealed as a whole, so that the number of records shows
 * only in steps of 64. Places are filled in order and never used again. A place without an id is free; an id
 * with an all-zero key is a record whose key was destroyed. Bytes in docs/format.md, section "Keys".
 */
import { DOMAIN_BYTES, ID_BYTES, isAllZero, randomBytes } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { KEY_BYTES, NONCE_BYTES, type Sodium } from '../crypto/sodium.ts'
import type { RawKeyPage } from '../db/rows.ts'

export const PLACES_PER_PAGE = 64
const PLACE_BYTES = ID_BYTES + KEY_BYTES
export const PAGE_PLAIN_BYTES = PLACES_PER_PAGE * PLACE_BYTES

/** domain | vault id | compartment | page. */
function pageAad(vaultId: Buffer, compartment: number, page: number): Buffer {
  const aad = Buffer.alloc(DOMAIN_BYTES + ID_BYTES + 8)
  DOMAINS.keyPage.copy(aad)
  vaultId.copy(aad, DOMAIN_BYTES)
  aad.writeUInt32LE(compartment, DOMAIN_BYTES + ID_BYTES)
  aad.writeUInt32LE(page, DOMAIN_BYTES + ID_BYTES + 4)
  return aad
}

export function sealKeyPage(
  sodium: Sodium,
  vaultId: Buffer,
  pageKey: Buffer,
  compartment: number,
  page: number,
  plain: Buffer,
): RawKeyPage {
  const nonce = randomBytes(NONCE_BYTES)
  const box = sodium.seal(plain, pageAad(vaultId, compartment, page), nonce, pageKey)
  return { compartment, page, nonce, box }
}

/** Undefined when it is not a page of this vault, compartment and number. */
export function openKeyPage(
  sodium: Sodium,
  vaultId: Buffer,
  pageKey: Buffer,
  row: RawKeyPage,
): Buffer | undefined {
  const aad = pageAad(vaultId, row.compartment, row.page)
  const plain = sodium.open(row.box, aad, row.nonce, pageKey)
  return plain && plain.length === PAGE_PLAIN_BYTES ? plain : undefined
}

export const placeId = (plain: Buffer, place: number): Buffer =>
  plain.subarray(place * PLACE_BYTES, place * PLACE_BYTES + ID_BYTES)

export const placeKey = (plain: Buffer, place: number): Buffer =>
  plain.subarray(place * PLACE_BYTES + ID_BYTES, (place + 1) * PLACE_BYTES)

/** How many places are filled, or undefined when a free place stands before a filled one or is not all zero. */
export function filledPlaces(plain: Buffer): number | undefined {
  let filled = 0
  while (filled < PLACES_PER_PAGE && !isAllZero(placeId(plain, filled))) filled += 1
  return isAllZero(plain.subarray(filled * PLACE_BYTES)) ? filled : undefined
}
