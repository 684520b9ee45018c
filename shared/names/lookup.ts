/**
 * Finds a name among many by any of its spellings: parts are compared separately and in any order, two
 * neighbouring parts also as one word (Emir-Usein, Emirusein). What comes back says, part by part, how it was
 * found. It finds candidates, best first; it never says that two people are one.
 */
import { leastOfBeginnings } from './distance.ts'
import { nameTokens } from './fold.ts'
import {
  costLimit,
  LONGEST_ENDING,
  likeness,
  type Match,
  type Part,
  partOf,
  prefixOf,
} from './likeness.ts'
import { PartIndex, type PartMatches } from './partIndex.ts'
import { isPatronymicAmong } from './patronymic.ts'
import { Best, type Candidate, type NameHit, weigh } from './weigh.ts'

export type { NameHit } from './weigh.ts'

/** A part of the query, or two neighbours written as one, with the parts of names that are like it. */
interface Piece {
  readonly from: number
  readonly span: 1 | 2
  readonly found: PartMatches
}

/** Where two neighbouring parts of a name are together like one part of the query. */
interface Halves {
  readonly name: number
  readonly place: number
  readonly from: number
  readonly match: Match
}

const PATRONYMIC_WEIGHT = 0.3
/** Names weighed exactly, of those that look best at first. */
const MOST_WEIGHED = 400
/** Both halves of a word written as one are at least this long. */
const SHORTEST_HALF = 3
/** Places of a name fit into this many bits. */
const PLACE_BITS = 5
const PLACES = 1 << PLACE_BITS
/** Steps by which rough sums are told apart. */
const STEPS = 2048

export class NameLookup {
  readonly #parts = new PartIndex()
  /** For each part the names that have it: name × PLACES + place. */
  readonly #postings: number[][] = []
  /** Parts of each name, in their order. */
  readonly #names: (readonly number[] | undefined)[] = []
  readonly #free: number[] = []
  /** Of the search that is going on: what each name comes to at most, and by which part of the query it was met last. */
  #rough = new Float64Array(1024)
  #met = new Uint32Array(1024)
  #lastMark = 0

