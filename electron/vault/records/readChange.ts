/**
 * A change that somebody asks for, checked before anything is made of it. `RecordChange` decides; most changes are seen
 * to be what it takes, and to come out of it as they are, by a few plain checks that cost a tenth: a bulk makes tens
 * of thousands. Whatever those do not know goes to the schema, so nothing is taken that it refuses; a test with
 * arbitrary changes holds them to that.
 */
import { CONFIDENTIALITY } from '../../../shared/model/field.ts'
import { RecordChange } from '../../../shared/model/statement.ts'
import { FIELD_NAME, GRADE, isDate, isId, isObject, type Json, keyCount } from './readBody.ts'

const CONFIDENTIALITY_SET: ReadonlySet<unknown> = new Set(CONFIDENTIALITY)
const MOST_STATEMENTS = 500
const PARTS_OF_CHANGE = 3
const PARTS_OF_STATEMENT = 6
const JUST_ADDED = /^\+\d{1,3}$/

/** Undefined for anything that is no change. */
export function readChange(change: unknown): RecordChange | undefined {
  if (isPlainChange(change)) return change
  const parsed = RecordChange.safeParse(change)
  return parsed.success ? parsed.data : undefined
}

function isPlainChange(change: unknown): change is RecordChange {
  if (!isObject(change) || keyCount(change) !== PARTS_OF_CHANGE) return false
  const { add, retract, prefer } = change
  return (
    Array.isArray(add) &&
    add.length <= MOST_STATEMENTS &&
    add.every(isPlainStatement) &&
    Array.isArray(retract) &&
    retract.length <= MOST_STATEMENTS &&
    retract.every(isId) &&
    isPlainObject(prefer) &&
    arePreferences(prefer)
  )
}

function isPlainStatement(statement: unknown): boolean {
  if (!isObject(statement) || keyCount(statement) !== PARTS_OF_STATEMENT) return false
  const { field, value, source, grade, asOf, confidentiality } = statement
  return (
    typeof field === 'string' &&
    FIELD_NAME.test(field) &&
    isPlainJson(value) &&
    (source === null || isId(source)) &&
    typeof grade === 'string' &&
    GRADE.test(grade) &&
    (asOf === null || isDate(asOf)) &&
    CONFIDENTIALITY_SET.has(confidentiality)
  )
}

const isSimple = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value === null ||
  (typeof value === 'number' && Number.isFinite(value))

/** No deeper than a value of the model is. */
function isPlainJson(value: unknown): boolean {
  if (isSimple(value)) return true
  if (!isPlainObject(value)) return false
  for (const name in value) if (name === '__proto__' || !isSimple(value[name])) return false
  return true
}

function arePreferences(prefer: Json): boolean {
  for (const name in prefer) {
    const wanted = prefer[name]
    if (!FIELD_NAME.test(name)) return false
    if (!isId(wanted) && !(typeof wanted === 'string' && JUST_ADDED.test(wanted))) return false
  }
  return true
}

const isPlainObject = (value: unknown): value is Json =>
  isObject(value) && Object.getPrototypeOf(value) === Object.prototype
