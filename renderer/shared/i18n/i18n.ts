/**
 * The interface in two languages. Keys are typed: a key that is not there, or a variable left out, does not
 * compile. All words are bundled, so nothing is ever loaded.
 */
import i18next from 'i18next'
import { createContext, useContext } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Language, MODEL_LABELS } from '../../../shared/i18n/index.ts'
import type { ModelLabels } from '../../../shared/i18n/labels.ts'
import { errorsEn } from './en/errors.ts'
import { en } from './en/index.ts'
import type { ErrorTexts } from './errorWords.ts'
import { errorsUk } from './uk/errors.ts'
import { uk } from './uk/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

const ERROR_TEXTS: Readonly<Record<Language, ErrorTexts>> = { en: errorsEn, uk: errorsUk }

/** Starts the words in a language; to be awaited before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, uk: { translation: uk } },
    // React escapes; a second escaping would show `&#39;` in names.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'uk' ? 'uk' : 'en'
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
