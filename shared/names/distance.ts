/**
 * The distance of two skeletons: a weighted edit distance that knows what happens to these names between scripts. Vowels
 * are swapped, h comes and goes, b and p, d and t stand for each other, neighbours change places.
 *
 * Counted in tenths, in whole numbers: sums of 0.4 and 0.7 would not always come to what they should.
 */

const VOWELS = new Set('aeiou')
const PAIRS = new Set(['bp', 'dt', 'vf', 'zs', 'hk', 'cz', 'cs', 'cq', 'ws', 'qs', 'wq'])

export const H_GAP = 4
const VOWEL_GAP = 7
/** Leaving out a consonant, one for another of a different sound, two that change places. */
export const CONSONANT = 10
/** One vowel for another, one consonant for one that stands for it. */
const LIKELY_EXCHANGE = 5

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const FIRST_LETTER = 97
const H = 'h'.charCodeAt(0)

/** Cost of leaving a letter out, by its place in the alphabet. */
const GAPS = Int32Array.from(LETTERS, (letter) =>
  letter === 'h' ? H_GAP : VOWELS.has(letter) ? VOWEL_GAP : CONSONANT,
)
/** Cost of one letter for another: a table of 26 rows. */
const EXCHANGES = Int32Array.from(LETTERS.flatMap((a) => LETTERS.map((b) => exchangeCost(a, b))))

function exchangeCost(a: string, b: string): number {
  if (a === b) return 0
  const isLikely = (VOWELS.has(a) && VOWELS.has(b)) || PAIRS.has(a + b) || PAIRS.has(b + a)
  return isLikely ? LIKELY_EXCHANGE : CONSONANT
}

/** Letters of a skeleton beyond this many are not looked at. */
const MOST_LETTERS = 62
/** A slot of a row of slots: how many letters, how many of them are h, and the letters. A cache line. */
export const SLOT = 64
const LETTERS_AT = 2

/** Puts a skeleton into a slot, for `distanceOfSlots`. */
export function writeSlot(slots: Uint8Array, slot: number, text: string): void {
  const start = slot * SLOT
  const length = Math.min(text.length, MOST_LETTERS)
  let hs = 0
  for (let place = 0; place < length; place += 1) {
    const code = text.charCodeAt(place)
    if (code === H) hs += 1
    slots[start + LETTERS_AT + place] = code - FIRST_LETTER
  }
  slots[start] = length
  slots[start + 1] = hs
}

export const lengthOfSlot = (slots: Uint8Array, slot: number): number => byteAt(slots, slot * SLOT)

const pair = new Uint8Array(2 * SLOT)

/** In tenths; Infinity when it exceeds `limit`, which is in tenths too. */
export function distance(a: string, b: string, limit: number): number {
  writeSlot(pair, 0, a)
  writeSlot(pair, 1, b)
  return distanceOfSlots(pair, 0, 1, limit)
}

const rows = [0, 1, 2].map(() => new Int32Array(MOST_LETTERS + 2)) as [
  Int32Array,
  Int32Array,
  Int32Array,
]
/** More than any distance, and far from the end of what fits. */
const FAR = 1 << 20

/** How many letters can be left out for `limit`, of a skeleton with so many h: the cheapest first. */
function reach(hs: number, limit: number): number {
  const cheapest = Math.min(hs, Math.floor(limit / H_GAP))
  return cheapest + Math.floor((limit - cheapest * H_GAP) / VOWEL_GAP)
}

