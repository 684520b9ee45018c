/** What was asked of whom for a person (HURIDOCS 26xx), and how an exchange is being worked at. */
import * as f from '../field.ts'

export const intervention = {
  recipient: f.text({ danger: 2, listed: true }),
  body: f.ref('organisation', { danger: 2, listed: true }),
  /** The body whose list the person is to be on; the view of registers asks for these. */
  register: f.oneOf(
    [
      'coordination_hq',
      'ombudsman',
      'police',
      'nib',
      'icrc',
      'un_wgad',
      'un_wgeid',
      'un_other',
      'other_body',
    ],
    { danger: 2, listed: true },
  ),
  type: f.oneOf(
    [
      'letter',
      'complaint',
      'urgent_appeal',
      'communication',
      'tracing_request',
      'information_request',
      'visit_request',
      'public_statement',
      'other',
    ],
    { danger: 2, listed: true },
  ),
  people: f.ref('person', { many: true, danger: 2 }),
  reference: f.text({ danger: 2 }),
  sentOn: f.date({ danger: 2, listed: true }),
  priority: f.oneOf(['urgent', 'high', 'normal', 'low', 'rejected'], { danger: 2 }),
  status: f.oneOf(['planned', 'sent', 'waiting', 'answered', 'closed'], {
    danger: 2,
    listed: true,
    goesStale: { afterDays: 90, exceptFor: ['closed', 'answered'] },
  }),
  request: f.longText({ danger: 3 }),
  /** When an answer is due: 60 days of a government after a communication, for one. */
  answerBy: f.date({ danger: 2, listed: true }),
  respondedOn: f.date({ danger: 2 }),
  response: f.longText({ danger: 3 }),
  impact: f.longText({ danger: 3 }),
  note: f.longText({ danger: 3 }),
} as const

const track = { danger: 4, searchable: false } as const

export const exchange = {
  person: f.ref('person', { ...track, listed: true }),
  lists: f.listEntry({ ...track, many: true, disclosure: 'previous_lists' }),
  confirmedBy: f.text(track),
  category: f.text(track),
  wish: f.oneOf(['yes', 'no', 'unknown'], {
    ...track,
    disclosure: 'exchange_wish',
    listed: true,
    goesStale: { afterDays: 180 },
  }),
  wishKnownFrom: f.longText(track),
  /** Where somebody wants to go is theirs to say. */
  destination: f.text({ ...track, goesStale: { afterDays: 180 } }),
  pardonPosition: f.oneOf(['refuses', 'willing_without_guilt', 'petition_signed', 'unknown'], {
    ...track,
    privileged: true,
  }),
  outcome: f.oneOf(['none_yet', 'refused', 'others_delivered', 'freed', 'withdrawn'], {
    ...track,
    listed: true,
    goesStale: { afterDays: 180, exceptFor: ['freed', 'withdrawn'] },
  }),
  note: f.longText(track),
} as const
