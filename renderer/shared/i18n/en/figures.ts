/** Words of the figures and the priorities. A definition stands under every number, so a change here changes what it means. */
import { FIGURE_WORDS } from '../../../../shared/i18n/figureWords.ts'
export const figures = {
  title: 'Figures',
  subtitle:
    'Our own counts on {{date}}, each with what it counts. A number opens the people behind it.',
  ...FIGURE_WORDS.en,
  published: 'Published',
  publishedText: '{{number}}: {{publisher}}, {{date}}',
  publishedHint:
    'A source’s claim stands here when its form says beside which of our counts. The definitions differ: never compare by number alone.',
  more_one: '{{count}} more group',
  more_other: '{{count}} more groups',
  fewer: 'Show fewer',
  people_one: '{{count}} person',
  people_other: '{{count}} people',
  emptyTitle: 'Nobody is recorded yet',
  emptyText: 'Counts appear here as soon as there are people in the vault.',
} as const

export const priorities = {
  title: 'Who first',
  subtitle:
    'Held people with a reason to be thought of first: the gravest reason first, then the longest held. An aid to look, not a worth of people.',
  all: 'Everybody here',
  ground: {
    urgent: 'urgent illness',
    missing: 'whereabouts denied',
    ill: 'serious illness',
    disability: 'disability',
    elderly: '60 or older',
    women: 'woman',
    parents: 'minor children',
    stale: 'no news for half a year',
  },
  name: 'Name',
  grounds: 'Why',
  status: 'Status',
  facility: 'Held in',
  heldSince: 'Arrested',
  confirmed: 'Last news',
  never: 'none dated',
  emptyTitle: 'Nobody stands out yet',
  emptyText:
    'People appear here when their record says that they are ill, old, a woman, a parent of minors, missing, or when nothing was heard of them for half a year.',
} as const

export const relations = {
  title: 'Who is linked to whom',
  as: 'Show the links as',
  leftOut_one: '{{count}} record further away is not drawn.',
  leftOut_other: '{{count}} records further away are not drawn.',
} as const

export const registers = {
  title: 'Registers',
  subtitle: 'Which bodies were told of whom. An empty place is a gap: tick it when it is sent.',
  show: 'Whom to show',
  all_one: 'All held ({{count}})',
  all_other: 'All held ({{count}})',
  never_one: 'Told to nobody ({{count}})',
  never_other: 'Told to nobody ({{count}})',
  planned: 'planned',
  sent: 'sent',
  answered: 'answered',
  noDate: 'no date',
  first: 'The first {{shown}} of {{all}}.',
  tick: 'Tick {{body}} for {{name}}',
  tickTitle: 'Sent: {{body}}',
  badDate: 'Write the day as 2026-03-27, the month as 2026-03.',
  emptyTitle: 'Nobody is held, by what is recorded',
  emptyText: 'Held people appear here with the bodies that were told of them.',
} as const

export const agenda = {
  title: 'Agenda',
  subtitle: 'What has to be done by when, from the dates in the records.',
  when: {
    overdue: 'Overdue',
    week: 'Within a week',
    month: 'Within a month',
    later: 'Later',
  },
  what: {
    appealBy: 'Last day for the appeal',
    remandUntil: 'Remand ends or is extended',
    answerBy: 'Answer due',
    reviewOn: 'Consent to be asked again',
    expiresOn: 'Consent expires',
  },
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  emptyTitle: 'Nothing is due',
  emptyText:
    'Dates appear here from proceedings (appeal by, remand until), appeals to bodies (answer due by) and consents (review, expiry).',
} as const
