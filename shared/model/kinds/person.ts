/** A prisoner or another civilian whose rights were violated. Field set: what the mediator's page needs. */
import * as f from '../field.ts'

/** Where somebody stands. The order is the order of menus. */
export const PERSON_STATUS = [
  'pol_prisoner',
  'civ_hostage',
  'disappeared',
  'incommunicado',
  'detained',
  'remand',
  'house_arrest',
  'admin_arrest',
  'on_trial',
  'convicted_appeal',
  'serving_prison',
  'serving_colony',
  'strict_regime',
  'punishment_cell',
  'in_transfer',
  'suspended',
  'in_absentia',
  'supervision',
  'released_term',
  'exchanged',
  'handed_over',
  'pardoned',
  'acquitted',
  'died',
  'unknown',
] as const

/** Nobody has to ask again whether these still hold. */
const SETTLED = ['released_term', 'exchanged', 'handed_over', 'pardoned', 'died'] as const

/** Humanitarian grounds by category only: no diagnosis ever stands in these fields. */
export const HEALTH_CATEGORIES = [
  'age_60_plus',
  'woman',
  'disability_1',
  'disability_2',
  'serious_illness',
  'serious_illness_urgent',
] as const

export const REQUESTS = [
  'unconditional_release',
  'transfer_to_hospital',
  'visit',
  'proof_of_life',
] as const

const PUBLICITY = ['public', 'quiet', 'family_undecided'] as const

export const person = {
  names: f.name({
    searchable: true,
    columns: ['name_uk', 'name_ru', 'name_crh', 'name_en', 'name_tr', 'name_other'],
    listed: true,
  }),
  status: f.oneOf(PERSON_STATUS, {
    disclosure: 'case',
    columns: ['status'],
    listed: true,
    goesStale: { afterDays: 180, exceptFor: SETTLED },
  }),
  sex: f.oneOf(['male', 'female', 'unknown'], { disclosure: 'names', columns: ['sex'] }),
  birthDate: f.date({ danger: 2, disclosure: 'birth_date', columns: ['birth_date'], listed: true }),
  /** As a report gives it: "a resident of Kerch, 22". */
  ageReported: f.integer({ danger: 2 }),
  birthPlace: f.text({ danger: 2, disclosure: 'internal' }),
  citizenship: f.text({ many: true, disclosure: 'citizenship', columns: ['citizenship'] }),
  imposedPassport: f.boolean({ danger: 3 }),
  passportRefused: f.boolean({ danger: 3 }),
  idDocuments: f.text({ many: true, danger: 3, disclosure: 'id_documents', searchable: false }),
  ethnicity: f.text({ danger: 2, disclosure: 'ethnicity_religion' }),
  religion: f.text({ danger: 3, disclosure: 'ethnicity_religion' }),
  languages: f.text({ many: true, danger: 2 }),
  occupation: f.text({ danger: 2, disclosure: 'profession' }),
  address: f.text({ danger: 3, disclosure: 'address' }),
  physicalMarks: f.longText({ danger: 3 }),
  photo: f.ref('evidence', { danger: 2, disclosure: 'photo' }),
  arrestDate: f.date({ disclosure: 'arrest', columns: ['arrest_date'], listed: true }),
  arrestPlace: f.text({ disclosure: 'arrest' }),
  arrestedBy: f.text({ disclosure: 'arrest' }),
  category: f.oneOf(['crimean_tatar_case', 'other'], { danger: 1 }),
  case: f.ref('case', { disclosure: 'case' }),
  charges: f.charge({ many: true, disclosure: 'case', searchable: true, columns: ['charge'] }),
  court: f.text({ disclosure: 'case', columns: ['court'] }),
  verdictDate: f.date({ disclosure: 'case', columns: ['verdict_date'] }),
  sentence: f.sentence({ disclosure: 'case', columns: ['sentence'] }),
  termEnd: f.date({ disclosure: 'case' }),
  healthCategory: f.oneOf(HEALTH_CATEGORIES, {
    many: true,
    danger: 1,
    disclosure: 'health_category',
    columns: ['health_category'],
    listed: true,
    goesStale: { afterDays: 365 },
  }),
  diagnosis: f.longText({
    danger: 3,
    disclosure: 'diagnosis',
    goesStale: { afterDays: 365 },
  }),
  deathDate: f.date({ danger: 2 }),
  deathPlace: f.text({ danger: 2 }),
  deathCircumstances: f.longText({ danger: 3 }),
  maritalStatus: f.oneOf(['single', 'married', 'divorced', 'widowed', 'unknown'], { danger: 2 }),
  children: f.integer({ danger: 2 }),
  minorChildren: f.integer({ danger: 2, disclosure: 'minors_count' }),
  relatives: f.longText({ danger: 3, disclosure: 'relatives' }),
  lawyer: f.text({ danger: 3, disclosure: 'lawyer' }),
  lawyerNotes: f.longText({ danger: 4, disclosure: 'lawyer_notes', privileged: true }),
  affiliations: f.longText({ danger: 3, disclosure: 'affiliations' }),
  exchangeWish: f.oneOf(['yes', 'no', 'unknown'], {
    danger: 4,
    disclosure: 'exchange_wish',
    goesStale: { afterDays: 180 },
  }),
  previousLists: f.listEntry({ many: true, danger: 2, disclosure: 'previous_lists' }),
  request: f.oneOf(REQUESTS, { many: true, disclosure: 'request' }),
  publicity: f.oneOf(PUBLICITY, { danger: 2, goesStale: { afterDays: 180 } }),
  /** Not only witnesses need protection: lawyers, interpreters, drivers, relatives do too. */
  protectedPerson: f.boolean({ danger: 3 }),
  note: f.longText({ danger: 3, columns: ['note'] }),
  /** Records of the same person that were merged into this one (electron/vault/records/merge.ts). */
  mergedFrom: f.ref('person', { many: true, danger: 1 }),
} as const
