/** Where things lie inside a vault folder. Pure paths: nothing here touches the disk. */
import { join } from 'node:path'

export interface VaultPaths {
  readonly folder: string
  readonly database: string
  readonly header: string
  readonly objects: string
  readonly lock: string
  /** Sealed snapshot of the working index: a cache, which may be missing. */
  readonly index: string
}

export const vaultPaths = (folder: string): VaultPaths => ({
  folder,
  database: join(folder, 'vault.db'),
  header: join(folder, 'header'),
  objects: join(folder, 'objects'),
  lock: join(folder, 'lock'),
  index: join(folder, 'index'),
})

/** `objects/ab/<64 hex>`: the folder is the first two digits of the object's own name. */
export const objectPath = (folder: string, objectId: string): string =>
  join(folder, 'objects', objectId.slice(0, 2), objectId)
