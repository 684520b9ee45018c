/**
 * The interface in its languages. Keys are typed: a key that is not there, or a variable left out, does not
 * compile. All words are bundled, so nothing is ever loaded.
 */
import i18next from 'i18next'
import { createContext, useContext } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import type { ModelLabels } from '../../../shared/i18n/labels.ts'
import {
  isLanguage,
  LANGUAGE_FACTS,
  LANGUAGES,
  type Language,
} from '../../../shared/i18n/languages.ts'
import type { en } from './en/index.ts'
import type { ErrorTexts } from './errorWords.ts'
import { ERROR_TEXTS, WORDS } from './words.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

const resources = Object.fromEntries(
  LANGUAGES.map((language) => [language, { translation: WORDS[language] }]),
)

/** Starts the words in a language; to be awaited before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    // React escapes; a second escaping would show `&#39;` in names.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  countBy(i18next.services.pluralResolver)
  document.documentElement.lang = language
}

interface Plurals {
  getRule(code: string, options?: object): unknown
}

/** Plural rules of the language's `locale`; `Intl` takes the machine's own language for a code that it does not know. */
export function countBy(plurals: Plurals): void {
  const ofTag = plurals.getRule.bind(plurals)
  plurals.getRule = (code, options) =>
    ofTag(
      Object.hasOwn(LANGUAGE_FACTS, code) ? LANGUAGE_FACTS[code as Language].locale : code,
      options,
    )
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export function useLanguage(): Language {
  const { language } = useTranslation().i18n
  return isLanguage(language) ? language : 'en'
}

/** `t`, typed. */
export const useT = () => useTranslation().t

/** Words for kinds, fields and enum values in the current language. */
export function useLabels(): ModelLabels {
  const plain = MODEL_LABELS[useLanguage()]
  return useContext(LabelsContext) ?? plain
}

/** The same words with those of the fields that a team defined, where a vault is open. */
export const LabelsContext = createContext<ModelLabels | null>(null)

/** Words for the failures in the current language. */
export const useErrorTexts = (): ErrorTexts => ERROR_TEXTS[useLanguage()]
