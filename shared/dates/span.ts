/**
 * A partial date as a stretch of days: the days it may mean. A year is any of its days, an estimate reaches half a
 * unit further on both sides. For drawing and ordering only; nothing computed here is stored.
 */
import type { PartialDate } from '../model/values.ts'

export interface Span {
  /** First possible day, as days since 1970-01-01. */
  readonly from: number
  /** The day after the last possible one. */
  readonly to: number
  /** Not known to the day. */
  readonly uncertain: boolean
}

const DAY_MS = 86_400_000
const ESTIMATE_REACH = { day: 7, month: 15, year: 183 } as const

/** As days since 1970-01-01; `Date.UTC` would take the years before 100 for those of the last century. */
export const dayNumber = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month, day) / DAY_MS

function spanOfOne(text: string): Span {
  const estimated = text.endsWith('~')
  const [year = 1970, month, day] = text.replace('~', '').split('-').map(Number)
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  const from = dayNumber(year, (month ?? 1) - 1, day ?? 1)
  const to =
    precision === 'day'
      ? from + 1
      : precision === 'month'
        ? dayNumber(year, month ?? 1, 1)
        : dayNumber(year + 1, 0, 1)
  const reach = estimated ? ESTIMATE_REACH[precision] : 0
  return { from: from - reach, to: to + reach, uncertain: estimated || precision !== 'day' }
}

/** The days that a partial date may mean. */
export function spanOf(date: PartialDate): Span {
  const [first = '', last] = date.split('/')
  const a = spanOfOne(first)
  if (last === undefined) return a
  const b = spanOfOne(last)
  return { from: a.from, to: Math.max(a.to, b.to), uncertain: true }
}

/** Today as days since 1970-01-01, by the clock of the person who looks. */
export const dayOf = (now: Date): number =>
  dayNumber(now.getFullYear(), now.getMonth(), now.getDate())

/** Today as `YYYY-MM-DD`, by the clock of the person who looks. */
export const isoDayOf = (now: Date): string =>
  new Date(dayOf(now) * DAY_MS).toISOString().slice(0, 10)

/** Earlier first; what is not known at all comes last. */
export const byDate = (a: PartialDate | null, b: PartialDate | null): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const [x, y] = [spanOf(a), spanOf(b)]
  return x.from - y.from || x.to - y.to
}
