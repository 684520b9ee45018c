/**
 * What a record is called in lists, links and dossiers' previews. Titles are made of recorded values and are
 * the same in every language; an empty one means that nothing names the record yet, and the screen says so.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { wordingsOf } from '../../../shared/model/custom.ts'
import type { LabelWords } from '../../../shared/model/labelWords.ts'
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
  // Such a field is listed, and the record it names has a title of its own words: then a title is made anew when the
  // one it shows changes (LiveIndex), and that goes no further.
  const shownTitle = (field: string): string => {
    const id = text(field)
    return id && lookup(id as RecordId)
  }
  switch (record.kind) {
    case 'person':
      return name('names') || unnamedTitle(record)
    case 'facility':
    case 'place':
      return name('names')
    case 'perpetrator':
      return name('names') || joined([text('position'), text('agency')])
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
    case 'proceeding':
      return joined([shownTitle('case'), text('court'), text('openedOn') || text('decidedOn')])
    case 'act':
      return joined([shownTitle('victim'), text('from')])
    case 'involvement':
      return shownTitle('perpetrator')
    case 'relation':
      return joined([shownTitle('person'), shownTitle('other') || name('otherName')])
    case 'counsel':
      return joined([name('lawyer'), shownTitle('person')])
    case 'consent':
      return joined([shownTitle('subject'), text('date')])
    case 'health':
    case 'examination':
      return joined([shownTitle('person'), text('date')])
    case 'intervention':
      return joined([text('recipient') || shownTitle('body'), text('sentOn')])
    case 'exchange':
      return shownTitle('person')
    case 'customField':
    case 'valueList': {
      const label = preferred(record, 'label')?.value as LabelWords | undefined
      return label ? joined(wordingsOf(label)) : ''
    }
    case 'incident':
      return joined([text('date'), text('place') || excerpt(text('description'))])
    case 'stay': {
      const [from, to] = [text('from'), text('to')]
      const period = from || to ? `${from || '…'} – ${to || '…'}` : ''
      return joined([shownTitle('facility'), period])
    }
  }
}

/** Begins the title of a person whose name is not known. */
const UNNAMED = '?'

/**
 * Of a person without a name what is known instead: `? · ~22 · Керч · 2024-05` (age as reported, or `*2002` for the
 * year of birth, then where and when they were arrested). The screen puts it in words (renderer: titles.ts).
 */
function unnamedTitle(record: FoldedRecord): string {
  const value = (field: string): string => {
    const found = preferred(record, field)?.value
    return found === undefined ? '' : String(found)
  }
  const [age, birth] = [value('ageReported'), value('birthDate')]
  const known = [
    age ? `~${age}` : birth && `*${birth}`,
    value('arrestPlace'),
    value('arrestDate'),
  ].filter((part) => part !== '')
  return known.length === 0 ? '' : joined([UNNAMED, ...known])
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
  // Who has no name comes last.
  if (!name) return ''
  return name.surname ? `${name.surname} ${name.given ?? ''} ${name.patronymic ?? ''}` : title
}
