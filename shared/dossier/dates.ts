/**
 * Partial dates and spans of time in the words of a dossier's language. Months come from our own tables, never
 * from the runtime's: the same dossier must be the same text on every machine and version.
 */
import type { PartialDate } from '../model/values.ts'
import type { DossierWords } from './words.ts'

/** One end of a partial date. `month` and `day` are absent when not known. */
export interface DatePoint {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly estimated: boolean
}

function point(text: string): DatePoint {
  const estimated = text.endsWith('~')
  const [year = 0, month, day] = (estimated ? text.slice(0, -1) : text).split('-').map(Number)
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    estimated,
  }
}

/** The two ends of a range, or one point. */
export const datePoints = (date: PartialDate): readonly DatePoint[] => date.split('/').map(point)

function pointInWords(words: DossierWords, at: DatePoint): string {
  const month = at.month === undefined ? undefined : at.month - 1
  let text = String(at.year)
  if (month !== undefined && at.day !== undefined)
    text = `${at.day} ${words.monthsOfDay[month]} ${at.year}`
  else if (month !== undefined)
    // After "about" a month stands in the form it has after a day.
    text = `${(at.estimated ? words.monthsOfDay : words.monthsAlone)[month]} ${at.year}`
  return at.estimated ? words.about(text) : text
}

/** `2019-03-27` → "27 March 2019", `2019-03~` → "about March 2019", a range with a dash between. */
export const dateInWords = (words: DossierWords, date: PartialDate): string =>
  datePoints(date)
    .map((at) => pointInWords(words, at))
    .join(' – ')

export interface Span {
  readonly years: number
  readonly months: number
  readonly days: number
  /** True when either end is known only to the month or the year, or is an estimate. */
  readonly rough: boolean
}

const daysOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Time from the beginning of `from` to the full date `to`; null when `to` lies before it. */
export function spanBetween(from: PartialDate, to: string): Span | null {
  const start = datePoints(from)[0]
  const end = datePoints(to)[0]
  if (!start || end?.month === undefined || end.day === undefined) return null
  const rough = start.estimated || start.day === undefined || from.includes('/')
  // An unknown month counts whole years only, an unknown day whole months only.
  let years = end.year - start.year
  let months = start.month === undefined ? 0 : end.month - start.month
  let days = start.day === undefined ? 0 : end.day - start.day
  if (days < 0) {
    months -= 1
    const before = end.month === 1 ? 12 : end.month - 1
    // Counted from the same day of the month before, or its last day when that month is shorter.
    const length = daysOfMonth(before === 12 ? end.year - 1 : end.year, before)
    days = length - Math.min(start.day ?? 1, length) + end.day
  }
  if (months < 0) {
    years -= 1
    months += 12
  }
  return years < 0 ? null : { years, months, days, rough }
}

/** "5 years 2 months 3 days"; the parts that are nought are left out, and days when the span is rough. */
export function spanInWords(words: DossierWords, span: Span): string {
  const parts: string[] = []
  if (span.years > 0) parts.push(words.years(span.years))
  if (span.months > 0) parts.push(words.months(span.months))
  if (span.days > 0 && !span.rough) parts.push(words.days(span.days))
  if (parts.length === 0) parts.push(span.rough ? words.months(span.months) : words.days(span.days))
  const text = parts.join(' ')
  return span.rough ? words.about(text) : text
}

/** Full years of age on the day `on`; null when the birth date does not say so much. */
export function ageOn(birth: PartialDate, on: string): number | null {
  const start = datePoints(birth)[0]
  if (!start || birth.includes('/') || start.estimated || start.day === undefined) return null
  return spanBetween(birth, on)?.years ?? null
}
