/**
 * What was judged before, used for a row that several people of the vault could be: a row is one of them when it fits
 * one best and that one was called another person than each of the rest, or when it writes a name that came to the
 * record by a merge. It is only chosen beforehand, and said so: a person sees the row and can choose otherwise.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { foldText } from '../../../shared/names/fold.ts'
import type { KnownPerson } from '../duplicates/people.ts'
import { pairKey } from '../duplicates/verdictBook.ts'

/** What was said: that two records are one person (they were merged), or that they are two. */
export type Said = 'same' | 'different'

interface Offered {
  readonly person: KnownPerson
  readonly verdict: 'same' | 'possible'
}

export interface Remembered {
  readonly to: RecordId
  /** About which of those offered what was said. */
  readonly said: ReadonlyMap<RecordId, Said>
}

/** `apart` are keys of pairs that were called two people. Undefined where nothing that was said decides the row. */
export function rememberedFor(
  names: readonly string[],
  offered: readonly Offered[],
  apart: ReadonlySet<string>,
): Remembered | undefined {
  const best = bestOf(names, offered)
  if (!best) return undefined
  const { id } = best
  const others = offered.filter(({ person }) => person.id !== id)
  if (others.some(({ person }) => !apart.has(pairKey(id, person.id)))) return undefined
  const said = new Map<RecordId, Said>(others.map(({ person }) => [person.id, 'different']))
  if (holdsAll(best.mergedNames, names)) said.set(id, 'same')
  return said.size > 0 ? { to: id, said } : undefined
}

/** The only one that is the same, or, where none is, the only one that is written so. */
function bestOf(names: readonly string[], offered: readonly Offered[]): KnownPerson | undefined {
  const same = offered.filter(({ verdict }) => verdict === 'same')
  if (same.length > 0) return same.length === 1 ? same[0]?.person : undefined
  const written = offered.filter(({ person }) => holdsAll(person.names, names))
  return written.length === 1 ? written[0]?.person : undefined
}

function holdsAll(held: readonly string[], names: readonly string[]): boolean {
  const folded = new Set(held.map(foldText))
  return names.length > 0 && names.every((name) => folded.has(foldText(name)))
}
