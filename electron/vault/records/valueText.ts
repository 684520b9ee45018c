/** A statement's value as text: for lists, the search and the command line. Codes stay codes. */
import type { RecordId } from '../../../shared/ids.ts'
import type { BodyMark } from '../../../shared/model/bodyMark.ts'
import type { ConsentScope } from '../../../shared/model/consentScope.ts'
import { wordingsOf } from '../../../shared/model/custom.ts'
import type { Field } from '../../../shared/model/field.ts'
import type { LabelWords } from '../../../shared/model/labelWords.ts'
import type { Charge, Claim, ListEntry, Name, Sentence } from '../../../shared/model/values.ts'
import type { TitleLookup } from './titles.ts'

/** '' for a reference to a record that has no title. */
export function valueText(field: Field, value: unknown, lookup: TitleLookup): string {
  switch (field.type) {
    case 'name':
      return (value as Name).text
    case 'ref':
      return lookup(value as RecordId)
    case 'charge': {
      const { article, caption } = value as Charge
      return caption ? `${article} ${caption}` : article
    }
    case 'sentence': {
      const { years, months, note } = value as Sentence
      return [`${years}y`, months > 0 ? `${months}m` : '', note ?? ''].filter(Boolean).join(' ')
    }
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
      const size = sizeMm === undefined ? '' : `${sizeMm} mm`
      const words = [region, view, type, size, colour, age, cause, consistency]
      return words.filter(Boolean).join(', ')
    }
    case 'consentScope': {
      const { audience, data, level } = value as ConsentScope
      return `${audience}, ${data}: ${level}`
    }
    case 'labelWords':
      return wordingsOf(value as LabelWords).join(' · ')
    case 'custom':
    case 'text':
    case 'longText':
    case 'date':
    case 'enum':
    case 'number':
    case 'boolean':
      return String(value)
  }
}
