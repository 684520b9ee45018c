/** Looks at folders without opening what is in them. */
import { existsSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { vaultPaths } from '../vault/folder/layout.ts'
import { awaitsSwap } from '../vault/rekey/swap.ts'

/** Does it look like a vault? Whether it is one, only opening it tells. */
export function isVaultFolder(folder: string): boolean {
  const { database, header } = vaultPaths(folder)
  return existsSync(database) || existsSync(header) || awaitsSwap(folder)
}

/** Is the path the folder itself or anything in it? */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`))
}
