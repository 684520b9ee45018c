/**
 * Opening `vault.db` where nothing can be written: read-only media, a full disk. SQLite needs a place for
 * its shared-memory file to read a log; without one the database is read as immutable, and when a log
 * with unmoved entries lies beside it, from a private copy (all ciphertext) in the temporary folder.
 */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isVaultError } from '../../../shared/errors.ts'
import { openDatabase } from './sqlite.ts'
import { VaultDb } from './vaultDb.ts'

export interface ReadOnlyDb {
  readonly db: VaultDb
  close(): void
}

/** Errors: those of `VaultDb.open`. */
export function openForReading(path: string): ReadOnlyDb {
  try {
    const db = VaultDb.open(path, 'read')
    return { db, close: () => db.close() }
  } catch (error) {
    const cannotWrite =
      isVaultError(error) && ['io_failed', 'read_only', 'disk_full'].includes(error.code)
    if (!cannotWrite) throw error
    return sizeOf(`${path}-wal`) > 0 ? openCopy(path) : openImmutable(path)
  }
}

function openImmutable(path: string): ReadOnlyDb {
  const uri = `${pathToFileURL(path).href}?immutable=1`
  const db = VaultDb.over(openDatabase(uri, { readonly: true, fileMustExist: true }), 'read')
  return { db, close: () => db.close() }
}

function openCopy(path: string): ReadOnlyDb {
  const folder = mkdtempSync(join(tmpdir(), 'emanet-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, 'vault.db')
    copyFileSync(path, copy)
    copyFileSync(`${path}-wal`, `${copy}-wal`)
    const db = VaultDb.open(copy, 'read')
    return {
      db,
      close: () => {
        db.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
