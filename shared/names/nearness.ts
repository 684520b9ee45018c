/**
 * What forms must have in common to be worth a measurement: by their lengths, their sketches (sketch.ts) and how many
 * consonants of each class they have (sieve.ts). It never puts aside what is near enough.
 */
import { CONSONANT, H_GAP } from './distance.ts'
import { bitCount, costLimit } from './likeness.ts'
import { COST_OF_BIT, VOWEL_BITS } from './sketch.ts'

/** The length of a form takes so many bits; its number stands above them. */
export const LENGTH_BITS = 6
export const LENGTH_MASK = (1 << LENGTH_BITS) - 1

const bitsOfLength = new Int32Array(1 << LENGTH_BITS)

/**
 * For each length of a form the most bits by which its sketch may differ from that of something asked of `length`
 * letters; -1 where the lengths alone are too far apart. `spent` of what the distance may be is gone already.
 */
export function mostBitsOf(length: number, spent: number): Int32Array {
  for (let other = 0; other < bitsOfLength.length; other += 1) {
    const left = costLimit(Math.min(length, other)) - spent
    const isNear = Math.abs(length - other) * H_GAP <= left
    bitsOfLength[other] = isNear ? Math.floor(left / COST_OF_BIT) : -1
  }
  return bitsOfLength
}

/**
 * What is spent at least on consonants of other classes and on vowels, in bits: 10 for each class that one has more of,
 * and a vowel that was exchanged for one of these consonants costs nothing more.
 */
export const bitsOfClasses = (classes: number, differing: number): number =>
  classes * (CONSONANT / COST_OF_BIT) + Math.max(0, bitCount(differing & VOWEL_BITS) - classes)
