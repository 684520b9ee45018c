/**
 * How long a passphrase withstands somebody who has the vault and a large rented cluster. The estimate is the
 * lowest of three, because an attacker takes the shortest way: zxcvbn on the text, zxcvbn on the keys that were
 * pressed (a Cyrillic `йцукен` is `qwerty` on the same keys), and a count of its words.
 */

/**
 * Argon2id guesses per second of the attacker. One guess at 256 MiB and 3 passes moves about 2 GiB through
 * memory, so an accelerator with 1–2 TB/s makes some hundreds a second; this is several hundred of them.
 */
export const GUESSES_PER_SECOND = 1e5

/** Below this no vault is made, however strange the text is. */
export const MIN_CHARACTERS = 12
/** Longer text is judged by its beginning: the time of an estimate grows with the square of its length. */
const JUDGED_CHARACTERS = 96

const YEAR = 365.25 * 24 * 3600
/** Seconds from which the score is 1, 2, 3 and 4: an hour, a month, ten years, a thousand years. */
export const SCORE_SECONDS = [3600, YEAR / 12, 10 * YEAR, 1000 * YEAR] as const
export const ACCEPTABLE_SCORE = 3

export interface Strength {
  readonly score: number
  readonly log10Seconds: number
  readonly acceptable: boolean
}

/** zxcvbn's estimate of the guesses a text takes, as a base-10 logarithm. */
export type GuessesLog10 = (text: string) => number

export function estimateStrength(passphrase: string, guesses: GuessesLog10): Strength {
  const text = passphrase.normalize('NFKC')
  const characters = [...text]
  if (characters.length === 0) return { score: 0, log10Seconds: 0, acceptable: false }
  const judged = characters.slice(0, JUDGED_CHARACTERS).join('')
  const log10Guesses = Math.min(guesses(judged), guesses(asKeys(judged)), wordGuesses(text))
  const log10Seconds = Math.max(0, log10Guesses - Math.log10(GUESSES_PER_SECOND))
  const score = SCORE_SECONDS.filter((seconds) => log10Seconds >= Math.log10(seconds)).length
  return {
    score,
    log10Seconds,
    acceptable: score >= ACCEPTABLE_SCORE && characters.length >= MIN_CHARACTERS,
  }
}

/** Rows of the keyboard; і and ы share a key on the two Cyrillic layouts, so do ї and ъ, є and э. */
const KEY_ROWS = [
  ['йцукенгшщзхїъ', 'qwertyuiop[]]'],
  ['фівыапролджєэ', "asdsfghjkl;''"],
  ['ячсмитьбю', 'zxcvbnm,.'],
] as const
const KEY_OF = new Map(
  KEY_ROWS.flatMap(([cyrillic, latin]) =>
    [...cyrillic].map((letter, index) => [letter, latin.charAt(index)] as const),
  ),
)

/** The text as the same keys would have written it on an English keyboard. */
export const asKeys = (text: string): string =>
  [...text]
    .map((letter) => {
      const key = KEY_OF.get(letter.toLowerCase())
      if (key === undefined) return letter
      return letter === letter.toLowerCase() ? key : key.toUpperCase()
    })
    .join('')

/** A word is one of 20,000, unless it is long: then its letters count as letters of running text do. */
const LOG10_WORD = Math.log10(20_000)
const LOG10_LETTER_IN_TEXT = 0.6
const LOG10_DIGIT = 1
/** One of the 32 signs of a keyboard. */
const LOG10_SIGN = 1.5

/**
 * An upper bound from words alone. zxcvbn has no dictionary of Ukrainian or Russian and would take each letter of
 * such a word for a random one; this keeps `мама мила раму` from looking like fourteen random characters.
 */
export function wordGuesses(text: string): number {
  let sum = 0
  for (const [token] of text.matchAll(/[\p{L}\p{M}]+|\p{N}|[^\p{L}\p{M}\p{N}\s]/gu)) {
    if (/^\p{L}|^\p{M}/u.test(token)) {
      sum += Math.max(LOG10_WORD, LOG10_LETTER_IN_TEXT * [...token].length)
    } else {
      sum += /^\p{N}/u.test(token) ? LOG10_DIGIT : LOG10_SIGN
    }
  }
  return sum
}
