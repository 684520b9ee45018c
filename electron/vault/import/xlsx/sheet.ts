/** Reads the cells of a sheet, row after row, as text. */
import { VaultError } from '../../../../shared/errors.ts'
import type { TableLimits } from '../limits.ts'
import type { TableRows } from '../table.ts'
import { dateOf, type Shown } from './formats.ts'
import type { XmlHandler } from './xml.ts'

export interface Workbook {
  readonly strings: readonly string[]
  readonly shown: readonly Shown[]
  readonly since1904: boolean
}

export class Sheet implements XmlHandler {
  /** Cells that hold a formula. */
  formulas = 0
  /** The row that is being read. */
  line = 0
  readonly #workbook: Workbook
  readonly #rows: TableRows
  readonly #limits: TableLimits
  #cells: string[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #text = ''
  /** Inside the element whose text is the cell's value. */
  #reading = false
  #phonetic = false

  constructor(workbook: Workbook, rows: TableRows, limits: TableLimits) {
    this.#workbook = workbook
    this.#rows = rows
    this.#limits = limits
  }

  open(name: string, { r, t, s }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const line = Number(r ?? this.line + 1)
      if (!Number.isSafeInteger(line) || line <= this.line) throw this.#damaged()
      this.line = line
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = r === undefined ? this.#column + 1 : columnOf(r)
      if (this.#column < 0) throw this.#damaged()
      this.#type = t ?? 'n'
      this.#style = Number(s ?? 0)
      this.#text = ''
    } else if (name === 'f') this.formulas += 1
    else if (name === 'rPh') this.#phonetic = true
    else if (name === 'v' || (name === 't' && !this.#phonetic)) this.#reading = true
  }

  text(text: string): void {
    if (!this.#reading) return
    this.#text += text
    if (this.#text.length > this.#limits.cell)
      throw new VaultError('too_large', { line: this.line })
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'c') this.#put()
    else if (name === 'row') this.#rows.add(this.line, this.#cells)
  }

  #put(): void {
    const value = this.#value()
    // Formatting reaches far to the right of what is written.
    if (value === '') return
    if (this.#column >= this.#limits.columns) throw new VaultError('too_large', { line: this.line })
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = value
  }

  #value(): string {
    const { strings, shown, since1904 } = this.#workbook
    const text = this.#text
    if (text === '') return ''
    switch (this.#type) {
      case 's': {
        const string = strings[Number(text)]
        if (string === undefined) throw this.#damaged()
        return string
      }
      case 'b':
        return text === '1' ? 'true' : 'false'
      case 'd':
        return text.slice(0, 10)
      case 'n': {
        const number = Number(text)
        if (!Number.isFinite(number)) throw this.#damaged()
        const how = shown[this.#style] ?? 'number'
        return (how === 'number' ? undefined : dateOf(number, how, since1904)) ?? numberText(number)
      }
      case 'inlineStr':
        return signsOf(text)
      default:
        return text
    }
  }

  #damaged(): VaultError {
    return new VaultError('import_damaged', { line: this.line })
  }
}

/** `_x000D_` in a string stands for a sign (ECMA-376, ST_Xstring): here for a line break, or for the `_` of a text that looks so. */
const signsOf = (text: string): string =>
  text.replace(/_x(005F|000D|000A|0009)_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )

/** As it is shown: a third digit too many behind the point is the machine's, not the author's. */
const numberText = (number: number): string =>
  Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)))

/** `AB12` → 27; -1 for what is no place. */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1]
  if (letters === undefined) return -1
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
