/**
 * How alike two skeletons of name parts are (shared/names/fold.ts). The measure knows what happens to these names
 * between scripts: vowels are swapped, h comes and goes, b and p, d and t stand for each other, endings of case
 * and gender are added. It finds candidates; it never says that two people are one.
 */

/** How a query's part matched a name's part, best first. */
export type Likeness = 'same' | 'inflected' | 'prefix' | 'similar'

export interface Match {
  /** 1 for the same skeleton, towards 0 the less alike. */
  readonly score: number
  readonly likeness: Likeness
}

const SAME: Match = { score: 1, likeness: 'same' }

/** A part of a query with what is computed once for it. */
export interface Part {
  readonly skeleton: string
  readonly stems: readonly string[]
}

export const partOf = (skeleton: string): Part => ({ skeleton, stems: stemsOf(skeleton) })

const SHORTEST_STEM = 3
const SHORTEST_PREFIX = 2

/** -ov, -ev and -in with what Ukrainian, Russian, Crimean Tatar and English put after them. */
const SURNAME =
  /^(.+?)(?:ov|ev|iv|in)(?:a|u|im|om|em|i|oi|ei|ou|eu|e|ih|imi|oho|omu|ovi|evi|nin|ni|he)?$/
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

/** Undefined when the two are not alike. */
export function likeness(query: Part, stored: Part): Match | undefined {
  if (query.skeleton === stored.skeleton) return SAME
  return bestOf(inflected(query, stored), prefix(query, stored), similar(query, stored))
}

function bestOf(...matches: readonly (Match | undefined)[]): Match | undefined {
  let best: Match | undefined
  for (const match of matches) if (match && (!best || match.score > best.score)) best = match
  return best
}

function inflected(query: Part, stored: Part): Match | undefined {
  if (query.stems.includes(stored.skeleton) || stored.stems.includes(query.skeleton)) {
    return { score: 0.93, likeness: 'inflected' }
  }
  return query.stems.some((stem) => stored.stems.includes(stem))
    ? { score: 0.9, likeness: 'inflected' }
    : undefined
}

/** The last letter of what is being typed may be an i that belongs to a vowel to come. */
function prefix(query: Part, stored: Part): Match | undefined {
  const start = query.skeleton.replace(/i$/, '')
  if (start.length < SHORTEST_PREFIX || !stored.skeleton.startsWith(start)) return undefined
  const share = start.length / stored.skeleton.length
  return { score: 0.6 + 0.25 * share, likeness: 'prefix' }
}

function similar(query: Part, stored: Part): Match | undefined {
  const limit = costLimit(Math.min(query.skeleton.length, stored.skeleton.length))
  let cost = distance(query.skeleton, stored.skeleton, limit)
  // An inflected form with a slip in it: stems are compared with less room.
  for (const left of query.stems) {
    for (const right of [stored.skeleton, ...stored.stems]) {
      cost = Math.min(cost, 0.3 + distance(left, right, costLimit(left.length) - 0.3))
    }
  }
  return cost <= limit ? { score: 0.88 - 0.22 * cost, likeness: 'similar' } : undefined
}

/** How far apart two parts of a length may be and still be worth showing. */
const costLimit = (length: number): number =>
  length <= 3 ? 0.4 : length <= 5 ? 1 : length <= 8 ? 1.5 : 2

const VOWELS = new Set('aeiou')
const PAIRS = new Set(['bp', 'dt', 'vf', 'zs', 'hk', 'cz', 'cs', 'cq', 'ws', 'qs', 'wq'])

function substitution(a: string, b: string): number {
  if (VOWELS.has(a) && VOWELS.has(b)) return 0.5
  return PAIRS.has(a + b) || PAIRS.has(b + a) ? 0.5 : 1
}

const gap = (letter: string): number => (letter === 'h' ? 0.4 : VOWELS.has(letter) ? 0.7 : 1)

/** Weighted edit distance with neighbours swapped for 1; Infinity as soon as it exceeds `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) * 0.4 > limit) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let row: number[] = [0]
  for (const [j, letter] of [...b].entries()) row.push((row[j] ?? 0) + gap(letter))
  for (let i = 1; i <= a.length; i += 1) {
    const left = a.charAt(i - 1)
    const next: number[] = [(row[0] ?? 0) + gap(left)]
    let least = next[0] ?? 0
    for (let j = 1; j <= b.length; j += 1) {
      const right = b.charAt(j - 1)
      const kept = (row[j - 1] ?? 0) + (left === right ? 0 : substitution(left, right))
      const swapped =
        i > 1 && j > 1 && left === b.charAt(j - 2) && a.charAt(i - 2) === right
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      const cost = Math.min(
        kept,
        swapped,
        (row[j] ?? 0) + gap(left),
        (next[j - 1] ?? 0) + gap(right),
      )
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return Number.POSITIVE_INFINITY
    before = row
    row = next
  }
  const cost = row[b.length] ?? Number.POSITIVE_INFINITY
  return cost <= limit ? cost : Number.POSITIVE_INFINITY
}
