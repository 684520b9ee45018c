/**
 * How people type words they read from paper: letters that look or sound alike, and the wrong one of two keyboard
 * layouts. Used for recovery codes and share cards, whose checksums say in the end whether a reading is right.
 */

/** Letters that are taken for one another on paper: і, и and ї, г and ґ. No two words of a list become one by it. */
export const foldLetters = (word: string): string => word.replace(/[ії]/g, 'и').replace(/ґ/g, 'г')

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\"
const UKRAINIAN_KEYS = 'йцукенгшщзхїфівапролджєячсмитьбюґ'

const retyped = (text: string, from: string, to: string): string =>
  [...text].map((letter) => to[from.indexOf(letter)] ?? letter).join('')

/** What the same keys type in the other layout, first Latin, then Ukrainian; of text in lower case. */
export const inOtherLayouts = (text: string): readonly string[] => [
  retyped(text, UKRAINIAN_KEYS, LATIN_KEYS),
  retyped(text, LATIN_KEYS, UKRAINIAN_KEYS),
]

/** Lower case, without the numbers of a list and their points, which would be letters in another layout. */
export const unnumbered = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+[.)]?/g, ' ')
