/**
 * What lies in a damaged vault or backup and might still be used: every copy of a header, a head, a key page, a
 * compartment and an entry, in whatever state, the likeliest first. Nothing here needs a key or believes a find.
 *
 * Hazard: it opens `vault.db` with `node:fs` (see db/sqlite.ts), so never one that this process has open.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { backupPaths } from '../backup/layout.ts'
import { looseRows } from '../backup/looseRows.ts'
import { isBackup } from '../backup/readBackup.ts'
import { findSnapshots } from '../backup/snapshot.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { findLostRows, type LostRow } from '../db/lostRows.ts'
import { openForReading } from '../db/readOnlyDb.ts'
import type { RawHead, RawRow } from '../db/rows.ts'
import { readFileIfThere } from '../folder/durable.ts'
import { vaultPaths } from '../folder/layout.ts'
import { headerBytes, parseHeader } from '../header/header.ts'
import { COMPARTMENT_ROW } from '../ledger/chain.ts'

/** A sealed key page or compartment: the numbers under which it may have been stored. */
export interface SealedFind {
  readonly places: ReadonlyArray<{ readonly compartment: number; readonly page: number }>
  readonly nonce: Buffer
  readonly box: Buffer
}

export interface Finds {
  /** Holds `objects/`. */
  readonly folder: string
  readonly headers: readonly Buffer[]
  readonly heads: readonly RawHead[]
  readonly sealed: readonly SealedFind[]
  /** Anew with each call. */
  rows(): Iterable<RawRow>
}

/** Errors: `not_a_vault` for a folder that was neither a vault nor a backup. */
export function findAll(folder: string, sodium: Sodium): Finds {
  if (isBackup(folder) || existsSync(backupPaths(folder).snapshots)) {
    return findsInBackup(folder, sodium)
  }
  const { database, header } = vaultPaths(folder)
  if (!existsSync(database) && !existsSync(header)) throw new VaultError('not_a_vault')
  return findsInVault(folder)
}

/** The id of a vault or backup, in whatever state; unchecked. Errors: `not_a_vault`, `newer_format`, `header_damaged`. */
export function vaultIdIn(folder: string, sodium: Sodium): Buffer {
  let problem = new VaultError('header_damaged')
  for (const bytes of findAll(folder, sodium).headers) {
    try {
      return parseHeader(sodium, bytes).header.vaultId
    } catch (error) {
      if (!isVaultError(error)) throw error
      if (error.code === 'newer_format') problem = error
    }
  }
  throw problem
}

function findsInVault(folder: string): Finds {
  const { database, header } = vaultPaths(folder)
  const headers: Buffer[] = []
  const sealed: SealedFind[] = []
  for (const row of lostRows(database)) {
    const [first, second] = row.blobs
    if (row.table === 'header' && first) headers.push(first)
    if (row.table === 'sealed' && first && second) {
      sealed.push({ places: placesOf(row.key), nonce: first, box: second })
    }
  }
  const copy = readFileIfThere(header)
  return {
    folder,
    headers: copy ? [...headers, copy] : headers,
    heads: storedHeads(database),
    sealed,
    *rows() {
      for (const { table, key, blobs } of lostRows(database)) {
        const [prev, nonce, box] = blobs
        if (table === 'ledger' && prev && nonce && box && key > 0) {
          yield { seq: key, prev, nonce, box }
        }
      }
    },
  }
}

const lostRows = (database: string): Iterable<LostRow> =>
  findLostRows(database, [headerBytes(1), headerBytes(2)])

/** The same number means a page in one table and a compartment in another: the key decides which it is. */
function placesOf(key: number): SealedFind['places'] {
  const compartment = Math.floor(key / 2 ** 32)
  const page = key % 2 ** 32
  const asRow = { compartment: key, page: COMPARTMENT_ROW }
  return key > 0 && key < 255 ? [{ compartment, page }, asRow] : [{ compartment, page }]
}

/** Only as SQLite gives it: a head that it cannot reach is missed, and said to be. */
function storedHeads(database: string): readonly RawHead[] {
  try {
    const { db, close } = openForReading(database)
    try {
      const head = db.head()
      return head ? [head] : []
    } finally {
      close()
    }
  } catch (error) {
    if (isVaultError(error)) return []
    throw error
  }
}

function findsInBackup(folder: string, sodium: Sodium): Finds {
  const paths = backupPaths(folder)
  // A damaged snapshot is a find as well, but the last choice.
  const snapshots = findSnapshots(paths, sodium)
  return {
    folder,
    headers: snapshots.map(({ header }) => header),
    heads: snapshots.map(({ head }) => head),
    sealed: snapshots.flatMap(({ keyPages, compartments }) => [
      ...keyPages.map(({ compartment, page, nonce, box }) => ({
        places: [{ compartment, page }],
        ...{ nonce, box },
      })),
      ...compartments.map(({ compartment, nonce, box }) => ({
        places: [{ compartment, page: COMPARTMENT_ROW }],
        ...{ nonce, box },
      })),
    ]),
    *rows() {
      for (const name of namesIn(paths.ledger)) {
        if (name.endsWith('.seg')) yield* looseRows(readFileSync(join(paths.ledger, name)))
      }
    },
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
