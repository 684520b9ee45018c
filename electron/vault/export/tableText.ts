/** A table as text, the same for every format, and what no cell may hold. */

/** A number is one only where it is the program's own count. */
export type CellText = string | number

export interface TableText {
  /** Of the sheet, where the format has one. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CellText[])[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const HALF_OF_A_PAIR = /\p{Surrogate}/gu

/** Without signs that end a text for some programs and that XML cannot hold; line breaks as one sign. */
export const cellText = (text: string): string =>
  text.replace(NO_TEXT, '').replace(/\r\n?/g, '\n').replace(HALF_OF_A_PAIR, '\ufffd')
