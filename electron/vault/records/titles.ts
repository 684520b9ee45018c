/**
 * What a record is called in lists, links and dossiers' previews. Titles are made of recorded values and are
 * the same in every language; an empty one means that nothing names the record yet, and the screen says so.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { FoldedRecord } from './fold.ts'
import { preferred } from './preferred.ts'

/** Title of another record; '' when there is none (any more). */
export type TitleLookup = (id: RecordId) => string

const EXCERPT = 80

export function titleOf(record: FoldedRecord, lookup: TitleLookup): string {
  const text = (field: string): string => {
    const value = preferred(record, field)?.value
    return typeof value === 'string' ? value : ''
  }
  const name = (field: string): string =>
    (preferred(record, field)?.value as Name | undefined)?.text ?? ''
  switch (record.kind) {
    case 'person':
    case 'facility':
      return name('names')
    case 'witnessIdentity':
      return name('name')
    case 'witness':
      return text('codeName')
    case 'case':
      return text('label') || text('caseNumber')
    case 'source':
      return text('title') || text('publisher')
    case 'organisation':
    case 'evidence':
    case 'dossier':
      return text('title')
    case 'incident':
      return joined([text('date'), text('place') || excerpt(text('description'))])
    case 'stay': {
      const facility = text('facility')
      const [from, to] = [text('from'), text('to')]
      const period = from || to ? `${from || '…'} – ${to || '…'}` : ''
      return joined([facility && lookup(facility as RecordId), period])
    }
  }
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

/** The beginning of a text on one line. */
function excerpt(text: string, length = EXCERPT): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}

/** What a person is sorted by: the surname where it is known, otherwise the title. */
export function sortTitle(record: FoldedRecord, title: string): string {
  if (record.kind !== 'person') return title
  const name = preferred(record, 'names')?.value as Name | undefined
  return name?.surname ? `${name.surname} ${name.given ?? ''} ${name.patronymic ?? ''}` : title
}
