/**
 * One writer per vault folder, across processes. The lock is an operating-system lock (through SQLite) on
 * the file `lock`, so a crashed holder never keeps a vault closed; the file says who holds it.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { LockDb } from '../db/lockDb.ts'
import { fsCode, mapFsErrors } from './fsErrors.ts'

export interface FolderLock {
  release(): void
}

/** What the lock file says about this process: its number, the time, and a pseudonym of the machine. */
export interface LockIdentity {
  readonly pid: number
  readonly since: number
  /** Tells "this computer" from "another" without naming it: a hash over the machine's device secret. */
  readonly device: string
}

export const lockIdentity = (sodium: Sodium, deviceSecret: Secret, now: number): LockIdentity => ({
  pid: process.pid,
  since: now,
  device: sodium.hash([DOMAINS.lockHolder, deviceSecret.bytes]).toString('hex', 0, 8),
})

/**
 * Errors: `vault_in_use` with details `pid`, `since` (ms) and `sameDevice`; `read_only`; `disk_full`. The
 * details are absent when the holder came in this very moment.
 */
export function lockFolder(path: string, identity: LockIdentity): FolderLock {
  createFile(path)
  const db = openLock(path)
  try {
    if (db.hold({ ...identity, token: randomBytes(8).toString('hex') })) {
      return { release: () => db.release() }
    }
    const holder = db.holder()
    throw new VaultError(
      'vault_in_use',
      holder && {
        pid: holder.pid,
        since: holder.since,
        sameDevice: holder.device === identity.device,
      },
    )
  } catch (error) {
    db.close()
    throw error
  }
}

/** SQLite would only say "cannot open": this tells a read-only folder from a full disk. Never opens a file that is there. */
function createFile(path: string): void {
  mapFsErrors('write', () => {
    try {
      closeSync(openSync(path, 'wx', 0o600))
    } catch (error) {
      if (fsCode(error) !== 'EEXIST') throw error
    }
  })
}

/** A lock file that is not a lock database (cut short by a power cut) holds nothing of value: it is made anew. */
function openLock(path: string): LockDb {
  try {
    return LockDb.open(path)
  } catch (error) {
    if (!isVaultError(error) || error.code !== 'ledger_damaged') throw error
    mapFsErrors('write', () => rmSync(path, { force: true }))
    createFile(path)
    return LockDb.open(path)
  }
}
