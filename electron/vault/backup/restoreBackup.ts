/**
 * Restores a snapshot into a new vault folder. Everything is checked on the way; the folder gets its name only
 * when it is whole. Objects that are damaged in the backup are left out and named, and the rest is restored.
 */
import { existsSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto/bytes.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { fsyncFolder, makeFolder, namesIn, tryRemove } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'
import { isInside } from '../folder/inside.ts'
import { objectPath, vaultPaths } from '../folder/layout.ts'
import { writeRawVault } from '../ledger/raw.ts'
import type { BackupPaths } from './layout.ts'
import { runObjectTasks } from './objectPool.ts'
import { checkedRows, openBackup } from './readBackup.ts'
import { type Snapshot, stateOf } from './snapshot.ts'

export interface RestoreOptions {
  readonly backup: string
  /** Absent or empty. */
  readonly to: string
  /** The newest that can be read when not said. */
  readonly snapshot?: string
  readonly sodium: Sodium
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void
  readonly signal?: AbortSignal
}

export interface RestoreReport {
  readonly snapshot: string
  readonly vaultId: string
  /** When the backup was made, in milliseconds since 1970. */
  readonly madeAt: number
  readonly entries: number
  /** Hash of the last entry, hexadecimal. */
  readonly head: string
  readonly objects: number
  readonly bytes: number
  /** Objects that the backup no longer has whole. */
  readonly damagedObjects: readonly string[]
}

/** Errors: `not_a_backup`, `backup_damaged`, `target_not_empty`, `disk_full`, `read_only`, `cancelled`. */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const { sodium } = options
  const { paths, snapshot } = openBackup(options.backup, sodium, options.snapshot)
  const to = freePlace(options)
  const half = `.${basename(to)}.restoring-`
  removeHalves(dirname(to), half)
  const partial = join(dirname(to), half + randomBytes(4).toString('hex'))
  try {
    writeRawVault(partial, stateOf(snapshot), checkedRows(paths, sodium, snapshot))
    const copied = await copyObjects(options, paths, snapshot, partial)
    mapFsErrors('write', () => {
      // Fails where something came in between.
      if (existsSync(to)) rmdirSync(to)
      renameSync(partial, to)
      fsyncFolder(dirname(to))
    })
    return {
      snapshot: snapshot.id,
      vaultId: snapshot.vaultId.toString('hex'),
      madeAt: snapshot.madeAt,
      entries: snapshot.head.seq,
      head: snapshot.head.hash.toString('hex'),
      objects: snapshot.objects.length - copied.failed.length,
      bytes: copied.bytes,
      damagedObjects: copied.failed.map((failure) => failure.id),
    }
  } catch (error) {
    tryRemove(partial)
    throw error
  }
}

/** Where the vault will lie: nothing, or an empty folder, and not a part of the backup. Errors: `target_not_empty`. */
function freePlace({ backup, to }: RestoreOptions): string {
  const names = namesIn(to)
  const isThere = existsSync(to)
  if (names === undefined ? isThere : names.length > 0) throw new VaultError('target_not_empty')
  if (isInside(to, backup)) throw new VaultError('target_not_empty', { inside: true })
  return isThere ? mapFsErrors('write', () => realpathSync(to)) : resolve(to)
}

/** What a restore to the same place left that was cut off. */
function removeHalves(folder: string, half: string): void {
  mapFsErrors('write', () => {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder)) {
      const isHalf = name.startsWith(half) && /^[0-9a-f]{8}$/.test(name.slice(half.length))
      if (isHalf) rmSync(join(folder, name), { recursive: true, force: true })
    }
  })
}

async function copyObjects(
  options: RestoreOptions,
  paths: BackupPaths,
  snapshot: Snapshot,
  folder: string,
) {
  const total = snapshot.objects.reduce((sum, object) => sum + object.size, 0)
  const folders = new Set(snapshot.objects.map((object) => dirname(objectPath(folder, object.id))))
  makeFolder(vaultPaths(folder).objects)
  for (const each of folders) makeFolder(each)
  let done = 0
  const result = await runObjectTasks(
    options.sodium,
    snapshot.objects.map((object) => ({
      id: object.id,
      size: object.size,
      from: objectPath(paths.folder, object.id),
      to: objectPath(folder, object.id),
    })),
    {
      onDone: (bytes) => {
        done += bytes
        options.onProgress?.(done, total)
      },
      ...(options.signal ? { signal: options.signal } : {}),
    },
  )
  for (const each of folders) fsyncFolder(each)
  return result
}
