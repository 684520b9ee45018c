/**
 * Reads the body of a `record.set` back. By hand and not by zod: this runs for every statement of the vault at
 * every unlock, where zod took half of the time there is. What it accepts, and what it makes of it, is exactly
 * what `SetBody` and the fields' own schemas do; a test with arbitrary values holds it to that.
 */
import { CONFIDENTIALITY, type Field } from '../../../shared/model/field.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import {
  NAME_LANGUAGES,
  NAME_TYPES,
  PartialDate,
  REGIMES,
  Whole,
} from '../../../shared/model/values.ts'
import type { SetBody } from './ops.ts'

export type Json = Readonly<Record<string, unknown>>

const ID = /^[0-9a-f]{32}$/
const IDS = /^[0-9a-f]{28}$/
export const GRADE = /^[A-F][1-6]$/
export const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,63}$/
const KIND_SET: ReadonlySet<unknown> = new Set(KINDS)
const CONFIDENTIALITY_SET: ReadonlySet<unknown> = new Set(CONFIDENTIALITY)
const LANGUAGE_SET: ReadonlySet<unknown> = new Set(NAME_LANGUAGES)
const NAME_TYPE_SET: ReadonlySet<unknown> = new Set(NAME_TYPES)
const REGIME_SET: ReadonlySet<unknown> = new Set(REGIMES)

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value)

export function keyCount(object: Json): number {
  let count = 0
  for (const _key in object) count += 1
  return count
}

/** Undefined for anything that is not a well-formed body. Values are not looked at: see `readValue`. */
export function readSetBody(body: unknown): SetBody | undefined {
  if (!isObject(body)) return undefined
  const { kind, ids, bases, add, retract, prefer } = body
  const isWellFormed =
    KIND_SET.has(kind) &&
    typeof ids === 'string' &&
    IDS.test(ids) &&
    Array.isArray(bases) &&
    bases.every(isBasis) &&
    Array.isArray(add) &&
    add.every(isStored) &&
    Array.isArray(retract) &&
    retract.every(isId) &&
    isObject(prefer)
  if (!isWellFormed) return undefined
  for (const name in prefer) if (!FIELD_NAME.test(name) || !isId(prefer[name])) return undefined
  return body as unknown as SetBody
}

function isBasis(value: unknown): boolean {
  if (!isObject(value)) return false
  const { source, grade, asOf, confidentiality } = value
  return (
    CONFIDENTIALITY_SET.has(confidentiality) &&
    (source === null || isId(source)) &&
    typeof grade === 'string' &&
    GRADE.test(grade) &&
    (asOf === null || isDate(asOf))
  )
}

function isStored(statement: unknown): boolean {
  if (!isObject(statement)) return false
  const { field, basis } = statement
  return typeof field === 'string' && typeof basis === 'number' && Number.isFinite(basis)
}

/** Every day of a year that there is in each year: nearly all dates. */
const PLAIN_DATE =
  /^\d{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))?~?$/
const LEAP_DAY = /^\d{4}-02-29~?$/

const isOneDate = (text: string): boolean =>
  PLAIN_DATE.test(text) || (LEAP_DAY.test(text) && PartialDate.safeParse(text).success)

export function isDate(value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (PLAIN_DATE.test(value)) return true
  const end = value.indexOf('/')
  return end < 0
    ? isOneDate(value)
    : isOneDate(value.slice(0, end)) && isOneDate(value.slice(end + 1))
}

const trimmed = (value: unknown, longest: number, least = 1): string | undefined => {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text.length >= least && text.length <= longest ? text : undefined
}

const MOST_WHOLE = 1_000_000_000

const readWhole = (value: unknown, most: number): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
    ? (value as number)
    : undefined

/** The value as its field's schema gives it; undefined when the field does not take it. */
export function readValue(field: Field, value: unknown): unknown {
  switch (field.type) {
    case 'text':
      return trimmed(value, 500)
    case 'longText':
      return trimmed(value, 100_000)
    case 'date':
      return isDate(value) ? value : undefined
    case 'ref':
      return isId(value) ? value : undefined
    case 'enum':
      return field.values?.includes(value as string) ? value : undefined
    case 'name':
      return readName(value)
    case 'custom':
      return typeof value === 'string' ? trimmed(value, 100_000) : readBySchema(field, value)
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'number':
      return field.value === Whole ? readWhole(value, MOST_WHOLE) : readBySchema(field, value)
    case 'charge':
      return readCharge(value)
    case 'sentence':
      return readSentence(value)
    case 'listEntry':
      return readListEntry(value)
    case 'claim':
    case 'bodyMark':
    case 'consentScope':
    case 'labelWords':
      return readBySchema(field, value)
  }
}

function readBySchema(field: Field, value: unknown): unknown {
  const parsed = field.value.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

const PART_NAMES = ['surname', 'given', 'patronymic'] as const
const PERIOD = ['from', 'to'] as const

function readName(value: unknown): unknown {
  if (!isObject(value)) return undefined
  const text = trimmed(value.text, 300)
  if (text === undefined || !LANGUAGE_SET.has(value.lang)) return undefined
  const name: Record<string, unknown> = { text, lang: value.lang }
  let keys = 2
  if ('type' in value) {
    if (!NAME_TYPE_SET.has(value.type)) return undefined
    name.type = value.type
    keys += 1
  }
  for (const part of PART_NAMES) {
    if (!(part in value)) continue
    const read = trimmed(value[part], 150)
    if (read === undefined) return undefined
    name[part] = read
    keys += 1
  }
  for (const end of PERIOD) {
    if (!(end in value)) continue
    if (!isDate(value[end])) return undefined
    name[end] = value[end]
    keys += 1
  }
  return keys === keyCount(value) ? name : undefined
}

/** What is not there may be left out; undefined when something is there that is not taken. */
const LEFT_OUT = Symbol('left out')

function readOptional(value: Json, name: string, read: (part: unknown) => unknown): unknown {
  return name in value ? read(value[name]) : LEFT_OUT
}

/** Undefined where a part was refused, or where `value` has others. */
function whole(value: Json, parts: Readonly<Record<string, unknown>>): unknown {
  const read: Record<string, unknown> = {}
  let keys = 0
  for (const name in parts) {
    const part = parts[name]
    if (part === undefined) return undefined
    if (part === LEFT_OUT) continue
    read[name] = part
    keys += 1
  }
  return keys === keyCount(value) ? read : undefined
}

const upTo500 = (part: unknown): unknown => trimmed(part, 500, 0)
const aDate = (part: unknown): unknown => (isDate(part) ? part : undefined)

function readCharge(value: unknown): unknown {
  if (!isObject(value)) return undefined
  return whole(value, {
    article: trimmed(value.article, 100),
    caption: readOptional(value, 'caption', upTo500),
  })
}

const aPrisonTime = (part: unknown): unknown =>
  typeof part === 'number' && part >= 0 && part <= 100 ? part : undefined
const aRegime = (part: unknown): unknown => (REGIME_SET.has(part) ? part : undefined)

function readSentence(value: unknown): unknown {
  if (!isObject(value)) return undefined
  return whole(value, {
    years: readWhole(value.years, 100),
    months: readWhole(value.months, 11),
    prisonYears: readOptional(value, 'prisonYears', aPrisonTime),
    regime: readOptional(value, 'regime', aRegime),
    note: readOptional(value, 'note', upTo500),
  })
}

function readListEntry(value: unknown): unknown {
  if (!isObject(value)) return undefined
  return whole(value, {
    list: trimmed(value.list, 300),
    date: readOptional(value, 'date', aDate),
  })
}
