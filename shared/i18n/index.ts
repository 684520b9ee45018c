/** The words for the model in the languages of the interface. */
import type { LANGUAGES } from '../contract/session.ts'
import { LABELS_EN } from './labels.en.ts'
import type { ModelLabels } from './labels.ts'
import { LABELS_UK } from './labels.uk.ts'

export type Language = (typeof LANGUAGES)[number]

export const MODEL_LABELS: Readonly<Record<Language, ModelLabels>> = {
  en: LABELS_EN,
  uk: LABELS_UK,
}
