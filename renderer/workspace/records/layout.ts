/**
 * In what order and under which headings the fields of a kind stand, on its page and in its form. Every field of
 * the model stands in exactly one group (tests/renderer/records/layout asserts it), so a new field cannot be lost.
 */
import type { Kind } from '../../../shared/model/kind.ts'
import type { FieldName } from '../../../shared/model/model.ts'

export const GROUP_NAMES = [
  'identity',
  'arrest',
  'case',
  'health',
  'family',
  'advocacy',
  'death',
  'counsel',
  'about',
  'place',
  'detention',
  'torture',
  'consequences',
  'responsibility',
  'court',
  'outcome',
  'contactAllowed',
  'validity',
  'medical',
  'examination',
  'findings',
  'bodyChart',
  'conclusion',
  'consentGiven',
  'scope',
  'limits',
  'request',
  'answer',
  'track',
  'details',
  'testimony',
  'account',
  'protection',
  'origin',
  'contact',
  'issue',
  'notes',
  'field',
  'use',
  'values',
  /** Fields that the team defined: of no kind's layout, below all others. */
  'own',
] as const
export type GroupName = (typeof GROUP_NAMES)[number]

export interface FieldGroup<K extends Kind = Kind> {
  readonly name: GroupName
  readonly fields: readonly FieldName<K>[]
}

interface Layout<K extends Kind> {
  /** What a first, short record needs; the form shows these at once and the rest on demand. */
  readonly essentials: readonly FieldName<K>[]
  readonly groups: readonly FieldGroup<K>[]
}

