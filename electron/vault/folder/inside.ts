/** Whether a place lies inside a folder: what leaves a vault in the clear may not lie in it, it would be carried away with it. */
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'

/** The folder itself or anything in it, links resolved; the path need not exist. */
export function isInside(path: string, folder: string): boolean {
  return asPrefix(real(resolve(path))).startsWith(asPrefix(real(resolve(folder))))
}

/** The root of a disk ends with its separator already. */
const asPrefix = (path: string): string => (path.endsWith(sep) ? path : `${path}${sep}`)

/** Errors: `bad_input`. */
export function checkOutside(path: string, folder: string): void {
  if (isInside(path, folder)) throw new VaultError('bad_input')
}

/** With links resolved, as far as the path exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(real(parent), basename(path))
}
