/**
 * Dates in a workbook are numbers of days with a format that shows them as dates. What is read is what is shown: a
 * cell that shows only a year is a year, although a whole date stands behind it that nobody may have known.
 */
import type { XmlHandler } from './xml.ts'

/** What a number's format shows of it as a date. */
export type Shown = 'number' | 'year' | 'month' | 'day'

/** Formats that every workbook has without saying so, by their number. */
const BUILT_IN = new Map<number, Shown>([
  ...[14, 15, 16, 22].map((id) => [id, 'day'] as const),
  [17, 'month'],
  ...range(27, 31).map((id) => [id, 'day'] as const),
  [36, 'day'],
  ...range(50, 58).map((id) => [id, 'day'] as const),
])

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place)
}

/** Letters of a format that are not quoted, escaped or in brackets. */
const bare = (code: string): string =>
  code
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')
    .split(';')[0]
    ?.toLowerCase() ?? ''

function shownBy(code: string): Shown {
  const letters = bare(code)
  const year = letters.includes('y')
  if (letters.includes('d')) return 'day'
  if (year) return letters.includes('m') ? 'month' : 'year'
  return 'number'
}

/** Reads the styles: what each style's format shows. */
export class Styles implements XmlHandler {
  /** By the number that a cell gives. */
  readonly shown: Shown[] = []
  readonly #codes = new Map<number, string>()
  #inCells = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'numFmt') this.#codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    if (name === 'cellXfs') this.#inCells = true
    if (name !== 'xf' || !this.#inCells) return
    const id = Number(attributes.numFmtId ?? 0)
    const code = this.#codes.get(id)
    this.shown.push(code === undefined ? (BUILT_IN.get(id) ?? 'number') : shownBy(code))
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false
  }
}

const DAY_MS = 86_400_000
/** The last serial number of a day: 31 December 9999. */
const LAST_DAY = 2_958_465

/** Days since the workbook's first day as `2019-03-27`, `2019-03` or `2019`; undefined outside the calendar. */
export function dateOf(serial: number, shown: Shown, since1904: boolean): string | undefined {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  if (!(days >= 1 && days <= LAST_DAY)) return undefined
  // The calendar of spreadsheets has a 29 February 1900, which never was.
  const start = Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(start + days * DAY_MS).toISOString().slice(0, 10)
  if (shown === 'year') return date.slice(0, 4)
  return shown === 'month' ? date.slice(0, 7) : date
}
