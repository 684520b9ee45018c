/**
 * One row of what somebody consented to: to whom, which data, and how openly. Consent is per purpose; what no row
 * allows is not allowed.
 */
import { z } from 'zod'
import { AUDIENCES } from '../dossier/audience.ts'
import { DISCLOSURE_GROUPS } from './disclosure.ts'

/** From "nothing leaves" to "fully public"; a code is its place in this order. */
export const IDENTITY_LEVELS = [
  'nothing',
  'internal',
  'statistics',
  'anonymised',
  'pseudonym',
  'named_confidential',
  'named_to_state',
  'public',
] as const

/** A row of the audience matrix; `internal` leaves with no consent. */
export const CONSENT_DATA = [
  'everything',
  ...DISCLOSURE_GROUPS.filter((group) => group !== 'internal'),
] as const

export const ConsentScope = z.strictObject({
  audience: z.enum(AUDIENCES),
  data: z.enum(CONSENT_DATA),
  level: z.enum(IDENTITY_LEVELS),
})
export type ConsentScope = z.infer<typeof ConsentScope>
