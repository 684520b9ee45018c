/**
 * A table as a workbook of one sheet (ECMA-376). A text is an inline string and nothing else: there is no formula, no
 * link, no macro, no shared string and no word about who made the file or when.
 */
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { CellText, TableText } from './tableText.ts'

/** Characters that a spreadsheet program takes in one cell; with more it calls the file damaged. */
export const LONGEST_CELL = 32_767
/** Signs in the name of a sheet. */
const LONGEST_NAME = 31

/** The beginning of a text that a cell of a workbook cannot hold whole. */
export function fitting(text: string): string {
  if (text.length <= LONGEST_CELL) return text
  const end = LONGEST_CELL - 1
  // Not through the middle of a pair.
  const isPair = /[\ud800-\udbff]/.test(text.charAt(end - 1))
  return `${text.slice(0, isPair ? end - 1 : end)}…`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** `_x000D_` in a string stands for a sign (ECMA-376, ST_Xstring): what only looks so is written as what it is. */
const asWritten = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

function cell(value: CellText, at: string, style: number): string {
  const begin = `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}`
  if (typeof value === 'number') return `${begin}><v>${value}</v></c>`
  if (value === '') return ''
  const text = escaped(asWritten(fitting(value)))
  return `${begin} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** 0 → A, 26 → AA. */
function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}

const HEADING = 1
function row(cells: readonly CellText[], line: number, style = 0): string {
  const written = cells.map((value, place) => cell(value, `${letters(place)}${line}`, style))
  return `<row r="${line}">${written.join('')}</row>`
}

/** In characters: wide enough to read, never wider than a screen. */
function widthOf(table: TableText, place: number): number {
  let most = table.columns[place]?.length ?? 0
  for (const cells of table.rows.slice(0, 200))
    most = Math.max(most, String(cells[place] ?? '').length)
  return Math.min(60, Math.max(9, most + 2))
}

type Between = (rows: number) => Promise<void>

const PIECE_CHARACTERS = 64 * 1024

async function* sheet(table: TableText, between: Between): AsyncGenerator<Buffer> {
  const columns = table.columns.map((_, place) => {
    const at = place + 1
    return `<col min="${at}" max="${at}" width="${widthOf(table, place)}" customWidth="1"/>`
  })
  let piece = [
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" `,
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    '<sheetData>',
    row(table.columns, 1, HEADING),
  ].join('')
  for (const [index, cells] of table.rows.entries()) {
    piece += row(cells, index + 2)
    if (piece.length < PIECE_CHARACTERS) continue
    yield Buffer.from(piece)
    piece = ''
    await between(index + 1)
  }
  yield Buffer.from(`${piece}</sheetData></worksheet>`)
}

/** Two styles: text, and the bold text of the heading. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

/** Without the signs that no name of a sheet may have. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, LONGEST_NAME)
    .trim() || 'Sheet1'

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`
const relations = (all: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`

function parts(table: TableText): ReadonlyArray<readonly [string, string]> {
  const name = escaped(sheetName(table.name))
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    ],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', STYLES],
  ]
}

/** The beginning of time for ZIP: the same table is the same file, whenever it was made. */
const NO_TIME = new Date(1980, 0, 1)

/** In pieces, as they come; `between` is awaited now and then, with the number of rows so far. */
export async function* writeXlsx(table: TableText, between: Between): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const options = { mtime: NO_TIME, forceDosTimestamp: true }
  for (const [name, content] of parts(table)) zip.addBuffer(Buffer.from(content), name, options)
  const rows = Readable.from(sheet(table, between), { objectMode: false })
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', options)
  zip.end()
  const out = zip.outputStream as Readable
  // A row that fails, or a cancel, would otherwise leave whoever reads the file waiting.
  rows.on('error', (error) => out.destroy(error))
  for await (const piece of out) yield piece as Uint8Array
}
