/**
 * Recovery codes: 128 random bits and a checksum of 4 as 12 words, in English (the list of BIP 39) or Ukrainian
 * (wordsUk.ts). Both spell the same bits, and the key always derives from the English spelling, so that either
 * opens. Only list and checksum of BIP 39 are used, not its seed derivation.
 */
import { entropyToMnemonic, validateMnemonic } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { randomBytes } from './bytes.ts'
import { foldLetters, inOtherLayouts, unnumbered } from './typedWords.ts'
import { UKRAINIAN_WORDS } from './wordsUk.ts'

export type RecoveryLanguage = 'en' | 'uk'

const RECOVERY_WORDS = 12
const ENTROPY_BYTES = 16
/** No two words of a list begin with the same four letters. */
const PREFIX_LETTERS = 4

const LISTS: Readonly<Record<RecoveryLanguage, readonly string[]>> = {
  en: english,
  uk: UKRAINIAN_WORDS,
}

/** A new code, its words separated by single spaces. */
export function newRecoveryCode(language: RecoveryLanguage = 'en'): string {
  const entropy = randomBytes(ENTROPY_BYTES)
  try {
    return spellRecoveryCode(entropyToMnemonic(entropy, [...english]), language)
  } finally {
    entropy.fill(0)
  }
}

/** The English spelling of a code in another language. */
export const spellRecoveryCode = (canonical: string, language: RecoveryLanguage): string =>
  canonical
    .split(' ')
    .map((word) => LISTS[language][english.indexOf(word)])
    .join(' ')

/** Folded word, and folded first four letters, to the word's number. A whole word comes before a beginning. */
const lookupOf = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map([
    ...list.map((word, index) => [foldLetters(word).slice(0, PREFIX_LETTERS), index] as const),
    ...list.map((word, index) => [foldLetters(word), index] as const),
  ])

const LOOKUPS = [lookupOf(english), lookupOf(UKRAINIAN_WORDS)]

const wordsOf = (text: string): readonly string[] =>
  text.replaceAll("'", '').match(/[\p{L}\p{M}]+/gu) ?? []

/** The English spelling, when all words are of one list and the checksum is right. */
function read(words: readonly string[]): string | undefined {
  if (words.length !== RECOVERY_WORDS) return undefined
  for (const lookup of LOOKUPS) {
    const numbers = words.map((word) => lookup.get(foldLetters(word)))
    const code = numbers.map((number) => (number === undefined ? '' : english[number])).join(' ')
    if (validateMnemonic(code, [...english])) return code
  }
  return undefined
}

/**
 * The code in its one spelling, or undefined when the text is not a recovery code. Language, case, line breaks,
 * numbers or punctuation between the words, apostrophes, beginnings of four letters, and the wrong one of the two
 * keyboard layouts do not matter. The layout is only turned when the whole then is a code with a right checksum.
 */
export function canonicalRecoveryCode(text: string): string | undefined {
  const plain = unnumbered(text)
  for (const reading of [plain, ...inOtherLayouts(plain)]) {
    const code = read(wordsOf(reading))
    if (code) return code
  }
  return undefined
}

/** `unknown`: places, from 0, of the words that are in no list; none when only the checksum is wrong or a word is missing. */
export type RecoveryJudgement =
  | { readonly is: 'code' | 'other' }
  | { readonly is: 'mistyped'; readonly unknown: readonly number[] }

/** For a hint on screen: is it a code, nearly one (about 12 words, most of one list), or something else? */
export function judgeRecoveryCode(text: string): RecoveryJudgement {
  if (canonicalRecoveryCode(text)) return { is: 'code' }
  const words = wordsOf(unnumbered(text))
  const [unknown = []] = LOOKUPS.map((lookup) =>
    words.flatMap((word, index) => (lookup.has(foldLetters(word)) ? [] : [index])),
  ).sort((a, b) => a.length - b.length)
  const near =
    Math.abs(words.length - RECOVERY_WORDS) <= 1 &&
    words.length - unknown.length >= RECOVERY_WORDS - 2
  return near ? { is: 'mistyped', unknown } : { is: 'other' }
}
