/**
 * Turns the text of one cell into a value of a field. What cannot be understood is an error with a reason, never
 * a guess: a wrong date in a dossier can cost somebody a place on a list.
 */
import type { z } from 'zod'
import { parseDate } from '../../../shared/dates/parse.ts'
import type { Field } from '../../../shared/model/field.ts'
import { PartialDate } from '../../../shared/model/values.ts'
import { caseless } from './caseless.ts'

export type CellResult =
  | { readonly ok: true; readonly values: readonly z.core.util.JSONType[] }
  /** With the value that is meant: of several in one cell the first that cannot be understood. */
  | { readonly ok: false; readonly reason: CellProblem; readonly text: string }

export const CELL_PROBLEMS = [
  'not_a_date',
  'ambiguous_date',
  'unknown_value',
  'not_a_number',
  'not_a_sentence',
  'too_long',
  'spreadsheet_error',
] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

const problem = (reason: CellProblem, text: string): CellResult => ({ ok: false, reason, text })
const values = (list: readonly z.core.util.JSONType[]): CellResult => ({ ok: true, values: list })

/** What a spreadsheet program shows in place of a value that it could not find. */
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/

/** `;` separates several values of a field that may have several. */
export function cellValues(
  field: Field,
  column: string,
  text: string,
  words: EnumWords = SHORT_WORDS,
  order?: DateOrder,
): CellResult {
  if (SPREADSHEET_ERROR.test(text)) return problem('spreadsheet_error', text)
  const parts = field.many ? text.split(';').map((part) => part.trim()) : [text.trim()]
  const found: z.core.util.JSONType[] = []
  for (const part of parts.filter((each) => each !== '')) {
    const one = cellValue(field, column, part, words, order)
    if (!one.ok) return one
    if (!one.values.every((value) => field.value.safeParse(value).success))
      return problem('too_long', part)
    found.push(...one.values)
  }
  return values(found)
}

function cellValue(
  field: Field,
  column: string,
  text: string,
  words: EnumWords,
  order: DateOrder | undefined,
): CellResult {
  switch (field.type) {
    case 'name':
      return values([{ text, lang: languageOfColumn(column) }])
    case 'date':
      return dateValue(text, order)
    case 'enum':
      return enumValue(field, text, words)
    case 'charge':
      return values([chargeValue(text)])
    case 'sentence': {
      const sentence = sentenceValue(text)
      return sentence ? values([sentence]) : problem('not_a_sentence', text)
    }
    case 'number':
      return /^\d{1,9}$/.test(text) ? values([Number(text)]) : problem('not_a_number', text)
    case 'boolean':
      return booleanValue(text)
    default:
      return values([text])
  }
}

const YES = /^(?:yes|true|1|так|да|evet|ebet)$/
const NO = /^(?:no|false|0|ні|нет|hayir|yoq)$/

function booleanValue(text: string): CellResult {
  const word = caseless(text)
  return YES.test(word) || NO.test(word) ? values([YES.test(word)]) : problem('unknown_value', text)
}

const languageOfColumn = (column: string): string => {
  const suffix = column.split('_').at(-1) ?? ''
  return ['uk', 'ru', 'crh', 'en', 'tr'].includes(suffix) ? suffix : 'other'
}

const pad = (text: string) => text.padStart(2, '0')

/** Which comes first in 03/04/2019: the day, as most of the world writes it, or the month. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
/** No date of a list is the day on which it happens to be imported. */
const NO_DAY = '0001-01-01'

/**
 * As the program's forms read it: EDTF as it stands, day.month.year, names of months. With slashes it takes `order`
 * where day and month could be either; with dots it is day first everywhere.
 */
