/**
 * The header's two copies: the row in vault.db is the first choice, the file `header` the second. This
 * file only reads and writes bytes and says which copies are whole; whether one opens is decided later.
 */
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { readFileIfThere, writeFileDurably } from '../folder/durable.ts'
import type { VaultPaths } from '../folder/layout.ts'
import { type ParsedHeader, parseHeader } from './header.ts'

export interface HeaderCopy extends ParsedHeader {
  readonly from: 'row' | 'file'
}

/**
 * The whole copies, best first; at least one. Errors: `newer_format` or `header_damaged` when neither copy is
 * whole; `ledger_damaged` when the database says another version than the header does.
 */
export function readHeaderCopies(
  sodium: Sodium,
  db: VaultDb,
  paths: VaultPaths,
): readonly HeaderCopy[] {
  const sources = [
    { from: 'row' as const, bytes: db.header() },
    { from: 'file' as const, bytes: readFileIfThere(paths.header) },
  ]
  const whole: HeaderCopy[] = []
  let newer: VaultError | undefined
  for (const { from, bytes } of sources) {
    const parsed = parseIfWhole(sodium, bytes)
    if (isVaultError(parsed)) newer ??= parsed
    else if (parsed) whole.push({ ...parsed, from })
  }
  if (whole.length === 0) throw newer ?? new VaultError('header_damaged')
  const fitting = whole.filter(({ header }) => header.version === db.formatVersion)
  if (fitting.length === 0) throw new VaultError('ledger_damaged', { version: false })
  return fitting
}

/** The header, `newer_format` as a value, or undefined for damage. */
function parseIfWhole(
  sodium: Sodium,
  bytes: Buffer | undefined,
): ParsedHeader | VaultError | undefined {
  if (!bytes) return undefined
  try {
    return parseHeader(sodium, bytes)
  } catch (error) {
    if (!isVaultError(error)) throw error
    return error.code === 'newer_format' ? error : undefined
  }
}

export const writeHeaderFile = (paths: VaultPaths, bytes: Buffer): void =>
  writeFileDurably(paths.header, bytes)
