/** Workbooks as spreadsheet programs write them, with what a test needs of their oddities. */
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A cell as XML, from its place (`A1`). */
export type Cell = (place: string) => string
export const inline =
  (text: string): Cell =>
  (place) =>
    `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
export const shared =
  (index: number): Cell =>
  (place) =>
    `<c r="${place}" t="s"><v>${index}</v></c>`
export const number =
  (value: number | string, style = 0): Cell =>
  (place) =>
    `<c r="${place}" s="${style}"><v>${value}</v></c>`
export const formula =
  (text: string, value: string): Cell =>
  (place) =>
    `<c r="${place}" t="str"><f>${escapeXml(text)}</f><v>${escapeXml(value)}</v></c>`

export interface SheetOptions {
  readonly strings?: readonly string[]
  /** Format codes; style 1 is the first. */
  readonly formats?: readonly string[]
  readonly since1904?: boolean
  readonly sheets?: readonly { readonly name: string; readonly hidden?: boolean }[]
}

/** The parts of a workbook whose first sheet has these rows; a row is cells or their text. */
export function workbookParts(
  rows: readonly (readonly (Cell | string | null)[])[],
  {
    strings = [],
    formats = [],
    since1904 = false,
    sheets = [{ name: 'Список' }],
  }: SheetOptions = {},
): Record<string, string> {
  const cells = (row: readonly (Cell | string | null)[], line: number) =>
    row
      .map((cell, column) => {
        if (cell === null) return ''
        const place = `${columnName(column)}${line}`
        return typeof cell === 'string' ? inline(cell)(place) : cell(place)
      })
      .join('')
  const data = rows
    .map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`)
    .join('')
  const sheet = `${XML}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`
  return {
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, hidden }, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map(
        (code, index) =>
          `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code).replaceAll('"', '&quot;')}"/>`,
      )
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings
      .map((text) => `<si><t>${escapeXml(text)}</t></si>`)
      .join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet] as const),
    ),
  }
}

export async function zip(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(parts))
    file.addBuffer(Buffer.from(content as string), name)
  file.end()
  return buffer(file.outputStream)
}

export const workbook = (...args: Parameters<typeof workbookParts>): Promise<Buffer> =>
  zip(workbookParts(...args))

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
