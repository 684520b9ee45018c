/** Opens a backup folder for reading: which snapshot, and the ledger entries that it names, in order. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { RawRow } from '../db/rows.ts'
import { createChainChecker } from '../ledger/raw.ts'
import { type BackupPaths, backupPaths } from './layout.ts'
import { readSegment } from './segment.ts'
import { listSnapshotIds, readSnapshot, type Snapshot, stateOf } from './snapshot.ts'

export interface OpenedBackup {
  readonly paths: BackupPaths
  readonly snapshot: Snapshot
}

export const isBackup = (folder: string): boolean => existsSync(backupPaths(folder).marker)

/**
 * The snapshot asked for, or the newest that can be read. Errors: `not_a_backup` (also one without any
 * snapshot), `not_found` (no such snapshot), `backup_damaged`.
 */
export function openBackup(folder: string, sodium: Sodium, wanted?: string): OpenedBackup {
  if (!isBackup(folder)) throw new VaultError('not_a_backup')
  const paths = backupPaths(folder)
  const ids = listSnapshotIds(paths)
  if (ids.length === 0) throw new VaultError('not_a_backup')
  if (wanted !== undefined) {
    if (!ids.includes(wanted)) throw new VaultError('not_found')
    return { paths, snapshot: readSnapshot(paths, sodium, wanted) }
  }
  for (const id of ids.reverse()) {
    try {
      return { paths, snapshot: readSnapshot(paths, sodium, id) }
    } catch {
      // An older one may be whole; verify names the damaged ones.
    }
  }
  throw new VaultError('backup_damaged')
}

/** Every entry of a snapshot in order. Errors: `backup_damaged`. */
function* segmentRows(
  paths: BackupPaths,
  sodium: Sodium,
  snapshot: Snapshot,
): Generator<readonly RawRow[], void> {
  let next = 1
  for (const segment of snapshot.segments) {
    if (segment.first !== next) throw new VaultError('backup_damaged')
    const path = join(paths.ledger, segment.name)
    const { hash } = yield* readSegment(path, sodium, snapshot.vaultId, segment)
    if (hash.toString('hex') !== segment.hash) throw new VaultError('backup_damaged')
    next = segment.last + 1
  }
  if (next !== snapshot.head.seq + 1) throw new VaultError('backup_damaged')
}

/** The same, with the chain over the entries, the head and the key pages checked before it ends. */
export function* checkedRows(
  paths: BackupPaths,
  sodium: Sodium,
  snapshot: Snapshot,
): Generator<readonly RawRow[], void> {
  const checker = createChainChecker(sodium, snapshot.vaultId)
  for (const batch of segmentRows(paths, sodium, snapshot)) {
    for (const row of batch) checker.add(row)
    yield batch
  }
  if (checker.finish(stateOf(snapshot)).length > 0) throw new VaultError('backup_damaged')
}
