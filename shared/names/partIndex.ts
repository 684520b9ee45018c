/**
 * The distinct parts of all names, found by likeness without comparing with each. A part is filed under the order
 * of its consonant classes (b and p are one class, d and t, the sibilants …; vowels and h do not count) and under
 * each such order with one class left out, and so is what is asked: two parts that differ by one consonant left
 * out, put in, exchanged or moved by a place meet under some key. Beginnings are found by their first two letters.
 *
 * What meets is then measured (likeness.ts). Parts that differ by more than one consonant class are not found:
 * that is the price of answering from 100,000 names in a few milliseconds.
 */
import { CONSONANT_CLASSES, likeness, type Match, type Part, partOf } from './likeness.ts'

const FIRST_LETTER = 97
/** More classes than this are not looked at: they fit a number exactly. */
const MOST_CLASSES = 14
/** Lengths of the beginnings that parts are filed under: for what is just being typed, and for the rest. */
const SHORT_START = 2
const LONG_START = 4

const MOST_RECENT = 512

const digits = new Uint8Array(MOST_CLASSES)

/** The keys of a sound, its own first. */
function keysOf(text: string): number[] {
  let count = 0
  for (let place = 0; place < text.length && count < MOST_CLASSES; place += 1) {
    const digit = CONSONANT_CLASSES[text.charCodeAt(place) - FIRST_LETTER] ?? 0
    if (digit === 0) continue
    digits[count] = digit
    count += 1
  }
  const keys = [keyWithout(count, -1)]
  for (let left = 0; left < count; left += 1) {
    const key = keyWithout(count, left)
    if (!keys.includes(key)) keys.push(key)
  }
  return keys
}

function keyWithout(count: number, left: number): number {
  let key = 0
  for (let place = 0; place < count; place += 1) {
    if (place !== left) key = key * 10 + (digits[place] ?? 0)
  }
  return key
}

/** What of the dictionary is like a part that was asked for. */
export interface PartMatch {
  readonly part: number
  readonly match: Match
}

export class PartIndex {
  readonly #parts: (Part | undefined)[] = []
  readonly #ofText = new Map<string, number>()
  readonly #byKey = new Map<number, number[]>()
  readonly #byStart = new Map<string, number[]>()
  readonly #free: number[] = []
  /** What was found of late: the same given names are asked for again and again. */
  readonly #recent = new Map<string, readonly PartMatch[]>()
  /** When each part was last looked at: a query meets one under several keys. */
  #seen = new Uint32Array(1024)
  #turn = 0

  /** The number of a part, which stays its own until `remove`. */
  add(skeleton: string): number {
    const known = this.#ofText.get(skeleton)
    if (known !== undefined) return known
    this.#recent.clear()
    const part = partOf(skeleton)
    const number = this.#free.pop() ?? this.#parts.length
    this.#parts[number] = part
    this.#ofText.set(skeleton, number)
    for (const key of keysOfPart(part)) file(this.#byKey, key, number)
    for (const start of startsOf(skeleton)) file(this.#byStart, start, number)
    return number
  }

  remove(number: number): void {
    const part = this.#parts[number]
    if (!part) return
    this.#recent.clear()
    this.#parts[number] = undefined
    this.#ofText.delete(part.text)
    for (const key of keysOfPart(part)) unfile(this.#byKey, key, number)
    for (const start of startsOf(part.text)) unfile(this.#byStart, start, number)
    this.#free.push(number)
  }

  /** The number of exactly this part. */
  numberOf(skeleton: string): number | undefined {
    return this.#ofText.get(skeleton)
  }

  /** All parts that are like it, in no order. */
  find(asked: Part): readonly PartMatch[] {
    const known = this.#recent.get(asked.text)
    if (known) return known
    const found = this.#search(asked)
    if (this.#recent.size >= MOST_RECENT) this.#recent.clear()
    this.#recent.set(asked.text, found)
    return found
  }

  #search(asked: Part): readonly PartMatch[] {
    const found: PartMatch[] = []
    this.#beginTurn()
    for (const key of keysOfPart(asked)) this.#measure(this.#byKey.get(key), asked, found)
    this.#findLonger(asked, found)
    return found
  }

  /** Parts that begin with what was asked; its last i may belong to a vowel to come. */
  #findLonger(asked: Part, found: PartMatch[]): void {
    const start = asked.text.endsWith('i') ? asked.text.slice(0, -1) : asked.text
    const filed = start.slice(0, start.length >= LONG_START ? LONG_START : SHORT_START)
    for (const number of this.#byStart.get(filed) ?? []) {
      if (this.#parts[number]?.text.startsWith(start)) this.#measure([number], asked, found)
    }
  }

  #beginTurn(): void {
    this.#turn += 1
    if (this.#seen.length < this.#parts.length) {
      this.#seen = new Uint32Array(this.#parts.length * 2)
      this.#turn = 1
    }
  }

  #measure(numbers: readonly number[] | undefined, asked: Part, found: PartMatch[]): void {
    if (!numbers) return
    for (const number of numbers) {
      if (this.#seen[number] === this.#turn) continue
      this.#seen[number] = this.#turn
      const part = this.#parts[number]
      const match = part && likeness(asked, part)
      if (match) found.push({ part: number, match })
    }
  }
}

const keysOfPart = (part: Part): Set<number> =>
  new Set([part.text, ...part.stems.map(({ text }) => text)].flatMap(keysOf))

const startsOf = (skeleton: string): Set<string> =>
  new Set([skeleton.slice(0, SHORT_START), skeleton.slice(0, LONG_START)])

function file<K>(files: Map<K, number[]>, key: K, number: number): void {
  const known = files.get(key)
  if (known) known.push(number)
  else files.set(key, [number])
}

function unfile<K>(files: Map<K, number[]>, key: K, number: number): void {
  const kept = files.get(key)?.filter((each) => each !== number) ?? []
  if (kept.length > 0) files.set(key, kept)
  else files.delete(key)
}
