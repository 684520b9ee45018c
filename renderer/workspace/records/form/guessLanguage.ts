/**
 * Suggests the language of a typed name by letters that only some alphabets have. A suggestion only: the form shows
 * it and lets it be changed, because a name in plain letters belongs to any of them.
 */
import type { Name } from '../../../../shared/model/values.ts'

export function guessLanguage(text: string, cyrillic: 'uk' | 'ru' = 'uk'): Name['lang'] {
  const name = text.normalize('NFC').toLowerCase()
  if (/[іїєґ]|\p{Script=Cyrillic}['’ʼ]\p{Script=Cyrillic}/u.test(name)) return 'uk'
  if (/[кгн]ъ/u.test(name)) return 'crh'
  if (/[ыэъё]/u.test(name)) return 'ru'
  if (/\p{Script=Cyrillic}/u.test(name)) return cyrillic
  if (/[ñqâ]/u.test(name)) return 'crh'
  if (/[ğışçöü]/u.test(name)) return 'tr'
  return /\p{Script=Latin}/u.test(name) ? 'en' : 'other'
}
