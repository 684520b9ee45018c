/** What one name is worth as an answer: its best matches, each part used once, and how much of it was asked for. */
import type { Match } from './likeness.ts'

/** How one spelling answers a query. */
export interface NameHit {
  /** What `add` gave for the spelling. */
  readonly name: number
  /** 0 to 1. */
  readonly score: number
  /** For each part of the query its match, undefined where nothing in the name is like it. */
  readonly parts: readonly (PlacedMatch | undefined)[]
  /** How much of the name the query speaks of, 0 to 1. */
  readonly covered: number
}

export interface PlacedMatch extends Match {
  /** The first part of the name that it matched, and how many parts. */
  readonly place: number
  readonly span: 1 | 2
}

/** Something in a name that is like a part of the query, or like two of them written as one. */
export interface Candidate {
  readonly match: Match
  readonly from: number
  readonly fromSpan: 1 | 2
  readonly place: number
  readonly span: 1 | 2
}

const COVERED_SHARE = 0.1

/** Best candidates first, each part of the query and of the name used once. */
export function weigh(
  name: number,
  partsOfName: number,
  candidates: readonly Candidate[],
  weights: readonly number[],
): NameHit {
  const sorted =
    candidates.length > 1
      ? [...candidates].sort(
          (a, b) => b.match.score - a.match.score || b.span + b.fromSpan - a.span - a.fromSpan,
        )
      : candidates
  const parts: (PlacedMatch | undefined)[] = weights.map(() => undefined)
  const used = new Set<number>()
  for (const { match, from, fromSpan, place, span } of sorted) {
    if (parts[from] || (fromSpan === 2 && parts[from + 1])) continue
    if (used.has(place) || (span === 2 && used.has(place + 1))) continue
    for (let part = from; part < from + fromSpan; part += 1) parts[part] = { ...match, place, span }
    for (let each = place; each < place + span; each += 1) used.add(each)
  }
  let sum = 0
  let all = 0
  for (const [part, weight] of weights.entries()) {
    sum += weight * (parts[part]?.score ?? 0)
    all += weight
  }
  const covered = partsOfName === 0 ? 0 : used.size / partsOfName
  const score = all === 0 ? 0 : (sum / all) * (1 - COVERED_SHARE + COVERED_SHARE * covered)
  return { name, score, parts, covered }
}

/** The best hits of those put in, best first; of equals the one with the smaller number. */
export class Best {
  readonly hits: NameHit[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get isFull(): boolean {
    return this.hits.length >= this.#most
  }

  /** The score of the last. */
  get least(): number {
    return this.hits.at(-1)?.score ?? 0
  }

  add(hit: NameHit): void {
    let place = this.hits.length
    while (place > 0 && isBetter(hit, this.hits[place - 1])) place -= 1
    this.hits.splice(place, 0, hit)
    if (this.hits.length > this.#most) this.hits.pop()
  }
}

const isBetter = (a: NameHit, b: NameHit | undefined): boolean =>
  b === undefined || a.score > b.score || (a.score === b.score && a.name < b.name)
