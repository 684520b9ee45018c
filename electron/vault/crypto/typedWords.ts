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

/** Keys that differ in the Russian layout. No word of a list has any of its letters. */
const RUSSIAN_KEYS = 'ыэъ'
const UKRAINIAN_THERE = 'ієї'

/**
 * What the same keys type in the other layout, first Latin, then Ukrainian; of text in lower case. The layout that was on
 * may be the Russian one: then what was meant in Ukrainian is a reading of its own.
 */
export function inOtherLayouts(text: string): readonly string[] {
  const typed = retyped(text, RUSSIAN_KEYS, UKRAINIAN_THERE)
  return [
    retyped(typed, UKRAINIAN_KEYS, LATIN_KEYS),
    retyped(typed, LATIN_KEYS, UKRAINIAN_KEYS),
    ...(typed === text ? [] : [typed]),
  ]
}

/**
 * Every sign that keyboards and programs put for an apostrophe, as the plain one. To be done before anything else, because one
 * of them would become a space and an accent, and some count as letters.
 */
export const plainApostrophes = (text: string): string => text.replace(/[’‘‛ʼʻʹˈ`´′＇]/g, "'")

/** Lower case, without the numbers of a list and their points, which would be letters in another layout. */
export const unnumbered = (text: string): string =>
  plainApostrophes(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+[.)]?/g, ' ')