/** The same of two skeletons that were put into slots: most of the time would go into fetching strings. */
export function distanceOfSlots(slots: Uint8Array, a: number, b: number, limit: number): number {
  const rowCount = byteAt(slots, a * SLOT)
  const columnCount = byteAt(slots, b * SLOT)
  // Further from the diagonal than this no way can come within the limit.
  const down = reach(byteAt(slots, a * SLOT + 1), limit)
  const across = reach(byteAt(slots, b * SLOT + 1), limit)
  if (columnCount - rowCount > across || rowCount - columnCount > down) {
    return Number.POSITIVE_INFINITY
  }
  // Letters are counted from 1.
  const startA = a * SLOT + LETTERS_AT - 1
  const startB = b * SLOT + LETTERS_AT - 1
  let [before, row, next] = rows
  row[0] = 0
  const farthest = Math.min(across, columnCount)
  for (let j = 1; j <= farthest; j += 1)
    row[j] = at(row, j - 1) + at(GAPS, byteAt(slots, startB + j))
  row[farthest + 1] = FAR
  let leastBefore = 0
  for (let i = 1; i <= rowCount; i += 1) {
    const letter = byteAt(slots, startA + i)
    const gap = at(GAPS, letter)
    const first = Math.max(1, i - down)
    const last = Math.min(columnCount, i + across)
    let least = i <= down ? at(row, 0) + gap : FAR
    next[first - 1] = least
    for (let j = first; j <= last; j += 1) {
      const other = byteAt(slots, startB + j)
      let cost = at(row, j - 1) + at(EXCHANGES, letter * LETTERS.length + other)
      cost = Math.min(cost, at(row, j) + gap, at(next, j - 1) + at(GAPS, other))
      if (i > 1 && j > 1) {
        const isSwapped =
          letter === byteAt(slots, startB + j - 1) && byteAt(slots, startA + i - 1) === other
        if (isSwapped) cost = Math.min(cost, at(before, j - 2) + CONSONANT)
      }
      next[j] = cost
      if (cost < least) least = cost
    }
    next[last + 1] = FAR
    // The next row comes from this one, or from the one before by two that change places.
    if (least > limit && leastBefore + CONSONANT > limit) return Number.POSITIVE_INFINITY
    leastBefore = least
    ;[before, row, next] = [row, next, before]
  }
  const cost = at(row, columnCount)
  return cost <= limit ? cost : Number.POSITIVE_INFINITY
}

/**
 * The least distance of any beginnings of two skeletons that leave off `ending` letters at most. Of longer ones than
 * MOST_LETTERS the rest is not looked at.
 */
export function leastOfBeginnings(a: string, b: string, ending: number): number {
  writeSlot(pair, 0, a)
  writeSlot(pair, 1, b)
  const [rowCount, columnCount] = [byteAt(pair, 0), byteAt(pair, SLOT)]
  let [before, row, next] = rows
  row[0] = 0
  for (let j = 1; j <= columnCount; j += 1)
    row[j] = at(row, j - 1) + at(GAPS, byteAt(pair, SLOT + LETTERS_AT - 1 + j))
  let least = rowCount <= ending ? leastFrom(row, columnCount, ending) : FAR
  for (let i = 1; i <= rowCount; i += 1) {
    const letter = byteAt(pair, LETTERS_AT - 1 + i)
    next[0] = at(row, 0) + at(GAPS, letter)
    for (let j = 1; j <= columnCount; j += 1) {
      const other = byteAt(pair, SLOT + LETTERS_AT - 1 + j)
      let cost = at(row, j - 1) + at(EXCHANGES, letter * LETTERS.length + other)
      cost = Math.min(cost, at(row, j) + at(GAPS, letter), at(next, j - 1) + at(GAPS, other))
      if (i > 1 && j > 1) {
        const isSwapped =
          letter === byteAt(pair, SLOT + LETTERS_AT - 2 + j) &&
          byteAt(pair, LETTERS_AT - 2 + i) === other
        if (isSwapped) cost = Math.min(cost, at(before, j - 2) + CONSONANT)
      }
      next[j] = cost
    }
    ;[before, row, next] = [row, next, before]
    if (i >= rowCount - ending) least = Math.min(least, leastFrom(row, columnCount, ending))
  }
  return least
}

function leastFrom(row: Int32Array, columnCount: number, ending: number): number {
  let least = FAR
  for (let j = Math.max(0, columnCount - ending); j <= columnCount; j += 1)
    least = Math.min(least, at(row, j))
  return least
}

// Two of them, because a function that meets both kinds of arrays is slower with each.
const at = (costs: Int32Array, place: number): number => costs[place] ?? 0
const byteAt = (bytes: Uint8Array, place: number): number => bytes[place] ?? 0
