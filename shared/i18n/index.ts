/** The words for the model in the languages of the interface. */
import { LABELS_CRH } from './labels.crh.ts'
import { LABELS_EN } from './labels.en.ts'
import { LABELS_RU } from './labels.ru.ts'
import { LABELS_TR } from './labels.tr.ts'
import type { ModelLabels } from './labels.ts'
import { LABELS_UK } from './labels.uk.ts'
import type { Language } from './languages.ts'

export const MODEL_LABELS: Readonly<Record<Language, ModelLabels>> = {
  en: LABELS_EN,
  uk: LABELS_UK,
  tr: LABELS_TR,
  crh: LABELS_CRH,
  ru: LABELS_RU,
}
