/** Why a name was found: its spelling, the language of it, and how each part of the query was met. */
import type { MatchedPart, Reason } from '../../../shared/contract/records.ts'
import type { Name } from '../../../shared/model/values.ts'
import { type NameToken, nameTokens } from '../../../shared/names/fold.ts'
import type { Likeness } from '../../../shared/names/likeness.ts'
import { isPatronymicAmong } from '../../../shared/names/patronymic.ts'
import type { FoldedRecord } from '../records/fold.ts'
import type { NameMatch, PlacedMatch } from './nameIndex.ts'

/** A part of the query: the word as typed, folded, and its sound. */
type Asked = NameToken

const HOW: Readonly<Record<Exclude<Likeness, 'same'>, MatchedPart['how']>> = {
  inflected: 'inflected',
  prefix: 'begun',
  similar: 'similar',
}

export function nameReason(
  record: FoldedRecord,
  asked: readonly Asked[],
  { field, text, parts: matches }: NameMatch,
): Reason {
  const words = nameTokens(text)
  const parts = asked.map((part, place) =>
    matchedPart(part, matches[place], words, isPatronymicAmong(part.skeleton, asked.length)),
  )
  const name = { lang: languageOf(record, field, text), parts }
  return { type: typeOf(parts), field, matched: text, name }
}

function matchedPart(
  { word: asked }: Asked,
  match: PlacedMatch | undefined,
  words: readonly NameToken[],
  patronymic: boolean,
): MatchedPart {
  if (!match) return { asked, met: null, how: 'missing', patronymic }
  const met = words.slice(match.place, match.place + match.stored).map(({ word }) => word)
  const how =
    match.likeness !== 'same'
      ? HOW[match.likeness]
      : met.includes(asked)
        ? 'same'
        : 'other_spelling'
  return { asked, met: met.join(' '), how, patronymic }
}

function typeOf(parts: readonly MatchedPart[]): Reason['type'] {
  const kinds = new Set(parts.map(({ how }) => how))
  if (kinds.has('similar') || kinds.has('inflected')) return 'name_similar'
  if (kinds.has('begun')) return 'prefix'
  return kinds.has('other_spelling') ? 'name_other_script' : 'name_exact'
}

function languageOf({ statements }: FoldedRecord, field: string, text: string): Name['lang'] {
  for (const { field: name, value, retractedBy } of statements) {
    if (name !== field || retractedBy !== null) continue
    if ((value as Name).text === text) return (value as Name).lang
  }
  return 'other'
}
