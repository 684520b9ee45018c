/**
 * The words of a printed dossier in one language. Every language implements this type, so a field, a status or
 * an audience without words does not compile. Apart from the words of the screen (shared/i18n) on purpose: a
 * dossier has five languages, a formal register and names nothing of the program.
 */

import type { HEALTH_CATEGORIES, PERSON_STATUS, REQUESTS } from '../model/kinds/person.ts'
import type { FieldName, FieldValue } from '../model/model.ts'
import type { REGIMES } from '../model/values.ts'
import type { Audience } from './audience.ts'

export type PersonStatus = (typeof PERSON_STATUS)[number]

/** Fields of a person that no dossier of any audience prints; all others need words. */
type NeverPrinted =
  | 'ageReported'
  | 'birthPlace'
  | 'imposedPassport'
  | 'passportRefused'
  | 'languages'
  | 'physicalMarks'
  | 'category'
  | 'deathDate'
  | 'deathPlace'
  | 'deathCircumstances'
  | 'maritalStatus'
  | 'children'
  | 'publicity'
  | 'protectedPerson'
  | 'note'
  | 'photo'
  | 'mergedFrom'
export type PrintedField = Exclude<FieldName<'person'>, NeverPrinted | 'names' | 'case'>

export const SECTIONS = [
  'names',
  'person',
  'custody',
  'proceedings',
  'humanitarian',
  'request',
  'more',
  'sources',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** Which spelling a line of the names section holds. */
export const NAME_FORMS = ['court_ru', 'uk', 'latin_ua', 'latin_ru', 'tr', 'crh'] as const
export type NameForm = (typeof NAME_FORMS)[number]

/** A status said no closer than whether somebody is held. */
export type CoarseStatus = 'held' | 'restricted' | 'free' | 'died' | 'unknown'

/** One word for everybody, or a man's and a woman's: Ukrainian and Russian decline a status by it. */
export type Gendered = string | readonly [male: string, female: string]
export const gendered = (word: Gendered, sex: string | undefined): string =>
  typeof word === 'string' ? word : word[sex === 'female' ? 1 : 0]

export interface DossierWords {
  readonly titles: Readonly<Record<Audience, string>>
  readonly preamble: {
    readonly listNumber: string
    readonly date: string
    readonly recipient: string
    readonly contact: string
    readonly people: string
    readonly asked: string
    readonly note: string
    /** What is said of everybody on the list; never a word of trade, never a word of war captives. */
    readonly civilians: string
  }
  readonly table: {
    readonly number: string
    readonly name: string
    readonly born: string
    readonly status: string
    readonly place: string
    readonly sentence: string
  }
  readonly sections: Readonly<Record<SectionName, string>>
  readonly nameForms: Readonly<Record<NameForm, string>>
  readonly fields: Readonly<Record<PrintedField, string>>
  readonly birthYear: string
  readonly age: string
  readonly earlierYears: string
  readonly caseFields: {
    readonly label: string
    readonly number: string
    readonly stage: string
    readonly judges: string
    readonly prosecutors: string
    readonly stages: Readonly<
      Record<FieldValue<'case', 'stage'> | FieldValue<'proceeding', 'stage'>, string>
    >
    readonly outcomes: Readonly<Record<FieldValue<'proceeding', 'outcome'>, string>>
  }
  readonly facility: string
  /** Of somebody who is held no longer. */
  readonly lastFacility: string
  readonly region: string
  readonly since: string
  readonly earlierPlaces: string
  readonly timeServed: string
  readonly responsible: string
  readonly source: string
  readonly sex: Readonly<Record<'male' | 'female' | 'unknown', string>>
  readonly status: Readonly<Record<PersonStatus, Gendered>>
  /** Instead of `exchanged` where the reader may be the detaining state: a civilian is released, not traded. */
  readonly released: Gendered
  readonly coarse: Readonly<Record<CoarseStatus, Gendered>>
  readonly health: Readonly<Record<(typeof HEALTH_CATEGORIES)[number], string>>
  readonly requests: Readonly<Record<(typeof REQUESTS)[number], string>>
  readonly yesNo: Readonly<Record<'yes' | 'no' | 'unknown', string>>
  readonly regimes: Readonly<Record<(typeof REGIMES)[number], string>>
  /** `n` is years and months already in words. */
  readonly firstYearsInPrison: (n: string) => string
  readonly indigenous: string
  readonly ukraine: string
  readonly transliterated: string
  readonly quote: (text: string) => string
  readonly years: (n: number) => string
  readonly months: (n: number) => string
  readonly days: (n: number) => string
  readonly children: (n: number) => string
  readonly about: (text: string) => string
  /** Twelve names as they stand after a day, and twelve as they stand alone. */
  readonly monthsOfDay: readonly string[]
  readonly monthsAlone: readonly string[]
  readonly page: (n: number, of: number) => string
}

/** The three forms Slavic languages count with: 1 рік, 2 роки, 5 років. */
export const slavicCount =
  (one: string, few: string, many: string) =>
  (n: number): string => {
    const tens = n % 100
    const ones = n % 10
    if (ones === 1 && tens !== 11) return `${n} ${one}`
    if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return `${n} ${few}`
    return `${n} ${many}`
  }
