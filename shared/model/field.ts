/**
 * A field is a zod schema of one value plus what the program must know about it: how many values, how
 * dangerous, how it is searched, imported and shown to whom. Tables, forms, import columns and dossier
 * fields are computed from this and from nowhere else.
 */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import type { Kind } from './kind.ts'
import {
  Charge,
  Claim,
  ListEntry,
  LongText,
  Name,
  PartialDate,
  Sentence,
  ShortText,
} from './values.ts'

export const CONFIDENTIALITY = ['C0', 'C1', 'C2', 'C3', 'C4'] as const
/** C0 public, C1 internal, C2 case team, C3 protected identity, C4 counsel-privileged. */
export type Confidentiality = (typeof CONFIDENTIALITY)[number]

/** The rows of the audience matrix. `internal` is the default: it leaves in no dossier. */
export const DISCLOSURE_GROUPS = [
  'names',
  'birth_date',
  'id_documents',
  'citizenship',
  'ethnicity_religion',
  'profession',
  'photo',
  'address',
  'arrest',
  'case',
  'custody',
  'lawyer',
  'lawyer_notes',
  'health_category',
  'diagnosis',
  'torture',
  'sexual_violence',
  'perpetrators',
  'witness_identity',
  'relatives',
  'minors_count',
  'affiliations',
  'exchange_wish',
  'previous_lists',
  'request',
  'source',
  'evidence',
  'internal',
] as const
export type DisclosureGroup = (typeof DISCLOSURE_GROUPS)[number]

export type FieldType =
  | 'text'
  | 'longText'
  | 'name'
  | 'date'
  | 'enum'
  | 'number'
  | 'boolean'
  | 'ref'
  | 'charge'
  | 'sentence'
  | 'listEntry'
  | 'claim'

export interface FieldOptions {
  /** Several values hold at once (names, citizenships); otherwise statements compete and one is preferred. */
  readonly many?: boolean
  /** Danger D0–D4: what a leak of this field can do to somebody. */
  readonly danger?: 0 | 1 | 2 | 3 | 4
  readonly disclosure?: DisclosureGroup
  /** Is the value found by the full-text search? Names always are. */
  readonly searchable?: boolean
  /** Column names of an import that fill this field. */
  readonly columns?: readonly string[]
  /** Shown as a column of lists. */
  readonly listed?: boolean
}

export interface Field<T extends z.ZodType = z.ZodType> {
  readonly type: FieldType
  readonly value: T
  readonly many: boolean
  readonly danger: 0 | 1 | 2 | 3 | 4
  readonly confidentiality: Confidentiality
  readonly disclosure: DisclosureGroup
  readonly searchable: boolean
  readonly columns: readonly string[]
  readonly listed: boolean
  /** Allowed values of an enum, in the order of a menu. */
  readonly values?: readonly string[]
  /** Kind a reference points to. */
  readonly target?: Kind
}

const DEFAULT_CONFIDENTIALITY = ['C0', 'C0', 'C1', 'C3', 'C3'] as const

function field<T extends z.ZodType>(
  type: FieldType,
  value: T,
  options: FieldOptions,
  extra: { values?: readonly string[]; target?: Kind } = {},
): Field<T> {
  const danger = options.danger ?? 1
  return {
    type,
    value,
    many: options.many ?? false,
    danger,
    confidentiality: DEFAULT_CONFIDENTIALITY[danger],
    disclosure: options.disclosure ?? 'internal',
    searchable: options.searchable ?? (type === 'text' || type === 'longText' || type === 'name'),
    columns: options.columns ?? [],
    listed: options.listed ?? false,
    ...extra,
  }
}

export const text = (options: FieldOptions = {}) => field('text', ShortText, options)
export const longText = (options: FieldOptions = {}) => field('longText', LongText, options)
export const name = (options: FieldOptions = {}) =>
  field('name', Name, { many: true, danger: 1, disclosure: 'names', ...options })
export const date = (options: FieldOptions = {}) => field('date', PartialDate, options)
export const integer = (options: FieldOptions = {}) =>
  field('number', z.number().int().min(0).max(1_000_000_000), options)
export const boolean = (options: FieldOptions = {}) => field('boolean', z.boolean(), options)
export const charge = (options: FieldOptions = {}) => field('charge', Charge, options)
export const sentence = (options: FieldOptions = {}) => field('sentence', Sentence, options)
export const listEntry = (options: FieldOptions = {}) => field('listEntry', ListEntry, options)
export const claim = (options: FieldOptions = {}) => field('claim', Claim, options)
export const oneOf = <const V extends readonly [string, ...string[]]>(
  values: V,
  options: FieldOptions = {},
) => field('enum', z.enum(values), options, { values })
export const ref = (target: Kind, options: FieldOptions = {}) =>
  field('ref', RecordId, options, { target })
