/** The words of each language of the interface: those of the screens and those of the failures. */
import type { Language } from '../../../shared/i18n/languages.ts'
import { errorsCrh } from './crh/errors.ts'
import { crh } from './crh/index.ts'
import { errorsEn } from './en/errors.ts'
import { en } from './en/index.ts'
import type { ErrorTexts } from './errorWords.ts'
import { errorsRu } from './ru/errors.ts'
import { ru } from './ru/index.ts'
import { errorsTr } from './tr/errors.ts'
import { tr } from './tr/index.ts'
import type { Translated, TurkicTranslated } from './translated.ts'
import { errorsUk } from './uk/errors.ts'
import { uk } from './uk/index.ts'

export type Words = Translated<typeof en> | TurkicTranslated<typeof en>

export const WORDS: Readonly<Record<Language, Words>> = { en, uk, crh, tr, ru }

export const ERROR_TEXTS: Readonly<Record<Language, ErrorTexts>> = {
  en: errorsEn,
  uk: errorsUk,
  tr: errorsTr,
  crh: errorsCrh,
  ru: errorsRu,
}
