/**
 * The whole check of a vault folder with its key, however damaged it is: what the program's own opening says, what
 * can be checked without a key, both copies of what is stored twice, and, by reading everything, the entries, records and
 * files that are affected. For the command line; an open vault is verified by its backup service.
 */

import type { VerifyReport } from '../../../shared/contract/work.ts'
import { type ErrorCode, isVaultError } from '../../../shared/errors.ts'
import { copyDamage } from '../backup/copyDamage.ts'
import {
  type Damage,
  entryRange,
  fromLedger,
  sizeProblem,
  verifyBackup,
  verifyStoredVault,
} from '../backup/verifyBackup.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { Credential } from '../session/credential.ts'
import { openVault } from '../session/session.ts'
import { type Examination, examine } from './examine.ts'

export interface VerifyWithKeyOptions {
  readonly folder: string
  readonly credential: Credential
  readonly deviceSecret: Secret
  readonly sodium: Sodium
  /** Reads every object and compares it with its name. */
  readonly full: boolean
  /** Where this machine remembers how far it saw each vault. */
  readonly headsFolder?: string
  readonly policy?: KdfPolicy
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void
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
  // It is the files whose reading takes long.
  const { onProgress, ...quietly } = options
  const { folder, sodium, full, signal } = options
  const damaged: Damage[] = []
  const onDamage = (what: Damage['what'], error: unknown) => {
    if (!isVaultError(error) || !DAMAGE.has(error.code)) throw error
    damaged.push({ what, id: 'database', why: error.code })
  }
  // First, because it fails when nothing can be opened at all.
  const found = await examine(quietly)
  await asOpened(options, damaged).catch((error) => onDamage('entry', error))
  const stored = await verifyStoredVault({
    folder,
    sodium,
    full,
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  }).catch((error) => {
    onDamage('entry', error)
    return undefined
  })
  damaged.push(...(stored?.damaged ?? []))
  // A verification that could not be begun did not look at what is stored twice either.
  if (!stored) {
    try {
      damaged.push(...copyDamage(folder))
    } catch (error) {
      onDamage('keys', error)
    }
  }
  damaged.push(...lostIn(found, folder))
  const report = distinct(damaged)
  return {
    ok: report.length === 0,
    entries: found.openedEntries,
    objects: stored?.objects ?? found.exporter.files().length,
    bytes: stored?.bytes ?? 0,
    damaged: report,
  }
}

/**
 * The same of a backup: what can be checked of it without a key, and whether everything in it opens. Errors:
 * `wrong_passphrase`, `not_a_backup`, `header_damaged` when no snapshot's header opens, `io_failed`, `cancelled`.
 */
export async function verifyBackupWithKey(
  options: Omit<VerifyWithKeyOptions, 'deviceSecret' | 'headsFolder'>,
): Promise<VerifyReport> {
  const { folder } = options
  const { onProgress: _bytes, ...quietly } = options
  const found = await examine(quietly)
  const report = await verifyBackup(options)
  const damaged = distinct([...report.damaged, ...lostIn(found, folder)])
  return { ...report, ok: damaged.length === 0, damaged }
}

/** What does not open, and files that are not there whole. */
function lostIn(found: Examination, folder: string): Damage[] {
  const damaged: Damage[] = []
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
    const why = sizeProblem(folder, { id: file.objectId, size: file.storedSize })
    if (why) damaged.push({ what: 'object', id: file.objectId, why })
  }
  return damaged
}

const distinct = (damaged: readonly Damage[]): Damage[] => [
  ...new Map(damaged.map((each) => [`${each.what}/${each.id}`, each])).values(),
]

/** What opening and a verification of the open vault say. */
async function asOpened(options: VerifyWithKeyOptions, damaged: Damage[]): Promise<void> {
  const { folder, credential, deviceSecret, sodium, headsFolder, policy, signal } = options
  const vault = await openVault({
    ...{ folder, credential, deviceSecret, sodium, readOnly: true },
    ...(headsFolder === undefined ? {} : { headsFolder }),
    ...(policy ? { policy } : {}),
  })
  try {
    for (const notice of vault.notices) {
      // Whole in every byte, but this machine saw more at this place.
      if (notice === 'rolled_back') {
        damaged.push({ what: 'entry', id: notice, why: 'ledger_truncated' })
      }
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
