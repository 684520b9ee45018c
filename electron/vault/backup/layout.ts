/**
 * Where things lie in a backup folder. Pure paths and names: nothing here touches the disk.
 *
 *   emanet-backup            what this folder is
 *   objects/ab/<64 hex>      evidence files as in the vault, shared by all snapshots
 *   ledger/<first>-<last>-<hash>.seg   entries as stored, each segment a suffix of the one before
 *   snapshots/<id>.snapshot  one moment of the vault: everything else by name, size and hash; `.copy` is the same again
 *   FORMAT.md, recover.py    how to read all this without this program
 */
import { join } from 'node:path'

export const MARKER = 'emanet-backup'

export interface BackupPaths {
  readonly folder: string
  readonly marker: string
  readonly objects: string
  readonly ledger: string
  readonly snapshots: string
}

export const backupPaths = (folder: string): BackupPaths => ({
  folder,
  marker: join(folder, MARKER),
  objects: join(folder, 'objects'),
  ledger: join(folder, 'ledger'),
  snapshots: join(folder, 'snapshots'),
})

const SNAPSHOT_NAME = /^(\d{8}T\d{9}Z-[0-9a-f]{8})\.snapshot$/
const OBJECT_NAME = /^[0-9a-f]{64}$/

export const isObjectName = (name: string): boolean => OBJECT_NAME.test(name)

/** Sorts by time: `20260131T235959123Z-1a2b3c4d`. */
export const snapshotId = (now: Date, suffix: string): string =>
  `${now.toISOString().replaceAll(/[-:.]/g, '')}-${suffix}`

export const snapshotFile = (paths: BackupPaths, id: string): string =>
  join(paths.snapshots, `${id}.snapshot`)

/** The same bytes again: of a backup with one snapshot, a damaged byte would otherwise cost everything. */
export const snapshotCopyFile = (paths: BackupPaths, id: string): string =>
  join(paths.snapshots, `${id}.copy`)

/** The snapshot's id, or undefined for a file that is none (a partial write, a stranger's file). */
export const snapshotIdOf = (fileName: string): string | undefined =>
  SNAPSHOT_NAME.exec(fileName)?.[1]

/** The hash in the name keeps two different histories of the same numbers apart. */
export const segmentName = (first: number, last: number, hashHex: string): string =>
  `${String(first).padStart(10, '0')}-${String(last).padStart(10, '0')}-${hashHex.slice(0, 16)}.seg`
