/** Damage of a vault folder that its ledger does not show: what is stored twice and differs, and SQLite's own structure. */

import { openForReading } from '../db/readOnlyDb.ts'
import { readFileIfThere } from '../folder/durable.ts'
import { vaultPaths } from '../folder/layout.ts'
import type { Damage } from './verifyBackup.ts'

/** Header, key pages and compartments must be the same twice. Needs no key. Errors: those of opening and reading. */
export function copyDamage(folder: string): readonly Damage[] {
  const paths = vaultPaths(folder)
  const { db, close } = openForReading(paths.database)
  try {
    // Another process may write meanwhile.
    db.holdSnapshot()
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
    if (db.structureProblems().length > 0) {
      damaged.push({ what: 'entry', id: 'database', why: 'ledger_damaged' })
    }
    return damaged
  } finally {
    close()
  }
}

const sameBytes = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
