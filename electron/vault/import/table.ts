/**
 * A table as it was read: the cells as text, each row with its number in the file, so that whatever is said about a
 * row can be found there. Rows are collected within limits.
 */
import { VaultError } from '../../../shared/errors.ts'
import { lowerCase } from './caseless.ts'
import type { Encoding } from './encoding.ts'
import type { TableLimits } from './limits.ts'

export interface TableRow {
  /** Line of a text file, row of a sheet; the heading's is 1 when nothing stands above it. */
  readonly line: number
  /** As many as there are columns. */
  readonly cells: readonly string[]
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly about: TableAbout
}

/** What the program found out about the file, to be shown to the person who chose it. */
export type TableAbout =
  | { readonly format: 'csv'; readonly encoding: Encoding; readonly delimiter: string }
  | {
      readonly format: 'xlsx'
      readonly sheets: readonly string[]
      /** Which of them was read. */
      readonly sheet: number
      /** Cells that hold a formula: the value that the spreadsheet program left there was taken, nothing is run. */
      readonly formulas: number
    }

/** The first row with anything in it is the heading; rows with nothing in them are left out. */
export class TableRows {
  readonly #limits: TableLimits
  readonly #rows: TableRow[] = []
  #columns: string[] | undefined
  #text = 0

  constructor(limits: TableLimits) {
    this.#limits = limits
  }

  /** Errors: `too_large`. */
  add(line: number, record: readonly string[]): void {
    const cells = record.map((cell) => cell.trim())
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) return
    const { rows, columns, cell, text } = this.#limits
    for (const each of cells) {
      this.#text += each.length
      if (each.length > cell) throw new VaultError('too_large', { line })
    }
    if (cells.length > columns || this.#rows.length >= rows || this.#text > text)
      throw new VaultError('too_large', { line })
    if (this.#columns) this.#rows.push({ line, cells })
    else this.#columns = headings(cells)
  }

  /** Errors: `import_no_columns` when there was nothing at all. */
  done(about: TableAbout): Table {
    const columns = this.#columns
    if (!columns) throw new VaultError('import_no_columns')
    // Cells to the right of the last heading have a column without a name.
    const width = this.#rows.reduce(
      (most, { cells }) => Math.max(most, cells.length),
      columns.length,
    )
    const named = [...columns]
    for (let place = columns.length; place < width; place += 1) named.push(unnamed(place))
    const rows = this.#rows.map(({ line, cells }) => ({
      line,
      cells: cells.length === width ? cells : named.map((_, place) => cells[place] ?? ''),
    }))
    return { columns: named, rows, about }
  }
}

const unnamed = (place: number): string => `#${place + 1}`

/** Lower-case, and no two the same: the second "note" becomes "note (2)". */
function headings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, place) => {
    const name = lowerCase(cell).replace(/\s+/g, ' ') || unnamed(place)
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}
