/**
 * A field is a zod schema of one value plus what the program must know about it: how many values, how
 * dangerous, how it is searched, imported and shown to whom. Tables, forms, import columns and dossier
 * fields are computed from this and from nowhere else.
 */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { BodyMark } from './bodyMark.ts'
import { ConsentScope } from './consentScope.ts'
import type { DisclosureGroup } from './disclosure.ts'
import type { Kind } from './kind.ts'
import { LabelWords } from './labelWords.ts'
import {
  Charge,
  Claim,
  CustomValue,
  ListEntry,
  LongText,
  Name,
  PartialDate,
  Sentence,
  ShortText,
  Whole,
} from './values.ts'

export const CONFIDENTIALITY = ['C0', 'C1', 'C2', 'C3', 'C4'] as const
/** C0 public, C1 internal, C2 case team, C3 protected identity, C4 counsel-privileged. */
export type Confidentiality = (typeof CONFIDENTIALITY)[number]

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
  | 'bodyMark'
  | 'consentScope'
  | 'labelWords'
  /** Of a team's own, its definition not at hand (custom.ts). */
  | 'custom'

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
  /** What passes between counsel and client: C4 from the start, whatever its danger. */
  readonly privileged?: boolean
  /** What holds today can be otherwise tomorrow: when a statement of it has to be confirmed anew. */
  readonly goesStale?: GoesStale
}

export interface GoesStale {
  readonly afterDays: number
  /** Values that stay true once they are: a release, a death. */
  readonly exceptFor?: readonly string[]
  /** A field whose having a value ends it: somebody has left the place. */
  readonly until?: string
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
  readonly goesStale?: GoesStale
}

/** Of a new statement, by the danger of its field. */
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
    confidentiality: options.privileged ? 'C4' : DEFAULT_CONFIDENTIALITY[danger],
    disclosure: options.disclosure ?? 'internal',
    searchable: options.searchable ?? (type === 'text' || type === 'longText' || type === 'name'),
    columns: options.columns ?? [],
    listed: options.listed ?? false,
    ...(options.goesStale ? { goesStale: options.goesStale } : {}),
    ...extra,
  }
}

export const text = (options: FieldOptions = {}) => field('text', ShortText, options)
export const longText = (options: FieldOptions = {}) => field('longText', LongText, options)
export const name = (options: FieldOptions = {}) =>
  field('name', Name, { many: true, danger: 1, disclosure: 'names', ...options })
export const date = (options: FieldOptions = {}) => field('date', PartialDate, options)
export const integer = (options: FieldOptions = {}) => field('number', Whole, options)
export const boolean = (options: FieldOptions = {}) => field('boolean', z.boolean(), options)
export const charge = (options: FieldOptions = {}) => field('charge', Charge, options)
export const sentence = (options: FieldOptions = {}) => field('sentence', Sentence, options)
export const listEntry = (options: FieldOptions = {}) => field('listEntry', ListEntry, options)
export const claim = (options: FieldOptions = {}) => field('claim', Claim, options)
export const bodyMark = (options: FieldOptions = {}) => field('bodyMark', BodyMark, options)
export const consentScope = (options: FieldOptions = {}) =>
  field('consentScope', ConsentScope, options)
export const labelWords = (options: FieldOptions = {}) => field('labelWords', LabelWords, options)
export const custom = (options: FieldOptions = {}) => field('custom', CustomValue, options)
export const oneOf = <const V extends readonly [string, ...string[]]>(
  values: V,
  options: FieldOptions = {},
) => field('enum', z.enum(values), options, { values })
export const ref = (target: Kind, options: FieldOptions = {}) =>
  field('ref', RecordId, options, { target })
