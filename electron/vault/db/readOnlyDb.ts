/**
 * Opening `vault.db` where nothing can be written: read-only media, a full disk. To read a database with a
 * log SQLite needs a shared-memory file beside it. Where that cannot be made, database and log (all
 * ciphertext) are read from a private copy in the temporary folder, which goes with `close`.
 */
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isVaultError } from '../../../shared/errors.ts'
import { tryRemove } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'
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
    return openCopy(path)
  }
}

function openCopy(path: string): ReadOnlyDb {
  const folder = mapFsErrors('write', () => mkdtempSync(join(tmpdir(), 'emanet-')))
  const remove = () => tryRemove(folder)
  try {
    const copy = join(folder, 'vault.db')
    mapFsErrors('read', () => {
      copyFileSync(path, copy)
      if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    })
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
