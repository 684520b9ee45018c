/**
 * The spellings of all names, for finding one by another. Every distinct part is compared once with each part of
 * the query, then the names that have matching parts are weighed. Parts are compared separately and in any order;
 * neighbouring parts are also taken together (Emir-Usein, Emirusein).
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import { nameTokens } from '../../../shared/names/fold.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { viewOf } from '../records/preferred.ts'
import { likeness, type Match, type Part, partOf } from '../../../shared/names/likeness.ts'

interface Posting {
  readonly name: number
  /** First part of the name that this skeleton stands for, and how many parts it spans. */
  readonly place: number
  readonly span: 1 | 2
}

/** How one spelling answers a query, part by part. */
export interface NameMatch {
  readonly id: RecordId
  readonly field: string
  readonly text: string
  /** For each part of the query its match, undefined where nothing in the name is like it. */
  readonly parts: readonly (Match | undefined)[]
  /** How much of the name the query speaks of, 0 to 1. */
  readonly covered: number
}

interface Spelling {
  readonly id: RecordId
  readonly field: string
  readonly text: string
  /** Skeletons of its parts in their order. */
  readonly parts: readonly string[]
}

export class NameIndex {
  readonly #names: (Spelling | undefined)[] = []
  readonly #free: number[] = []
  readonly #ofRecord = new Map<RecordId, number[]>()
  /** By skeleton: of parts, and of two neighbouring parts written as one. */
  readonly #parts: PostingTable = new Map()
  readonly #pairs: PostingTable = new Map()

  /** The names a record has now, in place of those it had. */
  put(record: FoldedRecord): void {
    this.remove(record.id)
    for (const { field, name, statements } of viewOf(record)) {
      if (field.type !== 'name') continue
      for (const { value } of statements) this.#add(record.id, name, (value as Name).text)
    }
  }

  remove(id: RecordId): void {
    for (const place of this.#ofRecord.get(id) ?? []) this.#drop(place)
    this.#ofRecord.delete(id)
  }

  /** Every spelling with a part that is like one of the query's. `skeletons` are the parts of the query. */
  match(skeletons: readonly string[]): NameMatch[] {
    const query = queryParts(skeletons)
    const found = new Map<number, Candidate[]>()
    collect(this.#parts, query, found)
    // Two parts against two are found part by part.
    collect(
      this.#pairs,
      query.filter(({ span }) => span === 1),
      found,
    )
    const matches: NameMatch[] = []
    for (const [place, candidates] of found) {
      const name = this.#names[place]
      if (name) matches.push(weigh(name, candidates, skeletons.length))
    }
    return matches
  }

  #add(id: RecordId, field: string, text: string): void {
    const parts = nameTokens(text).map(({ skeleton }) => skeleton)
    if (parts.length === 0) return
    const name = this.#free.pop() ?? this.#names.length
    for (const [place, part] of parts.entries()) {
      post(this.#parts, part, { name, place, span: 1 })
      const next = parts[place + 1]
      if (next !== undefined) post(this.#pairs, joined(part, next), { name, place, span: 2 })
    }
    this.#names[name] = { id, field, text, parts }
    const ofRecord = this.#ofRecord.get(id)
    if (ofRecord) ofRecord.push(name)
    else this.#ofRecord.set(id, [name])
  }

  #drop(name: number): void {
    const parts = this.#names[name]?.parts ?? []
    for (const [place, part] of parts.entries()) {
      withdraw(this.#parts, part, name)
      const next = parts[place + 1]
      if (next !== undefined) withdraw(this.#pairs, joined(part, next), name)
    }
    this.#names[name] = undefined
    this.#free.push(name)
  }
}

type PostingTable = Map<string, { readonly part: Part; readonly postings: Posting[] }>

function post(table: PostingTable, skeleton: string, posting: Posting): void {
  const known = table.get(skeleton)
  if (known) known.postings.push(posting)
  else table.set(skeleton, { part: partOf(skeleton), postings: [posting] })
}

function withdraw(table: PostingTable, skeleton: string, name: number): void {
  const known = table.get(skeleton)
  if (!known) return
  const kept = known.postings.filter((each) => each.name !== name)
  if (kept.length > 0) table.set(skeleton, { ...known, postings: kept })
  else table.delete(skeleton)
}

/** Adds to `found`, for each name, what in it is like a part of the query. */
function collect(
  table: PostingTable,
  query: readonly QueryPart[],
  found: Map<number, Candidate[]>,
): void {
  for (const { part, postings } of table.values()) {
    for (const { part: asked, from, span } of query) {
      const match = likeness(asked, part)
      if (!match) continue
      for (const posting of postings) {
        const candidates = found.get(posting.name)
        const candidate = { match, from, span, posting }
        if (candidates) candidates.push(candidate)
        else found.set(posting.name, [candidate])
      }
    }
  }
}

interface QueryPart {
  readonly part: Part
  readonly from: number
  readonly span: 1 | 2
}

interface Candidate {
  readonly match: Match
  readonly from: number
  readonly span: 1 | 2
  readonly posting: Posting
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

/** Best candidates first, each part of the query and of the name used once. */
function weigh(
  { id, field, text, parts: ofName }: Spelling,
  candidates: Candidate[],
  asked: number,
): NameMatch {
  candidates.sort((a, b) => b.match.score - a.match.score || b.span - a.span)
  const parts: (Match | undefined)[] = Array.from({ length: asked }, () => undefined)
  const used = new Set<number>()
  for (const { match, from, span, posting } of candidates) {
    const query = range(from, span)
    const name = range(posting.place, posting.span)
    if (query.some((place) => parts[place]) || name.some((place) => used.has(place))) continue
    for (const place of query) parts[place] = match
    for (const place of name) used.add(place)
  }
  return { id, field, text, parts, covered: used.size / ofName.length }
}

const range = (from: number, span: 1 | 2): number[] => (span === 1 ? [from] : [from, from + 1])
