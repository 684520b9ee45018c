/**
 * Who is held where, and who was moved from where to where, from the preferred statements of stays. Somebody who is
 * free, dead or only sentenced in absence is in no facility, whatever an unfinished stay says; of several stays without
 * an end the one that began last counts.
 */
import type { MapPlace } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import { type Town, townNamedIn } from '../../../shared/places/gazetteer.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { holding, preferred } from '../records/preferred.ts'

/** Statuses in which nobody is in a facility. */
export const NOT_HELD: ReadonlySet<string> = new Set([
  'house_arrest',
  'suspended',
  'in_absentia',
  'supervision',
  'released_term',
  'exchanged',
  'handed_over',
  'pardoned',
  'acquitted',
  'died',
])

export interface StayFact {
  readonly id: RecordId
  readonly person: RecordId | undefined
  readonly facility: RecordId | undefined
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
}

const value = <T>(record: FoldedRecord, field: string): T | undefined =>
  preferred(record, field)?.value as T | undefined

export const stayFact = (record: FoldedRecord): StayFact => ({
  id: record.id,
  person: value(record, 'person'),
  facility: value(record, 'facility'),
  from: value(record, 'from'),
  to: value(record, 'to'),
})

/** Where a facility stands on the map, and how that is known. */
export function placeOf(record: FoldedRecord): MapPlace | undefined {
  const own = coordinatesOf(value<string>(record, 'coordinates'))
  if (own) return { ...own, by: 'record' }
  const town = townOf(record)
  return town && { lon: town.lon, lat: town.lat, by: 'town' }
}

/** "44.95, 34.10": latitude first, as maps copy it. */
function coordinatesOf(
  text: string | undefined,
): { readonly lon: number; readonly lat: number } | undefined {
  const found = text && /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text)
  if (!found) return undefined
  const [lat, lon] = [Number(found[1]), Number(found[2])]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : undefined
}

/** The texts that may say where a facility lies, the most particular first. */
function townOf(record: FoldedRecord): Town | undefined {
  const texts = ['address', 'names', 'aliases', 'region'].map((field) =>
    holding(record, field).map((each) =>
      typeof each.value === 'string' ? each.value : (each.value as { text: string }).text,
    ),
  )
  for (const of of texts) {
    const found = townNamedIn(of)
    if (found) return found
  }
  return undefined
}

/** When a stay began, for putting stays in order: `~` and the end of a range do not count, an unknown date is first. */
const began = ({ from }: StayFact): string => from?.replace(/[~/].*$/, '') ?? ''

const inOrder = (stays: readonly StayFact[]): readonly StayFact[] =>
  stays.toSorted((a, b) => (began(a) < began(b) ? -1 : began(a) > began(b) ? 1 : 0))

/** Stays of each person, the earliest first. */
export function staysByPerson(
  stays: Iterable<StayFact>,
): ReadonlyMap<RecordId, readonly StayFact[]> {
  const found = new Map<RecordId, StayFact[]>()
  for (const stay of stays) {
    if (!stay.person) continue
    const own = found.get(stay.person)
    if (own) own.push(stay)
    else found.set(stay.person, [stay])
  }
  return new Map([...found].map(([person, own]) => [person, inOrder(own)]))
}

/** The stay somebody is in now; `stays` in order, `status` as preferred. */
export function presentStay(
  stays: readonly StayFact[],
  status: string | undefined,
): StayFact | undefined {
  if (status !== undefined && NOT_HELD.has(status)) return undefined
  return stays.findLast((stay) => stay.facility !== undefined && stay.to === undefined)
}

export interface Transfer {
  readonly from: RecordId
  readonly to: RecordId
  readonly people: number
}

export interface HeldMap {
  /** Facility → people who are there now, and all who ever were. */
  readonly now: ReadonlyMap<RecordId, ReadonlySet<RecordId>>
  readonly ever: ReadonlyMap<RecordId, ReadonlySet<RecordId>>
  /** Each way with how many people went it, once each; the most used first. */
  readonly transfers: readonly Transfer[]
}

/** `people` has everybody who still has a record: stays of others do not count. */
export function heldMap(
  stays: Iterable<StayFact>,
  people: ReadonlyMap<RecordId, { readonly status: string | undefined }>,
): HeldMap {
  const now = new Map<RecordId, Set<RecordId>>()
  const ever = new Map<RecordId, Set<RecordId>>()
  const ways = new Map<string, { from: RecordId; to: RecordId; people: Set<RecordId> }>()
  const note = (map: Map<RecordId, Set<RecordId>>, facility: RecordId, person: RecordId) => {
    const there = map.get(facility)
    if (there) there.add(person)
    else map.set(facility, new Set([person]))
  }
  for (const [person, own] of staysByPerson(stays)) {
    const who = people.get(person)
    if (!who) continue
    const present = presentStay(own, who.status)
    if (present?.facility) note(now, present.facility, person)
    let before: RecordId | undefined
    for (const { facility } of own) {
      if (!facility) continue
      note(ever, facility, person)
      if (before && before !== facility) {
        const key = `${before}>${facility}`
        const way = ways.get(key)
        if (way) way.people.add(person)
        else ways.set(key, { from: before, to: facility, people: new Set([person]) })
      }
      before = facility
    }
  }
  const transfers = [...ways.values()]
    .map(({ from, to, people }) => ({ from, to, people: people.size }))
    .sort((a, b) => b.people - a.people)
  return { now, ever, transfers }
}
