/**
 * Reads a date as people write it (`27.03.2019`, `березень 2019`, `близько 2019`, `27–30 березня 2019`) into the
 * model's partial date. A date is never guessed: a two-digit year, a day that does not exist or a range that runs
 * backwards is refused with its reason, and the form echoes what was understood.
 */
import { PartialDate } from '../model/values.ts'
import { spanOf } from './span.ts'

export type DateProblem = 'unknown' | 'two_digit_year' | 'no_such_day' | 'backwards'
export type ParsedDate =
  | { readonly ok: true; readonly value: PartialDate }
  | { readonly ok: false; readonly problem: DateProblem }

/** Beginnings of the names of the months in Ukrainian, Russian, English, Turkish and Crimean Tatar. */
const MONTHS: readonly RegExp[] = [
  /^(?:січ|янв|jan|ocak|yanv)/u,
  /^(?:лют|фев|feb|şubat|subat|fevr)/u,
  /^(?:берез|мар|mar)/u,
  /^(?:квіт|апр|apr|nisan)/u,
  /^(?:трав|ма[йя]|may|mayıs)/u,
  /^(?:черв|июн|jun|haz|iyün|iyun)/u,
  /^(?:лип|июл|jul|tem|iyül|iyul)/u,
  /^(?:серп|авг|aug|ağu|agu|avg)/u,
  /^(?:вер|сен|sep|eyl|sent)/u,
  /^(?:жов|окт|oct|eki|okt)/u,
  /^(?:лист|ноя|nov|kas|noy)/u,
  /^(?:груд|дек|dec|ara|dek)/u,
]

const ABOUT =
  /^(?:близько|приблизно|орієнтовно|прибл\.?|бл\.?|около|примерно|ок\.?|about|around|circa|approx\.?|ca?\.|ca|yaklaşık|taqriben|~|≈)\s*/u
const YEAR_WORD = /\s*(?:р\.?|року|рік|рр\.?|г\.?|года|год|yılı|yıl|senesi)$/u
const FROM_WORD = /^(?:від|з|із|с|от|from|between|між|между)\s+/u
const RANGE_MARK =
  /\s+[-–—]\s+|\s*[–—]\s*|\s*(?:\.\.+|…)\s*|\s+(?:до|по|to|until|and|ve|та|і|и)\s+/u
const TODAY = /^(?:сьогодні|сегодня|today|bugün)$/u
const YESTERDAY = /^(?:вчора|вчера|yesterday|dün|tünevin)$/u

const fail = (problem: DateProblem): ParsedDate => ({ ok: false, problem })
const two = (digits: string): string => digits.padStart(2, '0')

const monthOf = (word: string): string | undefined => {
  const index = MONTHS.findIndex((pattern) => pattern.test(word))
  return index < 0 ? undefined : two(String(index + 1))
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** One date without its estimate mark, as `YYYY[-MM[-DD]]`; `undefined` when it is written in no known way. */
function readPlain(text: string, today: string): string | DateProblem {
  if (TODAY.test(text)) return today
  if (YESTERDAY.test(text)) return dayBefore(today)
  let m = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/u.exec(text)
  if (m) return [m[1], m[2] && two(m[2]), m[3] && two(m[3])].filter(Boolean).join('-')
  m = /^(?:(\d{1,2})[-./])?(\d{1,2})[-./](\d{4})$/u.exec(text)
  if (m) return [m[3], two(m[2] ?? ''), m[1] && two(m[1])].filter(Boolean).join('-')
  if (/^(?:\d{1,2}[-./])?\d{1,2}[-./]\d{2}$/u.test(text)) return 'two_digit_year'
  m = /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?,?\s+(\d{4})$/u.exec(text)
  if (m) {
    const month = monthOf(m[2] ?? '')
    return month ? [m[3], month, m[1] && two(m[1])].filter(Boolean).join('-') : 'unknown'
  }
  m = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text)
  if (m) {
    const month = monthOf(m[1] ?? '')
    return month ? `${m[3]}-${month}-${two(m[2] ?? '')}` : 'unknown'
  }
  return 'unknown'
}

function readOne(text: string, today: string): ParsedDate {
  let rest = text.replace(FROM_WORD, '').trim()
  let estimated = false
  if (ABOUT.test(rest)) {
    rest = rest.replace(ABOUT, '')
    estimated = true
  }
  if (/[~?]$/u.test(rest)) {
    rest = rest.slice(0, -1).trim()
    estimated = true
  }
  rest = rest.replace(YEAR_WORD, '')
  const plain = readPlain(rest, today)
  if (plain === 'two_digit_year' || plain === 'unknown') return fail(plain)
  const value = PartialDate.safeParse(estimated ? `${plain}~` : plain)
  return value.success ? { ok: true, value: value.data } : fail('no_such_day')
}

/** What a range's first half leaves to its second: `27–30 березня 2019`, `березень – травень 2019`. */
function complete(left: string, right: PartialDate): string {
  const [year, month] = right.replace('~', '').split('-')
  if (/^\d{1,2}$/u.test(left) && month) return `${left}.${month}.${year}`
  if (/^\p{L}+$/u.test(left) && monthOf(left)) return `${left} ${year}`
  if (/^\d{1,2}\.?\s+\p{L}+$/u.test(left)) return `${left} ${year}`
  if (/^\d{1,2}\.\d{1,2}\.?$/u.test(left)) return `${left.replace(/\.$/u, '')}.${year}`
  return left
}

function halves(text: string): readonly [string, string] | undefined {
  const years = /^(\d{4})\s*-\s*(\d{4})$/u.exec(text)
  if (years) return [years[1] ?? '', years[2] ?? '']
  const slash = text.split('/')
  if (slash.length === 2 && /^\d{4}/u.test(slash[0] ?? '') && /^\d{4}/u.test(slash[1] ?? ''))
    return [slash[0] ?? '', slash[1] ?? '']
  const mark = RANGE_MARK.exec(text)
  return mark ? [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)] : undefined
}

/** Reads what was typed; `today` is `YYYY-MM-DD`, given so that the same text always means the same. */
export function parseDate(typed: string, today: string): ParsedDate {
  // A capital İ becomes an i and a dot of its own.
  const small = typed.normalize('NFKC').toLowerCase().replaceAll('\u0307', '')
  const text = small.replace(/\s+/gu, ' ').trim()
  const parts = halves(text)
  if (!parts) return readOne(text, today)
  const right = readOne(parts[1], today)
  if (!right.ok) return right
  const left = readOne(complete(parts[0].replace(FROM_WORD, '').trim(), right.value), today)
  if (!left.ok) return left
  if (spanOf(left.value).from > spanOf(right.value).from) return fail('backwards')
  if (left.value === right.value) return left
  return { ok: true, value: PartialDate.parse(`${left.value}/${right.value}`) }
}
