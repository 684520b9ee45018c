/**
 * Who did what to whom, as HURIDOCS tells it: an act is what one person suffered in an incident (its fields 21xx, with
 * those of arrests 31xx, killings 32xx and torture 33xx), a perpetrator is who is held responsible, and an involvement
 * (24xx) joins the two.
 */
import * as f from '../field.ts'

const ACT_TYPES = [
  'search',
  'arrest',
  'detention',
  'torture',
  'disappearance',
  'transfer',
  'deportation',
  'unfair_trial',
  'medical_neglect',
  'threat',
  'destruction',
  'death',
  'other',
] as const

/** Sexual violence has a field and a disclosure of its own. */
const TORTURE_METHODS = [
  'beating',
  'electric_shock',
  'suffocation',
  'suspension',
  'stress_position',
  'burns',
  'sleep_deprivation',
  'food_deprivation',
  'water_deprivation',
  'medication_deprivation',
  'mock_execution',
  'threats',
  'threats_family',
  'forced_confession',
  'forced_cooperation',
  'polygraph',
  'beating_at_transfer',
  'other',
] as const

const YES_NO = ['yes', 'no', 'unknown'] as const

export const act = {
  type: f.oneOf(ACT_TYPES, { danger: 2, listed: true }),
  victim: f.ref('person', { danger: 2, listed: true }),
  incident: f.ref('incident', { danger: 2 }),
  from: f.date({ danger: 2, listed: true }),
  to: f.date({ danger: 2 }),
  place: f.text({ danger: 2 }),
  placeRecord: f.ref('place', { danger: 2 }),
  locationType: f.oneOf(
    [
      'home',
      'workplace',
      'street',
      'checkpoint',
      'police_station',
      'court',
      'detention_place',
      'unofficial_place',
      'vehicle',
      'other',
    ],
    { danger: 2 },
  ),
  ageThen: f.integer({ danger: 2 }),
  statedReason: f.longText({ danger: 2 }),
  agency: f.text({ danger: 2, disclosure: 'arrest' }),
  warrant: f.oneOf(['shown', 'not_shown', 'unknown'], { danger: 2, disclosure: 'arrest' }),
  detentionType: f.oneOf(
    ['formal', 'administrative', 'incommunicado', 'unacknowledged', 'house_arrest', 'other'],
    { danger: 2, disclosure: 'arrest' },
  ),
  whereabouts: f.oneOf(
    ['denied', 'acknowledged', 'disclosed', 'contact_refused', 'contact_permitted', 'unknown'],
    { danger: 2 },
  ),
  counselAccess: f.oneOf(['own', 'imposed', 'refused', 'unknown'], { danger: 2 }),
  methods: f.oneOf(TORTURE_METHODS, { many: true, danger: 3, disclosure: 'torture' }),
  account: f.longText({ danger: 3, disclosure: 'torture' }),
  sexualViolence: f.longText({ danger: 3, disclosure: 'sexual_violence' }),
  intent: f.oneOf(
    [
      'information',
      'confession',
      'intimidation_victim',
      'intimidation_others',
      'punishment',
      'recruitment',
      'discrimination',
      'unknown',
    ],
    { many: true, danger: 3, disclosure: 'torture' },
  ),
  statementsSigned: f.oneOf(
    ['forced', 'refused', 'voluntary', 'without_understanding', 'none', 'unknown'],
    { danger: 3, disclosure: 'torture' },
  ),
  medicalAttention: f.oneOf(['given', 'refused', 'not_asked', 'unknown'], {
    danger: 3,
    disclosure: 'torture',
  }),
  /** What was asked tells who is looked for: testimony about others. */
  questionsAsked: f.longText({ danger: 4, searchable: false }),
  physicalConsequences: f.longText({ danger: 3, disclosure: 'diagnosis' }),
  psychologicalConsequences: f.longText({ danger: 3, disclosure: 'diagnosis' }),
  statusAtEnd: f.oneOf(['released', 'still_held', 'missing', 'dead', 'unknown'], { danger: 2 }),
  autopsy: f.oneOf(YES_NO, { danger: 2 }),
  deathCertificate: f.text({ danger: 2 }),
  attribution: f.longText({ danger: 2, disclosure: 'perpetrators' }),
  law: f.text({ many: true, danger: 1 }),
  note: f.longText({ danger: 3 }),
} as const

export const perpetrator = {
  names: f.name({ danger: 2, disclosure: 'perpetrators', listed: true }),
  role: f.oneOf(
    [
      'judge',
      'prosecutor',
      'investigator',
      'security_officer',
      'police_officer',
      'prison_staff',
      'medical_staff',
      'expert',
      'informer',
      'official',
      'other',
    ],
    { danger: 2, disclosure: 'perpetrators', listed: true },
  ),
  agency: f.text({ danger: 2, disclosure: 'perpetrators', listed: true }),
  position: f.text({ danger: 2, disclosure: 'perpetrators' }),
  rank: f.text({ danger: 2, disclosure: 'perpetrators' }),
  sanctions: f.text({ many: true, danger: 1, disclosure: 'perpetrators' }),
  note: f.longText({ danger: 3 }),
} as const

export const involvement = {
  perpetrator: f.ref('perpetrator', { danger: 2, disclosure: 'perpetrators', listed: true }),
  act: f.ref('act', { danger: 2, disclosure: 'perpetrators', listed: true }),
  degree: f.oneOf(
    [
      'carried_out',
      'gave_orders',
      'planned',
      'failed_to_prevent',
      'passive',
      'present',
      'suspected',
    ],
    { danger: 2, disclosure: 'perpetrators', listed: true },
  ),
  latestStatus: f.oneOf(
    ['in_office', 'promoted', 'at_large', 'suspected', 'charged', 'convicted', 'dead', 'unknown'],
    { danger: 2, disclosure: 'perpetrators' },
  ),
  note: f.longText({ danger: 3 }),
} as const
