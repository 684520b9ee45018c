/**
 * What tells most long skeletons apart, with all their stems, in a few operations: how many letters they have, and how
 * many consonants of each class. One class more or less costs 10 at least, a letter more or less 4. A sieve never says that two are alike, only that they cannot be.
 */
import { CONSONANT_CLASSES } from './consonants.ts'
import { CONSONANT, H_GAP } from './distance.ts'
import { costLimit, type Part } from './likeness.ts'

const FIRST_LETTER = 97
/** Each class has four bits: three for a number up to 7, and one that stays free for reckoning with all at once. */
const BITS = 4
const FIELD = 0b111
const FREE_BITS = 0x88888888 | 0
/** By letter the shift of its class; k has none: it may stand for h, which comes and goes. */
const SHIFTS = shifts()

function shifts(): Int8Array {
  const k = CONSONANT_CLASSES['k'.charCodeAt(0) - FIRST_LETTER]
  const classes = [...new Set(CONSONANT_CLASSES)].filter((each) => each !== 0 && each !== k)
  return Int8Array.from(CONSONANT_CLASSES, (each) => {
    const place = classes.indexOf(each)
    return place < 0 ? -1 : place * BITS
  })
}

/** How many consonants of each class a text has: 32 bits. More than 7 count as 7. */
export function countsOf(text: string): number {
  let counts = 0
  for (let place = 0; place < text.length; place += 1) {
    const shift = SHIFTS[text.charCodeAt(place) - FIRST_LETTER] ?? -1
    if (shift >= 0 && ((counts >>> shift) & FIELD) < FIELD) counts += 1 << shift
  }
  return counts
}

/** For each class how many more the one has than the other; 0 where it has not. */
function surplusOfEach(a: number, b: number): number {
  const differences = ((a | FREE_BITS) - b) | 0
  const isMore = differences & FREE_BITS
  return differences & ((isMore >>> 0) - (isMore >>> (BITS - 1)))
}

/** The same added up. */
export function surplus(a: number, b: number): number {
  const more = surplusOfEach(a, b)
  return Math.imul((more & 0x0f0f0f0f) + ((more >>> BITS) & 0x0f0f0f0f), 0x01010101) >>> 24
}

/** Of a skeleton and its stems, which are its forms. */
export interface Sieve {
  /** How many of each class every form has at least and at most. */
  readonly core: number
  readonly every: number
  /** How many letters. */
  readonly shortest: number
  readonly longest: number
}

export function sieveOf({ text, stems }: Part): Sieve {
  const forms = [text, ...stems.map((stem) => stem.text)]
  const counts = forms.map(countsOf)
  const lengths = forms.map(({ length }) => length)
  return {
    core: counts.reduce((a, b) => a - surplusOfEach(a, b)),
    every: counts.reduce((a, b) => a + surplusOfEach(b, a)),
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
  }
}

/** How far forms of something asked may be from those of something else and still be alike. */
export interface Room {
  readonly classes: number
  /** How many letters one may have more than the other: each may be an h. */
  readonly letters: number
}

/** When what is asked has so many letters. */
export function roomFor(length: number): Room {
  const limit = costLimit(length)
  return {
    classes: Math.floor(limit / CONSONANT),
    letters: Math.floor(limit / H_GAP),
  }
}

/** False only when no form of the one is near enough to any of the other. */
export const mayBeNear = (a: Sieve, b: Sieve, room: Room): boolean =>
  b.shortest - a.longest <= room.letters &&
  a.shortest - b.longest <= room.letters &&
  surplus(a.core, b.every) <= room.classes &&
  surplus(b.core, a.every) <= room.classes
