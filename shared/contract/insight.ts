/** Calls about all records together: who is held where, how many there are, whom to think of first. */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { FIGURES, PartialDate } from '../model/values.ts'
import { Nothing, workspaceCall } from './define.ts'
import { OpenKindName } from './records.ts'

/** Degrees, WGS 84. `by` says how the place is known: from the record, or from the town its names tell. */
export const MapPlace = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  by: z.enum(['record', 'town']),
})
export type MapPlace = z.infer<typeof MapPlace>

const Count = z.number().int().min(0)

export const MapFacility = z.strictObject({
  id: RecordId,
  title: z.string(),
  at: MapPlace.nullable(),
  /** People who are there now, and who ever were. */
  now: Count,
  ever: Count,
})
export type MapFacility = z.infer<typeof MapFacility>

/** How many people were moved from one facility to another; both are among the facilities. */
export const MapTransfer = z.strictObject({ from: RecordId, to: RecordId, people: Count })
export type MapTransfer = z.infer<typeof MapTransfer>

export const RouteStop = z.strictObject({
  stay: RecordId,
  facility: RecordId.nullable(),
  title: z.string(),
  at: MapPlace.nullable(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
})
export type RouteStop = z.infer<typeof RouteStop>

/** What each number counts stands beside it on the screen (renderer/shared/i18n, `figures`). */
export const GroupingName = z.enum(['status', 'charge', 'year', 'facility', 'court'])

const FigureName = z.enum(FIGURES)

/** A count that somebody else published, with the definition that keeps it from being compared by number alone. */
const PublishedCount = z.strictObject({
  source: RecordId,
  figure: FigureName,
  number: Count,
  publisher: z.string(),
  date: PartialDate,
  definition: z.string(),
})

const PersonRow = z.strictObject({
  id: RecordId,
  title: z.string(),
  status: z.string().nullable(),
})

/** Grounds to think of somebody first, the gravest first. */
export const GROUND_NAMES = [
  'urgent',
  'missing',
  'ill',
  'disability',
  'elderly',
  'women',
  'parents',
  'stale',
] as const

/** Kinds of dates on the agenda. */
export const DEADLINE_NAMES = [
  'appealBy',
  'remandUntil',
  'answerBy',
  'reviewOn',
  'expiresOn',
] as const

export const insightCalls = {
  'insight.map': workspaceCall(
    Nothing,
    z.strictObject({ facilities: z.array(MapFacility), transfers: z.array(MapTransfer) }),
  ),
  'insight.held': workspaceCall(
    z.strictObject({ facility: RecordId }),
    z.strictObject({
      people: z.array(
        z.strictObject({ id: RecordId, title: z.string(), since: PartialDate.nullable() }),
      ),
    }),
  ),
  /** Stays of a person in the order they began. */
  'insight.route': workspaceCall(
    z.strictObject({ person: RecordId }),
    z.strictObject({ stops: z.array(RouteStop) }),
  ),
  /** What lies round a record, two steps out, and the statements that say so. */
  'insight.relations': workspaceCall(
    z.strictObject({ record: RecordId }),
    z.strictObject({
      /** The record itself first. */
      nodes: z.array(z.strictObject({ id: RecordId, kind: OpenKindName, title: z.string() })),
      edges: z.array(
        z.strictObject({
          from: RecordId,
          to: RecordId,
          /** The field of `from`. */
          via: z.string(),
          statements: z.array(
            z.strictObject({
              grade: z.string(),
              asOf: PartialDate.nullable(),
              source: RecordId.nullable(),
              sourceTitle: z.string(),
            }),
          ),
        }),
      ),
      leftOut: Count,
    }),
  ),
  'insight.figures': workspaceCall(
    Nothing,
    z.strictObject({
      /** The day that ages and stale news are counted at. */
      today: PartialDate,
      counts: z.record(FigureName, Count),
      groups: z.array(
        z.strictObject({
          by: GroupingName,
          /** `value` is empty for what is not recorded; `title` is that of a facility. */
          rows: z.array(z.strictObject({ value: z.string(), title: z.string(), people: Count })),
        }),
      ),
      published: z.array(PublishedCount),
    }),
  ),
  /** The people behind a figure. */
  'insight.counted': workspaceCall(
    z.strictObject({ figure: FigureName }),
    z.strictObject({ people: z.array(PersonRow) }),
  ),
  /** The people behind a group. */
  'insight.people': workspaceCall(
    z.strictObject({ by: GroupingName, value: z.string().max(500) }),
    z.strictObject({ people: z.array(PersonRow) }),
  ),
  /** Held people, and which registers know of them. */
  'insight.registers': workspaceCall(
    Nothing,
    z.strictObject({
      rows: z.array(
        PersonRow.extend({
          submissions: z.array(
            z.strictObject({
              register: z.string(),
              record: RecordId,
              state: z.enum(['planned', 'sent', 'answered']),
              reference: z.string(),
              on: PartialDate.nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Dates by which something has to be done, the earliest first. */
  'insight.agenda': workspaceCall(
    Nothing,
    z.strictObject({
      items: z.array(
        z.strictObject({
          what: z.enum(DEADLINE_NAMES),
          date: PartialDate,
          when: z.enum(['overdue', 'week', 'month', 'later']),
          record: z.strictObject({ id: RecordId, kind: OpenKindName, title: z.string() }),
          people: z.array(z.strictObject({ id: RecordId, title: z.string() })),
        }),
      ),
    }),
  ),
  /** People with a ground to be thought of first, in that order. */
  'insight.priorities': workspaceCall(
    Nothing,
    z.strictObject({
      rows: z.array(
        PersonRow.extend({
          facility: z.string(),
          grounds: z.array(z.enum(GROUND_NAMES)),
          heldSince: PartialDate.nullable(),
          /** The latest day that a statement about status or health speaks of. */
          confirmed: PartialDate.nullable(),
        }),
      ),
    }),
  ),
} as const
