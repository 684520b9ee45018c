/**
 * The only place that makes formatters of `Intl`, so that each follows the language of the interface and none that of
 * the machine; what `Intl` does not know of Crimean Tatar comes from a table of our own.
 */
import { LANGUAGE_FACTS } from '../../../shared/i18n/languages.ts'
import {
  type AgoUnit,
  agoInCrimeanTatar,
  MONTHS,
  OR,
  regionInCrimeanTatar,
} from './crimeanTatar.ts'

/** All that the program will speak, those included whose words are not complete yet. */
export type AnyLanguage = keyof typeof LANGUAGE_FACTS

const localeOf = (language: AnyLanguage): string => LANGUAGE_FACTS[language].locale

/** Formats a moment in milliseconds; a month that is written out is that of the language. */
export function dateFormatter(
  language: AnyLanguage,
  options: Intl.DateTimeFormatOptions,
): (at: number) => string {
  const locale = localeOf(language)
  const format = new Intl.DateTimeFormat(locale, options)
  if (language !== 'crh') return (at) => format.format(at)
  const { timeZone } = format.resolvedOptions()
  const monthOf = new Intl.DateTimeFormat('en', { month: 'numeric', timeZone })
  return (at) =>
    format
      .formatToParts(at)
      .map(({ type, value }) =>
        type === 'month' && !/^\d+$/.test(value)
          ? (MONTHS[Number(monthOf.format(at)) - 1] ?? value)
          : value,
      )
      .join('')
}

export function agoFormatter(language: AnyLanguage): (count: number, unit: AgoUnit) => string {
  if (language === 'crh') {
    const number = new Intl.NumberFormat(localeOf(language))
    return (count, unit) => agoInCrimeanTatar(number.format(count), unit)
  }
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' })
  return (count, unit) => relative.format(-count, unit)
}

/** "A, B and C", or "A, B or C". */
export function listFormatter(
  language: AnyLanguage,
  type: 'conjunction' | 'disjunction',
): (items: Iterable<string>) => string {
  const format = new Intl.ListFormat(localeOf(language), { type })
  if (language !== 'crh' || type === 'conjunction') return (items) => format.format(items)
  return (items) =>
    format
      .formatToParts(items)
      .map((part) => (part.type === 'literal' ? part.value.replace('veya', OR) : part.value))
      .join('')
}

export function regionNames(language: AnyLanguage): (code: string) => string {
  if (language === 'crh') return regionInCrimeanTatar
  const names = new Intl.DisplayNames([localeOf(language)], { type: 'region' })
  return (code) => names.of(code) ?? code
}

export const numberFormatter = (
  language: AnyLanguage,
  options?: Intl.NumberFormatOptions,
): Intl.NumberFormat => new Intl.NumberFormat(localeOf(language), options)