const LAYOUTS: { readonly [K in Kind]: Layout<K> } = {
  person: {
    essentials: ['names', 'status', 'arrestDate'],
    groups: [
      {
        name: 'identity',
        fields: [
          'names',
          'sex',
          'birthDate',
          'ageReported',
          'birthPlace',
          'citizenship',
          'imposedPassport',
          'passportRefused',
          'idDocuments',
          'ethnicity',
          'religion',
          'languages',
          'occupation',
          'physicalMarks',
          'photo',
        ],
      },
      { name: 'arrest', fields: ['status', 'arrestDate', 'arrestPlace', 'arrestedBy'] },
      {
        name: 'case',
        fields: ['category', 'case', 'charges', 'court', 'verdictDate', 'sentence', 'termEnd'],
      },
      { name: 'health', fields: ['healthCategory', 'diagnosis'] },
      {
        name: 'family',
        fields: ['maritalStatus', 'children', 'minorChildren', 'relatives', 'address'],
      },
      { name: 'death', fields: ['deathDate', 'deathPlace', 'deathCircumstances'] },
      { name: 'advocacy', fields: ['request', 'publicity', 'previousLists', 'exchangeWish'] },
      { name: 'counsel', fields: ['lawyer', 'lawyerNotes', 'affiliations', 'protectedPerson'] },
      { name: 'notes', fields: ['note', 'mergedFrom'] },
    ],
  },
  relation: {
    essentials: ['person', 'type', 'other', 'otherName'],
    groups: [
      { name: 'about', fields: ['person', 'type', 'other', 'otherName', 'isMinor', 'from', 'to'] },
      { name: 'contact', fields: ['mayBeContacted', 'contact'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  counsel: {
    essentials: ['person', 'lawyer', 'mandate', 'from'],
    groups: [
      { name: 'about', fields: ['person', 'lawyer', 'isPublic', 'mandate', 'from', 'to'] },
      { name: 'contact', fields: ['visits', 'contact'] },
      { name: 'notes', fields: ['notes'] },
    ],
  },
  consent: {
    essentials: ['subject', 'givenBy', 'date', 'scope'],
    groups: [
      {
        name: 'consentGiven',
        fields: [
          'subject',
          'witness',
          'givenBy',
          'giver',
          'decidedBy',
          'capacity',
          'date',
          'place',
          'language',
          'interpreter',
          'risksExplained',
          'form',
          'proof',
        ],
      },
      { name: 'scope', fields: ['scope'] },
      { name: 'limits', fields: ['reviewOn', 'expiresOn', 'withdrawnOn'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  proceeding: {
    essentials: ['case', 'stage', 'court', 'openedOn'],
    groups: [
      { name: 'about', fields: ['case', 'defendants', 'stage'] },
      {
        name: 'court',
        fields: [
          'court',
          'number',
          'judges',
          'prosecutors',
          'openness',
          'language',
          'interpreter',
          'secretWitnesses',
        ],
      },
      {
        name: 'details',
        fields: ['openedOn', 'remandOrders', 'remandUntil', 'indictedOn', 'hearings'],
      },
      {
        name: 'outcome',
        fields: [
          'sentenceAsked',
          'decidedOn',
          'appealBy',
          'outcome',
          'sentence',
          'restrictionOfLiberty',
          'fine',
          'property',
        ],
      },
      { name: 'notes', fields: ['note'] },
    ],
  },
  act: {
    essentials: ['type', 'victim', 'from', 'place', 'account'],
    groups: [
      {
        name: 'about',
        fields: ['type', 'victim', 'ageThen', 'incident', 'from', 'to', 'statusAtEnd'],
      },
      { name: 'place', fields: ['place', 'placeRecord', 'locationType'] },
      {
        name: 'detention',
        fields: [
          'statedReason',
          'agency',
          'warrant',
          'detentionType',
          'whereabouts',
          'counselAccess',
        ],
      },
      {
        name: 'torture',
        fields: [
          'methods',
          'account',
          'sexualViolence',
          'intent',
          'questionsAsked',
          'statementsSigned',
          'medicalAttention',
        ],
      },
      {
        name: 'consequences',
        fields: [
          'physicalConsequences',
          'psychologicalConsequences',
          'autopsy',
          'deathCertificate',
        ],
      },
      { name: 'responsibility', fields: ['attribution', 'law'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  involvement: {
    essentials: ['perpetrator', 'act', 'degree'],
    groups: [
      { name: 'about', fields: ['perpetrator', 'act', 'degree', 'latestStatus'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  perpetrator: {
    essentials: ['names', 'role', 'agency'],
    groups: [
      { name: 'about', fields: ['names', 'role', 'agency', 'position', 'rank', 'sanctions'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  place: {
    essentials: ['names', 'type', 'within'],
    groups: [
      { name: 'about', fields: ['names', 'type', 'within', 'precision', 'coordinates'] },
      { name: 'validity', fields: ['occupied', 'occupiedFrom', 'occupiedTo'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  health: {
    essentials: ['person', 'date', 'category', 'urgent'],
    groups: [
      { name: 'about', fields: ['person', 'date', 'category', 'urgent', 'disabilityGroup'] },
      {
        name: 'medical',
        fields: ['diagnosis', 'symptoms', 'needs', 'medication', 'careRefused', 'examination'],
      },
      { name: 'notes', fields: ['note'] },
    ],
  },
  examination: {
    essentials: ['person', 'date', 'consent', 'marks', 'marksFound', 'conclusion'],
    groups: [
      {
        name: 'about',
        fields: [
          'person',
          'date',
          'place',
          'requester',
          'reason',
          'clinician',
          'qualifications',
          'interpreter',
        ],
      },
      {
        name: 'examination',
        fields: [
          'consent',
          'refusalReason',
          'personsPresent',
          'restrained',
          'restraints',
          'duration',
          'limits',
          'transferredTo',
        ],
      },
      {
        name: 'torture',
        fields: ['background', 'allegations', 'sexualViolence', 'acuteSymptoms', 'chronicSymptoms'],
      },
      { name: 'bodyChart', fields: ['marks', 'marksFound', 'photographs'] },
      { name: 'findings', fields: ['physicalFindings', 'psychologicalFindings', 'tests'] },
      {
        name: 'conclusion',
        fields: ['interpretation', 'consistency', 'conclusion', 'signedOn', 'appendices'],
      },
    ],
  },
  intervention: {
    essentials: ['recipient', 'register', 'type', 'people', 'sentOn', 'status'],
    groups: [
      { name: 'about', fields: ['recipient', 'body', 'register', 'type', 'people'] },
      { name: 'request', fields: ['request', 'reference', 'sentOn', 'priority', 'status'] },
      { name: 'answer', fields: ['answerBy', 'respondedOn', 'response', 'impact'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  exchange: {
    essentials: ['person', 'wish', 'lists', 'outcome'],
    groups: [
      { name: 'about', fields: ['person', 'wish', 'wishKnownFrom', 'destination'] },
      {
        name: 'track',
        fields: ['lists', 'confirmedBy', 'category', 'pardonPosition', 'outcome'],
      },
      { name: 'notes', fields: ['note'] },
    ],
  },
  witness: {
    essentials: ['codeName', 'connection', 'about', 'consent'],
    groups: [
      { name: 'testimony', fields: ['codeName', 'connection', 'about', 'statementSummary'] },
      { name: 'account', fields: ['accountTakenBy', 'accountTakenOn', 'consent'] },
      { name: 'protection', fields: ['protectionMeasures'] },
    ],
  },
  witnessIdentity: {
    essentials: ['name', 'contact', 'whereabouts', 'note'],
    groups: [{ name: 'identity', fields: ['witness', 'name', 'contact', 'whereabouts', 'note'] }],
  },
  case: {
    essentials: ['label', 'charges', 'court', 'stage'],
    groups: [
      {
        name: 'case',
        fields: ['label', 'charges', 'court', 'caseNumber', 'stage', 'judges', 'cloneOf'],
      },
      { name: 'notes', fields: ['note'] },
    ],
  },
  incident: {
    essentials: ['type', 'date', 'place', 'people', 'description'],
    groups: [
      {
        name: 'about',
        fields: ['type', 'date', 'place', 'placeRecord', 'people', 'case', 'partOf'],
      },
      { name: 'details', fields: ['description', 'perpetrators', 'impact'] },
      { name: 'responsibility', fields: ['rights', 'violation', 'monitoring'] },
    ],
  },
  facility: {
    essentials: ['names', 'type', 'region'],
    groups: [
      { name: 'about', fields: ['names', 'aliases', 'type', 'authority'] },
      { name: 'place', fields: ['region', 'place', 'address', 'coordinates'] },
      { name: 'validity', fields: ['validFrom', 'validTo'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  stay: {
    essentials: ['person', 'facility', 'from', 'to'],
    groups: [
      { name: 'about', fields: ['person', 'facility', 'from', 'to'] },
      { name: 'details', fields: ['unit', 'regime', 'punishmentCell', 'conditions'] },
      { name: 'contactAllowed', fields: ['contactAllowed', 'lawyerVisits'] },
    ],
  },
  source: {
    essentials: ['title', 'type', 'publisher', 'date'],
    groups: [
      {
        name: 'origin',
        fields: ['title', 'type', 'publisher', 'author', 'date', 'url', 'isPublic'],
      },
      { name: 'details', fields: ['claims'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  organisation: {
    essentials: ['title', 'role', 'contact'],
    groups: [
      { name: 'about', fields: ['title', 'role'] },
      { name: 'contact', fields: ['contact', 'publicContact'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  evidence: {
    essentials: ['title', 'about', 'acquiredOn', 'description'],
    groups: [
      { name: 'about', fields: ['title', 'type', 'about', 'incidents', 'description', 'language'] },
      {
        name: 'origin',
        fields: ['acquiredOn', 'acquiredFrom', 'acquiredBy', 'device', 'sourceUrl'],
      },
      { name: 'details', fields: ['derivedFrom', 'derivation'] },
    ],
  },
  dossier: {
    essentials: ['title', 'audience', 'language'],
    groups: [
      {
        name: 'issue',
        fields: [
          'title',
          'audience',
          'language',
          'people',
          'recipient',
          'issuedOn',
          'legalBasis',
          'sha256',
        ],
      },
    ],
  },
  customField: {
    essentials: ['label', 'belongsTo', 'type', 'list'],
    groups: [
      { name: 'field', fields: ['label', 'belongsTo', 'type', 'list', 'explanation', 'retired'] },
      { name: 'use', fields: ['searched', 'audiences', 'startsAs'] },
    ],
  },
  valueList: {
    essentials: ['label', 'choices'],
    groups: [{ name: 'values', fields: ['label', 'choices', 'explanation'] }],
  },
}

export const groupsOf = (kind: Kind): readonly { name: GroupName; fields: readonly string[] }[] =>
  LAYOUTS[kind].groups

/** What only the program writes: a merge says it, with everything else that a merge says. */
const BY_PROGRAM: ReadonlySet<string> = new Set(['mergedFrom'])

/** Of a form and of the facts on a page: a merge has a place of its own there. */
export const typedGroupsOf = (
  kind: Kind,
): readonly { name: GroupName; fields: readonly string[] }[] =>
  groupsOf(kind).map(({ name, fields }) => ({
    name,
    fields: fields.filter((field) => !BY_PROGRAM.has(field)),
  }))

export const essentialsOf = (kind: Kind): readonly string[] => LAYOUTS[kind].essentials
