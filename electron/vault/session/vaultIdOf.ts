/** The identifier of a vault that is closed: it stands in the clear at the beginning of the header. */
import { resolve } from 'node:path'
import type { Sodium } from '../crypto/sodium.ts'
import { openForReading } from '../db/readOnlyDb.ts'
import { vaultPaths } from '../folder/layout.ts'
import { checkLooksLikeVault, namingDamage } from '../folder/looksLikeVault.ts'
import { readHeaderCopies } from '../header/headerCopies.ts'

/** Unchecked until the vault is opened. Errors: `not_a_vault`, `newer_format`, `header_damaged`, `ledger_damaged`. */
export function vaultIdOf(sodium: Sodium, folder: string): Buffer {
  const paths = vaultPaths(resolve(folder))
  checkLooksLikeVault(paths)
  const { db, close } = namingDamage(paths, () => openForReading(paths.database))
  try {
    const [copy] = readHeaderCopies(sodium, db, paths)
    return Buffer.from(copy?.header.vaultId ?? [])
  } finally {
    close()
  }
}
