/**
 * Sort keys: text turned into a string whose plain binary order, in UTF-16 and in UTF-8, is the order of a language's
 * alphabet, so that the working index sorts and pages without asking a collator. Numbers come first, by what they
 * count; then the letters of the language's own script, then of the other. Case, apostrophes and what kind of
 * gap is between two words do not count; a mark that makes no letter of its own counts where all letters are the same.
 * What has no letter sorts last.
 *
 * A key keeps all that any other language would sort by, so that one of another language can be made of it
 * (`sortKeyFrom`), without the text.
 */
import type { Language } from '../i18n/languages.ts'
import { ALPHABETS, hasDotlessI, MARKS, SORTED_AS, UPTURN } from './alphabets.ts'

const APOSTROPHES = "'`´ʹʺʼʾʿ‘’′"

// A key is letters, then marks, then capital I's, each part after an END. Nearly all of it is below 0x80: a byte each.
const END = 0x01
const BREAK = 0x02
/** Never in a key: a character that brings something else than one letter. */
const OTHER = 0x01
/** How many digits a number has, as one of eleven characters; more with characters for eleven before it. */
const DIGITS = 0x03
const MOST_DIGITS = 11
const ELEVEN_MORE = DIGITS + MOST_DIGITS
const DIGIT = 0x0f
const LETTER = 0x19
/** Of marks. */
const WEIGHT = 0x02
/** Places count down: the earlier a mark stands, the later its word. */
const PLACE = 0x180
/** Letters beyond this many are not looked at, and digits of one number. */
const MOST_LETTERS = 256
const LONGEST_NUMBER = 64

export const LAST_KEY = '\uffff'

/** What a character brings that is no plain letter, number or gap. */
interface Brought {
  readonly letters: readonly number[]
  /** Behind the last of the letters, or behind what stands before. */
  readonly marks: readonly number[]
  readonly isDottedOrNot: boolean
  /** Marks behind a letter that is sorted as others do not count: with one of those it could be a third. */
  readonly takesMarks: boolean
}

const NOTHING: Brought = { letters: [], marks: [], isDottedOrNot: false, takesMarks: true }
const GAP = 'gap'

class Alphabet {
  readonly #hasDotlessI: boolean
  readonly #places: ReadonlyMap<string, number>
  readonly #letters: readonly string[]
  /** What each character brings, found when it is first met: a letter or a gap, or OTHER. */
  readonly #plain = new Uint16Array(0x10000)
  readonly #brought = new Map<number, Brought>()

  constructor(language: Language) {
    this.#hasDotlessI = hasDotlessI(language)
    this.#letters = [...ALPHABETS[language]]
    this.#places = new Map(this.#letters.map((letter, place) => [letter, LETTER + place]))
  }

  key(text: string): string {
    const composed = text.normalize('NFC')
    const letters: number[] = []
    const marks: number[] = []
    const dots: number[] = []
    let at = 0
    let isLetter = false
    while (at < composed.length && letters.length < MOST_LETTERS) {
      const code = composed.charCodeAt(at)
      if (code >= 0x30 && code <= 0x39) {
        const end = endOfDigits(composed, at)
        putNumber(letters, composed.slice(at, end))
        at = end
        isLetter = false
        continue
      }
      at += 1
      const plain = this.#plain[code] || this.#meet(code)
      if (plain >= LETTER) {
        letters.push(plain)
        isLetter = true
      } else if (plain === BREAK) {
        if (letters.length > 0 && letters[letters.length - 1] !== BREAK) letters.push(BREAK)
        isLetter = false
      } else {
        const brought = this.#brought.get(code) ?? NOTHING
        letters.push(...brought.letters)
        // What stands between a letter and a mark keeps them apart.
        isLetter = brought.letters.length > 0 || (isLetter && brought.marks.length > 0)
        if (!isLetter) continue
        isLetter = brought.takesMarks
        const place = PLACE - Math.min(letters.length - 1, MOST_LETTERS)
        for (const weight of brought.marks) marks.push(place, weight)
        if (brought.isDottedOrNot) dots.push(place)
      }
    }
    if (letters.at(-1) === BREAK) letters.pop()
    if (letters.length === 0) return LAST_KEY
    if (marks.length + dots.length > 0) letters.push(END, ...inCanonicalOrder(marks))
    if (dots.length > 0) letters.push(END, ...dots)
    return String.fromCharCode(...letters)
  }

  /** A text that has the same key, in this language and in any other. */
  text(key: string): string {
    if (key === LAST_KEY) return ''
    const [letters = '', marks = '', dots = ''] = key.split(String.fromCharCode(END))
    const behind = new Map<number, string>()
    for (let at = 0; at < marks.length; at += 2) {
      const place = PLACE - marks.charCodeAt(at)
      behind.set(place, (behind.get(place) ?? '') + markOf(marks.charCodeAt(at + 1)))
    }
    const capitals = new Set([...dots].map((dot) => PLACE - dot.charCodeAt(0)))
    let text = ''
    for (let at = 0; at < letters.length; at += 1) {
      const place = letters.charCodeAt(at)
      // Two numbers side by side are two, and parts of a Korean syllable are that because something stood between.
      if ((isNumberStart(place) && /\d$/.test(text)) || isJamo(place)) text += "'"
      const letter = this.#letter(place)
      const marked = behind.get(at) ?? ''
      if (marked.includes(UPTURN)) text += `ґ${marked.replaceAll(UPTURN, '')}`
      else text += (capitals.has(at) ? this.#capitalI(letter) : letter) + marked
    }
    return text
  }

  #capitalI(letter: string): string {
    return letter === 'i' && this.#hasDotlessI ? 'İ' : 'I'
  }

