/**
 * The state of somebody's health at a date, and the medical examination of alleged torture by the Istanbul Protocol
 * (2022, Annex IV). No marks found is recorded as such; it never means that there was no torture.
 */
import { CONSISTENCY } from '../bodyMark.ts'
import * as f from '../field.ts'
import { HEALTH_CATEGORIES } from './person.ts'

const medical = { danger: 3, disclosure: 'diagnosis' } as const

export const health = {
  person: f.ref('person', { danger: 2, listed: true }),
  date: f.date({ danger: 2, listed: true }),
  category: f.oneOf(HEALTH_CATEGORIES, {
    many: true,
    danger: 1,
    disclosure: 'health_category',
    listed: true,
    goesStale: { afterDays: 365 },
  }),
  urgent: f.boolean({
    danger: 1,
    disclosure: 'health_category',
    listed: true,
    goesStale: { afterDays: 90 },
  }),
  disabilityGroup: f.oneOf(['group_1', 'group_2', 'group_3', 'child', 'none'], {
    danger: 1,
    disclosure: 'health_category',
  }),
  diagnosis: f.longText({ ...medical, goesStale: { afterDays: 365 } }),
  symptoms: f.longText({ ...medical, goesStale: { afterDays: 90 } }),
  needs: f.longText({ ...medical, goesStale: { afterDays: 90 } }),
  medication: f.longText({ ...medical, goesStale: { afterDays: 90 } }),
  careRefused: f.oneOf(['given', 'delayed', 'refused', 'hospital_refused', 'unknown'], {
    ...medical,
    goesStale: { afterDays: 90 },
  }),
  examination: f.ref('examination', { many: true, danger: 3 }),
  note: f.longText({ danger: 3 }),
} as const

export const examination = {
  person: f.ref('person', { danger: 3, listed: true }),
  date: f.date({ danger: 3, listed: true }),
  place: f.text({ danger: 3 }),
  requester: f.text({ danger: 3 }),
  reason: f.longText({ danger: 3 }),
  clinician: f.text({ danger: 4, searchable: false }),
  qualifications: f.text({ danger: 3 }),
  interpreter: f.text({ danger: 4, searchable: false }),
  /** Asked before any examination. */
  consent: f.oneOf(['given', 'partly', 'refused', 'not_possible'], { danger: 3, listed: true }),
  refusalReason: f.longText({ danger: 3 }),
  personsPresent: f.longText({ danger: 4, searchable: false }),
  restrained: f.oneOf(['yes', 'no', 'unknown'], { danger: 3 }),
  restraints: f.text({ danger: 3 }),
  duration: f.text({ danger: 2 }),
  transferredTo: f.text({ danger: 4, searchable: false }),
  limits: f.longText({ danger: 3 }),
  background: f.longText({ danger: 3 }),
  allegations: f.longText({ danger: 3, disclosure: 'torture' }),
  sexualViolence: f.longText({ danger: 3, disclosure: 'sexual_violence' }),
  acuteSymptoms: f.longText(medical),
  chronicSymptoms: f.longText(medical),
  physicalFindings: f.longText(medical),
  marks: f.bodyMark({ ...medical, many: true }),
  marksFound: f.oneOf(['found', 'none_found', 'not_examined'], medical),
  photographs: f.ref('evidence', { many: true, danger: 3 }),
  psychologicalFindings: f.longText(medical),
  tests: f.longText(medical),
  interpretation: f.longText(medical),
  consistency: f.oneOf(CONSISTENCY, { ...medical, listed: true }),
  conclusion: f.longText(medical),
  signedOn: f.date({ danger: 3 }),
  appendices: f.ref('evidence', { many: true, danger: 3 }),
} as const
