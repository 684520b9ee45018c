/**
 * Finds a name among many by any of its spellings: parts are compared separately and in any order, two
 * neighbouring parts also as one word (Emir-Usein, Emirusein). What comes back says, part by part, how it was
 * found. It finds candidates, best first; it never says that two people are one.
 */
import { nameTokens } from './fold.ts'
import { likeness, type Match, partOf } from './likeness.ts'
import { PartIndex } from './partIndex.ts'
import { isPatronymicAmong } from './patronymic.ts'

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

interface Candidate {
  readonly match: Match
  readonly from: number
  readonly fromSpan: 1 | 2
  readonly place: number
  readonly span: 1 | 2
}

const PATRONYMIC_WEIGHT = 0.3
const COVERED_SHARE = 0.1
/** Names weighed exactly, of those that look best at first. */
const MOST_WEIGHED = 400
/** Both halves of a word written as one are at least this long. */
const SHORTEST_HALF = 3
/** Places of a name fit into this many. */
const PLACES = 32

export class NameLookup {
  readonly #parts = new PartIndex()
  /** For each part the names that have it: name × PLACES + place. */
  readonly #postings: number[][] = []
  /** Parts of each name by number, in their order. */
  readonly #names: (readonly string[] | undefined)[] = []
  readonly #free: number[] = []
  #rough = new Float64Array(1024)

  /** The number of the name from now on; undefined when it has no part that sounds. */
  add(text: string): number | undefined {
    const parts = nameTokens(text)
      .map(({ skeleton }) => skeleton)
      .slice(0, PLACES)
    if (parts.length === 0) return undefined
    const name = this.#free.pop() ?? this.#names.length
    this.#names[name] = parts
    for (const [place, skeleton] of parts.entries()) {
      const part = this.#parts.add(skeleton)
      const posting = name * PLACES + place
      const known = this.#postings[part]
      if (known) known.push(posting)
      else this.#postings[part] = [posting]
    }
    return name
  }

  remove(name: number): void {
    const parts = this.#names[name]
    if (!parts) return
    this.#names[name] = undefined
    for (const skeleton of new Set(parts)) {
      const part = this.#parts.numberOf(skeleton)
      if (part === undefined) continue
      const kept = (this.#postings[part] ?? []).filter(
        (posting) => Math.floor(posting / PLACES) !== name,
      )
      this.#postings[part] = kept
      if (kept.length === 0) this.#parts.remove(part)
    }
    this.#free.push(name)
  }

  /** The names that answer best, best first. `skeletons` are the parts of the query (see nameTokens). */
  find(skeletons: readonly string[], limit: number): NameHit[] {
    const found = this.#candidates(skeletons)
    const weights = skeletons.map((skeleton) => weightOf(skeleton, skeletons.length))
    const hits: NameHit[] = []
    for (const name of this.#best(found, weights, Math.max(limit, MOST_WEIGHED))) {
      hits.push(weigh(name, this.#names[name] ?? [], found.get(name) ?? [], weights))
    }
    hits.sort((a, b) => b.score - a.score || a.name - b.name)
    return hits.slice(0, limit)
  }

  /** For each name what in it is like a part of the query. */
  #candidates(skeletons: readonly string[]): Map<number, Candidate[]> {
    const found = new Map<number, Candidate[]>()
    const put = (name: number, candidate: Candidate) => {
      const known = found.get(name)
      if (known) known.push(candidate)
      else found.set(name, [candidate])
    }
    for (const [from, skeleton] of skeletons.entries()) {
      if (skeleton === '') continue
      const asked = partOf(skeleton)
      for (const { part, match } of this.#parts.find(asked)) {
        for (const posting of this.#postings[part] ?? []) {
          const place = posting % PLACES
          put((posting - place) / PLACES, { match, from, fromSpan: 1, place, span: 1 })
        }
      }
      this.#findHalves(skeleton, (name, place, match) =>
        put(name, { match, from, fromSpan: 1, place, span: 2 }),
      )
      const next = skeletons[from + 1]
      if (!next) continue
      for (const { part, match } of this.#parts.find(partOf(joined(skeleton, next)))) {
        for (const posting of this.#postings[part] ?? []) {
          const place = posting % PLACES
          put((posting - place) / PLACES, { match, from, fromSpan: 2, place, span: 1 })
        }
      }
    }
    return found
  }

  /** Names in which two neighbouring parts are together like this one: the first of them exactly its beginning. */
  #findHalves(skeleton: string, put: (name: number, place: number, match: Match) => void): void {
    const whole = partOf(skeleton)
    for (let cut = SHORTEST_HALF; cut <= skeleton.length - SHORTEST_HALF; cut += 1) {
      const first = this.#parts.numberOf(skeleton.slice(0, cut))
      if (first === undefined) continue
      for (const posting of this.#postings[first] ?? []) {
        const place = posting % PLACES
        const name = (posting - place) / PLACES
        const [left, right] = [this.#names[name]?.[place], this.#names[name]?.[place + 1]]
        if (left === undefined || right === undefined) continue
        const match = likeness(whole, partOf(joined(left, right)))
        if (match) put(name, place, match)
      }
    }
  }

  /** The names with the highest sums, each part of the query counted once: no less than what they weigh. */
  #best(
    found: ReadonlyMap<number, readonly Candidate[]>,
    weights: readonly number[],
    most: number,
  ): number[] {
    if (found.size <= most) return [...found.keys()]
    if (this.#rough.length < this.#names.length) {
      this.#rough = new Float64Array(this.#names.length * 2)
    }
    const rough = this.#rough
    const best = new Float64Array(weights.length)
    for (const [name, candidates] of found) {
      best.fill(0)
      for (const { match, from, fromSpan } of candidates) {
        for (let part = from; part < from + fromSpan; part += 1) {
          if (match.score > (best[part] ?? 0)) best[part] = match.score
        }
      }
      let sum = 0
      for (const [part, weight] of weights.entries()) sum += weight * (best[part] ?? 0)
      rough[name] = sum
    }
    const names = [...found.keys()]
    names.sort((a, b) => (rough[b] ?? 0) - (rough[a] ?? 0))
    return names.slice(0, most)
  }
}

const weightOf = (skeleton: string, parts: number): number =>
  isPatronymicAmong(skeleton, parts) ? PATRONYMIC_WEIGHT : 1

/** Two parts written as one: a letter that ends the one and begins the other is written once. */
const joined = (left: string, right: string): string =>
  left.endsWith(right.charAt(0)) ? left + right.slice(1) : left + right

/** Best candidates first, each part of the query and of the name used once. */
function weigh(
  name: number,
  ofName: readonly string[],
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
  const covered = ofName.length === 0 ? 0 : used.size / ofName.length
  const score = all === 0 ? 0 : (sum / all) * (1 - COVERED_SHARE + COVERED_SHARE * covered)
  return { name, score, parts, covered }
}
