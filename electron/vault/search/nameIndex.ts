/**
 * The spellings of all names, for finding one by another. Every distinct part is compared once with each part of
 * the query, then the names that have matching parts are weighed, the likeliest first and no more than are asked for.
 * Parts are compared separately and in any order; neighbouring parts are also taken together (Emir-Usein, Emirusein).
 */
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import type { Name } from '../../../shared/model/values.ts'
import { nameTokens } from '../../../shared/names/fold.ts'
import { type Match, type Part, partOf } from '../../../shared/names/likeness.ts'
import type { IndexNames } from '../db/indexNames.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { fieldView } from '../records/preferred.ts'
import type { Pausing } from '../slices.ts'
import { Skeletons } from './skeletons.ts'

/** Fields of names, in the order of the model. */
const NAMES = new Map(
  KINDS.map((kind) => [kind, fieldsOf(kind).filter(([, { type }]) => type === 'name')]),
)

/** How one spelling answers a query, part by part. */
export interface NameMatch {
  readonly field: string
  readonly text: string
  /** For each part of the query its match, undefined where nothing in the name is like it. */
  readonly parts: readonly (PlacedMatch | undefined)[]
  /** How much of the name the query speaks of, 0 to 1. */
  readonly covered: number
}

export interface PlacedMatch extends Match {
  /** The first part of the name that it met, and how many. */
  readonly place: number
  readonly stored: 1 | 2
}

export class NameIndex {
  readonly #rows: IndexNames
  readonly #skeletons: Skeletons

  constructor(rows: IndexNames) {
    this.#rows = rows
    this.#skeletons = new Skeletons(rows)
  }

  /** Reads what it compares with, until `end` (of performance.now()); false when something is left. */
  load(end: number): boolean {
    return this.#skeletons.load(end)
  }

  /** The names a record has now, in place of those it had. `key` is the record's in the working index. */
  put(key: number, record: FoldedRecord): void {
    this.remove(key)
    for (const [name, field] of NAMES.get(record.kind) ?? []) {
      const { statements } = fieldView(record, name, field)
      for (const { value } of statements) this.#add(key, name, (value as Name).text)
    }
  }

  remove(key: number): void {
    for (const { key: name, text } of this.#rows.of(key)) {
      const found = standsIn(skeletonsOf(text)).flatMap((each) => {
        const part = this.#skeletons.keyOf(each.skeleton, each.span)
        return part === undefined ? [] : [{ ...each, part }]
      })
      this.#rows.drop(
        name,
        found.map(({ part }) => part),
      )
      for (const { part, skeleton, span } of found) {
        if (!this.#rows.hasPostings(part)) this.#skeletons.drop(skeleton, span)
      }
    }
  }

  /** Every spelling with a part that is like one of the query's. `skeletons` are the parts of the query. */
  *match(skeletons: readonly string[]): Pausing<Candidate[]> {
    const found = new Map<number, Candidate>()
    for (const { part: asked, from, span } of queryParts(skeletons)) {
      const alike = yield* this.#skeletons.alike(asked, span === 2)
      for (const { key, span: stored, match } of alike) {
        for (const [name, place, record, parts] of this.#rows.postings(key)) {
          let candidate = found.get(name)
          if (!candidate) {
            candidate = new Candidate(this.#rows, name, record, parts, skeletons.length)
            found.set(name, candidate)
          }
          candidate.add({ match, from, span, place, stored })
        }
        yield
      }
    }
    return [...found.values()]
  }

  #add(record: number, field: string, text: string): void {
    const skeletons = skeletonsOf(text)
    if (skeletons.length === 0) return
    const stands = standsIn(skeletons).map(
      ({ skeleton, span, place }) => [this.#skeletons.keyFor(skeleton, span), place] as const,
    )
    this.#rows.add({ record, field, text }, skeletons.length, stands)
  }
}

const skeletonsOf = (text: string): string[] => nameTokens(text).map(({ skeleton }) => skeleton)

interface Stand {
  readonly skeleton: string
  readonly place: number
  readonly span: 1 | 2
}

/** Every part, and every two neighbouring parts as one. */
function standsIn(skeletons: readonly string[]): Stand[] {
  return skeletons.flatMap((skeleton, place) => {
    const next = skeletons[place + 1]
    const single = { skeleton, place, span: 1 as const }
    if (next === undefined) return [single]
    return [single, { skeleton: joined(skeleton, next), place, span: 2 as const }]
  })
}

/** Where something in a name is like a part of the query. */
interface Likely {
  readonly match: Match
  /** The part of the query, and how many it spans. */
  readonly from: number
  readonly span: 1 | 2
  /** The part of the name, and how many it spans. */
  readonly place: number
  readonly stored: 1 | 2
}

/** A name that may answer a query. */
export class Candidate {
  /** Key of its record. */
  readonly record: number
  /** For each part of the query the best score there is; `weigh` may come to less, never to more. */
  readonly best: number[]
  readonly #rows: IndexNames
  readonly #name: number
  readonly #parts: number
  readonly #likely: Likely[] = []
  #widest = 1

  constructor(rows: IndexNames, name: number, record: number, parts: number, asked: number) {
    this.#rows = rows
    this.#name = name
    this.record = record
    this.#parts = parts
    this.best = new Array<number>(asked).fill(0)
  }

  add(likely: Likely): void {
    const { from, span, stored, match } = likely
    this.#likely.push(likely)
    if (stored > this.#widest) this.#widest = stored
    for (let place = from; place < from + span; place += 1) {
      if (match.score > (this.best[place] ?? 0)) this.best[place] = match.score
    }
  }

  /** At most so much of the name is covered. */
  get mostCovered(): number {
    return Math.min(1, (this.best.length * this.#widest) / this.#parts)
  }

  /** Best first, each part of the query and of the name used once. */
  weigh(): NameMatch {
    const likely = this.#likely.sort((a, b) => b.match.score - a.match.score || b.span - a.span)
    const parts: (PlacedMatch | undefined)[] = this.best.map(() => undefined)
    const used = new Set<number>()
    for (const { match, from, span, place, stored } of likely) {
      const query = range(from, span)
      const name = range(place, stored)
      if (query.some((each) => parts[each]) || name.some((each) => used.has(each))) continue
      for (const each of query) parts[each] = { ...match, place, stored }
      for (const each of name) used.add(each)
    }
    const row = () => this.#rows.name(this.#name)
    return {
      // Read for the few that are shown, not for all that are weighed.
      get field() {
        return row()?.field ?? ''
      },
      get text() {
        return row()?.text ?? ''
      },
      parts,
      covered: used.size / this.#parts,
    }
  }
}

interface QueryPart {
  readonly part: Part
  readonly from: number
  readonly span: 1 | 2
}

/** Two parts written as one: a letter that ends the one and begins the other is written once. */
const joined = (left: string, right: string): string =>
  left.endsWith(right.charAt(0)) ? left + right.slice(1) : left + right

/** A part without a skeleton, a number, is matched by nothing here. */
function queryParts(skeletons: readonly string[]): QueryPart[] {
  return skeletons.flatMap((skeleton, from) => {
    if (skeleton === '') return []
    const single = { part: partOf(skeleton), from, span: 1 as const }
    const next = skeletons[from + 1]
    if (!next) return [single]
    return [single, { part: partOf(joined(skeleton, next)), from, span: 2 as const }]
  })
}

const range = (from: number, span: 1 | 2): number[] => (span === 1 ? [from] : [from, from + 1])
