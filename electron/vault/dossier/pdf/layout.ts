/**
 * A dossier as pages of A4: the list first, with its header on every page, then one page for each person. It says
 * what the document says and nothing more.
 */
import type { DossierDocument } from '../../../../shared/dossier/document.ts'
import { DOSSIER_WORDS } from '../../../../shared/dossier/languages.ts'

export type PrintedDocument = Omit<
  DossierDocument,
  'leaks' | 'withheld' | 'opened' | 'closedIdentities'
>
type Line = PrintedDocument['preamble'][number]
type Person = PrintedDocument['people'][number]

const INK = '#1c2128'
const QUIET = '#5b6672'
const RULE = '#c9d0d8'
const ACCENT = '#17456b'
const SHADE = '#f1f4f7'

/** Points; A4 is 595 wide. */
const MARGIN = 48
const WIDTH = 595.28 - 2 * MARGIN
const LABEL_WIDTH = 148

const rule = (margin: readonly number[]) => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.6, lineColor: RULE }],
  margin,
})

/** Label and value side by side; a label that repeats is not said again. */
function linesTable(lines: readonly Line[]) {
  const body = lines.map(({ label, value }, index) => [
    // The smaller label is let down to the line its value stands on.
    {
      text: lines[index - 1]?.label === label ? '' : label,
      style: 'label',
      margin: [0, 1.4, 0, 0],
    },
    { text: value, style: 'value' },
  ])
  return { table: { widths: [LABEL_WIDTH, '*'], body }, layout: 'lines' }
}

/** The spellings of a name, in two columns with the label above; the mark of a transliteration steps back. */
function namesGrid(lines: readonly Line[], { language }: PrintedDocument) {
  const mark = ` (${DOSSIER_WORDS[language].transliterated})`
  const spelling = (value: string) =>
    value.endsWith(mark)
      ? [value.slice(0, -mark.length), { text: mark, fontSize: 8, color: QUIET }]
      : value
  const cell = (line: Line | undefined) =>
    line
      ? {
          stack: [
            { text: line.label, style: 'label' },
            { text: spelling(line.value), style: 'name' },
          ],
        }
      : {}
  const rows: object[][] = []
  for (let at = 0; at < lines.length; at += 2) rows.push([cell(lines[at]), cell(lines[at + 1])])
  return { table: { widths: ['*', '*'], body: rows, dontBreakRows: true }, layout: 'names' }
}

function cover({ title, preamble }: PrintedDocument) {
  return [
    { text: title, style: 'title' },
    rule([0, 10, 0, 8]),
    linesTable(preamble),
    { text: '', margin: [0, 6, 0, 0] },
  ]
}

function list({ table }: PrintedDocument) {
  const head = table.columns.map((text) => ({ text, style: 'columnHead' }))
  const rows = table.rows.map((row) =>
    row.map((cell, column) => {
      if (column === 0) return { text: cell, style: 'cell', color: QUIET }
      if (column !== 1) return { text: cell, style: 'cell' }
      const [name = '', second] = cell.split('\n')
      return second === undefined
        ? { text: name, style: 'cell', bold: true }
        : {
            stack: [
              { text: name, bold: true },
              { text: second, color: QUIET },
            ],
            style: 'cell',
          }
    }),
  )
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [22, 122, 56, 80, '*', 90],
      body: [head, ...rows],
    },
    layout: 'list',
  }
}

function personPage(person: Person, index: number, document: PrintedDocument) {
  const [names, ...sections] = person.sections
  const number = `${DOSSIER_WORDS[document.language].table.number} ${index + 1}`
  return [
    // Somebody without a name to be told is headed by the number alone.
    { text: person.title === number ? '' : number, style: 'number', pageBreak: 'before' },
    { text: person.title, style: 'person' },
    rule([0, 8, 0, 2]),
    // The names come first wherever they may be told; any other first section is like the rest.
    ...(names && isNames(names, document)
      ? [sectionHead(names.heading), namesGrid(names.lines, document)]
      : []),
    ...(names && !isNames(names, document) ? section(names) : []),
    ...sections.flatMap(section),
  ]
}

const isNames = ({ heading }: { heading: string }, { language }: PrintedDocument): boolean =>
  heading === DOSSIER_WORDS[language].sections.names

const sectionHead = (heading: string) => ({ text: heading, style: 'section' })
const section = ({ heading, lines }: Person['sections'][number]) => [
  { stack: [sectionHead(heading), linesTable(lines)], unbreakable: lines.length < 12 },
]

/** The definition pdfmake prints. The functions in it are called while it lays out. */
export function layoutOf(document: PrintedDocument): object {
  const words = DOSSIER_WORDS[document.language]
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, 44, MARGIN, 52],
    // 1.3 has no room for metadata beside the information dictionary, which stays empty.
    version: '1.3',
    language: document.language,
    content: [
      ...cover(document),
      list(document),
      ...document.people.flatMap((person, index) => personPage(person, index, document)),
    ],
    footer: (page: number, pages: number) => ({
      margin: [MARGIN, 18, MARGIN, 0],
      columns: [
        { text: document.footer, style: 'footer', width: '*' },
        { text: words.page(page, pages), style: 'footer', width: 90, alignment: 'right' },
      ],
    }),
    defaultStyle: { font: 'NotoSans', fontSize: 9.5, color: INK, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 18, bold: true, color: INK, lineHeight: 1.1 },
      person: { fontSize: 17, bold: true, color: INK, lineHeight: 1.1 },
      number: { fontSize: 9, color: ACCENT, bold: true, margin: [0, 0, 0, 2] },
      section: { fontSize: 9, bold: true, color: ACCENT, margin: [0, 8, 0, 2] },
      label: { fontSize: 8, color: QUIET },
      value: { fontSize: 9.5 },
      name: { fontSize: 11, margin: [0, 1, 0, 0] },
      columnHead: { fontSize: 8, bold: true, color: ACCENT },
      cell: { fontSize: 8.5 },
      footer: { fontSize: 6.5, color: QUIET },
    },
  }
}

interface LayoutNode {
  readonly table: { readonly body: readonly unknown[]; readonly headerRows?: number }
}

export const TABLE_LAYOUTS = {
  lines: {
    hLineWidth: (row: number, node: LayoutNode) =>
      row === 0 || row === node.table.body.length ? 0 : 0.4,
    vLineWidth: () => 0,
    hLineColor: () => '#e6eaee',
    paddingLeft: () => 0,
    paddingRight: () => 8,
    paddingTop: () => 2,
    paddingBottom: () => 1.6,
  },
  names: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 12,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  },
  list: {
    hLineWidth: (row: number, node: LayoutNode) =>
      row === 0 || row === node.table.body.length ? 0 : row === 1 ? 0.9 : 0.4,
    vLineWidth: () => 0,
    hLineColor: (row: number) => (row === 1 ? ACCENT : RULE),
    fillColor: (row: number) => (row === 0 ? SHADE : null),
    paddingLeft: (column: number) => (column === 0 ? 4 : 5),
    paddingRight: () => 4,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
}
