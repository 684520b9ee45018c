/**
 * A vault's stored bytes without any key: what a backup copies, a keyless verification checks and a
 * restore writes back. Everything here is ciphertext, random, or a hash over these.
 */

import type { Sodium } from '../crypto/sodium.ts'
import type { LedgerDamage } from './types.ts'

export interface RawRow {
  readonly seq: number
  /** Hash of the entry before, 32 bytes. */
  readonly prev: Buffer
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

/** Everything of a vault but its objects. */
export interface RawVaultState {
  /** 16 bytes. */
  readonly vaultId: Buffer
  /** The header as stored, checked by its unkeyed checksum. */
  readonly header: Buffer
  readonly head: RawHead
  readonly keyPages: readonly RawKeyPage[]
  readonly compartments: readonly RawCompartment[]
}

/** One consistent view of a vault, even while another process writes to it, until `close`. */
export interface RawVault {
  readonly state: RawVaultState
  /** Rows fromSeq … head.seq in order, `batch` at a time. */
  rows(fromSeq: number, batch?: number): Iterable<readonly RawRow[]>
  close(): void
}

/** Opens a vault folder for reading without a key. Errors: `not_a_vault`, `header_damaged`, `newer_format`. */
export function openRawVault(folder: string, sodium: Sodium): RawVault {
  throw new Error(`not written yet: ${folder.length}${sodium.build}`)
}

/**
 * Checks the hash chain over the ciphertext, piece by piece: give it every row from 1 on in order, then
 * the head. Collects damage instead of stopping.
 */
export interface ChainChecker {
  add(row: RawRow): void
  finish(state: RawVaultState): readonly LedgerDamage[]
}

export function createChainChecker(sodium: Sodium, vaultId: Buffer): ChainChecker {
  throw new Error(`not written yet: ${sodium.build}${vaultId.length}`)
}

/**
 * Writes a fresh vault folder (restore): database, header and its copy, empty object folder. `folder`
 * must be absent or empty. Errors: `target_not_empty`, `disk_full`, `read_only`.
 */
export function writeRawVault(
  folder: string,
  state: RawVaultState,
  rows: Iterable<readonly RawRow[]>,
): void {
  throw new Error(`not written yet: ${folder.length}${state.head.seq}${typeof rows}`)
}
