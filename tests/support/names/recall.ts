/**
 * How often a person indexed under one spelling is among the first five when asked for by another, among many other
 * names. Every spelling of a person is asked for, the person being indexed in turn under several clean ones.
 */
import { nameTokens } from '../../../shared/names/fold.ts'
import { NameLookup } from '../../../shared/names/lookup.ts'
import type { InventedPerson } from './invented.ts'

export interface Score {
  asked: number
  found: number
}

export type Finder = (
  names: readonly string[],
) => (query: string, limit: number) => readonly number[]

const TOP = 5

export const engine: Finder = (names) => {
  const lookup = new NameLookup()
  const places = new Map(names.map((name, place) => [lookup.add(name), place]))
  return (query, limit) =>
    lookup
      .find(
        nameTokens(query).map(({ skeleton }) => skeleton),
        limit,
      )
      .map(({ name }) => places.get(name) ?? -1)
}

/** Scores by group and by label. */
export function recall(
  people: readonly InventedPerson[],
  others: readonly string[],
  finder: Finder,
  rounds: number,
  misses?: (query: string, indexed: string, label: string) => void,
): Map<string, Score> {
  const scores = new Map<string, Score>()
  const count = (key: string, isFound: boolean) => {
    const score = scores.get(key) ?? { asked: 0, found: 0 }
    scores.set(key, { asked: score.asked + 1, found: score.found + (isFound ? 1 : 0) })
  }
  for (let round = 0; round < rounds; round += 1) {
    const indexed = people.map(({ spellings }, place) => {
      const clean = spellings.filter(({ group }) => group === 'nominative')
      return clean[(place + round * 5) % clean.length]?.text ?? ''
    })
    const find = finder([...indexed, ...others])
    for (const [place, { spellings }] of people.entries()) {
      for (const { group, label, text } of spellings) {
        if (text === indexed[place]) continue
        const isFound = find(text, TOP).includes(place)
        count(group, isFound)
        count(label, isFound)
        if (!isFound) misses?.(text, indexed[place] ?? '', label)
      }
    }
  }
  return scores
}
