/**
 * How alike two skeletons of name parts are (shared/names/fold.ts). The measure knows what happens to these names
 * between scripts: vowels are swapped, h comes and goes, b and p, d and t stand for each other, endings of case
 * and gender are added. It finds candidates; it never says that two people are one.
 */
import { TWIN_PAIRS } from './twins.ts'

/** How a query's part matched a name's part, best first. */
export type Likeness = 'same' | 'inflected' | 'prefix' | 'similar'

export interface Match {
  /** 1 for the same skeleton, towards 0 the less alike. */
  readonly score: number
  readonly likeness: Likeness
}

const VOWELS = new Set('aeiou')
const SAME: Match = { score: 1, likeness: 'same' }

/** A skeleton, with which consonants and which classes of consonants are in it. */
interface Sound {
  readonly text: string
  readonly consonants: number
  readonly classes: number
}

/** A part of a name with what is computed once for it. */
export interface Part extends Sound {
  readonly stems: readonly Sound[]
}

export function partOf(skeleton: string): Part {
  const stems = stemsOf(skeleton)
  const twins = [skeleton, ...stems].flatMap((form) => [...(TWIN_FORMS.get(form) ?? [])])
  const all = twins.length > 0 ? [...new Set([...stems, ...twins])] : stems
  return { ...soundOf(skeleton), stems: all.map(soundOf) }
}

const soundOf = (text: string): Sound => ({
  text,
  consonants: consonantsOf(text),
  classes: classesOf(text),
})

/**
 * Consonants that stand for each other, by letter of a skeleton from a to z: their class from 1, and 0 for vowels
 * and h, which come and go.
 */
export const CONSONANT_CLASSES = classTable(['bp', 'dt', 'vf', 'czsqw', 'k', 'l', 'm', 'n', 'r'])

function classTable(groups: readonly string[]): Uint8Array {
  const table = new Uint8Array(26)
  for (const [place, letters] of groups.entries()) {
    for (const letter of letters) table[letter.charCodeAt(0) - 97] = place + 1
  }
  return table
}

function classesOf(text: string): number {
  let bits = 0
  for (let place = 0; place < text.length; place += 1) {
    bits |= 1 << (CONSONANT_CLASSES[text.charCodeAt(place) - 97] ?? 0)
  }
  return bits >> 1
}

/** One bit for each consonant but h, which comes and goes. */
function consonantsOf(text: string): number {
  let bits = 0
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charAt(place)
    if (letter !== 'h' && !VOWELS.has(letter)) bits |= 1 << (text.charCodeAt(place) - 97)
  }
  return bits
}

const SHORTEST_STEM = 3
const SHORTEST_PREFIX = 2

/** -ov, -ev and -in with what Ukrainian, Russian, Crimean Tatar and English put after them. */
const SURNAME =
  /^(.+?)(?:ov|ev|iv|in)a?(?:a|u|im|om|em|i|oi|ei|ou|eu|e|ih|imi|oho|omu|ovi|evi|nin|ni|he|ha|dan|den)?$/
const ENDING =
  /^(.+?)(?:a|u|om|em|im|oi|ei|ou|eu|e|i|ovi|evi|oho|omu|ih|imi|ami|am|ah|nin|ni|he|ka|hi)$/

/** Without the endings of case and gender; a surname also in its short form (Celâl beside Celâlov). */
export function stemsOf(skeleton: string): string[] {
  const stems: string[] = []
  const surname = SURNAME.exec(skeleton)?.[1]
  if (surname && surname.length >= SHORTEST_STEM) stems.push(surname)
  const stem = ENDING.exec(skeleton)?.[1]
  if (stem && stem.length >= SHORTEST_STEM && stem !== surname) stems.push(stem)
  return stems
}

/** For a form of a given name (with its stems) the forms of its Ukrainian or Russian twin: Микола, Николай. */
const TWIN_FORMS: ReadonlyMap<string, ReadonlySet<string>> = twinForms()

