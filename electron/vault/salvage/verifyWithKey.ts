/**
 * The whole check of a vault folder with its key, however damaged it is: what the program's own opening says, what
 * can be checked without a key, both copies of what is stored twice, and, by reading everything, the entries, records and
 * files that are affected. For the command line; an open vault is verified by its backup service.
 */

import { statSync } from 'node:fs'
import type { VerifyReport } from '../../../shared/contract/work.ts'
import { type ErrorCode, isVaultError } from '../../../shared/errors.ts'
import { type Damage, entryRange, fromLedger, verifyStoredVault } from '../backup/verifyBackup.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { openForReading } from '../db/readOnlyDb.ts'
import { readFileIfThere } from '../folder/durable.ts'
import { objectPath, vaultPaths } from '../folder/layout.ts'
import type { Credential } from '../session/credential.ts'
import { openVault } from '../session/session.ts'
import { examine } from './examine.ts'

export interface VerifyWithKeyOptions {
  readonly folder: string
  readonly credential: Credential
  readonly deviceSecret: Secret
  readonly sodium: Sodium
  /** Reads every object and compares it with its name. */
  readonly full: boolean
  readonly policy?: KdfPolicy
  readonly signal?: AbortSignal
}

/** Failures that are an answer and not the end of the check. */
const DAMAGE: ReadonlySet<ErrorCode> = new Set([
  'header_damaged',
  'header_tampered',
  'kdf_out_of_range',
  'ledger_damaged',
  'ledger_missing_entry',
  'ledger_reordered',
  'ledger_truncated',
  'keys_damaged',
  'newer_format',
  'not_a_vault',
])

/** Errors: `wrong_passphrase`, `not_a_vault`, `header_damaged` when no copy opens, `io_failed`, `cancelled`. */
export async function verifyWithKey(options: VerifyWithKeyOptions): Promise<VerifyReport> {
  const { folder, sodium, full, signal } = options
  const damaged: Damage[] = []
  const onDamage = (what: Damage['what'], error: unknown) => {
    if (!isVaultError(error) || !DAMAGE.has(error.code)) throw error
    damaged.push({ what, id: 'database', why: error.code })
  }
  // First, because it fails when nothing can be opened at all.
  const found = await examine(options)
  await asOpened(options, damaged).catch((error) => onDamage('entry', error))
  const stored = await verifyStoredVault({
    folder,
    sodium,
    full,
    ...(signal ? { signal } : {}),
  }).catch((error) => {
    onDamage('entry', error)
    return undefined
  })
  damaged.push(...(stored?.damaged ?? []))
  try {
    damaged.push(...copyDamage(folder))
  } catch (error) {
    onDamage('keys', error)
  }
  for (const { from, to, why } of found.lost) {
    damaged.push({ what: 'entry', id: entryRange(from, to), why })
  }
  if (found.endUnknown) damaged.push({ what: 'entry', id: 'head', why: 'ledger_damaged' })
  for (const record of found.exporter.records()) {
    if (record.state === 'damaged') {
      damaged.push({ what: 'record', id: record.id, why: 'keys_damaged' })
    }
  }
  for (const { file } of found.exporter.files()) {
    if (!statSync(objectPath(folder, file.objectId), { throwIfNoEntry: false })) {
      damaged.push({ what: 'object', id: file.objectId, why: 'object_missing' })
    }
  }
  const distinct = [...new Map(damaged.map((each) => [`${each.what}/${each.id}`, each])).values()]
  return {
    ok: distinct.length === 0,
    entries: found.openedEntries,
    objects: stored?.objects ?? found.exporter.files().length,
    bytes: stored?.bytes ?? 0,
    damaged: distinct,
  }
}

/** What opening and a verification of the open vault say. */
async function asOpened(options: VerifyWithKeyOptions, damaged: Damage[]): Promise<void> {
  const { folder, credential, deviceSecret, sodium, policy, signal } = options
  const vault = await openVault({
    ...{ folder, credential, deviceSecret, sodium, readOnly: true },
    ...(policy ? { policy } : {}),
  })
  try {
    for (const notice of vault.notices) {
      if (notice.startsWith('header_')) {
        const why = notice === 'header_tampered' ? 'header_tampered' : 'header_damaged'
        damaged.push({ what: 'header', id: notice, why })
      }
    }
    const report = await vault.ledger.verify({ signatures: true, ...(signal ? { signal } : {}) })
    for (const each of report.damaged) {
      damaged.push(fromLedger(each))
      if (each.record) damaged.push({ what: 'record', id: each.record, why: each.code })
    }
  } finally {
    vault.close()
  }
}

/** What is stored twice must be the same twice: the header, key pages and compartments. */
function copyDamage(folder: string): Damage[] {
  const paths = vaultPaths(folder)
  const { db, close } = openForReading(paths.database)
  try {
    const damaged: Damage[] = []
    const file = readFileIfThere(paths.header)
    if (!file || !db.header()?.equals(file)) {
      damaged.push({ what: 'header', id: 'copy', why: 'header_damaged' })
    }
    if (db.formatVersion > 1) {
      const rows = { keyPages: db.keyPages(), compartments: db.compartments() }
      if (!sameBytes(rows, db.keyCopies())) {
        damaged.push({ what: 'keys', id: 'copy', why: 'keys_damaged' })
      }
    }
    damaged.push(
      ...db
        .structureProblems()
        .map(() => STRUCTURE)
        .slice(0, 1),
    )
    return damaged
  } finally {
    close()
  }
}

const STRUCTURE: Damage = { what: 'entry', id: 'database', why: 'ledger_damaged' }

const sameBytes = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
