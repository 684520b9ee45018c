/**
 * Reads a table of whichever kind the bytes are; the file's name is not asked. It may hold a thread for seconds, so
 * the program reads in a thread of its own (tableThread.ts).
 */
import { VaultError } from '../../../shared/errors.ts'
import { readCsv } from './csvTable.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'
import type { Table } from './table.ts'
import { readXlsx } from './xlsx/workbook.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** A compound file: a workbook of before 2007, or one of today under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

export interface TableOptions {
  /** Which sheet of a workbook, the first being 0. */
  readonly sheet?: number
  readonly limits?: TableLimits
}

/**
 * Errors: `too_large`, `import_unreadable`, `import_damaged`, `import_encrypted`, `import_encoding_unknown`,
 * `import_no_columns`.
 */
export async function readTable(
  bytes: Uint8Array,
  { sheet, limits = TABLE_LIMITS }: TableOptions = {},
): Promise<Table> {
  if (bytes.byteLength > limits.fileBytes) throw new VaultError('too_large')
  if (begins(bytes, ZIP)) return readXlsx(bytes, limits, sheet)
  if (begins(bytes, COMPOUND)) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      ENCRYPTED,
    )
    throw new VaultError(isEncrypted ? 'import_encrypted' : 'import_unreadable')
  }
  return readCsv(bytes, limits)
}

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte)
