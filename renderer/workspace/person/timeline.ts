/**
 * What a person's time line is made of: the arrest, the verdict and the end of the term from the person's own
 * statements, stays and incidents from the records that point at the person. Dates stay as precise as they are.
 */
import type { LinkedRecord } from '../../../shared/contract/records.ts'
import { byDate } from '../../../shared/dates/span.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordState } from '../../../shared/model/statement.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import { firstValue } from '../records/statements.ts'

/** What happened: a type of incident, or one of the person's own dates. */
export type MomentType = 'arrest' | 'verdict' | 'termEnd' | (string & {})

export interface Moment {
  readonly what: 'moment'
  readonly key: string
  readonly type: MomentType
  readonly place: string
  readonly date: PartialDate
  readonly record: { readonly kind: 'incident'; readonly id: RecordId } | null
}

export interface StayBar {
  readonly what: 'stay'
  readonly key: string
  readonly place: string
  readonly from: PartialDate
  /** `null` while it lasts, or while nobody knows its end. */
  readonly to: PartialDate | null
  readonly record: { readonly kind: 'stay'; readonly id: RecordId }
}

export type TimelineItem = Moment | StayBar

const OWN_DATES = [
  ['arrestDate', 'arrest'],
  ['verdictDate', 'verdict'],
  ['termEnd', 'termEnd'],
] as const

function ownMoments(person: RecordState, incidents: readonly Moment[]): Moment[] {
  const moments: Moment[] = []
  for (const [field, type] of OWN_DATES) {
    const date = firstValue(person, field) as PartialDate | undefined
    // The arrest is often recorded twice: as a date of the person and as an incident with its place.
    const told = incidents.some((each) => each.type === type && each.date === date)
    if (date === undefined || told) continue
    const place = type === 'arrest' ? String(firstValue(person, 'arrestPlace') ?? '') : ''
    moments.push({ what: 'moment', key: field, type, place, date, record: null })
  }
  return moments
}

const first = (linked: LinkedRecord, field: string): string => linked.values[field]?.[0] ?? ''

/** Everything with a date, in the order it happened. */
export function timelineOf(
  person: RecordState,
  linked: readonly LinkedRecord[],
): readonly TimelineItem[] {
  const incidents: Moment[] = []
  const stays: StayBar[] = []
  for (const each of linked) {
    if (each.from === null) continue
    if (each.kind === 'incident') {
      incidents.push({
        what: 'moment',
        key: each.id,
        type: first(each, 'type') || 'other',
        place: first(each, 'place') || each.title.split(' · ').slice(1).join(' · '),
        date: each.from,
        record: { kind: 'incident', id: each.id },
      })
    } else if (each.kind === 'stay') {
      stays.push({
        what: 'stay',
        key: each.id,
        place: first(each, 'facility') || (each.title.split(' · ')[0] ?? ''),
        from: each.from,
        to: each.to,
        record: { kind: 'stay', id: each.id },
      })
    }
  }
  return [...ownMoments(person, incidents), ...incidents, ...stays].toSorted((a, b) =>
    byDate(a.what === 'stay' ? a.from : a.date, b.what === 'stay' ? b.from : b.date),
  )
}
