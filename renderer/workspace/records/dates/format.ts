/**
 * Shows a partial date in the reader's language without adding precision it does not have: `2019` stays a year,
 * `2019-03~` is "about March 2019", a range keeps both ends.
 */
import type { PartialDate } from '../../../../shared/model/values.ts'
import { type AnyLanguage, dateFormatter } from '../../../shared/format/intl.ts'

export interface DateWords {
  /** The language on screen. */
  readonly language: AnyLanguage
  /** Wraps an estimate: "about {date}". */
  about(date: string): string
}

/** `short` fits a column (`27.03.2019`, `27 Mar 2019`), `long` reads in a sentence (`27 березня 2019 р.`). */
export type DateStyle = 'short' | 'long'

const formats = new Map<string, (at: number) => string>()

function formatter(language: AnyLanguage, style: DateStyle, parts: number): (at: number) => string {
  const key = `${language}/${style}/${parts}`
  let format = formats.get(key)
  if (!format) {
    const numeric = style === 'short' && language !== 'en'
    const month = numeric ? '2-digit' : style === 'short' ? 'short' : 'long'
    format = dateFormatter(language, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts > 1 ? { month } : {}),
      ...(parts > 2 ? { day: numeric ? '2-digit' : 'numeric' } : {}),
    })
    formats.set(key, format)
  }
  return format
}

function formatOne(text: string, words: DateWords, style: DateStyle): string {
  const plain = text.replace('~', '')
  const [year = 0, month = 1, day = 1] = plain.split('-').map(Number)
  const parts = plain.split('-').length
  // Of the years before 1000 the noughts would be lost: 0019 is a slip of the hand, and has to look like one.
  const asYear = year < 1000 ? year + 4000 : year
  const format = formatter(words.language, style, parts)
  const shown =
    parts === 1
      ? plain
      : format(Date.UTC(asYear, month - 1, day)).replace(`${asYear}`, plain.slice(0, 4))
  return text.endsWith('~') ? words.about(shown) : shown
}

export function formatDate(
  date: PartialDate,
  words: DateWords,
  style: DateStyle = 'short',
): string {
  return date
    .split('/')
    .map((part) => formatOne(part, words, style))
    .join(' – ')
}

/** A date as it is typed into the form; `parseDate` reads it back to the same value. */
export function dateForEditing(date: PartialDate): string {
  return date
    .split('/')
    .map((part) => {
      const plain = part.replace('~', '').split('-').reverse().join('.')
      return part.endsWith('~') ? `~${plain}` : plain
    })
    .join(' – ')
}
