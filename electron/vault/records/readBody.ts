/**
 * Reads the body of a `record.set` back. By hand and not by zod: this runs for every statement of the vault at
 * every unlock, where zod took half of the time there is. What it accepts, and what it makes of it, is exactly
 * what `SetBody` and the fields' own schemas do; a test with arbitrary values holds it to that.
 */
import type { StatementId } from '../../../shared/ids.ts'
import { CONFIDENTIALITY, type Field } from '../../../shared/model/field.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { NAME_LANGUAGES, NAME_TYPES, PartialDate } from '../../../shared/model/values.ts'
import type { SetBody, WrittenStatement } from './ops.ts'

type Json = Readonly<Record<string, unknown>>

const ID = /^[0-9a-f]{32}$/
const GRADE = /^[A-F][1-6]$/
const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,63}$/
const KIND_SET: ReadonlySet<unknown> = new Set(KINDS)
const CONFIDENTIALITY_SET: ReadonlySet<unknown> = new Set(CONFIDENTIALITY)
const LANGUAGE_SET: ReadonlySet<unknown> = new Set(NAME_LANGUAGES)
const NAME_TYPE_SET: ReadonlySet<unknown> = new Set(NAME_TYPES)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value)

function keyCount(object: Json): number {
  let count = 0
  for (const _key in object) count += 1
  return count
}

/** Undefined for anything that is not a whole, well-formed body. Values are not looked at: see `readValue`. */
export function readSetBody(body: unknown): SetBody | undefined {
  if (!isObject(body) || keyCount(body) !== 4) return undefined
  const { kind, add, retract, prefer } = body
  if (!KIND_SET.has(kind) || !Array.isArray(add) || !Array.isArray(retract)) return undefined
  if (!add.every(isStatement) || !retract.every(isId) || !isObject(prefer)) return undefined
  for (const name in prefer) if (!FIELD_NAME.test(name) || !isId(prefer[name])) return undefined
  return {
    kind: kind as Kind,
    add,
    retract: retract as StatementId[],
    prefer: prefer as SetBody['prefer'],
  }
}

function isStatement(value: unknown): value is WrittenStatement {
  if (!isObject(value) || keyCount(value) !== 7) return false
  const { id, field, source, grade, asOf, confidentiality } = value
  return (
    isId(id) &&
    typeof field === 'string' &&
    FIELD_NAME.test(field) &&
    'value' in value &&
    (source === null || isId(source)) &&
    typeof grade === 'string' &&
    GRADE.test(grade) &&
    (asOf === null || isDate(asOf)) &&
    CONFIDENTIALITY_SET.has(confidentiality)
  )
}

/** Dates are few and come again and again. */
const dates = new Map<string, boolean>()
const MOST_DATES = 20_000

function isDate(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const known = dates.get(value)
  if (known !== undefined) return known
  if (dates.size >= MOST_DATES) dates.clear()
  const valid = PartialDate.safeParse(value).success
  dates.set(value, valid)
  return valid
}

const trimmed = (value: unknown, longest: number): string | undefined => {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text.length >= 1 && text.length <= longest ? text : undefined
}

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
    case 'number':
    case 'boolean':
    case 'charge':
    case 'sentence':
    case 'listEntry':
    case 'claim': {
      const parsed = field.value.safeParse(value)
      return parsed.success ? parsed.data : undefined
    }
  }
}

const PART_NAMES = ['surname', 'given', 'patronymic'] as const

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
  return keys === keyCount(value) ? name : undefined
}
