/** Where a command writes to: what is wrong with the place is said before the work is begun, and before the vault says it is done. */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { isInside } from '../vault/folder/inside.ts'

/** Errors: `usage` where no file can be, and inside the vault, which would carry it away. */
export function checkOutFile(path: string, vault?: string): void {
  if (!isFolder(dirname(path))) throw new VaultError('usage', { out: 'no such folder' })
  if (isFolder(path)) throw new VaultError('usage', { out: 'a folder' })
  checkOutside(path, vault)
}

/** A folder that is not there will be made. Errors: the same. */
export function checkOutFolder(path: string, vault: string): void {
  if (existsSync(path) && !isFolder(path)) throw new VaultError('usage', { out: 'not a folder' })
  checkOutside(path, vault)
}

function checkOutside(path: string, vault: string | undefined): void {
  if (vault !== undefined && isInside(path, vault))
    throw new VaultError('usage', { out: 'inside the vault' })
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
