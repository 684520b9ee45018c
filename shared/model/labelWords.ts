/**
 * What a team calls something it defined itself, in as many languages of the interface as it likes. A value of a
 * value list has a code besides, which records keep: so its words can change and what has it means the same.
 */
import { z } from 'zod'

/** The order in which another language stands in for one that is missing. */
export const LABEL_LANGUAGES = ['uk', 'crh', 'ru', 'en', 'tr'] as const

const Wording = z.string().trim().min(1).max(200)

const wordings = {
  uk: Wording.optional(),
  crh: Wording.optional(),
  ru: Wording.optional(),
  en: Wording.optional(),
  tr: Wording.optional(),
}

const hasWords = (label: Readonly<Record<string, unknown>>): boolean =>
  LABEL_LANGUAGES.some((language) => label[language] !== undefined)

export const Labels = z.strictObject(wordings).refine(hasWords, 'no words')
export type Labels = z.infer<typeof Labels>

export const LabelWords = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z0-9]{1,32}$/)
      .optional(),
    ...wordings,
  })
  .refine(hasWords, 'no words')
export type LabelWords = z.infer<typeof LabelWords>
