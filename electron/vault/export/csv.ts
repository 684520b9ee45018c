/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, every cell in quotes, lines that end with CR LF. No cell is
 * run as a formula by the program that opens it:
 *
 * 1. A cell that begins with = + - @, their full-width forms, a tab or a line break, also behind spaces or signs that are
 *    not seen, gets an apostrophe in front, as OWASP advises; so does one that begins with apostrophes and such a sign,
 *    so that the import takes off exactly what was put there (import/csvTable.ts).
 * 2. A program that expects another delimiter than ours takes a cell apart at it: behind every sign that may be one
 *    the same is done where a formula could begin that calls something, also behind a quote, which is written twice and
 *    is an empty text there.
 */
import type { Delimiter } from '../../../shared/contract/exports.ts'
import type { CellText, TableText } from './tableText.ts'

const PIECE_CHARACTERS = 64 * 1024

const SIGNS: Readonly<Record<Delimiter, string>> = { comma: ',', semicolon: ';', tab: '\t' }

/** Begins a formula in one of the programs people use. */
const AT_START = /^['\s\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u
/** `=` and `@` begin one whatever follows; a sum does harm only when it calls or refers to something. */
const BEHIND_A_SIGN = /([,;|\t\r\n][" \u00a0\p{Cf}]*)(?=[=@＝＠]|[+\-＋－][^,;|\t\r\n]*[(|!])/gu

export function harmless(text: string): string {
  const inside = text.replace(BEHIND_A_SIGN, "$1'")
  return AT_START.test(inside) ? `'${inside}` : inside
}

/** RFC 4180, 2.7: a quote within quotes is doubled. */
const quoted = (cell: CellText): string =>
  `"${typeof cell === 'number' ? cell : harmless(cell).replaceAll('"', '""')}"`

/** In pieces of whole lines; `between` is awaited between them, with the number of rows so far. */
export async function* writeCsv(
  { columns, rows }: TableText,
  delimiter: Delimiter,
  between: (rows: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const sign = SIGNS[delimiter]
  const line = (cells: readonly CellText[]) => `${cells.map(quoted).join(sign)}\r\n`
  let piece = `\ufeff${line(columns)}`
  for (const [index, cells] of rows.entries()) {
    piece += line(cells)
    if (piece.length < PIECE_CHARACTERS) continue
    yield Buffer.from(piece)
    piece = ''
    await between(index + 1)
  }
  yield Buffer.from(piece)
}
