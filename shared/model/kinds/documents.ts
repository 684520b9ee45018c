/** Where knowledge comes from (sources, organisations, evidence) and where it went (dossiers). */
import * as f from '../field.ts'

const SOURCE_TYPES = [
  'article',
  'court_document',
  'letter',
  'interview',
  'official_reply',
  'adverse_party',
  'own_monitoring',
  'other',
] as const

export const source = {
  title: f.text({ disclosure: 'source', listed: true }),
  type: f.oneOf(SOURCE_TYPES, { disclosure: 'source', listed: true }),
  publisher: f.text({ disclosure: 'source', listed: true }),
  date: f.date({ disclosure: 'source', listed: true }),
  url: f.text({ disclosure: 'source' }),
  author: f.text({ danger: 2 }),
  isPublic: f.boolean({ danger: 2 }),
  claims: f.claim({ many: true, searchable: true }),
  note: f.longText({ danger: 3 }),
} as const

export const organisation = {
  title: f.text({ listed: true }),
  role: f.oneOf(
    ['own', 'mediator', 'court', 'un_body', 'icrc', 'ngo', 'state_body', 'media', 'other'],
    { listed: true },
  ),
  contact: f.longText({ danger: 3 }),
  /** The line printed on a dossier as the submitting body's contact; only of the organisation whose role is `own`. */
  publicContact: f.text({ disclosure: 'request' }),
  note: f.longText({ danger: 3 }),
} as const

export const evidence = {
  title: f.text({ danger: 2, listed: true }),
  type: f.oneOf(['document', 'photo', 'video', 'audio', 'message', 'physical', 'other'], {
    danger: 2,
  }),
  about: f.ref('person', { many: true, danger: 3 }),
  incidents: f.ref('incident', { many: true, danger: 3 }),
  acquiredOn: f.date({ danger: 2, listed: true }),
  acquiredFrom: f.text({ danger: 4 }),
  sourceUrl: f.text({ danger: 2 }),
  acquiredBy: f.text({ danger: 4, searchable: false }),
  device: f.text({ danger: 4, searchable: false }),
  /** The item this one was made from; the original is never changed. */
  derivedFrom: f.ref('evidence', { danger: 2 }),
  derivation: f.oneOf(['copy', 'crop', 'redaction', 'translation', 'transcript', 'ocr', 'other'], {
    danger: 2,
  }),
  language: f.text({ danger: 1 }),
  description: f.longText({ danger: 3 }),
} as const

export const dossier = {
  title: f.text({ danger: 2, listed: true }),
  audience: f.text({ danger: 2, listed: true }),
  language: f.text({ danger: 1, listed: true }),
  people: f.ref('person', { many: true, danger: 3 }),
  recipient: f.text({ danger: 3, listed: true }),
  issuedOn: f.date({ danger: 2, listed: true }),
  legalBasis: f.text({ danger: 2 }),
  sha256: f.text({ danger: 1 }),
} as const
