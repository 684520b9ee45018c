/**
 * One box for everything: names in any script and spelling, words, beginnings of words. Every part of the query
 * is looked for among the names and among the words; a hit says what of the record matched.
 */

import type { z } from 'zod'
import type { Reason, SearchHit } from '../../../shared/contract/records.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { foldWords, nameTokens } from '../../../shared/names/fold.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { openKind } from '../records/indexing.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { NameMatch } from './nameIndex.ts'
import { SearchIndex } from './searchIndex.ts'
import { wordReasons } from './wordReasons.ts'

type SearchReason = z.infer<typeof Reason>

/** Parts of a query beyond this many are not looked at. */
const MOST_PARTS = 8
/** Records taken from the words of one part: beyond that the part is too common to find anything by. */
const MOST_PER_WORD = 2000
const WORD_SCORE = 0.6
/** Below this share of the best hit a hit is noise. */
const SHARE_OF_BEST = 0.72
const LEAST_SCORE = 0.3
/** A patronymic is rarely recorded: it helps and is not missed. */
const PATRONYMIC = /(?:oviq|eviq|iq|ivna|ovna|evna|iqna)[aeiu]?$/

const SOUNDED = /[\p{Script=Latin}\p{Script=Cyrillic}]/u

interface QueryPart {
  readonly word: string
  readonly skeleton: string
  readonly weight: number
}

interface Ranked {
  readonly record: FoldedRecord
  readonly score: number
  readonly name: NameMatch | undefined
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

  /** Best first. */
  query(query: string, limit: number): SearchHit[] {
    const parts = partsOf(query)
    return this.#rank(parts)
      .slice(0, limit)
      .map(({ record, score, name }) => ({
        id: record.id,
        kind: openKind(record),
        title: this.#index.title(record.id),
        score,
        reasons: reasons(record, parts, name),
      }))
  }

  /** Ids of records of a kind that match, best first. */
  find(query: string, kind: OpenKind): RecordId[] {
    return this.#rank(partsOf(query), kind).map(({ record }) => record.id)
  }

  #rank(parts: readonly QueryPart[], kind?: OpenKind): Ranked[] {
    if (parts.length === 0) return []
    const byName = this.#matchNames(parts)
    const byWord = parts.map(
      ({ word }) => new Set(word === '' ? [] : this.#searchIndex.withWord(word, MOST_PER_WORD)),
    )
    const ids = new Set<RecordId>(byName.keys())
    for (const found of byWord) for (const id of found) ids.add(id)
    const ranked: Ranked[] = []
    for (const id of ids) {
      const record = this.#store.get(id)
      if (!record || (kind && record.kind !== kind)) continue
      const name = byName.get(id)
      const scores = parts.map((_, place) =>
        Math.max(name?.parts[place]?.score ?? 0, byWord[place]?.has(id) ? WORD_SCORE : 0),
      )
      const score = average(parts, scores) * (0.9 + 0.1 * (name?.covered ?? 0))
      if (score >= LEAST_SCORE) ranked.push({ record, score, name })
    }
    ranked.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1))
    const least = (ranked[0]?.score ?? 0) * SHARE_OF_BEST
    return ranked.filter(({ score }) => score >= least)
  }

  /** For each record the spelling that answers best. */
  #matchNames(parts: readonly QueryPart[]): Map<RecordId, NameMatch> {
    const best = new Map<RecordId, { match: NameMatch; score: number }>()
    for (const match of this.#searchIndex.matchNames(parts.map(({ skeleton }) => skeleton))) {
      const scores = match.parts.map((each) => each?.score ?? 0)
      const score = average(parts, scores) * (0.9 + 0.1 * match.covered)
      const known = best.get(match.id)
      if (!known || score > known.score) best.set(match.id, { match, score })
    }
    return new Map([...best].map(([id, { match }]) => [id, match]))
  }

  /** When everything that was there at the opening has been taken in, without haste. Never after `close`. */
  ready(): Promise<void> {
    return this.#searchIndex.ready
  }

  close(): void {
    this.#searchIndex.close()
  }
}

/** Weighted by the parts, so that a patronymic that is not recorded costs little. */
function average(parts: readonly QueryPart[], scores: readonly number[]): number {
  let sum = 0
  let weights = 0
  for (const [place, { weight }] of parts.entries()) {
    sum += weight * (scores[place] ?? 0)
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
    weight: tokens.length > 1 && PATRONYMIC.test(skeleton) ? 0.3 : 1,
  }))
}

function reasons(
  record: FoldedRecord,
  parts: readonly QueryPart[],
  name: NameMatch | undefined,
): SearchReason[] {
  const byWord = parts.filter((_, place) => !name?.parts[place]).map(({ word }) => word)
  const found = wordReasons(record, byWord)
  return name
    ? [{ type: nameReason(parts, name), field: name.field, matched: name.text }, ...found]
    : found
}

function nameReason(
  parts: readonly QueryPart[],
  { text, parts: matches }: NameMatch,
): SearchReason['type'] {
  const kinds = new Set(matches.flatMap((match) => match?.likeness ?? []))
  if (kinds.has('similar') || kinds.has('inflected')) return 'name_similar'
  if (kinds.has('prefix')) return 'prefix'
  const words = new Set(nameTokens(text).map(({ word }) => word))
  const asWritten = parts.every(({ word }, place) => !matches[place] || words.has(word))
  return asWritten ? 'name_exact' : 'name_other_script'
}
