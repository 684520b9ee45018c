/**
 * The keys that a form of a name's part is filed under and looked for by. Two forms within a distance that still makes
 * them alike (`costLimit` in likeness.ts) have a key in common:
 *
 * - Most differ in vowels, h, k and consonants that stand for each other alone. They have the same order of consonant
 *   classes, and that is a key. (k is left out of it: it may stand for h, which comes and goes.)
 * - Anything else costs 10 at least: one class left out, put in, exchanged, or moved by a place. Then both have a key
 *   that leaves it out. How much of the form this key must hold depends on what the limit of its length leaves:
 *   of 10 nothing, so it is the form itself without one letter; of 15 less than a vowel left out, so it is the order
 *   of classes and vowels; of 20 enough for that, so it is the order of the classes.
 * - Two such changes use up the limit of 20: then all vowels stay, and their order is a key. What this misses is two
 *   changes one of which exchanges a consonant for a vowel; it would be the least alike of all that is found.
 *
 * Keys are hashes. What meets under one by chance is told apart by its distance, as everything is.
 */
import { CONSONANT_CLASSES } from './consonants.ts'

const FIRST_LETTER = 97
/** As far as a distance looks. */
const MOST_LETTERS = 64
const K = CONSONANT_CLASSES['k'.charCodeAt(0) - FIRST_LETTER]
const VOWEL = 30
const IS_VOWEL = Uint8Array.from({ length: 26 }, (_, place) =>
  'aeiou'.includes(String.fromCharCode(FIRST_LETTER + place)) ? 1 : 0,
)

/** Lengths that a form can have whose shorter partner has a limit of 10, of 15, of 20; each with what may be left out. */
const SHORT = { from: 4, to: 6 }
const MIDDLE = { from: 6, to: 10 }
const LONG = 9

const classes = new Uint8Array(MOST_LETTERS)
const pattern = new Uint8Array(MOST_LETTERS)
const vowels = new Uint8Array(MOST_LETTERS)
const letters = new Uint8Array(MOST_LETTERS)

/** All keys of a form; some may be there twice. */
export function keysOf(form: string): number[] {
  const length = Math.min(form.length, MOST_LETTERS)
  let [classCount, patternCount, vowelCount] = [0, 0, 0]
  for (let place = 0; place < length; place += 1) {
    const letter = form.charCodeAt(place) - FIRST_LETTER
    const consonant = CONSONANT_CLASSES[letter] ?? 0
    letters[place] = letter
    if (IS_VOWEL[letter] === 1) {
      pattern[patternCount++] = VOWEL
      vowels[vowelCount++] = letter
    } else if (consonant !== 0 && consonant !== K) {
      pattern[patternCount++] = consonant
      classes[classCount++] = consonant
    }
  }
  const keys = [keyOf(1, classes, classCount)]
  if (length >= SHORT.from && length <= SHORT.to) putAll(keys, 2, letters, length)
  if (length >= MIDDLE.from && length <= MIDDLE.to) putAll(keys, 3, pattern, patternCount)
  if (length >= LONG) {
    putAll(keys, 4, classes, classCount)
    keys.push(keyOf(5, vowels, vowelCount))
  }
  return keys
}

/** The key of a row of symbols, and the keys of it without each of them. */
function putAll(keys: number[], kind: number, symbols: Uint8Array, count: number): void {
  keys.push(keyOf(kind, symbols, count))
  for (let left = 0; left < count; left += 1) keys.push(keyOf(kind, symbols, count, left))
}

function keyOf(kind: number, symbols: Uint8Array, count: number, left = -1): number {
  let key = kind
  for (let place = 0; place < count; place += 1) {
    if (place !== left) key = Math.imul(key ^ (symbols[place] ?? 0), 0x9e3779b1) + (key >>> 15)
  }
  key = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  return key ^ (key >>> 13)
}
