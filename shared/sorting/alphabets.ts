/**
 * The alphabets by which lists are sorted, one per language of the interface: which letters have a place of their own,
 * in which order, and which script comes first. A letter without a place stands at that of the letter it is made
 * of, and only its mark tells them apart (`ё` at `е` in Russian, `ç` at `c` in English).
 *
 * Tables of our own: the keys made of them are kept in the snapshot of the index, and the data of two runtimes
 * differ. The tests hold English, Ukrainian, Russian and Turkish against `Intl.Collator`; for Crimean Tatar no runtime
 * has an order, and the alphabet of 2021 is the measure.
 */
import type { Language } from '../i18n/languages.ts'

/** Every language keeps the places of letters that it does not write itself. */
const CYRILLIC = 'аәбвгғдђеєжзѕиійјкқлљмнңњоөпрстћуүұфхһцчџшщъыьѣэюя'
const CYRILLIC_UK = CYRILLIC.replace('г', 'гґ').replace('і', 'ії')
const LATIN = 'abcdeəfghiıjklmnopqrstuvwxyz'
const LATIN_TR = 'abcçdeəfgğhıijklmnoöpqrsştuüvwxyz'
const LATIN_CRH = 'aâbcçdeəfgğhıijklmnñoöpqrsştuüvwxyz'

export const ALPHABETS: Readonly<Record<Language, string>> = {
  en: LATIN + CYRILLIC,
  uk: CYRILLIC_UK + LATIN,
  ru: CYRILLIC + LATIN,
  tr: LATIN_TR + CYRILLIC,
  crh: LATIN_CRH + CYRILLIC,
}

/** Whether the small letter of `I` is `ı`, and `İ` that of `i`. */
export const hasDotlessI = (language: Language): boolean => language === 'tr' || language === 'crh'

/** By weight; a mark that is not here weighs more. */
export const MARKS: readonly string[] = [
  ...['\u0301', '\u0300', '\u0306', '\u0302', '\u030c', '\u030a', '\u0308', '\u030b', '\u0303'],
  ...['\u0307', '\u0327', '\u0328', '\u0304'],
]

/** Of `ґ` where it has no place of its own: `г` with a mark that no text holds. */
export const UPTURN = '\u036f'

/** Letters that are written as others are sorted; those that Unicode takes apart are not here. */
export const SORTED_AS: Readonly<Record<string, string>> = {
  ...{ ґ: `г${UPTURN}`, æ: 'ae', œ: 'oe', ß: 'ss' },
  ...{ đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ø: 'o' },
}
