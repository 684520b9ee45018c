/** Each language in itself: whoever does not read the other finds theirs. */
import type { Language } from '../../shared/i18n/index.ts'

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  uk: 'Українська',
}
