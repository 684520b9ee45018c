/**
 * Reads a delimited text file into rows of text. Nothing in it is ever run: a spreadsheet formula is text. The
 * encoding is UTF-8 (with or without a byte order mark) or, when the bytes are not UTF-8, Windows-1251.
 */
import { parse } from 'csv-parse/sync'
import { VaultError } from '../../../shared/errors.ts'

/** One line of the file as its columns. `line` is its number in the file, the heading being 1. */
export interface TableRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Larger files are not lists of people. */
export const MAX_TABLE_BYTES = 256 << 20

const DELIMITERS = [',', ';', '\t'] as const

/** Errors: `too_large`, `import_unreadable` (with the line), `import_no_columns`. */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.byteLength > MAX_TABLE_BYTES) throw new VaultError('too_large')
  const text = decode(bytes)
  const heading = text.slice(0, Math.max(0, text.search(/\r|\n|$/)))
  if (heading.trim() === '') throw new VaultError('import_no_columns')
  const records = parseRecords(text, delimiterOf(heading))
  const columns = (records[0]?.record ?? []).map((name) => name.trim().toLowerCase())
  if (new Set(columns).size !== columns.length)
    throw new VaultError('import_unreadable', { line: 1 })
  const rows = records.slice(1).map(({ record, line }) => ({
    line,
    cells: Object.fromEntries(columns.map((name, index) => [name, (record[index] ?? '').trim()])),
  }))
  return { columns, rows }
}

function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new VaultError('import_unreadable', { line: 1 })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** The delimiter that parts the heading into the most columns. */
function delimiterOf(heading: string): string {
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: heading.split(delimiter).length,
  }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter
}

interface Parsed {
  readonly record: readonly string[]
  readonly line: number
}

function parseRecords(text: string, delimiter: string): readonly Parsed[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[]
    return parsed.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? error.lines : 0
    throw new VaultError('import_unreadable', { line: typeof line === 'number' ? line : 0 })
  }
}
