/**
 * Turns the text of one cell into a value of a field. What cannot be understood is an error with a reason, never
 * a guess: a wrong date in a dossier can cost somebody a place on a list.
 */
import type { z } from 'zod'
import type { Field } from '../../../shared/model/field.ts'
import { PartialDate } from '../../../shared/model/values.ts'

export type CellResult =
  | { readonly ok: true; readonly values: readonly z.core.util.JSONType[] }
  | { readonly ok: false; readonly reason: CellProblem }

export const CELL_PROBLEMS = [
  'not_a_date',
  'ambiguous_date',
  'unknown_value',
  'not_a_number',
  'not_a_sentence',
  'too_long',
] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

const problem = (reason: CellProblem): CellResult => ({ ok: false, reason })
const values = (list: readonly z.core.util.JSONType[]): CellResult => ({ ok: true, values: list })

/** `;` separates several values of a field that may have several. */
export function cellValues(
  field: Field,
  column: string,
  text: string,
  words: EnumWords = SHORT_WORDS,
): CellResult {
  const parts = field.many ? text.split(';').map((part) => part.trim()) : [text.trim()]
  const found: z.core.util.JSONType[] = []
  for (const part of parts.filter((each) => each !== '')) {
    const one = cellValue(field, column, part, words)
    if (!one.ok) return one
    found.push(...one.values)
  }
  return found.every((value) => field.value.safeParse(value).success)
    ? values(found)
    : problem('too_long')
}

function cellValue(field: Field, column: string, text: string, words: EnumWords): CellResult {
  switch (field.type) {
    case 'name':
      return values([{ text, lang: languageOfColumn(column) }])
    case 'date':
      return dateValue(text)
    case 'enum':
      return enumValue(field, text, words)
    case 'charge':
      return values([chargeValue(text)])
    case 'sentence': {
      const sentence = sentenceValue(text)
      return sentence ? values([sentence]) : problem('not_a_sentence')
    }
    case 'number':
      return /^\d{1,9}$/.test(text) ? values([Number(text)]) : problem('not_a_number')
    case 'boolean':
      return /^(?:yes|no|true|false|1|0)$/i.test(text)
        ? values([/^(?:yes|true|1)$/i.test(text)])
        : problem('unknown_value')
    default:
      return values([text])
  }
}

const languageOfColumn = (column: string): string => {
  const suffix = column.split('_').at(-1) ?? ''
  return ['uk', 'ru', 'crh', 'en', 'tr'].includes(suffix) ? suffix : 'other'
}

const pad = (text: string) => text.padStart(2, '0')

/** EDTF as it stands, or day.month.year as Ukrainian, Russian and Turkish documents write it. */
export function dateValue(text: string): CellResult {
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  if (dotted) {
    const [, day = '', month = '', year = ''] = dotted
    // 03/04/2019 is March to some and April to others; with dots it is day first everywhere.
    if (text.includes('/') && Number(day) <= 12 && Number(month) <= 12 && day !== month)
      return problem('ambiguous_date')
    return checkedDate(`${year}-${pad(month)}-${pad(day)}`)
  }
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(text)
  if (monthYear) return checkedDate(`${monthYear[2]}-${pad(monthYear[1] ?? '')}`)
  return checkedDate(text)
}

const checkedDate = (text: string): CellResult =>
  PartialDate.safeParse(text).success ? values([text]) : problem('not_a_date')

/** Words of a value list in the languages of the interface, lower-case → code. */
export type EnumWords = ReadonlyMap<string, string>
const SHORT_WORDS: EnumWords = new Map([
  ['m', 'male'],
  ['ч', 'male'],
  ['м', 'male'],
  ['f', 'female'],
  ['ж', 'female'],
])

/** A code of the value list in any case, with spaces or underscores, or its label in a known language. */
function enumValue(field: Field, text: string, words: EnumWords): CellResult {
  const lower = text.toLowerCase()
  const code = lower.replaceAll(/[\s-]+/g, '_')
  const candidates = [code, words.get(lower), SHORT_WORDS.get(lower)]
  const value = candidates.find((each) => each !== undefined && field.values?.includes(each))
  return value === undefined ? problem('unknown_value') : values([value])
}

/** `205.5 p.2: caption`: what stands before a colon is the article. */
function chargeValue(text: string): { article: string } | { article: string; caption: string } {
  const at = text.indexOf(':')
  return at > 0
    ? { article: text.slice(0, at).trim(), caption: text.slice(at + 1).trim() }
    : { article: text }
}

const YEARS =
  '(\\d{1,3})(?!\\d)\\s*(?:y|yr|yrs|years?|р|років|роки|рік|лет|год|года|г|yıl|sene)?\\.?'
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
