/** Looks at folders without opening what is in them. */
import { existsSync } from 'node:fs'
import { vaultPaths } from '../vault/folder/layout.ts'
import { awaitsSwap } from '../vault/rekey/swap.ts'

/** Does it look like a vault? Whether it is one, only opening it tells. */
export function isVaultFolder(folder: string): boolean {
  const { database, header } = vaultPaths(folder)
  return existsSync(database) || existsSync(header) || awaitsSwap(folder)
}
