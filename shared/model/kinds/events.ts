/** Cases, incidents, facilities and the stays that join a person to a facility for a time. */
import * as f from '../field.ts'
import { REGIMES } from '../values.ts'

export const case_ = {
  label: f.text({ disclosure: 'case', listed: true }),
  charges: f.charge({ many: true, disclosure: 'case' }),
  court: f.text({ disclosure: 'case', listed: true }),
  caseNumber: f.text({ disclosure: 'case' }),
  stage: f.oneOf(['investigation', 'first_instance', 'appeal', 'cassation', 'closed'], {
    disclosure: 'case',
    listed: true,
  }),
  judges: f.text({ many: true, danger: 2, disclosure: 'perpetrators' }),
  /** A case split off another one. */
  cloneOf: f.ref('case', { disclosure: 'case' }),
  note: f.longText({ danger: 3 }),
} as const

const INCIDENT_TYPES = [
  'arrest',
  'search',
  'hearing',
  'transfer',
  'torture',
  'medical_neglect',
  'disappearance',
  'release',
  'death',
  'other',
] as const

const RIGHTS = [
  'life',
  'liberty',
  'no_torture',
  'fair_trial',
  'no_retroactive_law',
  'private_life',
  'religion',
  'expression',
  'assembly',
  'property',
  'health',
  'nationality',
  'no_deportation',
  'no_discrimination',
] as const

export const incident = {
  type: f.oneOf(INCIDENT_TYPES, { danger: 2, disclosure: 'internal', listed: true }),
  date: f.date({ disclosure: 'internal', listed: true }),
  place: f.text({ danger: 2 }),
  placeRecord: f.ref('place', { danger: 2 }),
  /** The event that this one followed from, or belongs to. */
  partOf: f.ref('incident', { danger: 2 }),
  people: f.ref('person', { many: true, danger: 2 }),
  case: f.ref('case', { danger: 1 }),
  description: f.longText({ danger: 3, disclosure: 'torture' }),
  perpetrators: f.longText({ danger: 2, disclosure: 'perpetrators' }),
  impact: f.longText({ danger: 3 }),
  rights: f.oneOf(RIGHTS, { many: true, danger: 1 }),
  violation: f.oneOf(['alleged', 'probable', 'confirmed', 'not_confirmed'], { danger: 2 }),
  monitoring: f.oneOf(['urgent', 'followed', 'waiting', 'closed'], {
    danger: 2,
    goesStale: { afterDays: 90, exceptFor: ['closed'] },
  }),
} as const

export const facility = {
  names: f.name({ disclosure: 'custody', listed: true }),
  type: f.oneOf(['sizo', 'prison', 'colony', 'hospital', 'temporary', 'unofficial', 'other'], {
    disclosure: 'custody',
    listed: true,
  }),
  region: f.text({ disclosure: 'custody', listed: true }),
  address: f.text({ disclosure: 'internal' }),
  aliases: f.text({ many: true, disclosure: 'internal' }),
  authority: f.text({ danger: 1 }),
  place: f.ref('place', { danger: 1 }),
  coordinates: f.text({ danger: 1 }),
  /** Two facilities can share an address one after the other. */
  validFrom: f.date({ danger: 1 }),
  validTo: f.date({ danger: 1 }),
  note: f.longText({ danger: 2 }),
} as const

export const stay = {
  person: f.ref('person', { disclosure: 'custody', listed: true }),
  facility: f.ref('facility', {
    disclosure: 'custody',
    listed: true,
    goesStale: { afterDays: 180, until: 'to' },
  }),
  from: f.date({ disclosure: 'custody', listed: true }),
  to: f.date({ disclosure: 'custody', listed: true }),
  unit: f.text({ danger: 2 }),
  regime: f.oneOf(REGIMES, { danger: 2 }),
  punishmentCell: f.boolean({ danger: 2, goesStale: { afterDays: 90, until: 'to' } }),
  contactAllowed: f.oneOf(
    ['family', 'lawyer', 'clergy', 'consul', 'letters', 'calls', 'parcels', 'none'],
    { many: true, danger: 2, goesStale: { afterDays: 180, until: 'to' } },
  ),
  lawyerVisits: f.date({ many: true, danger: 3 }),
  conditions: f.longText({ danger: 3, goesStale: { afterDays: 180, until: 'to' } }),
} as const
