/** Turns the logarithm of a number of seconds into the unit a person can picture. */
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365.25 * DAY
const MONTH = YEAR / 12

export type TimeToBreak =
  | {
      readonly unit: 'seconds' | 'minutes' | 'hours' | 'days' | 'months' | 'years'
      readonly count: number
    }
  | { readonly unit: 'instant' | 'thousands' | 'millions' | 'billions' }

const COUNTED = [
  ['seconds', 1, MINUTE],
  ['minutes', MINUTE, HOUR],
  ['hours', HOUR, DAY],
  ['days', DAY, MONTH],
  ['months', MONTH, YEAR],
  ['years', YEAR, 1000 * YEAR],
] as const

/** @param log10Seconds base-10 logarithm of the seconds an attacker needs */
export function timeToBreak(log10Seconds: number): TimeToBreak {
  const seconds = 10 ** log10Seconds
  if (seconds < 2) return { unit: 'instant' }
  for (const [unit, length, next] of COUNTED) {
    if (seconds < next) return { unit, count: roundedDown(seconds / length) }
  }
  const years = log10Seconds - Math.log10(YEAR)
  if (years < 6) return { unit: 'thousands' }
  return { unit: years < 9.65 ? 'millions' : 'billions' }
}

/** An estimate is no better than one digit from 20 on, and never promises more than it found. */
const roundedDown = (count: number): number =>
  count < 20
    ? Math.max(1, Math.floor(count))
    : 10 ** Math.floor(Math.log10(count)) * Math.floor(count / 10 ** Math.floor(Math.log10(count)))
