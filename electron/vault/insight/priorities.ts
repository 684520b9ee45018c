/**
 * Who is to be thought of first, and why. The order is by how many grounds there are and how grave they are; within it
 * by how long somebody is held. It is an aid to look, not a worth of people: every ground is shown, and none is a number.
 */
import { GROUND_NAMES } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { COUNTS, type CountedPerson, isHeld } from './figures.ts'

type Ground = (typeof GROUND_NAMES)[number]

const MISSING: ReadonlySet<string> = new Set(['disappeared', 'incommunicado'])

export function groundsOf(person: CountedPerson, today: string): readonly Ground[] {
  if (!isHeld(person)) return []
  const { fact } = person
  const holds: Readonly<Record<Ground, boolean>> = {
    urgent: fact.health.includes('serious_illness_urgent'),
    missing: fact.status !== undefined && MISSING.has(fact.status),
    ill: fact.health.includes('serious_illness'),
    disability: fact.health.some((each) => each.startsWith('disability_')),
    elderly: COUNTS.elderly(person, today),
    women: COUNTS.women(person, today),
    parents: COUNTS.parents(person, today),
    stale: COUNTS.stale(person, today),
  }
  return GROUND_NAMES.filter((ground) => holds[ground])
}

export interface Priority {
  readonly id: RecordId
  readonly grounds: readonly Ground[]
  readonly heldSince: string | undefined
}

/** Held people with a ground, the first to be thought of first. */
export function priorities(people: readonly CountedPerson[], today: string): readonly Priority[] {
  const weight = (ground: Ground): number =>
    2 ** (GROUND_NAMES.length - GROUND_NAMES.indexOf(ground))
  return people
    .map((person) => ({ person, grounds: groundsOf(person, today) }))
    .filter(({ grounds }) => grounds.length > 0)
    .map(({ person, grounds }) => ({
      priority: { id: person.id, grounds, heldSince: person.fact.arrested },
      weight: grounds.reduce((sum, ground) => sum + weight(ground), 0),
    }))
    .sort(
      (a, b) => b.weight - a.weight || later(a.priority.heldSince) - later(b.priority.heldSince),
    )
    .map(({ priority }) => priority)
}

/** For the order only: who is held longest first, of whom it is not known last. */
const later = (date: string | undefined): number =>
  date === undefined
    ? Number.POSITIVE_INFINITY
    : Number(date.replace(/\D/g, '').padEnd(8, '0').slice(0, 8))