  #letter(place: number): string {
    if (place === BREAK) return ' '
    if (isNumberStart(place)) return ''
    if (place < LETTER) return String(place - DIGIT)
    return this.#letters[place - LETTER] ?? String.fromCharCode(place)
  }

  #meet(code: number): number {
    const brought = this.#bringing(String.fromCharCode(code))
    let plain = OTHER
    if (brought === GAP) plain = BREAK
    else if (
      brought.letters.length === 1 &&
      brought.marks.length === 0 &&
      !brought.isDottedOrNot &&
      brought.takesMarks
    )
      plain = brought.letters[0] ?? OTHER
    else this.#brought.set(code, brought)
    this.#plain[code] = plain
    return plain
  }

  #bringing(character: string): Brought | typeof GAP {
    if (APOSTROPHES.includes(character) || character === UPTURN) return NOTHING
    if (/\p{M}/u.test(character)) return { ...NOTHING, marks: weightsOf(character) }
    if (!/[\p{L}\p{N}]/u.test(character)) return GAP
    const isDottedOrNot = character === 'I' || character === 'İ'
    const small = this.#small(character)
    const place = this.#places.get(small)
    if (place !== undefined) return { ...NOTHING, letters: [place], isDottedOrNot }
    const parts = [...(SORTED_AS[small] ?? small.normalize('NFD'))]
    const marks = parts.flatMap((part) => (/\p{M}/u.test(part) ? weightsOf(part) : []))
    const bases = parts.filter((part) => !/\p{M}/u.test(part))
    const takesMarks = SORTED_AS[small] === undefined || marks.length > 0
    // Letters of other scripts stand behind, in the order of Unicode; with its marks, since not every capital with a
    // mark is one character where the small letter is.
    if (bases.length === 1) {
      const [base = small] = bases
      const letter = this.#places.get(base) ?? base.charCodeAt(0)
      return { letters: [letter], marks, isDottedOrNot, takesMarks }
    }
    const letters = bases.map((base) => this.#places.get(base))
    return letters.every((each) => each !== undefined)
      ? { letters, marks, isDottedOrNot, takesMarks }
      : { ...NOTHING, letters: [small.charCodeAt(0)] }
  }

  #small(character: string): string {
    // Lower-casing by the program's own rules would take the dot of `İ` for a mark beside an `i`, in every language.
    if (character === 'I') return this.#hasDotlessI ? 'ı' : 'i'
    if (character === 'İ') return this.#hasDotlessI ? 'i' : 'i\u0307'
    return character.toLowerCase()
  }
}

const isNumberStart = (place: number): boolean => place >= DIGITS && place <= ELEVEN_MORE

const isJamo = (place: number): boolean => place >= 0x1100 && place <= 0x11ff

function endOfDigits(text: string, start: number): number {
  const most = Math.min(text.length, start + LONGEST_NUMBER)
  let end = start
  while (end < most && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1
  return end
}

function putNumber(letters: number[], digits: string): void {
  const significant = digits.replace(/^0+(?=\d)/, '')
  let left = significant.length
  for (; left > MOST_DIGITS; left -= MOST_DIGITS) letters.push(ELEVEN_MORE)
  letters.push(DIGITS + left - 1)
  for (const digit of significant) letters.push(DIGIT + Number(digit))
}

/** None of a mark of another script. */
function weightsOf(mark: string): number[] {
  const code = mark.charCodeAt(0)
  if (code < 0x300 || code > 0x36f) return []
  const place = MARKS.indexOf(mark)
  return [place < 0 ? code : WEIGHT + place]
}

/**
 * Where a capital with one of its marks is a character and with the other is none, composing leaves the
 * marks in an order that its small letter would not have.
 */
function inCanonicalOrder(marks: readonly number[]): number[] {
  const ordered: number[] = []
  for (let at = 0; at < marks.length; ) {
    const place = marks[at] ?? 0
    let run = ''
    for (; marks[at] === place && at < marks.length; at += 2) run += markOf(marks[at + 1] ?? 0)
    for (const mark of run.length > 1 ? run.normalize('NFD') : run)
      ordered.push(place, ...weightsOf(mark))
  }
  return ordered
}

const markOf = (weight: number): string => MARKS[weight - WEIGHT] ?? String.fromCharCode(weight)

const made = new Map<Language, Alphabet>()

function alphabetOf(language: Language): Alphabet {
  const known = made.get(language)
  if (known) return known
  const alphabet = new Alphabet(language)
  made.set(language, alphabet)
  return alphabet
}

export const sortKey = (language: Language, text: string): string => alphabetOf(language).key(text)

/** The key that the same text has in another language. */
export const sortKeyFrom = (from: Language, key: string, to: Language): string =>
  from === to ? key : alphabetOf(to).key(alphabetOf(from).text(key))

/** By the order of a language; texts with the same key in an order that is always the same. */
export function comparing(language: Language): (a: string, b: string) => number {
  const alphabet = alphabetOf(language)
  return (a, b) => inBinaryOrder(alphabet.key(a), alphabet.key(b)) || inBinaryOrder(a, b)
}

/** Those that are the same stay in the order they come in. */
export const sortedBy = <Item>(
  language: Language,
  items: readonly Item[],
  textOf: (item: Item) => string,
): Item[] =>
  items
    .map((item) => ({ item, key: sortKey(language, textOf(item)) }))
    .sort((a, b) => inBinaryOrder(a.key, b.key))
    .map(({ item }) => item)

const inBinaryOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
