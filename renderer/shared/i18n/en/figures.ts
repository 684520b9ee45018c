/** Words of the figures and the priorities. A definition stands under every number, so a change here changes what it means. */
export const figures = {
  title: 'Figures',
  subtitle:
    'Our own counts on {{date}}, each with what it counts. A number opens the people behind it.',
  name: {
    people: 'People recorded',
    held: 'Held now',
    ill: 'Seriously ill',
    elderly: '60 or older',
    women: 'Women',
    parents: 'Parents of minors',
    stale: 'No news for half a year',
  },
  definition: {
    people: 'Everybody who has a record, whatever their status.',
    held: 'Everybody except those who are free, exchanged, dead, under house arrest or supervision, or sentenced in absence or on probation. Without a recorded status somebody counts as held.',
    ill: 'Held now, with the category “serious illness” or “serious illness, urgent”.',
    elderly:
      'Held now, surely 60 today by the recorded date of birth, or with the category “60 or older”.',
    women: 'Held now, recorded as female.',
    parents: 'Held now, with at least one minor child recorded.',
    stale:
      'Held now, and no statement about status or health speaks of a day in the last 180 days.',
  },
  by: {
    status: 'By status',
    charge: 'By charge',
    year: 'By year of arrest',
    facility: 'By facility',
    court: 'By court',
  },
  byDefinition: {
    status: 'Everybody recorded, by the status that is shown first.',
    charge: 'Held now, by article as recorded. Somebody with several charges counts under each.',
    year: 'Everybody recorded, by the year of the date of arrest that is shown first.',
    facility: 'Held now, by the facility of the last stay that has no end.',
    court: 'Held now, by the court that is shown first.',
  },
  notRecorded: 'not recorded',
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
