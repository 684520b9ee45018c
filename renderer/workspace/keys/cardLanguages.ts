/** The languages of share cards, each in itself. */
import type { CardLanguage } from '../../../shared/shares/languages.ts'

export const CARD_LANGUAGE_NAMES: Readonly<Record<CardLanguage, string>> = {
  uk: 'Українська',
  en: 'English',
  tr: 'Türkçe',
  crh: 'Qırımtatarca',
  ru: 'Русский',
}
