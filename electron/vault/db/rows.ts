/**
 * Rows of `vault.db` as stored: ciphertext, random bytes, and hashes over them. What comes out of the
 * database is checked here, because a damaged or doctored file can hold anything.
 */
import { VaultError } from '../../../shared/errors.ts'

export interface RawRow {
  readonly seq: number
  /** Hash of the entry before, 32 bytes. */
  readonly prev: Buffer
  /** 24 bytes. */
  readonly nonce: Buffer
  readonly box: Buffer
}

export interface RawHead {
  readonly seq: number
  readonly hash: Buffer
  readonly headerGeneration: number
  /** Hash over all key pages and compartments as stored. */
  readonly keysHash: Buffer
  readonly mac: Buffer
}

export interface RawKeyPage {
  readonly compartment: number
  readonly page: number
  readonly nonce: Buffer
  readonly box: Buffer
}

export interface RawCompartment {
  readonly compartment: number
  readonly nonce: Buffer
  readonly box: Buffer
}

const isBlob = (value: unknown, length?: number): value is Buffer =>
  Buffer.isBuffer(value) && (length === undefined || value.length === length)
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

type Fields<Row> = { readonly [Name in keyof Row]: unknown }

/** By hand and not by zod: it runs for every entry at every unlock, and six checks are all there is. */
export function checkRow(row: Fields<RawRow>): RawRow {
  const ok = isCount(row.seq) && isBlob(row.prev, 32) && isBlob(row.nonce, 24) && isBlob(row.box)
  if (!ok) throw damaged(isCount(row.seq) ? row.seq : undefined)
  return row as RawRow
}

export function checkHead(head: Fields<RawHead>): RawHead {
  const ok =
    isCount(head.seq) &&
    isBlob(head.hash, 32) &&
    isCount(head.headerGeneration) &&
    isBlob(head.keysHash, 32) &&
    isBlob(head.mac, 32)
  if (!ok) throw damaged()
  return head as RawHead
}

export function checkKeyPage(page: Fields<RawKeyPage>): RawKeyPage {
  const ok =
    isCount(page.compartment) && isCount(page.page) && isBlob(page.nonce, 24) && isBlob(page.box)
  if (!ok) throw new VaultError('keys_damaged')
  return page as RawKeyPage
}

export function checkCompartment(row: Fields<RawCompartment>): RawCompartment {
  const ok = isCount(row.compartment) && isBlob(row.nonce, 24) && isBlob(row.box)
  if (!ok) throw new VaultError('keys_damaged')
  return row as RawCompartment
}

const damaged = (seq?: number): VaultError =>
  new VaultError('ledger_damaged', seq === undefined ? undefined : { seq })
