/**
 * How alike two skeletons of name parts are (shared/names/fold.ts): the same but for the endings of case and gender,
 * one the beginning of the other, or a small distance apart (distance.ts). It finds candidates; it never says that
 * two people are one.
 */
import { CONSONANT_CLASSES } from './consonants.ts'
import { distance } from './distance.ts'
import { TWIN_PAIRS } from './twins.ts'

/** How a query's part matched a name's part, best first. */
export type Likeness = 'same' | 'inflected' | 'prefix' | 'similar'

export interface Match {
  /** 1 for the same skeleton, towards 0 the less alike. */
  readonly score: number
  readonly likeness: Likeness
}

const VOWELS = new Set('aeiou')
export const SAME: Match = { score: 1, likeness: 'same' }

/** A skeleton, with which consonants and which classes of consonants are in it. */
export interface Sound {
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

/** Letters that either takes away at most: -ov-a-imi. */
export const LONGEST_ENDING = 6

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

export const INFLECTED: Match = { score: 0.97, likeness: 'inflected' }
export const BOTH_INFLECTED: Match = { score: 0.95, likeness: 'inflected' }

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
export const prefixOf = (text: string): string => (text.endsWith('i') ? text.slice(0, -1) : text)

export function prefix(query: Pick<Sound, 'text'>, stored: Pick<Sound, 'text'>): Match | undefined {
  const start = prefixOf(query.text)
  if (start.length < SHORTEST_PREFIX || !stored.text.startsWith(start)) return undefined
  return { score: 0.6 + 0.25 * (start.length / stored.text.length), likeness: 'prefix' }
}

/** An inflected form with a slip in it is compared by its stems, with less room. In tenths, as all distances. */
export const STEM_COST = 1

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
  return cost <= limit ? similarAt(cost) : undefined
}

export const similarAt = (cost: number): Match => ({
  score: 0.88 - 0.022 * cost,
  likeness: 'similar',
})

/**
 * The distance, after a look at the consonants: exchanging one for another costs 5 at least and changes two bits;
 * exchanging one for another of a different class costs 10, leaving one out for h 5.
 */
function apart(a: Sound, b: Sound, limit: number): number {
  const least = Math.max(
    bitCount(a.consonants ^ b.consonants) * 2.5,
    bitCount(a.classes ^ b.classes) * 5,
  )
  return least > limit ? Number.POSITIVE_INFINITY : distance(a.text, b.text, limit)
}

/** Without a loop over the bits: this is asked for thousands of times in a search. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How far apart two parts may be and still be worth showing, by the length of the shorter one. */
export const costLimit = (length: number): number =>
  length <= 3 ? 4 : length <= 5 ? 10 : length <= 8 ? 15 : 20
