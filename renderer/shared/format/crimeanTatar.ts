/**
 * What `Intl` has no data for and Turkish says otherwise: the months, the units of time and a few words of Crimean
 * Tatar. Numbers and plurals are those of Turkish (shared/i18n/languages.ts), the order of letters is its own
 * (shared/sorting).
 */

export const MONTHS = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'mayıs',
  'iyün',
  'iyül',
  'avgust',
  'sentâbr',
  'oktâbr',
  'noyabr',
  'dekabr',
] as const

const UNITS = {
  year: 'yıl',
  month: 'ay',
  week: 'afta',
  day: 'kün',
  hour: 'saat',
  minute: 'daqqa',
} as const
export type AgoUnit = keyof typeof UNITS

/** "3 kün evel": a number takes no plural after it. */
export const agoInCrimeanTatar = (count: string, unit: AgoUnit): string =>
  `${count} ${UNITS[unit]} evel`

export const OR = 'yaki'

const REGIONS: Readonly<Record<string, string>> = { UA: 'Ukraina', RU: 'Rusiye' }
export const regionInCrimeanTatar = (code: string): string => REGIONS[code] ?? code
