/**
 * A vault's stored bytes without any key: what a backup copies, a keyless verification checks and a
 * restore writes back. Everything here is ciphertext, random, or a hash over these.
 */
import { resolve } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { openForReading } from '../db/readOnlyDb.ts'
import type { RawCompartment, RawHead, RawKeyPage, RawRow } from '../db/rows.ts'
import { VaultDb } from '../db/vaultDb.ts'
import { writeFileDurably } from '../folder/durable.ts'
import { vaultPaths } from '../folder/layout.ts'
import { checkLooksLikeVault, namingDamage } from '../folder/looksLikeVault.ts'
import { makeVaultFolder } from '../folder/newFolder.ts'
import { headerVersionOf } from '../header/header.ts'
import { readHeaderCopies } from '../header/headerCopies.ts'

export type { RawCompartment, RawHead, RawKeyPage, RawRow } from '../db/rows.ts'
export { createChainChecker } from './chainChecker.ts'

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
  /** Rows fromSeq … head.seq in order, `batch` at a time. Errors: `ledger_damaged` where SQLite cannot read. */
  rows(fromSeq: number, batch?: number): Iterable<readonly RawRow[]>
  close(): void
}

const DEFAULT_BATCH = 256

/**
 * Opens a vault folder for reading without a key. Errors: `not_a_vault`, `newer_format`,
 * `header_damaged`, `ledger_damaged`, `keys_damaged`.
 */
export function openRawVault(folder: string, sodium: Sodium): RawVault {
  const paths = vaultPaths(resolve(folder))
  checkLooksLikeVault(paths)
  const { db, close } = namingDamage(paths, () => openForReading(paths.database))
  try {
    db.holdSnapshot()
    const copy = readHeaderCopies(sodium, db, paths)[0]
    const head = db.head()
    if (!copy || !head) throw new VaultError('ledger_damaged', { head: true })
    const state = {
      vaultId: copy.header.vaultId,
      header: copy.bytes,
      head,
      keyPages: db.keyPages(),
      compartments: db.compartments(),
    }
    return { state, rows: (fromSeq, batch) => batches(db, fromSeq, head.seq, batch), close }
  } catch (error) {
    close()
    throw error
  }
}

function* batches(
  db: VaultDb,
  fromSeq: number,
  lastSeq: number,
  batch = DEFAULT_BATCH,
): Generator<readonly RawRow[]> {
  let next = fromSeq
  while (next <= lastSeq) {
    const rows = db.rows(next, lastSeq, batch)
    if (rows.length === 0) return
    yield rows
    next = (rows.at(-1)?.seq ?? lastSeq) + 1
  }
}

/**
 * Writes a fresh vault folder (restore): database, header and its copy, empty object folder, all of it
 * durable when this returns, and nothing left when it throws. `folder` must be absent or empty. Errors:
 * `vault_exists`, `target_not_empty`, `disk_full`, `read_only`, `newer_format`, and whatever `rows` throws.
 * What comes in is written as it is, in the version it has: the caller has checked it (`createChainChecker`, `parseHeader`).
 */
export function writeRawVault(
  folder: string,
  state: RawVaultState,
  rows: Iterable<readonly RawRow[]>,
): void {
  const version = headerVersionOf(state.header)
  makeVaultFolder(resolve(folder), (paths) => {
    const fill = (inside: VaultDb) => {
      inside.putHeader(state.header)
      for (const batch of rows) for (const row of batch) inside.addRow(row)
      for (const page of state.keyPages) inside.putKeyPage(page)
      for (const row of state.compartments) inside.putCompartment(row)
      inside.putHead(state.head)
    }
    const db = VaultDb.create(paths.database, fill, version)
    try {
      db.emptyLog()
    } finally {
      db.close()
    }
    writeFileDurably(paths.header, state.header)
  })
}
