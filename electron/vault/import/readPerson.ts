/**
 * Turns the cells of one row into statements about one person. A row with anything that cannot be understood is left
 * out whole and named with its line, column and reason: nothing is imported by halves.
 */
import type { Field } from '../../../shared/model/field.ts'
import { DEFAULT_GRADE, type StatementInput } from '../../../shared/model/statement.ts'
import type { ColumnMap, KnownColumns } from './columns.ts'
import type { TableRow } from './table.ts'
import { type CellProblem, cellValues, type DateOrder, dateValue } from './values.ts'

export type RowProblem = CellProblem | 'no_name'

export interface SkippedRow {
  readonly line: number
  /** The heading in the file; null when the row as a whole is meant. */
  readonly column: string | null
  readonly problem: RowProblem
  /**
   * What stands there, or all of the row, to be found by; cut where it is long. Somebody's words: shown to the person who
   * imports, and in no log, error or entry of the ledger.
   */
  readonly value: string
}

/** What a row says. Its source is not in the statements yet: rows share one (build.ts). */
export interface ReadRow {
  readonly line: number
  readonly statements: readonly StatementInput[]
  readonly facility: string
  readonly source: string
  readonly asOf: string | null
}

export interface Reading {
  readonly columns: readonly string[]
  readonly map: ColumnMap
  readonly known: KnownColumns
  /** For slashed dates that could be read either way, by column of the import. */
  readonly orders: ReadonlyMap<string, DateOrder>
}

export function readPerson(
  row: TableRow,
  { columns, map, known, orders }: Reading,
): ReadRow | SkippedRow {
  const cells = new Map<string, { readonly text: string; readonly places: readonly number[] }>()
  for (const [place, column] of map.entries()) {
    const text = row.cells[place] ?? ''
    if (column === null || text === '') continue
    const before = cells.get(column)
    const joint = known.person.get(column)?.field.many ? '; ' : '\n'
    cells.set(column, {
      text: before === undefined ? text : before.text + joint + text,
      places: [...(before?.places ?? []), place],
    })
  }
  const skipped = (
    { places }: { readonly places: readonly number[] },
    problem: RowProblem,
    value: string,
  ): SkippedRow => {
    // Where two columns hold the same, the one that it stands in.
    const place = places.find((each) => row.cells[each]?.includes(value)) ?? places.at(-1) ?? -1
    return { line: row.line, column: columns[place] ?? null, problem, value: cut(value) }
  }
  const statements: StatementInput[] = []
  for (const [column, cell] of cells) {
    const { text } = cell
    const target = known.person.get(column)
    if (!target) continue
    const result = cellValues(target.field, column, text, target.words, orders.get(column))
    if (!result.ok) return skipped(cell, result.reason, result.text)
    for (const value of result.values) statements.push(statement(target.name, target.field, value))
    if (statements.length > MOST_STATEMENTS) return skipped(cell, 'too_long', text)
  }
  const sourceDate = cells.get('source_date')
  const date = sourceDate && dateValue(sourceDate.text, orders.get('source_date'))
  if (date && !date.ok) return skipped(sourceDate, date.reason, date.text)
  for (const column of ['facility', 'source'] as const) {
    const cell = cells.get(column)
    if (cell && cell.text.length > LONGEST[column]) return skipped(cell, 'too_long', cell.text)
  }
  if (!statements.some(({ field }) => field === 'names'))
    return { line: row.line, column: null, problem: 'no_name', value: cut(wholeRow(row)) }
  return {
    line: row.line,
    statements,
    facility: cells.get('facility')?.text ?? '',
    source: cells.get('source')?.text ?? '',
    asOf: date ? String(date.values[0]) : null,
  }
}

/** Enough to find it by. */
export const MOST_SHOWN = 200
const cut = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text

const wholeRow = ({ cells }: TableRow): string =>
  cells
    .filter((cell) => cell !== '')
    // No more than is shown: a cell may hold a whole page.
    .map((cell) => cell.slice(0, MOST_SHOWN))
    .join(' · ')

/** A change holds 500 (shared/model/statement.ts); a row with more has no list of people in it. */
const MOST_STATEMENTS = 400

/** A facility's name and a source's title, as the model has them. */
export const LONGEST = { facility: 300, source: 500 } as const

export const isSkipped = (row: ReadRow | SkippedRow): row is SkippedRow => 'problem' in row

export const statement = (
  field: string,
  definition: Field,
  value: StatementInput['value'],
): StatementInput => ({
  field,
  value,
  source: null,
  grade: DEFAULT_GRADE,
  asOf: null,
  confidentiality: definition.confidentiality,
})
