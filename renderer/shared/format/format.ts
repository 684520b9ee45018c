/** Numbers, sizes and moments in the words of a language. No formatter here reads the clock of the page twice. */
import { comparing } from '../../../shared/sorting/sortKey.ts'
import {
  type AnyLanguage,
  agoFormatter,
  dateFormatter,
  listFormatter,
  numberFormatter,
  regionNames,
} from './intl.ts'

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
  time(at: number): string
  /** How long ago, in the largest unit that fits; `undefined` when less than a minute. */
  ago(at: number, now: number): string | undefined
  /** "A, B and C". */
  all(items: Iterable<string>): string
  /** "A, B or C". */
  any(items: Iterable<string>): string
  /** The name of a state by its ISO code. */
  region(code: string): string
  /** For sorting, by the same rule as lists of records: the order of the language's alphabet. */
  compare(a: string, b: string): number
}

const made = new Map<AnyLanguage, Formats>()

export function formatsOf(language: AnyLanguage): Formats {
  const known = made.get(language)
  if (known) return known
  const number = numberFormatter(language)
  const ago = agoFormatter(language)
  const formats: Formats = {
    number: (value) => number.format(value),
    bytes(count) {
      let unit = 0
      let value = count
      while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
        value /= 1000
        unit++
      }
      return numberFormatter(language, {
        style: 'unit',
        unit: BYTE_UNITS[unit] ?? 'byte',
        unitDisplay: unit === 0 ? 'long' : 'short',
        maximumFractionDigits: unit === 0 || value >= 99.95 ? 0 : 1,
      }).format(value)
    },
    moment: dateFormatter(language, { dateStyle: 'medium', timeStyle: 'short' }),
    day: dateFormatter(language, { dateStyle: 'medium' }),
    time: dateFormatter(language, { timeStyle: 'short' }),
    ago(at, now) {
      const seconds = Math.max(0, (now - at) / 1000)
      for (const [unit, length] of AGO_UNITS) {
        if (seconds >= length) return ago(Math.floor(seconds / length), unit)
      }
      return undefined
    },
    all: listFormatter(language, 'conjunction'),
    any: listFormatter(language, 'disjunction'),
    region: regionNames(language),
    compare: comparing(language),
  }
  made.set(language, formats)
  return formats
}
