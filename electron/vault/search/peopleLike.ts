/**
 * People with a name that is like one of some, for whoever judges them one by one: by the parts of one name alone,
 * whatever else it has, the likeliest first. Those who were merged into others are left out.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { nameTokens } from '../../../shared/names/fold.ts'
import { isPatronymicAmong } from '../../../shared/names/patronymic.ts'
import type { IndexDb } from '../db/indexDb.ts'
import { atOnce } from '../slices.ts'
import type { SearchIndex } from './searchIndex.ts'

/** A patronymic is rarely recorded, and is not missed. */
const PATRONYMIC_WEIGHT = 0.3

export function peopleLike(
  index: SearchIndex,
  { records, links }: IndexDb,
  names: readonly string[],
  limit: number,
): RecordId[] {
  const scores = new Map<number, number>()
  for (const name of names) {
    const sounds = nameTokens(name).map(({ skeleton }) => skeleton)
    const weights = sounds.map((sound) =>
      isPatronymicAmong(sound, sounds.length) ? PATRONYMIC_WEIGHT : 1,
    )
    for (const { record, best } of atOnce(index.matchNames(sounds))) {
      const score = best.reduce((sum, each, place) => sum + each * (weights[place] ?? 1), 0)
      if (score > (scores.get(record) ?? 0)) scores.set(record, score)
    }
  }
  const merged = new Set(links.merged())
  const ids: RecordId[] = []
  for (const [key] of [...scores].sort(([a, x], [b, y]) => y - x || b - a)) {
    if (ids.length >= limit) break
    const id = !merged.has(key) && records.kindOf(key) === 'person' && records.idOf(key)
    if (id) ids.push(id)
  }
  return ids
}
