/**
 * What tells most forms of names' parts apart in a few operations: which consonants are in one, and how many of each
 * vowel. Whatever is done to a form changes few of these bits for what it costs, so many bits that differ mean a
 * distance beyond what is alike. A sketch never says that two are alike, only that they cannot be.
 */
const FIRST_LETTER = 97

/** The bits of a sketch: one for each consonant and for h, three for a, e and i each, two for o and u. */
const CONSONANTS = 'bcdfhklmnpqrstvwz'
const VOWELS: readonly (readonly [vowel: string, bits: number])[] = [
  ['a', 3],
  ['e', 3],
  ['i', 3],
  ['o', 2],
  ['u', 2],
]
const SKETCH_BIT = new Int8Array(26).fill(-1)
const SKETCH_ROOM = new Int8Array(26)
let bit = 0
for (const letter of CONSONANTS) SKETCH_BIT[letter.charCodeAt(0) - FIRST_LETTER] = bit++
for (const [vowel, room] of VOWELS) {
  SKETCH_BIT[vowel.charCodeAt(0) - FIRST_LETTER] = bit
  SKETCH_ROOM[vowel.charCodeAt(0) - FIRST_LETTER] = room
  bit += room
}
/** The bits of the vowels. */
export const VOWEL_BITS = ((1 << bit) - 1) ^ ((1 << CONSONANTS.length) - 1)

/** What is done to a form costs this much at least for each bit of its sketch that it changes: a swapped vowel two bits. */
export const COST_OF_BIT = 2.5

/** Of one skeleton or stem. Thirty bits, so that it is a small integer everywhere. */
export function sketchOf(text: string): number {
  let sketch = 0
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charCodeAt(place) - FIRST_LETTER
    const first = SKETCH_BIT[letter] ?? -1
    if (first < 0) continue
    const room = SKETCH_ROOM[letter] ?? 0
    let next = first
    while (next < first + room - 1 && sketch & (1 << next)) next += 1
    sketch |= 1 << next
  }
  return sketch
}
