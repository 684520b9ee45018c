/**
 * Reads a delimited text file. Nothing in it is ever run: a spreadsheet formula is text. The delimiter is the one
 * that parts the heading into the most columns, unless the file says it itself as spreadsheet programs do (`sep=;`).
 */
import { type Info, parse } from 'csv-parse/sync'
import { VaultError } from '../../../shared/errors.ts'
import { decode } from './encoding.ts'
import type { TableLimits } from './limits.ts'
import { type Table, TableRows } from './table.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Errors: `import_encoding_unknown`, `import_unreadable` (with the line), `import_no_columns`, `too_large`. */
export function readCsv(bytes: Uint8Array, limits: TableLimits): Table {
  const { text, encoding } = decode(bytes)
  if (text.includes('\0')) {
    // Every other byte: UTF-16 that does not say so.
    const zeros = text.split('\0').length - 1
    throw new VaultError(zeros * 4 > text.length ? 'import_encoding_unknown' : 'import_unreadable')
  }
  const said = /^sep=(.)\r?\n/.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const delimiter = said?.[1] ?? delimiterOf(firstLine(body))
  const rows = new TableRows(limits)
  for (const { record, line } of records(body, delimiter, limits))
    rows.add(line + (said ? 1 : 0), record.map(asMeant))
  return rows.done({ format: 'csv', encoding, delimiter })
}

/** An apostrophe before what a spreadsheet program would take for a formula was put there to stop that (export/csv.ts). */
const asMeant = (cell: string): string =>
  /^'(?:['\s\p{Cf}]*[=+\-@＝＋－＠]|'*[\t\r\n])/u.test(cell) ? cell.slice(1) : cell

/** The first line with anything on it. */
const firstLine = (text: string): string => /[^\s,;|][^\r\n]*/.exec(text)?.[0] ?? ''

function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '')
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: bare.split(delimiter).length,
  }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter
}

interface Parsed {
  readonly record: readonly string[]
  readonly line: number
}

function records(text: string, delimiter: string, limits: TableLimits): readonly Parsed[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      // A quote inside a cell that does not begin with one is a quote: nicknames are written so.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: limits.cell * 10,
    }) as unknown as readonly { record: string[]; info: Info }[]
    return parsed.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    const { code, lines } = error as { readonly code?: unknown; readonly lines?: unknown }
    const line = typeof lines === 'number' ? lines : 0
    throw new VaultError(code === 'CSV_MAX_RECORD_SIZE' ? 'too_large' : 'import_unreadable', {
      line,
    })
  }
}
