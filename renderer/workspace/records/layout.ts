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
  'counsel',
  'about',
  'details',
  'testimony',
  'account',
  'protection',
  'origin',
  'contact',
  'issue',
  'notes',
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
          'birthPlace',
          'citizenship',
          'imposedPassport',
          'ethnicity',
          'occupation',
          'photo',
        ],
      },
      { name: 'arrest', fields: ['status', 'arrestDate', 'arrestPlace', 'arrestedBy'] },
      {
        name: 'case',
        fields: ['case', 'charges', 'court', 'verdictDate', 'sentence', 'termEnd'],
      },
      { name: 'health', fields: ['healthCategory', 'diagnosis'] },
      { name: 'family', fields: ['minorChildren', 'relatives', 'address'] },
      { name: 'advocacy', fields: ['request', 'publicity', 'previousLists', 'exchangeWish'] },
      { name: 'counsel', fields: ['lawyer', 'lawyerNotes', 'affiliations'] },
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
      { name: 'case', fields: ['label', 'charges', 'court', 'caseNumber', 'stage', 'judges'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  incident: {
    essentials: ['type', 'date', 'place', 'people', 'description'],
    groups: [
      { name: 'about', fields: ['type', 'date', 'place', 'people', 'case'] },
      { name: 'details', fields: ['description', 'perpetrators'] },
    ],
  },
  facility: {
    essentials: ['names', 'type', 'region'],
    groups: [
      { name: 'about', fields: ['names', 'type', 'region', 'address', 'aliases'] },
      { name: 'notes', fields: ['note'] },
    ],
  },
  stay: {
    essentials: ['person', 'facility', 'from', 'to'],
    groups: [
      { name: 'about', fields: ['person', 'facility', 'from', 'to'] },
      { name: 'details', fields: ['unit', 'conditions'] },
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
      { name: 'about', fields: ['title', 'about', 'incidents', 'description', 'language'] },
      { name: 'origin', fields: ['acquiredOn', 'acquiredFrom', 'sourceUrl'] },
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
}

export const groupsOf = (kind: Kind): readonly { name: GroupName; fields: readonly string[] }[] =>
  LAYOUTS[kind].groups

export const essentialsOf = (kind: Kind): readonly string[] => LAYOUTS[kind].essentials
