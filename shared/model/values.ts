/**
 * The types a statement's value can have. Each is a zod schema; a value that does not parse is never stored.
 * Dates follow the part of EDTF (ISO 8601-2:2019) that field work needs: year, month or day, `~` for an
 * estimate, `a/b` for a range.
 */
import { z } from 'zod'

const oneDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?~?$/

const isRealDate = (text: string): boolean => {
  if (!oneDate.test(text)) return false
  const [year, month, day] = text.replace('~', '').split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** `2019`, `2019-03`, `2019-03-27`, each with `~` when estimated, or a range `2019-03/2019-05-02`. */
export const PartialDate = z
  .string()
  .max(32)
  .refine((text) => {
    const parts = text.split('/')
    return (parts.length === 1 || parts.length === 2) && parts.every(isRealDate)
  }, 'not a date')
export type PartialDate = z.infer<typeof PartialDate>

export const ShortText = z.string().trim().min(1).max(500)
export const LongText = z.string().trim().min(1).max(100_000)

export const Whole = z.number().int().min(0).max(1_000_000_000)

/** What a value of a team's own field can be; which of these, its definition says. */
export const CustomValue = z.union([LongText, Whole, z.boolean()])

export const NAME_TYPES = [
  'passport_ua',
  'passport_ru',
  'court_ru',
  'self_chosen',
  'religious',
  'press',
  'alias',
  'transliteration',
  'misprint',
] as const
export const NAME_LANGUAGES = ['uk', 'ru', 'crh', 'en', 'tr', 'other'] as const

/** One spelling of a name; `text` is as written in its source, the parts are known only sometimes. */
export const Name = z.strictObject({
  text: z.string().trim().min(1).max(300),
  lang: z.enum(NAME_LANGUAGES),
  type: z.enum(NAME_TYPES).optional(),
  surname: z.string().trim().min(1).max(150).optional(),
  given: z.string().trim().min(1).max(150).optional(),
  patronymic: z.string().trim().min(1).max(150).optional(),
  /** From when to when somebody or something was called so. */
  from: PartialDate.optional(),
  to: PartialDate.optional(),
})
export type Name = z.infer<typeof Name>

/** An article of a criminal code with its caption; text, because an imposed charge is not a crime we affirm. */
export const Charge = z.strictObject({
  article: z.string().trim().min(1).max(100),
  caption: z.string().trim().max(500).optional(),
})
export type Charge = z.infer<typeof Charge>

export const REGIMES = ['general', 'strict', 'special', 'prison', 'settlement', 'unknown'] as const

/** A sentence as pronounced. Months are the part beyond whole years. */
export const Sentence = z.strictObject({
  years: z.number().int().min(0).max(100),
  months: z.number().int().min(0).max(11),
  prisonYears: z.number().min(0).max(100).optional(),
  regime: z.enum(REGIMES).optional(),
  note: z.string().trim().max(500).optional(),
})
export type Sentence = z.infer<typeof Sentence>

/** An earlier list or approach on which a person stood. */
export const ListEntry = z.strictObject({
  list: z.string().trim().min(1).max(300),
  date: PartialDate.optional(),
})
export type ListEntry = z.infer<typeof ListEntry>

/** What is counted about people; the definitions stand beside the numbers on the screen of figures. */
export const FIGURES = ['people', 'held', 'ill', 'elderly', 'women', 'parents', 'stale'] as const
export type Figure = (typeof FIGURES)[number]

/** A claim made by a publication: a count or a sentence, never shown without publisher, date and definition. */
export const Claim = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  number: z.number().int().min(0).optional(),
  publisher: z.string().trim().min(1).max(300),
  date: PartialDate,
  definition: z.string().trim().min(1).max(1000),
  /** The figure of ours that it is shown beside: never the same, which is why the definition stands there too. */
  figure: z.enum(FIGURES).optional(),
})
export type Claim = z.infer<typeof Claim>
