/**
 * One box for everything: names in any script and spelling, words, beginnings of words. Every part of the query
 * is looked for among the names and among the words; a hit says what of the record matched.
 */

import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { Reason, SearchHit } from '../../../shared/contract/records.ts'
import type { SearchFilter } from '../../../shared/contract/search.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { foldWords, nameTokens } from '../../../shared/names/fold.ts'
import { isPatronymicAmong } from '../../../shared/names/patronymic.ts'
import type { CustomLookup } from '../records/customFields.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { openKind } from '../records/indexing.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { atOnce, inSlices, type Pausing, slices } from '../slices.ts'
import { Filters } from './filters.ts'
import type { Candidate, NameMatch } from './nameIndex.ts'
import { nameReason } from './nameReasons.ts'
import { peopleLike } from './peopleLike.ts'
import { SearchIndex } from './searchIndex.ts'
import { wordReasons } from './wordReasons.ts'

/** Parts of a query beyond this many are not looked at. */
const MOST_PARTS = 8
/** Records taken from the words of one part: beyond that the part is too common to find anything by. */
const MOST_PER_WORD = 2000
/** With filters it is not: they leave few. */
const MOST_FILTERED_PER_WORD = 200_000
const WORD_SCORE = 0.6
/** Below this share of the best hit a hit is told of only when somebody asks for all: words beside a name. */
const SHARE_OF_BEST = 0.72
const LEAST_SCORE = 0.3

const SOUNDED = /[\p{Script=Latin}\p{Script=Cyrillic}]/u

interface QueryPart {
  readonly word: string
  readonly skeleton: string
  readonly weight: number
  /** Nothing but words that begin so. */
  readonly isExact?: boolean
}

interface Ranked {
  readonly key: number
  readonly score: number
  readonly name: NameMatch | undefined
}

/** As `search.query` of the contract. */
interface Question {
  readonly query: string
  readonly limit: number
  readonly exact?: boolean
  readonly filters?: readonly SearchFilter[]
  readonly all?: boolean
}
type Answer = CallOutput<'search.query'>

interface Wanted {
  readonly limit: number
  readonly filters: Filters
  readonly all: boolean
}

interface Ranking {
  readonly ranked: readonly Ranked[]
  readonly weaker: boolean
}

interface Answering extends Ranking {
  readonly parts: readonly QueryPart[]
}

/** What was found of one record before it is weighed. */
class Found {
  readonly names: Candidate[] = []
  /** For each part of the query whether one of the record's words begins so. */
  readonly words: boolean[] = []
  /** No more than this can come of it. */
  most = 0
}

export class SearchService {
  readonly #store: RecordStore
  readonly #index: LiveIndex
  readonly #searchIndex: SearchIndex

  constructor(store: RecordStore, index: LiveIndex) {
    this.#store = store
    this.#index = index
    this.#searchIndex = new SearchIndex(store, index)
  }

  /** Best first. `exact`: only what has each word as it is typed, case and marks aside. */
  query(query: string, limit: number, exact = false): SearchHit[] {
    return this.ask({ query, limit, exact }).hits
  }

