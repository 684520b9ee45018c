/**
 * What a person's time line is made of: the arrest, the verdict and the end of the term from the person's own
 * statements; stays, incidents, acts, examinations and what courts decided from the records that point at the person.
 * Dates stay as precise as they are, and what two records tell of one day is told once.
 */
import type { LinkedRecord } from '../../../shared/contract/records.ts'
import { byDate } from '../../../shared/dates/span.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordState } from '../../../shared/model/statement.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import { firstValue } from '../records/statements.ts'

/** Kinds of record that tell what happened to a person. */
export type MomentKind = 'incident' | 'act' | 'proceeding' | 'examination'

/** What happened: a code of the record's kind (a type, a stage of a proceeding), or one of the person's own dates. */
export type MomentType = 'arrest' | 'verdict' | 'termEnd' | (string & {})

export interface Moment {
  readonly what: 'moment'
  readonly key: string
  readonly type: MomentType
  readonly place: string
  readonly date: PartialDate
  /** What came of it, as a code: of a proceeding. */
  readonly outcome?: string
  readonly record: { readonly kind: MomentKind; readonly id: RecordId } | null
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

function ownMoments(person: RecordState, recorded: readonly Moment[]): Moment[] {
  const moments: Moment[] = []
  for (const [field, type] of OWN_DATES) {
    const date = firstValue(person, field) as PartialDate | undefined
    // Often recorded twice: the arrest as an incident with its place too, the verdict as what a court decided.
    const told = recorded.some(
      (each) =>
        each.date === date &&
        (each.type === type || (type === 'verdict' && each.record?.kind === 'proceeding')),
    )
    if (date === undefined || told) continue
    const place = type === 'arrest' ? String(firstValue(person, 'arrestPlace') ?? '') : ''
    moments.push({ what: 'moment', key: field, type, place, date, record: null })
  }
  return moments
}

const first = (linked: LinkedRecord, field: string): string => linked.values[field]?.[0] ?? ''

/** A record that tells of a moment; undefined for one of another kind, or without a date. */
function momentOf({ id, kind, from, to, title, values, via }: LinkedRecord): Moment | undefined {
  const value = (field: string): string => values[field]?.[0] ?? ''
  const moment = (type: string, place: string, date: PartialDate | null): Moment | undefined =>
    date === null
      ? undefined
      : { what: 'moment', key: id, type, place, date, record: { kind: kind as MomentKind, id } }
  switch (kind) {
    case 'incident': {
      const place = value('place') || title.split(' · ').slice(1).join(' · ')
      return moment(value('type') || 'other', place, from)
    }
    case 'act':
      return via === 'victim' ? moment(value('type') || 'other', '', from) : undefined
    case 'examination':
      return moment('examination', '', from)
    case 'proceeding': {
      // What was decided; until then that it began.
      const found = moment(value('stage'), value('court'), to ?? from)
      const outcome = value('outcome')
      return found && outcome !== '' ? { ...found, outcome } : found
    }
    default:
      return undefined
  }
}

/** An act belongs to an incident, which often says the same of the same day. */
const isTold = (moment: Moment, all: readonly Moment[]): boolean =>
  moment.record?.kind === 'act' &&
  all.some(
    (each) =>
      each.record?.kind === 'incident' && each.type === moment.type && each.date === moment.date,
  )

/** Everything with a date, in the order it happened. */
export function timelineOf(
  person: RecordState,
  linked: readonly LinkedRecord[],
): readonly TimelineItem[] {
  const all = linked.flatMap((each) => momentOf(each) ?? [])
  const moments = all.filter((each) => !isTold(each, all))
  const stays = linked.flatMap((each): StayBar[] =>
    each.kind !== 'stay' || each.from === null
      ? []
      : [
          {
            what: 'stay',
            key: each.id,
            place: first(each, 'facility') || (each.title.split(' · ')[0] ?? ''),
            from: each.from,
            to: each.to,
            record: { kind: 'stay', id: each.id },
          },
        ],
  )
  return [...ownMoments(person, moments), ...moments, ...stays].toSorted((a, b) =>
    byDate(a.what === 'stay' ? a.from : a.date, b.what === 'stay' ? b.from : b.date),
  )
}
