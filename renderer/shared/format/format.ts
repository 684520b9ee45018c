/** Numbers, sizes and moments in the words of a language. No formatter here reads the clock of the page twice. */
import type { Language } from '../../../shared/i18n/index.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', uk: 'uk-UA' }

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

const AGO_UNITS = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

export interface Formats {
  number(value: number): string
  /** Steps of 1000, as disks are sold and as file managers show them. */
  bytes(count: number): string
  /** Day and time of a moment in milliseconds since 1970. */
  moment(at: number): string
  day(at: number): string
  /** How long ago, in the largest unit that fits; `undefined` when less than a minute. */
  ago(at: number, now: number): string | undefined
}

const made = new Map<Language, Formats>()

export function formatsOf(language: Language): Formats {
  const known = made.get(language)
  if (known) return known
  const locale = LOCALES[language]
  const number = new Intl.NumberFormat(locale)
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const formats: Formats = {
    number: (value) => number.format(value),
    bytes(count) {
      let unit = 0
      let value = count
      while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
        value /= 1000
        unit++
      }
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: BYTE_UNITS[unit] ?? 'byte',
        unitDisplay: unit === 0 ? 'long' : 'short',
        maximumFractionDigits: unit === 0 || value >= 99.95 ? 0 : 1,
      }).format(value)
    },
    moment: (at) => moment.format(at),
    day: (at) => day.format(at),
    ago(at, now) {
      const seconds = Math.max(0, (now - at) / 1000)
      for (const [unit, length] of AGO_UNITS) {
        if (seconds >= length) return relative.format(-Math.floor(seconds / length), unit)
      }
      return undefined
    },
  }
  made.set(language, formats)
  return formats
}