function twinForms(): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>()
  const add = (one: string, other: string) => {
    const others = [other, ...stemsOf(other)]
    for (const form of [one, ...stemsOf(one)]) {
      const known = forms.get(form) ?? new Set()
      forms.set(form, known)
      for (const each of others) known.add(each)
    }
  }
  for (const [one, other] of TWIN_PAIRS) {
    add(one, other)
    add(other, one)
  }
  return forms
}

/** Undefined when the two are not alike. */
export function likeness(query: Part, stored: Part): Match | undefined {
  if (query.text === stored.text) return SAME
  return inflected(query, stored) ?? bestOf(prefix(query, stored), similar(query, stored))
}

function bestOf(...matches: readonly (Match | undefined)[]): Match | undefined {
  let best: Match | undefined
  for (const match of matches) if (match && (!best || match.score > best.score)) best = match
  return best
}

const INFLECTED: Match = { score: 0.97, likeness: 'inflected' }
const BOTH_INFLECTED: Match = { score: 0.95, likeness: 'inflected' }

const isSame = (a: Sound | undefined, b: Sound | undefined): boolean =>
  a !== undefined && b !== undefined && a.consonants === b.consonants && a.text === b.text

function inflected(query: Part, stored: Part): Match | undefined {
  // Most parts are met and put aside here: a look at the consonants is cheaper than one at the letters.
  for (let at = 0; at < query.stems.length; at += 1)
    if (isSame(query.stems[at], stored)) return INFLECTED
  for (let at = 0; at < stored.stems.length; at += 1)
    if (isSame(stored.stems[at], query)) return INFLECTED
  for (let at = 0; at < query.stems.length; at += 1)
    for (let other = 0; other < stored.stems.length; other += 1)
      if (isSame(query.stems[at], stored.stems[other])) return BOTH_INFLECTED
  return undefined
}

/** The last letter of what is being typed may be an i that belongs to a vowel to come. */
const prefixOf = (text: string): string => (text.endsWith('i') ? text.slice(0, -1) : text)

function prefix(query: Part, stored: Part): Match | undefined {
  const start = prefixOf(query.text)
  if (start.length < SHORTEST_PREFIX || !stored.text.startsWith(start)) return undefined
  return { score: 0.6 + 0.25 * (start.length / stored.text.length), likeness: 'prefix' }
}

/** An inflected form with a slip in it is compared by its stems, with less room. */
const STEM_COST = 0.1

function similar(query: Part, stored: Part): Match | undefined {
  const limit = costLimit(Math.min(query.text.length, stored.text.length))
  let cost = apart(query, stored, limit)
  for (let at = -1; at < query.stems.length; at += 1) {
    const left = query.stems[at] ?? query
    for (let other = -1; other < stored.stems.length; other += 1) {
      if (at === -1 && other === -1) continue
      const right = stored.stems[other] ?? stored
      const room = costLimit(Math.min(left.text.length, right.text.length)) - STEM_COST
      // Nothing is gained by what costs as much as is known already.
      const stemLimit = Math.min(room, cost - STEM_COST)
      if (stemLimit > 0) cost = Math.min(cost, STEM_COST + apart(left, right, stemLimit))
    }
  }
  return cost <= limit ? { score: 0.88 - 0.22 * cost, likeness: 'similar' } : undefined
}

/**
 * The distance, after a look at the consonants: exchanging one for another costs 0.5 at least and changes two bits;
 * exchanging one for another of a different class costs 1, leaving one out for h 0.5.
 */
function apart(a: Sound, b: Sound, limit: number): number {
  const least = Math.max(
    bitCount(a.consonants ^ b.consonants) * 0.25,
    bitCount(a.classes ^ b.classes) * 0.5,
  )
  return least > limit ? Number.POSITIVE_INFINITY : distance(a.text, b.text, limit)
}

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

/** What tells most skeletons apart in a few operations: the classes of consonants in it and its stems. */
export interface Sieve {
  readonly text: string
  /** In the skeleton and in every stem of it. */
  readonly core: number
  /** In the skeleton or in any stem of it. */
  readonly every: number
}

