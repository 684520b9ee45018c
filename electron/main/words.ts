/**
 * The words that main itself shows: the menu, the system's dialogs and the sheet with the recovery code. What the
 * pages show is in renderer/shared/i18n.
 */
import { LANGUAGES, type Language, languageFacts } from '../../shared/i18n/languages.ts'
import { crh } from './words/crh.ts'
import { en, type Words } from './words/en.ts'
import { ru } from './words/ru.ts'
import { tr } from './words/tr.ts'
import { uk } from './words/uk.ts'

const WORDS: Readonly<Record<Language, Words>> = { en, uk, crh, tr, ru }
export const wordsOf = (language: Language): Words => WORDS[language]

/**
 * For the first start, before anybody has chosen: the system's language if its words were read by a native speaker,
 * else English. A draft is chosen by a person, never for one.
 */
export function languageOf(locale: string): Language {
  const code = locale.toLowerCase().split(/[-_]/)[0]
  const known = LANGUAGES.find((language) => language === code)
  return known && !languageFacts(known).draft ? known : 'en'
}