export function dateValue(text: string, order?: DateOrder): CellResult {
  const slashed = SLASHED.exec(text.trim())
  if (slashed) {
    const [, first = '', second = '', year = ''] = slashed
    const clear = clearOrder(Number(first), Number(second))
    if (clear === undefined && order === undefined) return problem('ambiguous_date', text)
    const [day, month] = (clear ?? order) === 'mdy' ? [second, first] : [first, second]
    const date = `${year}-${pad(month)}-${pad(day)}`
    return PartialDate.safeParse(date).success ? values([date]) : problem('not_a_date', text)
  }
  const read = parseDate(text, NO_DAY)
  return read.ok && !read.value.startsWith('000')
    ? values([read.value])
    : problem('not_a_date', text)
}

/** What a slashed date says by itself; 05/05/2019 is the same either way. */
function clearOrder(first: number, second: number): DateOrder | undefined {
  if (first > 12 || first === second) return 'dmy'
  return second > 12 ? 'mdy' : undefined
}

/** How the dates of a column are written, found by looking at all of them. */
export interface DateColumn {
  /** Texts that are dates, texts that are not, and those with slashes that could be read either way. */
  readonly read: number
  readonly unread: number
  readonly ambiguous: number
  /** What those with slashes that are clear have first; undefined when none says it, or when they disagree. */
  readonly order: DateOrder | undefined
  /** One as it stands and as it is read. */
  readonly example: { readonly text: string; readonly value: string } | undefined
}

export function lookAtDates(texts: Iterable<string>): DateColumn {
  let [read, unread, ambiguous] = [0, 0, 0]
  let example: DateColumn['example']
  const orders = new Set<DateOrder>()
  for (const text of texts) {
    const slashed = SLASHED.exec(text)
    const clear =
      slashed && slashed[1] !== slashed[2] && clearOrder(Number(slashed[1]), Number(slashed[2]))
    if (clear) orders.add(clear)
    const result = dateValue(text)
    if (result.ok) {
      read += 1
      example ??= { text, value: String(result.values[0]) }
    } else if (result.reason === 'ambiguous_date') ambiguous += 1
    else unread += 1
  }
  const order = orders.size === 1 ? [...orders][0] : undefined
  return { read, unread, ambiguous, order, example }
}

/** Words of a value list in the languages of the interface, without their case (caseless.ts) → code. */
export type EnumWords = ReadonlyMap<string, string>
const SHORT_WORDS: EnumWords = new Map([
  ['m', 'male'],
  ['ч', 'male'],
  ['м', 'male'],
  ['f', 'female'],
  ['e', 'male'],
  ['k', 'female'],
  ['ж', 'female'],
])

/** A code of the value list in any case, with spaces or underscores, or its label in a known language. */
function enumValue(field: Field, text: string, words: EnumWords): CellResult {
  const lower = caseless(text)
  const code = lower.replaceAll(/[\s-]+/g, '_')
  const candidates = [code, words.get(lower), SHORT_WORDS.get(lower)]
  const value = candidates.find((each) => each !== undefined && field.values?.includes(each))
  return value === undefined ? problem('unknown_value', text) : values([value])
}

/** `205.5 p.2: caption`: what stands before a colon is the article. */
function chargeValue(text: string): { article: string } | { article: string; caption: string } {
  const at = text.indexOf(':')
  return at > 0
    ? { article: text.slice(0, at).trim(), caption: text.slice(at + 1).trim() }
    : { article: text }
}

const YEARS =
  '(\\d{1,3})(?!\\d)\\s*(?:y|yr|yrs|years?|р|років|роки|рік|лет|год|года|г|y[ıi]l|sene)?\\.?'
const MONTHS =
  '(\\d{1,2})\\s*(?:m|mo|months?|міс|місяців|місяці|місяць|мес|месяцев|месяца|месяц|ay)\\.?'
const SENTENCE = new RegExp(`^(?:${YEARS})?[\\s,]*(?:${MONTHS})?$`, 'iu')

/** `13`, `13 years 6 months`, `13 р. 6 міс.`, `6 мес`; months beyond eleven are carried over. */
export function sentenceValue(text: string): { years: number; months: number } | undefined {
  const found = SENTENCE.exec(text.trim())
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined
  const months = Number(found[1] ?? 0) * 12 + Number(found[2] ?? 0)
  return { years: Math.floor(months / 12), months: months % 12 }
}
