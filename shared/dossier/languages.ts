/** Every language of a dossier with its words. */
import type { DossierLanguage } from './document.ts'
import { WORDS_CRH } from './words.crh.ts'
import { WORDS_EN } from './words.en.ts'
import { WORDS_RU } from './words.ru.ts'
import { WORDS_TR } from './words.tr.ts'
import type { DossierWords } from './words.ts'
import { WORDS_UK } from './words.uk.ts'

export const DOSSIER_WORDS: Readonly<Record<DossierLanguage, DossierWords>> = {
  uk: WORDS_UK,
  en: WORDS_EN,
  tr: WORDS_TR,
  crh: WORDS_CRH,
  ru: WORDS_RU,
}
