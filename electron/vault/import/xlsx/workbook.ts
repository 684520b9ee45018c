/**
 * Reads a sheet of a workbook (ECMA-376, Office Open XML) as a table of text: the values that the spreadsheet program
 * left in the cells. No formula is run and no link is followed.
 */
import { VaultError } from '../../../../shared/errors.ts'
import type { TableLimits } from '../limits.ts'
import { type Table, TableRows } from '../table.ts'
import { type Shown, Styles } from './formats.ts'
import { Sheet } from './sheet.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { ZipParts } from './zipParts.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'
/** Texts that cells share; a cell of its own each would be a table beyond the limits. */
const MOST_STRINGS = 4_000_000

/**
 * `sheet` is the place among the sheets that are shown; without it the first is read. Errors: `import_unreadable` for
 * another kind of file in a zip, `import_damaged`, `import_encrypted`, `import_no_columns`, `too_large`.
 */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits, sheet = 0): Promise<Table> {
  const parts = await ZipParts.open(bytes, limits.unpackedBytes)
  if (!parts.has(WORKBOOK)) throw new VaultError('import_unreadable')
  const contents = new Contents()
  await readXml(parts.read(WORKBOOK), contents)
  const relations = new Relations()
  await readXml(parts.read(RELATIONS), relations)
  const chosen = contents.sheets[sheet]
  const target = chosen && relations.targets.get(chosen.relation)
  if (target === undefined) throw new VaultError('import_damaged')

  let shown: readonly Shown[] = []
  if (parts.has(STYLES)) {
    const styles = new Styles()
    await readXml(parts.read(STYLES), styles)
    shown = styles.shown
  }
  const strings = new SharedStrings(limits)
  if (parts.has(STRINGS)) await readXml(parts.read(STRINGS), strings)

  const rows = new TableRows(limits)
  const { since1904 } = contents
  const reader = new Sheet({ strings: strings.strings, shown, since1904 }, rows, limits)
  try {
    await readXml(parts.read(target), reader)
  } catch (error) {
    if (error instanceof VaultError && error.code === 'import_damaged')
      throw new VaultError('import_damaged', { line: reader.line })
    throw error
  }
  return rows.done({
    format: 'xlsx',
    sheets: contents.sheets.map(({ name }) => name),
    sheet,
    formulas: reader.formulas,
  })
}

/** The sheets that are shown, in their order. */
class Contents implements XmlHandler {
  readonly sheets: { readonly name: string; readonly relation: string }[] = []
  since1904 = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'workbookPr') this.since1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
    if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
    const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    this.sheets.push({ name: (attributes.name ?? '').slice(0, 100), relation })
  }
}

class Relations implements XmlHandler {
  readonly targets = new Map<string, string>()

  open(name: string, { Id, Target, TargetMode }: Readonly<Record<string, string>>): void {
    if (name !== 'Relationship' || Id === undefined || Target === undefined) return
    if (TargetMode === 'External') return
    this.targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  }
}

class SharedStrings implements XmlHandler {
  readonly strings: string[] = []
  readonly #limits: TableLimits
  #text = ''
  #all = 0
  #reading = false
  #phonetic = false

  constructor(limits: TableLimits) {
    this.#limits = limits
  }

  open(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 'rPh') this.#phonetic = true
    else if (name === 't') this.#reading = !this.#phonetic
  }

  text(text: string): void {
    if (!this.#reading) return
    this.#text += text
    this.#all += text.length
    if (this.#text.length > this.#limits.cell || this.#all > this.#limits.text)
      throw new VaultError('too_large')
  }

  close(name: string): void {
    if (name === 't') this.#reading = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'si') {
      if (this.strings.length >= MOST_STRINGS) throw new VaultError('too_large')
      this.strings.push(this.#text)
    }
  }
}
