/** Words of the overview. */
export const home = {
  title: 'Overview',
  addPerson: 'Add a person',
  addEvidence: 'Add evidence',
  newDossier: 'New dossier',
  makeBackup: 'Make a backup',
  recent: 'People changed last',
  recentEvidence: 'Evidence changed last',
  allPeople: 'All people',
  allEvidence: 'All evidence',
  nothingYet: 'Nothing yet.',
  emptyTitle: 'This vault is new, and empty',
  emptyText:
    'Begin with one person: a name is enough. Everything else can be added when you know it, each fact with its source.',
  emptyAction: 'Add the first person',
  emptyBackup:
    'When a few records are in, make a first backup on a stick and keep it somewhere else.',
} as const