export function sieveOf({ text, classes, stems }: Part): Sieve {
  let [core, every] = [classes, classes]
  for (const stem of stems) {
    core &= stem.classes
    every |= stem.classes
  }
  return { text, core, every }
}

/** False only when `likeness` of the query and the stored skeleton is undefined. */
export function passes(query: Sieve, stored: Sieve): boolean {
  const apart = bitCount(query.core & ~stored.every) + bitCount(stored.core & ~query.every)
  if (apart * 0.5 <= costLimit(Math.min(query.text.length, stored.text.length))) return true
  const start = prefixOf(query.text)
  return start.length >= SHORTEST_PREFIX && stored.text.startsWith(start)
}

/** How far apart two parts of a length may be and still be worth showing. */
const costLimit = (length: number): number =>
  length <= 3 ? 0.4 : length <= 5 ? 1 : length <= 8 ? 1.5 : 2

const PAIRS = new Set(['bp', 'dt', 'vf', 'zs', 'hk', 'cz', 'cs', 'cq', 'ws', 'qs', 'wq'])

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const FIRST_LETTER = 97

/** Cost of leaving a letter out, by its place in the alphabet. */
const GAPS = Float64Array.from(LETTERS, (letter) =>
  letter === 'h' ? 0.4 : VOWELS.has(letter) ? 0.7 : 1,
)
/** Cost of one letter for another: a table of 26 rows. */
const EXCHANGES = Float64Array.from(LETTERS.flatMap((a) => LETTERS.map((b) => exchangeCost(a, b))))

function exchangeCost(a: string, b: string): number {
  if (a === b) return 0
  const isLikely = (VOWELS.has(a) && VOWELS.has(b)) || PAIRS.has(a + b) || PAIRS.has(b + a)
  return isLikely ? 0.5 : 1
}

const MOST_LETTERS = 64
const rows = [0, 1, 2].map(() => new Float64Array(MOST_LETTERS + 1)) as [
  Float64Array,
  Float64Array,
  Float64Array,
]

/** Weighted edit distance of two skeletons with neighbours swapped for 1; Infinity when it exceeds `limit`. */
export function distance(a: string, b: string, limit: number): number {
  const [rowCount, columnCount] = [
    Math.min(a.length, MOST_LETTERS),
    Math.min(b.length, MOST_LETTERS),
  ]
  if (Math.abs(rowCount - columnCount) * 0.4 > limit) return Number.POSITIVE_INFINITY
  let [before, row, next] = rows
  row[0] = 0
  for (let j = 1; j <= columnCount; j += 1) row[j] = at(row, j - 1) + at(GAPS, letterAt(b, j))
  for (let i = 1; i <= rowCount; i += 1) {
    const letter = letterAt(a, i)
    const gap = at(GAPS, letter)
    let least = at(row, 0) + gap
    next[0] = least
    for (let j = 1; j <= columnCount; j += 1) {
      const other = letterAt(b, j)
      let cost = at(row, j - 1) + at(EXCHANGES, letter * LETTERS.length + other)
      cost = Math.min(cost, at(row, j) + gap, at(next, j - 1) + at(GAPS, other))
      if (i > 1 && j > 1 && letter === letterAt(b, j - 1) && letterAt(a, i - 1) === other) {
        cost = Math.min(cost, at(before, j - 2) + 1)
      }
      next[j] = cost
      if (cost < least) least = cost
    }
    // A swap may still come from the row before, for one more.
    if (least > limit + 1) return Number.POSITIVE_INFINITY
    ;[before, row, next] = [row, next, before]
  }
  const cost = at(row, columnCount)
  return cost <= limit ? cost : Number.POSITIVE_INFINITY
}

/** Letters are counted from 1. */
const letterAt = (text: string, place: number): number => text.charCodeAt(place - 1) - FIRST_LETTER
const at = (costs: Float64Array, place: number): number => costs[place] ?? 0
