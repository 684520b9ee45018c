/**
 * A value of a record as the text of a cell, in the words of one language and as the import reads it again: dates
 * as ISO 8601, codes by their words, several values parted by `; `.
 */
import type { TableReader } from '../../../shared/dossier/audience.ts'
import { chargeInWords } from '../../../shared/dossier/charges.ts'
import { courtInWords } from '../../../shared/dossier/courts.ts'
import { DOSSIER_WORDS } from '../../../shared/dossier/languages.ts'
import { gendered } from '../../../shared/dossier/words.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { valueLabel } from '../../../shared/i18n/labels.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import type { BodyMark } from '../../../shared/model/bodyMark.ts'
import type { ConsentScope } from '../../../shared/model/consentScope.ts'
import { type CustomDefinition, labelIn, wordingsOf } from '../../../shared/model/custom.ts'
import type { Field } from '../../../shared/model/field.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { LabelWords } from '../../../shared/model/labelWords.ts'
import type { Charge, Claim, ListEntry, Name, Sentence } from '../../../shared/model/values.ts'
import type { General } from '../dossier/guard.ts'
import type { CellText } from './tableText.ts'

export interface WordsFor {
  readonly reader: TableReader
  readonly language: Language
}

/** Types whose cells are our own words or numbers, and so give nobody away by a surname that is a word too. */
const FIXED: ReadonlySet<Field['type']> = new Set(['enum', 'date', 'number', 'boolean'])
export const isFixed = ({ type }: Pick<Field, 'type'>): boolean => FIXED.has(type)

/** A reference has no text of its own: its title is made of what the guard let through (clearedTitles.ts). */
export function valueInWords(
  { reader, language }: WordsFor,
  kind: Kind,
  [name, field]: readonly [string, Field],
  value: unknown,
): CellText {
  const labels = MODEL_LABELS[language]
  switch (field.type) {
    case 'enum':
      return enumInWords({ reader, language }, kind, name, String(value))
    case 'boolean':
      return DOSSIER_WORDS[language].yesNo[value === true ? 'yes' : 'no']
    case 'number':
      return value as number
    case 'name':
      return (value as Name).text
    case 'charge': {
      // A dossier's reader reads of charges and courts what stands in a dossier.
      if (reader !== 'team') return chargeInWords(language, value as Charge)
      const { article, caption } = value as Charge
      return caption ? `${article}: ${caption}` : article
    }
    case 'sentence':
      return lengthInWords(language, value as Sentence)
    case 'listEntry': {
      const { list, date } = value as ListEntry
      return date ? `${list} (${date})` : list
    }
    case 'claim': {
      const { text, publisher, date } = value as Claim
      return `${text} (${publisher}, ${date})`
    }
    case 'bodyMark': {
      const { view, region, type, sizeMm, colour, age, cause, consistency } = value as BodyMark
      const { bodyRegions, bodyViews, markTypes } = labels
      const words = [bodyRegions[region], bodyViews[view], markTypes[type]]
      const rest = [sizeMm === undefined ? '' : `${sizeMm} mm`, colour, age, cause]
      return [...words, ...rest, consistency && labels.consistency[consistency]]
        .filter(Boolean)
        .join(', ')
    }
    case 'consentScope': {
      const { audience, data, level } = value as ConsentScope
      const about = data === 'everything' ? labels.consentEverything : labels.disclosureGroups[data]
      return `${labels.audiences[audience]}, ${about}: ${labels.identityLevels[level]}`
    }
    case 'labelWords':
      return wordingsOf(value as LabelWords).join(' · ')
    case 'text':
      return name === 'court' && reader !== 'team'
        ? courtInWords(language, reader, String(value)).text
        : String(value)
    case 'ref':
      return ''
    case 'longText':
    case 'date':
    case 'custom':
      return String(value)
  }
}

/** "Exchanged" tells a body of Ukraine how somebody came home; for any other reader a civilian was released. */
export function enumInWords(
  { reader, language }: WordsFor,
  kind: Kind,
  name: string,
  value: string,
): string {
  const traded = kind === 'person' && name === 'status' && value === 'exchanged'
  if (traded && reader !== 'team' && reader !== 'ua_body')
    return gendered(DOSSIER_WORDS[language].released, undefined)
  return valueLabel(MODEL_LABELS[language], kind, name, value)
}

/** "13 years 6 months"; the rest of a sentence stands in a column of its own (`sentenceDetails`). */
function lengthInWords(language: Language, { years, months }: Sentence): string {
  const words = DOSSIER_WORDS[language]
  const parts = [years > 0 ? words.years(years) : '', months > 0 ? words.months(months) : '']
  return parts.filter(Boolean).join(' ') || words.months(0)
}

export function sentenceDetails(language: Language, sentence: Sentence): string {
  const words = DOSSIER_WORDS[language]
  const { regime, prisonYears, note } = sentence
  return [
    regime && regime !== 'unknown' ? words.regimes[regime] : '',
    prisonYears ? words.firstYearsInPrison(words.years(prisonYears)) : '',
    note ?? '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** A value of a field that the team defined. */
export function customInWords(
  language: Language,
  { type, choices }: CustomDefinition,
  value: unknown,
): CellText {
  if (type === 'boolean' && typeof value === 'boolean')
    return DOSSIER_WORDS[language].yesNo[value ? 'yes' : 'no']
  if (type === 'number' && typeof value === 'number') return value
  const choice = type === 'choice' ? choices.find(({ code }) => code === value) : undefined
  return choice ? labelIn(choice.label, language) : String(value)
}

/** What stands for a value that may be told only roughly, and the heading of its column where that is another. */
export function generalInWords(
  language: Language,
  general: General,
): { readonly text: CellText; readonly heading?: string } {
  const words = DOSSIER_WORDS[language]
  if ('year' in general) return { text: String(general.year), heading: words.birthYear }
  if ('age' in general) return { text: general.age, heading: words.age }
  if ('years' in general) return { text: general.years.join('; '), heading: words.earlierYears }
  if ('count' in general) return { text: general.count }
  if ('status' in general) return { text: gendered(words.coarse[general.status], undefined) }
  return { text: words.indigenous }
}
