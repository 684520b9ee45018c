/**
 * What somebody allowed, to whom and how openly. Given per purpose, reviewed and withdrawn. Where the person cannot be
 * reached, a best-interest decision of two named members of the staff is recorded as what it is and never as consent.
 */
import * as f from '../field.ts'

export const consent = {
  subject: f.ref('person', { danger: 3, listed: true }),
  witness: f.ref('witness', { danger: 4, searchable: false }),
  givenBy: f.oneOf(
    ['self', 'next_of_kin', 'lawyer_with_mandate', 'best_interest', 'refused', 'not_possible'],
    { danger: 3, listed: true },
  ),
  giver: f.text({ danger: 4, searchable: false }),
  decidedBy: f.text({ many: true, danger: 4, searchable: false }),
  date: f.date({ danger: 3, listed: true }),
  place: f.text({ danger: 3 }),
  language: f.text({ danger: 2 }),
  interpreter: f.text({ danger: 4, searchable: false }),
  form: f.oneOf(['signed_paper', 'audio', 'oral_before_witness', 'none'], { danger: 3 }),
  proof: f.ref('evidence', { many: true, danger: 3 }),
  /** Which version of the text was read out. */
  risksExplained: f.text({ danger: 2 }),
  capacity: f.oneOf(['full', 'limited', 'minor', 'unclear'], { danger: 3 }),
  scope: f.consentScope({ many: true, danger: 3 }),
  reviewOn: f.date({ danger: 3, listed: true }),
  expiresOn: f.date({ danger: 3 }),
  /** Stops what has not left yet; what has left cannot be called back. */
  withdrawnOn: f.date({ danger: 3, listed: true }),
  note: f.longText({ danger: 3 }),
} as const
