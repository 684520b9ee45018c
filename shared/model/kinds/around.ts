/** Who stands beside a person: relatives and others close to them, and their lawyers. */
import * as f from '../field.ts'

export const relation = {
  person: f.ref('person', { danger: 3, listed: true }),
  type: f.oneOf(
    [
      'spouse',
      'parent',
      'child',
      'sibling',
      'grandparent',
      'other_relative',
      'friend',
      'colleague',
      'neighbour',
      'co_defendant',
      'cellmate',
      'other',
    ],
    { danger: 3, listed: true },
  ),
  /** The other one, where there is a record; otherwise only a name. */
  other: f.ref('person', { danger: 3, listed: true }),
  otherName: f.name({ danger: 3, disclosure: 'relatives' }),
  isMinor: f.boolean({ danger: 3 }),
  from: f.date({ danger: 3 }),
  to: f.date({ danger: 3 }),
  mayBeContacted: f.oneOf(['yes', 'only_by_intermediary', 'no', 'unknown'], {
    danger: 3,
    listed: true,
    goesStale: { afterDays: 365 },
  }),
  /** Found by no search: whoever needs it opens the record. */
  contact: f.longText({ danger: 4, searchable: false }),
  note: f.longText({ danger: 3 }),
} as const

export const counsel = {
  person: f.ref('person', { danger: 3, listed: true }),
  lawyer: f.name({ danger: 3, disclosure: 'lawyer', listed: true }),
  isPublic: f.boolean({ danger: 2 }),
  mandate: f.oneOf(['agreement', 'written_mandate', 'appointed', 'imposed', 'ended', 'unknown'], {
    danger: 3,
    listed: true,
    goesStale: { afterDays: 365, exceptFor: ['ended'], until: 'to' },
  }),
  from: f.date({ danger: 3, listed: true }),
  to: f.date({ danger: 3 }),
  visits: f.date({ many: true, danger: 3 }),
  contact: f.longText({ danger: 4, searchable: false }),
  notes: f.longText({
    danger: 4,
    disclosure: 'lawyer_notes',
    searchable: false,
    privileged: true,
  }),
} as const
