/** Cases, incidents, facilities and the stays that join a person to a facility for a time. */
import * as f from '../field.ts'

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
  note: f.longText({ danger: 3 }),
} as const

export const INCIDENT_TYPES = [
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

export const incident = {
  type: f.oneOf(INCIDENT_TYPES, { danger: 2, disclosure: 'internal', listed: true }),
  date: f.date({ disclosure: 'internal', listed: true }),
  place: f.text({ danger: 2 }),
  people: f.ref('person', { many: true, danger: 2 }),
  case: f.ref('case', { danger: 1 }),
  description: f.longText({ danger: 3, disclosure: 'torture' }),
  perpetrators: f.longText({ danger: 2, disclosure: 'perpetrators' }),
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
  note: f.longText({ danger: 2 }),
} as const

export const stay = {
  person: f.ref('person', { disclosure: 'custody', listed: true }),
  facility: f.ref('facility', { disclosure: 'custody', listed: true }),
  from: f.date({ disclosure: 'custody', listed: true }),
  to: f.date({ disclosure: 'custody', listed: true }),
  unit: f.text({ danger: 2 }),
  conditions: f.longText({ danger: 3 }),
} as const
