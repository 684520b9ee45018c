/**
 * Counts of people, each by a definition that a person can check on the list behind it: the list is made by the very
 * test that counts. What is not recorded is a group of its own and is never left out silently.
 */
import { GroupingName } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { FIGURES, type Figure } from '../../../shared/model/values.ts'
import { latestDay, type PersonFact } from './personFacts.ts'
import { NOT_HELD } from './whereabouts.ts'

/** News older than this are stale. */
export const STALE_DAYS = 180
export const ELDERLY_YEARS = 60

export const GROUPINGS = GroupingName.options
export type Grouping = (typeof GROUPINGS)[number]

/** A person with what is known from stays. */
export interface CountedPerson {
  readonly id: RecordId
  readonly fact: PersonFact
  /** Where the person is held now. */
  readonly facility: RecordId | undefined
}

const ILL: ReadonlySet<string> = new Set(['serious_illness', 'serious_illness_urgent'])

/** Deprived of liberty by the status; whose status nobody recorded counts as held, and the definition says so. */
export const isHeld = ({ fact }: CountedPerson): boolean =>
  fact.status === undefined || !NOT_HELD.has(fact.status)

const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)

const yearsBefore = (today: string, years: number): string =>
  `${Number(today.slice(0, 4)) - years}${today.slice(4)}`

/** What each figure counts; `today` as `YYYY-MM-DD`. */
export const COUNTS: Readonly<Record<Figure, (person: CountedPerson, today: string) => boolean>> = {
  people: () => true,
  held: isHeld,
  ill: (person) => isHeld(person) && person.fact.health.some((each) => ILL.has(each)),
  elderly: (person, today) => isHeld(person) && isElderly(person.fact, today),
  women: (person) =>
    isHeld(person) && (person.fact.sex === 'female' || person.fact.health.includes('woman')),
  parents: (person) => isHeld(person) && person.fact.minors > 0,
  stale: (person, today) =>
    isHeld(person) &&
    (person.fact.confirmed === undefined || person.fact.confirmed < daysBefore(today, STALE_DAYS)),
}

/** Surely that old: of a year of birth the last day counts. */
function isElderly({ born, health }: PersonFact, today: string): boolean {
  if (health.includes('age_60_plus')) return true
  return born !== undefined && latestDay(born) <= yearsBefore(today, ELDERLY_YEARS)
}

/** The group of what is not recorded. */
const NOT_RECORDED = ''

/** The groups that a person belongs to: several of charges, one of anything else. */
export function groupsOf({ fact, facility }: CountedPerson, by: Grouping): readonly string[] {
  switch (by) {
    case 'status':
      return [fact.status ?? NOT_RECORDED]
    case 'charge':
      return fact.charges.length > 0 ? fact.charges : [NOT_RECORDED]
    case 'year':
      return [fact.arrested?.slice(0, 4) ?? NOT_RECORDED]
    case 'facility':
      return [facility ?? NOT_RECORDED]
    case 'court':
      return [fact.court || NOT_RECORDED]
  }
}

/** Of everybody the status; of the held all else. Facility is asked of who is held now. */
export const isGrouped = (person: CountedPerson, by: Grouping): boolean =>
  by === 'status' || by === 'year' || isHeld(person)

export interface Group {
  readonly value: string
  readonly people: number
}

/** Largest first; years in order; what is not recorded last. */
export function groupPeople(people: readonly CountedPerson[], by: Grouping): readonly Group[] {
  const counts = new Map<string, number>()
  for (const person of people) {
    if (!isGrouped(person, by)) continue
    for (const value of groupsOf(person, by)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, people: count }))
    .sort(
      (a, b) =>
        Number(a.value === NOT_RECORDED) - Number(b.value === NOT_RECORDED) ||
        (by === 'year' ? (a.value < b.value ? -1 : 1) : b.people - a.people) ||
        (a.value < b.value ? -1 : 1),
    )
}

export const countAll = (
  people: readonly CountedPerson[],
  today: string,
): Readonly<Record<Figure, number>> =>
  Object.fromEntries(
    FIGURES.map((figure) => [
      figure,
      people.filter((person) => COUNTS[figure](person, today)).length,
    ]),
  ) as Record<Figure, number>