  /** Best first; of equals what changed last. Without words whatever passes the filters. Errors: `bad_input`. */
  ask(question: Question): Answer {
    const { ranked, parts, weaker } = atOnce(this.#found(question))
    return { hits: [...this.#hits(ranked, parts)].flatMap((hit) => hit ?? []), weaker }
  }

  /** The same, with turns for others while it is looked for and folded. Who is erased meanwhile is left out. */
  async askInSlices(question: Question): Promise<Answer> {
    const { ranked, parts, weaker } = await inSlices(this.#found(question))
    const hits: SearchHit[] = []
    const breathe = slices()
    for (const hit of this.#hits(ranked, parts)) {
      if (hit) hits.push(hit)
      await breathe()
    }
    return { hits, weaker }
  }

  *#found({
    query,
    limit,
    exact = false,
    filters: asked = [],
    all = false,
  }: Question): Pausing<Answering> {
    const filters = new Filters(this.#index.db, asked)
    const parts = exact ? wordPartsOf(query) : partsOf(query)
    if (query.trim() === '' && !filters.isEmpty) {
      this.#searchIndex.catchUp()
      const newest = filters.newest(limit).map((key) => ({ key, score: 0, name: undefined }))
      return { ranked: this.#newestFirst(newest).slice(0, limit), parts, weaker: false }
    }
    const { ranked, weaker } = yield* this.#rank(parts, { limit, filters, all })
    return { ranked: this.#newestFirst(ranked), parts, weaker }
  }

  *#hits(ranked: readonly Ranked[], parts: readonly QueryPart[]): Generator<SearchHit | undefined> {
    for (const { key, score, name } of ranked) {
      const id = this.#index.db.records.idOf(key)
      const record = id && this.#store.get(id)
      if (!record) {
        yield undefined
        continue
      }
      const title = this.#index.title(record.id)
      const why = reasons(record, parts, name, this.#index.custom)
      yield { id: record.id, kind: openKind(record), title, score, reasons: why }
    }
  }

  /** Keys in the working index of the records of a kind that match, best first. */
  *find(query: string, kind: OpenKind): Pausing<readonly number[]> {
    const filters = new Filters(this.#index.db, [{ kind, field: null, value: null }])
    const limit = Number.POSITIVE_INFINITY
    const { ranked } = yield* this.#rank(partsOf(query), { limit, filters, all: false })
    return ranked.map(({ key }) => key)
  }

  /** As peopleLike.ts says. */
  peopleLike(names: readonly string[], limit: number): readonly RecordId[] {
    return peopleLike(this.#searchIndex, this.#index.db, names, limit)
  }

  #newestFirst(ranked: readonly Ranked[]): Ranked[] {
    const { records, filters } = this.#index.db
    const dated = ranked.map((each) => {
      const kind = records.kindOf(each.key)
      return { each, at: kind && !isSealedKind(kind) ? filters.updatedAt(each.key, kind) : 0 }
    })
    return dated
      .sort((a, b) => b.each.score - a.each.score || b.at - a.at || b.each.key - a.each.key)
      .map(({ each }) => each)
  }

  /**
   * Weighs the likeliest first, and no more than could still be among the best `limit`. `weaker`: whether something was
   * left out because it is far below the best.
   */
  *#rank(parts: readonly QueryPart[], { limit, filters, all }: Wanted): Pausing<Ranking> {
    const ranked: Ranked[] = []
    let weaker = false
    if (parts.length === 0) return { ranked, weaker }
    const merged = new Set(this.#index.db.links.merged())
    const least = () => (all ? LEAST_SCORE : Math.max(LEAST_SCORE, best() * SHARE_OF_BEST))
    const best = () => ranked[0]?.score ?? 0
    for (const [key, found] of yield* this.#likeliest(parts, filters)) {
      yield
      if (found.most < LEAST_SCORE || (weaker && found.most < least())) break
      if (ranked.length >= limit && (ranked.at(-1)?.score ?? 0) > found.most) break
      // Found under the record that it was merged into, which says the same.
      if (merged.has(key)) continue
      const kind = this.#index.db.records.kindOf(key)
      if (kind === undefined || isSealedKind(kind) || !filters.passes(key, kind)) continue
      const { score, name } = weighed(parts, found)
      if (score < LEAST_SCORE) continue
      if (score < least()) weaker = true
      else putInOrder(ranked, { key, score, name })
      if (ranked.length > limit) ranked.pop()
    }
    const strong = ranked.filter(({ score }) => score >= least())
    return { ranked: strong, weaker: weaker || strong.length < ranked.length }
  }

  /** Everything that names and words give, by what can come of it at most. */
  *#likeliest(parts: readonly QueryPart[], filters: Filters): Pausing<[number, Found][]> {
    const most = filters.isEmpty ? MOST_PER_WORD : MOST_FILTERED_PER_WORD
    const all = new Map<number, Found>()
    const of = (key: number): Found => {
      const known = all.get(key)
      if (known) return known
      const made = new Found()
      all.set(key, made)
      return made
    }
    const sounds = parts.map(({ skeleton }) => skeleton)
    for (const candidate of yield* this.#searchIndex.matchNames(sounds)) {
      of(candidate.record).names.push(candidate)
    }
    const words = parts.map(({ word }) => word)
    for (const [place, word] of words.entries()) {
      if (word === '' || parts[place]?.isExact) continue
      for (const key of this.#searchIndex.withWords([word], most)) {
        of(key).words[place] = true
      }
      yield
    }
    // Where each word alone is too common, those that have all of them are still found.
    if ((words.length > 1 || parts[0]?.isExact) && !words.includes('')) {
      for (const key of this.#searchIndex.withWords(words, most)) {
        const found = of(key)
        for (const place of words.keys()) found.words[place] = true
      }
    }
    yield
    for (const found of all.values()) found.most = mostOf(parts, found)
    yield
    return [...all].sort(([a, left], [b, right]) => right.most - left.most || b - a)
  }

  /** When everything that was there at the opening has been taken in, without haste. Never after `close`. */
  ready(): Promise<void> {
    return this.#searchIndex.ready
  }

  /** Whether nothing waits to be taken in. */
  get isSettled(): boolean {
    return this.#searchIndex.isSettled
  }

  /** Takes in what waits, in slices. Returns early when it is closed. */
  settle(): Promise<void> {
    return this.#searchIndex.settle()
  }

  close(): void {
    this.#searchIndex.close()
  }
}

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || b.key - a.key

/** They come nearly in order, so that the place of one is near the end. */
function putInOrder(ranked: Ranked[], one: Ranked): void {
  let place = ranked.length
  while (place > 0 && byScore(one, ranked[place - 1] ?? one) < 0) place -= 1
  ranked.splice(place, 0, one)
}

const coverage = (covered: number): number => 0.9 + 0.1 * covered

function mostOf(parts: readonly QueryPart[], { names, words }: Found): number {
  let most = average(parts, (place) => (words[place] ? WORD_SCORE : 0)) * coverage(0)
  for (const { best, mostCovered } of names) {
    const score = average(parts, (place) =>
      Math.max(best[place] ?? 0, words[place] ? WORD_SCORE : 0),
    )
    most = Math.max(most, score * coverage(mostCovered))
  }
  return most
}

/** By the spelling that answers best, and the words for what it leaves. */
function weighed(parts: readonly QueryPart[], { names, words }: Found) {
  let name: NameMatch | undefined
  let nameScore = 0
  for (const candidate of names) {
    const match = candidate.weigh()
    const score =
      average(parts, (place) => match.parts[place]?.score ?? 0) * coverage(match.covered)
    if (name && score <= nameScore) continue
    name = match
    nameScore = score
  }
  const score = average(parts, (place) =>
    Math.max(name?.parts[place]?.score ?? 0, words[place] ? WORD_SCORE : 0),
  )
  return { score: score * coverage(name?.covered ?? 0), name }
}

/** Weighted by the parts, so that a patronymic that is not recorded costs little. */
function average(parts: readonly QueryPart[], scoreOf: (place: number) => number): number {
  let sum = 0
  let weights = 0
  for (let place = 0; place < parts.length; place += 1) {
    const weight = parts[place]?.weight ?? 0
    sum += weight * scoreOf(place)
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

function partsOf(query: string): QueryPart[] {
  const tokens = nameTokens(query)
  // Numbers, and letters of scripts that have no skeleton, are looked for as words.
  const others = foldWords(query)
    .filter((word) => !SOUNDED.test(word))
    .map((word) => ({ word, skeleton: '' }))
  return [...tokens, ...others].slice(0, MOST_PARTS).map(({ word, skeleton }) => ({
    word,
    skeleton,
    weight: isPatronymicAmong(skeleton, tokens.length) ? 0.3 : 1,
  }))
}

/** As typed: they have no sound, so no name is like them. */
const wordPartsOf = (query: string): QueryPart[] =>
  foldWords(query)
    .slice(0, MOST_PARTS)
    .map((word) => ({ word, skeleton: '', weight: 1, isExact: true }))

function reasons(
  record: FoldedRecord,
  parts: readonly QueryPart[],
  name: NameMatch | undefined,
  custom: CustomLookup,
): Reason[] {
  const byWord = parts.filter((_, place) => !name?.parts[place]).map(({ word }) => word)
  const found = wordReasons(record, byWord, custom)
  return name ? [nameReason(record, parts, name), ...found] : found
}
