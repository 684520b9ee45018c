/** Calls about all records together: who is held where. */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { PartialDate } from '../model/values.ts'
import { Nothing, workspaceCall } from './define.ts'

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
} as const
