/** One stage of a case before one court: who sat, what was asked, what came out. A case has as many as it takes. */
import * as f from '../field.ts'

export const proceeding = {
  case: f.ref('case', { disclosure: 'case', listed: true }),
  defendants: f.ref('person', { many: true, danger: 2, disclosure: 'case' }),
  stage: f.oneOf(
    [
      'investigation',
      'remand',
      'first_instance',
      'appeal',
      'cassation',
      'retrial',
      'administrative',
    ],
    { disclosure: 'case', listed: true },
  ),
  court: f.text({ disclosure: 'case', listed: true }),
  number: f.text({ disclosure: 'case' }),
  judges: f.text({ many: true, danger: 2, disclosure: 'perpetrators' }),
  prosecutors: f.text({ many: true, danger: 2, disclosure: 'perpetrators' }),
  openedOn: f.date({ disclosure: 'case', listed: true }),
  remandOrders: f.date({ many: true, disclosure: 'case' }),
  /** The day on which the last order ends, if it is not extended. */
  remandUntil: f.date({ disclosure: 'case' }),
  indictedOn: f.date({ disclosure: 'case' }),
  hearings: f.date({ many: true, danger: 2 }),
  decidedOn: f.date({ disclosure: 'case', listed: true }),
  /** The last day for the next appeal. */
  appealBy: f.date({ danger: 2 }),
  openness: f.oneOf(['open', 'closed', 'partly'], { disclosure: 'case' }),
  language: f.text({ danger: 1 }),
  interpreter: f.oneOf(['given', 'refused', 'not_asked', 'unknown'], { danger: 1 }),
  secretWitnesses: f.boolean({ danger: 2 }),
  sentenceAsked: f.sentence({ disclosure: 'case' }),
  outcome: f.oneOf(
    [
      'convicted',
      'acquitted',
      'upheld',
      'reduced',
      'increased',
      'quashed',
      'returned',
      'terminated',
      'pending',
    ],
    { disclosure: 'case', listed: true },
  ),
  sentence: f.sentence({ disclosure: 'case' }),
  restrictionOfLiberty: f.text({ disclosure: 'case' }),
  fine: f.text({ disclosure: 'case' }),
  property: f.text({ danger: 2 }),
  note: f.longText({ danger: 3 }),
} as const
