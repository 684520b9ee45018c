/**
 * Making a vault folder: it must be absent or empty, and when anything fails on the way, what was made is
 * taken away again.
 */
import { existsSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { fsyncFolder, makeFolder, namesIn } from './durable.ts'
import { mapFsErrors } from './fsErrors.ts'
import { type VaultPaths, vaultPaths } from './layout.ts'

/**
 * Runs `fill` in the new folder; `close` closes what it opened, should the folder not become durable. Errors: `vault_exists`, `target_not_empty`, `read_only`, `disk_full`, and
 * those of `fill`.
 */
export function makeVaultFolder<Result>(
  folder: string,
  fill: (paths: VaultPaths) => Result,
  close: (result: Result) => void = () => {},
): Result {
  const paths = vaultPaths(resolve(folder))
  checkFree(paths)
  const isNew = !existsSync(paths.folder)
  try {
    makeFolder(paths.folder)
    makeFolder(paths.objects)
    const result = fill(paths)
    try {
      fsyncFolder(paths.folder)
      if (isNew) fsyncFolder(dirname(paths.folder))
    } catch (error) {
      close(result)
      throw error
    }
    return result
  } catch (error) {
    takeAway(paths, isNew)
    throw error
  }
}

function checkFree(paths: VaultPaths): void {
  const names = namesIn(paths.folder)
  if (names === undefined) {
    // Absent, or a file: nothing may be written over.
    if (existsSync(paths.folder)) throw new VaultError('target_not_empty')
    return
  }
  if (names.includes('vault.db') || names.includes('header')) throw new VaultError('vault_exists')
  if (names.length > 0) throw new VaultError('target_not_empty')
}

/** Only what this program makes, and the folder only when it was made here. */
function takeAway(paths: VaultPaths, isNew: boolean): void {
  try {
    mapFsErrors('write', () => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) {
        rmSync(paths.database + suffix, { force: true })
      }
      rmSync(paths.header, { force: true })
      rmSync(paths.lock, { force: true })
      for (const name of namesIn(paths.objects) ?? []) rmdirSync(join(paths.objects, name))
      if (existsSync(paths.objects)) rmdirSync(paths.objects)
      if (isNew && existsSync(paths.folder)) rmdirSync(paths.folder)
    })
  } catch {
    // The first failure is the one to tell; what could not be removed is an empty shell without content.
  }
}
