/** Telling a folder that is no vault from a vault that is damaged, before anything in it is changed. */
import { existsSync, statSync } from 'node:fs'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { mapFsErrors } from './fsErrors.ts'
import type { VaultPaths } from './layout.ts'

/** Errors: `not_a_vault`; `ledger_damaged` when only the header is left. */
export function checkLooksLikeVault(paths: VaultPaths): void {
  const isFile = (path: string) =>
    mapFsErrors('read', () => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
  if (isFile(paths.database)) return
  // The header alone says that a vault was here.
  if (isFile(paths.header)) throw new VaultError('ledger_damaged', { database: false })
  throw new VaultError('not_a_vault')
}

/** A `vault.db` that is no database: beside a header it is a damaged vault, alone it is something else. */
export function namingDamage<Result>(paths: VaultPaths, open: () => Result): Result {
  try {
    return open()
  } catch (error) {
    if (!isVaultError(error)) throw error
    const hasHeader = existsSync(paths.header)
    if (error.code === 'ledger_damaged' && !hasHeader) throw new VaultError('not_a_vault')
    if (error.code === 'not_a_vault' && hasHeader) throw new VaultError('ledger_damaged')
    throw error
  }
}
