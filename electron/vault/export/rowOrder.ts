/**
 * The order of a table's rows for readers outside: made of nothing but what the rows say. In the order of the list, which
 * is that of the records, a row without a name would stand between the two names that its own lies between, and one
 * without a day of birth between two days.
 */
import type { Language } from '../../../shared/i18n/languages.ts'
import { LAST_KEY, sortKey } from '../../../shared/sorting/sortKey.ts'
import type { CellText } from './tableText.ts'

/** Sorted at once; runs as long as this are then merged. */
const ROWS_AT_ONCE = 1000
/** Of a cell, what is sorted by. */
const BEGINNING = 200
const MOST_DIGITS = 16

export interface RowOrder<Row> {
  readonly language: Language
  /** Of what is sorted by first; the rest only keeps rows apart that are the same in that. */
  readonly descending: boolean
  /** What is sorted by, the first first; what is empty comes last. As many of each row. */
  readonly cellsOf: (row: Row) => readonly CellText[]
}

/** `breathe` is awaited between small pieces of work. */
export async function inOrderOfCells<Row>(
  rows: readonly Row[],
  { language, descending, cellsOf }: RowOrder<Row>,
  breathe: () => Promise<void>,
): Promise<readonly Row[]> {
  const compare = (a: Keyed<Row>, b: Keyed<Row>): number => {
    for (let place = 0; place < a.cells.length; place += 1) {
      const [key, other] = [keyAt(language, a, place), keyAt(language, b, place)]
      if (key === other) continue
      if (key === LAST_KEY || other === LAST_KEY) return key === LAST_KEY ? 1 : -1
      return key < other === (descending && place === 0) ? 1 : -1
    }
    return byText(a.cells, b.cells)
  }
  let runs: (readonly Keyed<Row>[])[] = []
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const run = rows
      .slice(at, at + ROWS_AT_ONCE)
      .map((row): Keyed<Row> => ({ row, cells: cellsOf(row), keys: [] }))
    runs.push(run.sort(compare))
    await breathe()
  }
  while (runs.length > 1) {
    const merged: (readonly Keyed<Row>[])[] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await together(runs[at] ?? [], runs[at + 1] ?? [], compare, breathe))
    runs = merged
  }
  return (runs[0] ?? []).map(({ row }) => row)
}

interface Keyed<Row> {
  readonly row: Row
  readonly cells: readonly CellText[]
  /** Made when they are asked for: most rows differ in the first. */
  readonly keys: string[]
}

function keyAt(language: Language, { cells, keys }: Keyed<unknown>, place: number): string {
  const key = keys[place] ?? keyOf(language, cells[place] ?? '')
  keys[place] = key
  return key
}

/** Keys are the same of cells that differ: in their case, or far behind their beginning. */
function byText(cells: readonly CellText[], others: readonly CellText[]): number {
  for (const [place, cell] of cells.entries()) {
    const [one, other] = [`${typeof cell} ${cell}`, `${typeof others[place]} ${others[place]}`]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

/** Numbers by what they count. */
function keyOf(language: Language, cell: CellText): string {
  if (cell === '') return LAST_KEY
  if (typeof cell === 'number') return String(cell).padStart(MOST_DIGITS, '0')
  return sortKey(language, cell.slice(0, BEGINNING))
}

async function together<Item>(
  some: readonly Item[],
  others: readonly Item[],
  compare: (a: Item, b: Item) => number,
  breathe: () => Promise<void>,
): Promise<readonly Item[]> {
  const merged: Item[] = []
  for (let [at, next] = [0, 0]; at < some.length || next < others.length; ) {
    const [one, other] = [some[at], others[next]]
    if (one !== undefined && (other === undefined || compare(one, other) <= 0)) {
      merged.push(one)
      at += 1
    } else if (other !== undefined) {
      merged.push(other)
      next += 1
    }
    await breathe()
  }
  return merged
}
