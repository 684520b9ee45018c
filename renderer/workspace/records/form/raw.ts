/**
 * What stands in a control of the form before it is a value of the model: typed text, a date as people write it, an
 * unfinished sentence. `readRaw` makes the value or says what is wrong with which part; a value that comes out of it
 * has passed the model's own schema.
 */
import type { z } from 'zod'
import { type DateProblem, parseDate } from '../../../../shared/dates/parse.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import type { Field, FieldType } from '../../../../shared/model/field.ts'
import { dateForEditing } from '../dates/format.ts'
import { guessLanguage } from './guessLanguage.ts'

export type RawObject = Readonly<Record<string, string>>
/** Text for plain fields, parts for composed ones, an id (or nothing) for a reference. */
export type Raw = string | RawObject

export type RawProblem = DateProblem | 'required' | 'too_long' | 'number' | 'invalid'
export interface RawError {
  /** The part of a composed value, or of the statement's details; empty for the value itself. */
  readonly part: string
  readonly problem: RawProblem
}
export type RawReading =
  | { readonly state: 'blank' }
  | { readonly state: 'value'; readonly value: z.infer<Field['value']> }
  | { readonly state: 'error'; readonly errors: readonly RawError[] }

/** The parts of a composed value in the order of its editor; `kind` says how a part is read. */
const PARTS = {
  name: {
    text: 'text',
    lang: 'text',
    type: 'text',
    surname: 'text',
    given: 'text',
    patronymic: 'text',
    from: 'date',
    to: 'date',
  },
  charge: { article: 'text', caption: 'text' },
  sentence: {
    years: 'number',
    months: 'number',
    prisonYears: 'number',
    regime: 'text',
    note: 'text',
  },
  listEntry: { list: 'text', date: 'date' },
  claim: {
    text: 'text',
    number: 'number',
    publisher: 'text',
    date: 'date',
    definition: 'text',
    figure: 'text',
  },
  bodyMark: {
    view: 'text',
    region: 'text',
    x: 'number',
    y: 'number',
    type: 'text',
    sizeMm: 'number',
    colour: 'text',
    age: 'text',
    cause: 'text',
    consistency: 'text',
  },
  consentScope: { audience: 'text', data: 'text', level: 'text' },
  labelWords: { code: 'text', uk: 'text', crh: 'text', ru: 'text', en: 'text', tr: 'text' },
} as const
type Composed = keyof typeof PARTS

const isComposed = (type: FieldType): type is Composed => Object.hasOwn(PARTS, type)
const partsOf = (type: Composed): readonly (readonly [string, 'text' | 'number' | 'date'])[] =>
  Object.entries(PARTS[type])

/** An empty control of a type. */
export const blankRaw = (type: FieldType): Raw =>
  isComposed(type) ? Object.fromEntries(partsOf(type).map(([part]) => [part, ''])) : ''

/** A stored value as the form shows it for correction. */
export function rawOf(type: FieldType, value: unknown): Raw {
  if (isComposed(type)) {
    const given = (value ?? {}) as Readonly<Record<string, unknown>>
    return Object.fromEntries(
      partsOf(type).map(([part, kind]) => {
        const found = given[part]
        if (found === undefined) return [part, '']
        return [part, kind === 'date' ? dateForEditing(String(found)) : String(found)]
      }),
    )
  }
  if (type === 'date') return dateForEditing(String(value))
  if (type === 'boolean') return value === true ? 'yes' : 'no'
  return String(value)
}

const EMPTY_PARTS: ReadonlySet<string> = new Set(['lang', 'type', 'regime', 'figure', 'code'])

/** Nothing was typed: such an entry is not saved and is no mistake. */
export const isBlank = (raw: Raw): boolean =>
  typeof raw === 'string'
    ? raw.trim() === ''
    : Object.entries(raw).every(([part, text]) => EMPTY_PARTS.has(part) || text.trim() === '')

function readNumber(text: string): number | 'number' {
  const number = Number(text.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : 'number'
}

function problemOf(issue: z.core.$ZodIssue): RawProblem {
  if (issue.code === 'too_big' && issue.origin === 'string') return 'too_long'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'required'
  if ('input' in issue && issue.input === undefined) return 'required'
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'number'
  if (issue.code === 'invalid_type' && (issue.expected === 'int' || issue.expected === 'number'))
    return 'number'
  return 'invalid'
}

function check(spec: Field, candidate: unknown): RawReading {
  const parsed = spec.value.safeParse(candidate)
  if (parsed.success) return { state: 'value', value: parsed.data }
  const given = candidate as Readonly<Record<string, unknown>>
  return {
    state: 'error',
    errors: parsed.error.issues.map((issue) => {
      const part = String(issue.path[0] ?? '')
      const missing = part !== '' && given[part] === undefined
      return { part, problem: missing ? 'required' : problemOf(issue) }
    }),
  }
}

function readComposed(spec: Field, type: Composed, raw: RawObject, today: string): RawReading {
  const candidate: Record<string, unknown> = {}
  const errors: RawError[] = []
  for (const [part, kind] of partsOf(type)) {
    const text = (raw[part] ?? '').trim()
    if (text === '') continue
    if (kind === 'text') candidate[part] = text
    else if (kind === 'number') {
      const number = readNumber(text)
      if (number === 'number') errors.push({ part, problem: 'number' })
      else candidate[part] = number
    } else {
      const date = parseDate(text, today)
      if (date.ok) candidate[part] = date.value
      else errors.push({ part, problem: date.problem })
    }
  }
  if (type === 'name' && candidate.lang === undefined)
    candidate.lang = guessLanguage(String(candidate.text ?? ''))
  // "8 years" has no months, "10 months" has no years: a part left out of one that is there is none.
  if (type === 'sentence' && (candidate.years ?? candidate.months) !== undefined) {
    candidate.years ??= 0
    candidate.months ??= 0
  }
  if (errors.length > 0) return { state: 'error', errors }
  return check(spec, candidate)
}

/** Makes the model's value of what stands in a control, or says what is wrong with it. */
export function readRaw(spec: Field, raw: Raw, today: string): RawReading {
  if (isBlank(raw)) return { state: 'blank' }
  const { type } = spec
  if (isComposed(type)) return readComposed(spec, type, raw as RawObject, today)
  const text = raw as string
  if (type === 'date') {
    const date = parseDate(text, today)
    return date.ok
      ? { state: 'value', value: date.value }
      : { state: 'error', errors: [{ part: '', problem: date.problem }] }
  }
  if (type === 'number') {
    const number = readNumber(text)
    return number === 'number'
      ? { state: 'error', errors: [{ part: '', problem: 'number' }] }
      : check(spec, number)
  }
  if (type === 'boolean') return check(spec, text === 'yes')
  if (type === 'ref') return check(spec, text as RecordId)
  return check(spec, text)
}
