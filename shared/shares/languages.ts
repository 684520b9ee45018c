/** The languages a share card is printed in, each with its words. */
import { CARD_CRH } from './words.crh.ts'
import { CARD_EN } from './words.en.ts'
import { CARD_RU } from './words.ru.ts'
import { CARD_TR } from './words.tr.ts'
import type { CardTexts } from './words.ts'
import { CARD_UK } from './words.uk.ts'

export const CARD_LANGUAGES = ['uk', 'en', 'tr', 'crh', 'ru'] as const
export type CardLanguage = (typeof CARD_LANGUAGES)[number]

export const CARD_TEXTS: Readonly<Record<CardLanguage, CardTexts>> = {
  uk: CARD_UK,
  en: CARD_EN,
  tr: CARD_TR,
  crh: CARD_CRH,
  ru: CARD_RU,
}
