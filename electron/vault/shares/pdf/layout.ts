/**
 * A share card as one page of A5: what it is one of, its words, the same as a QR code, and what its holder has to
 * know. It names neither the vault's people nor those who keep it: whoever finds it learns that it is a part of a key.
 */
import { CARD_TEXTS, type CardLanguage } from '../../../../shared/shares/languages.ts'

export interface PrintedCard {
  readonly language: CardLanguage
  readonly purpose: 'vault' | 'custodians'
  readonly number: number
  readonly k: number
  readonly n: number
  /** Groups of hexadecimal digits, as the program shows them. */
  readonly fingerprint: string
  readonly set: string
  /** YYYY-MM-DD */
  readonly madeOn: string
  readonly words: readonly string[]
  readonly qr: string
}

const INK = '#1c2128'
const QUIET = '#5b6672'
const RULE = '#c9d0d8'
const ACCENT = '#17456b'

/** Points; A5 is 419.53 wide. */
const MARGIN = 32
const WIDTH = 419.53 - 2 * MARGIN
const COLUMNS = 4
/** 37 modules of a millimetre each: a telephone reads it from paper that was folded. */
const QR_SIZE = 112

const rule = (margin: readonly number[]) => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.6, lineColor: RULE }],
  margin,
})

/** Down the first column, then the second: words are read aloud and ticked off in columns. */
function wordGrid(words: readonly string[]) {
  const rows = Math.ceil(words.length / COLUMNS)
  const cell = (index: number) => ({
    columns: [
      { text: `${index + 1}`, style: 'place', width: 11, alignment: 'right' },
      { text: words[index] ?? '', style: 'word', width: '*' },
    ],
    columnGap: 4,
  })
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => cell(column * rows + row)),
  )
  return { table: { widths: Array(COLUMNS).fill('*'), body }, layout: GRID }
}

const GRID = {
  hLineWidth: () => 0.4,
  vLineWidth: (column: number) => (column === 0 || column === COLUMNS ? 0.4 : 0),
  hLineColor: () => RULE,
  vLineColor: () => RULE,
  paddingLeft: () => 3,
  paddingRight: () => 1,
  paddingTop: () => 2.2,
  paddingBottom: () => 0.8,
}

const fact = (label: string, value: string) => ({
  stack: [
    { text: label, style: 'label' },
    { text: value, style: 'fact' },
  ],
  width: 'auto',
})

/** The definition pdfmake prints. */
export function cardLayout(card: PrintedCard): object {
  const texts = CARD_TEXTS[card.language]
  const { number, k, n } = card
  return {
    pageSize: 'A5',
    pageMargins: [MARGIN, 26, MARGIN, 14],
    // 1.3 has no room for metadata beside the information dictionary, which stays empty.
    version: '1.3',
    language: card.language,
    content: [
      {
        columns: [
          { text: texts.title, style: 'title', width: '*' },
          { text: texts.number(number, n), style: 'number', width: 'auto' },
        ],
      },
      { text: texts.opens[card.purpose](k, n), style: 'opens' },
      rule([0, 6, 0, 5]),
      {
        columns: [
          fact(texts.fingerprint, card.fingerprint),
          fact(texts.set, card.set),
          fact(texts.madeOn, card.madeOn),
        ],
        columnGap: 22,
      },
      { text: texts.words, style: 'heading' },
      wordGrid(card.words),
      {
        columns: [
          {
            stack: [
              // Capital letters and digits only: the densest mode, spelled out because a guess may differ.
              { qr: card.qr, fit: QR_SIZE, eccLevel: 'M', mode: 'alphanumeric', foreground: INK },
              { text: texts.square, style: 'label', margin: [0, 3, 0, 0] },
            ],
            width: QR_SIZE + 4,
          },
          {
            stack: [
              { text: texts.keepTitle, style: 'side' },
              // An array of its own: the library writes into what it is given.
              { ul: [...texts.keep], style: 'text', markerColor: ACCENT },
            ],
            width: '*',
          },
        ],
        columnGap: 14,
        margin: [0, 12, 0, 0],
      },
      { text: texts.foundTitle, style: 'heading' },
      { text: texts.found, style: 'text' },
      ...(texts.draft === undefined ? [] : [{ text: texts.draft, style: 'draft' }]),
    ],
    defaultStyle: { font: 'NotoSans', fontSize: 8.5, color: INK, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 17, bold: true, lineHeight: 1.1 },
      number: { fontSize: 13, bold: true, color: ACCENT, lineHeight: 1.1, margin: [0, 3, 0, 0] },
      opens: { fontSize: 10, margin: [0, 2, 0, 0] },
      heading: { fontSize: 8.5, bold: true, color: ACCENT, margin: [0, 9, 0, 3] },
      side: { fontSize: 8.5, bold: true, color: ACCENT, margin: [0, 0, 0, 3] },
      label: { fontSize: 7, color: QUIET },
      fact: { fontSize: 9.5 },
      place: { fontSize: 7, color: QUIET, margin: [0, 2, 0, 0] },
      word: { fontSize: 9.2, bold: true },
      text: { fontSize: 8.2, lineHeight: 1.12 },
      draft: { fontSize: 6.5, color: QUIET, margin: [0, 6, 0, 0] },
    },
  }
}