  /** The number of the name from now on; undefined when it has no part that sounds. */
  add(text: string): number | undefined {
    const parts = nameTokens(text)
      .slice(0, PLACES)
      .map(({ skeleton }) => this.#parts.add(skeleton))
    if (parts.length === 0) return undefined
    const name = this.#free.pop() ?? this.#names.length
    this.#names[name] = parts
    for (const [place, part] of parts.entries()) {
      const posting = (name << PLACE_BITS) | place
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
    for (const part of new Set(parts)) {
      const kept = this.#postingsOf(part).filter((posting) => nameOf(posting) !== name)
      this.#postings[part] = kept
      if (kept.length === 0) this.#parts.remove(part)
    }
    this.#free.push(name)
  }

  /** The names that answer best, best first. `skeletons` are the parts of the query (see nameTokens). */
  find(skeletons: readonly string[], limit: number): NameHit[] {
    const weights = skeletons.map((skeleton) => weightOf(skeleton, skeletons.length))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const pieces = this.#pieces(skeletons)
    // A patronymic is one word.
    const halves = skeletons.flatMap((skeleton, from) =>
      weights[from] === PATRONYMIC_WEIGHT ? [] : this.#halves(skeleton, from),
    )
    const best = new Best(limit)
    for (const name of this.#likeliest(pieces, halves, weights, Math.max(limit, MOST_WEIGHED))) {
      // No name weighs more than what it comes to roughly, and these are in order.
      if (best.isFull && (this.#rough[name] ?? 0) < best.least * all) break
      const parts = this.#names[name] ?? []
      best.add(weigh(name, parts.length, this.#candidates(name, parts, pieces, halves), weights))
    }
    return best.hits
  }

  #pieces(skeletons: readonly string[]): Piece[] {
    return skeletons.flatMap((skeleton, from): Piece[] => {
      if (skeleton === '') return []
      const one: Piece = { from, span: 1, found: this.#parts.find(partOf(skeleton)) }
      const next = skeletons[from + 1]
      if (!next) return [one]
      return [one, { from, span: 2, found: this.#parts.find(partOf(joined(skeleton, next))) }]
    })
  }

  /** Names in which two neighbouring parts are together like this one: the first of them exactly its beginning. */
  #halves(skeleton: string, from: number): Halves[] {
    const halves: Halves[] = []
    const whole = partOf(skeleton)
    const limit = costLimit(skeleton.length)
    /** Two parts are neighbours in many names. */
    const known = new Map<number, Match | null>()
    for (let cut = SHORTEST_HALF; cut <= skeleton.length - SHORTEST_HALF; cut += 1) {
      const left = this.#parts.numberOf(skeleton.slice(0, cut))
      if (left === undefined) continue
      known.clear()
      for (const posting of this.#postingsOf(left)) {
        const [name, place] = [nameOf(posting), placeOf(posting)]
        const right = this.#names[name]?.[place + 1]
        if (right === undefined) continue
        let match = known.get(right)
        if (match === undefined) {
          match = this.#wholeLike(whole, left, right, limit) ?? null
          known.set(right, match)
        }
        if (match) halves.push({ name, place, from, match })
      }
    }
    return halves
  }

  #wholeLike(whole: Part, left: number, right: number, limit: number): Match | undefined {
    const start = this.#parts.textOf(left)
    const both = joined(start, this.#parts.textOf(right))
    // A look at the letters spares most of them the search for their stems.
    const mayBe = mayGoOn(whole.text, both, start.length, limit)
    return mayBe ? likeness(whole, partOf(both)) : undefined
  }

  /** The names with the highest sums, highest first, each part of the query counted once: no less than what they weigh. */
  #likeliest(
    pieces: readonly Piece[],
    halves: readonly Halves[],
    weights: readonly number[],
    most: number,
  ): number[] {
    this.#makeRoom(weights.length)
    const firstMark = this.#lastMark + 1
    const names: number[] = []
    for (const [part, weight] of weights.entries()) {
      this.#lastMark += 1
      // Best first, so that a name is met by the best of what it has.
      const ways = [
        ...pieces.flatMap(({ from, span, found }) =>
          from <= part && part < from + span ? found.list : [],
        ),
        ...halves.filter(({ from }) => from === part),
      ].sort((a, b) => b.match.score - a.match.score)
      for (const way of ways) {
        const worth = weight * way.match.score
        if ('name' in way) this.#meet(way.name, worth, firstMark, names)
        else {
          for (const posting of this.#postingsOf(way.part)) {
            this.#meet(nameOf(posting), worth, firstMark, names)
          }
        }
      }
    }
    return this.#highest(names, most)
  }

  #meet(name: number, worth: number, firstMark: number, names: number[]): void {
    const mark = this.#met[name] ?? 0
    if (mark === this.#lastMark) return
    this.#met[name] = this.#lastMark
    if (mark >= firstMark) this.#rough[name] = (this.#rough[name] ?? 0) + worth
    else {
      this.#rough[name] = worth
      names.push(name)
    }
  }

  /** Thousands share a given name: they are counted by steps, and only those above the last step are sorted. */
  #highest(names: readonly number[], most: number): number[] {
    let kept = names
    if (names.length > most) {
      let highest = 0
      for (const name of names) highest = Math.max(highest, this.#rough[name] ?? 0)
      const scale = (STEPS - 1) / highest
      const counts = new Uint32Array(STEPS)
      const stepOf = (name: number) => Math.floor((this.#rough[name] ?? 0) * scale)
      for (const name of names) counts[stepOf(name)] = (counts[stepOf(name)] ?? 0) + 1
      let [step, count] = [STEPS - 1, counts[STEPS - 1] ?? 0]
      while (count < most && step > 0) {
        step -= 1
        count += counts[step] ?? 0
      }
      kept = names.filter((name) => stepOf(name) >= step)
    }
    return kept
      .toSorted((a, b) => (this.#rough[b] ?? 0) - (this.#rough[a] ?? 0) || a - b)
      .slice(0, most)
  }

  /** What in one name is like a part of the query. */
  #candidates(
    name: number,
    parts: readonly number[],
    pieces: readonly Piece[],
    halves: readonly Halves[],
  ): Candidate[] {
    const candidates: Candidate[] = []
    for (const { from, span: fromSpan, found } of pieces) {
      for (const [place, part] of parts.entries()) {
        const match = found.of(part)
        if (match) candidates.push({ match, from, fromSpan, place, span: 1 })
      }
    }
    for (const { name: other, place, from, match } of halves) {
      if (other === name) candidates.push({ match, from, fromSpan: 1, place, span: 2 })
    }
    return candidates
  }

  #makeRoom(marks: number): void {
    const isUsedUp = this.#lastMark + marks >= 2 ** 32
    if (this.#rough.length >= this.#names.length && !isUsedUp) return
    this.#rough = new Float64Array(this.#names.length * 2)
    this.#met = new Uint32Array(this.#names.length * 2)
    this.#lastMark = 0
  }

  #postingsOf(part: number): readonly number[] {
    return this.#postings[part] ?? []
  }
}

const nameOf = (posting: number): number => posting >>> PLACE_BITS
const placeOf = (posting: number): number => posting & (PLACES - 1)

const weightOf = (skeleton: string, parts: number): number =>
  isPatronymicAmong(skeleton, parts) ? PATRONYMIC_WEIGHT : 1

/** False only when what follows the common beginning of `start` letters makes the two unlike, whatever their endings. */
function mayGoOn(asked: string, both: string, start: number, limit: number): boolean {
  if (both.startsWith(prefixOf(asked))) return true
  const [rest, other] = [asked.slice(start), both.slice(start)]
  return leastOfBeginnings(rest, other, LONGEST_ENDING) <= limit
}

/** Two parts written as one: a letter that ends the one and begins the other is written once. */
export const joined = (left: string, right: string): string =>
  left.endsWith(right.charAt(0)) ? left + right.slice(1) : left + right
