/**
 * Collects what a dossier must not say from the open records: code names, relatives, lawyers, telephones, addresses,
 * and the full names of people who are not on the list. Identities of witnesses are searched for apart
 * (identityScan.ts), because they may not be held here.
 */
import type { Audience } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import { nameTokens } from '../../../shared/names/fold.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { cellOf } from './audiencePolicy.ts'
import type { RecordSource } from './gather.ts'
import type { Listed } from './leakScan.ts'
import {
  digitRuns,
  type Form,
  formsOfAddress,
  formsOfCodeName,
  formsOfContact,
  formsOfName,
  formsOfNamesIn,
} from './protectedForms.ts'

/** All statements count, retracted ones too: what was once known can still be in somebody's text. */
const valuesOf = (record: FoldedRecord, field: string): readonly unknown[] =>
  record.statements.filter((one) => one.field === field).map((one) => one.value)

const textsOf = (record: FoldedRecord, field: string): readonly string[] =>
  valuesOf(record, field).filter((value) => typeof value === 'string')

export const listedNames = (
  records: RecordSource,
  people: readonly RecordId[],
): readonly Listed[] =>
  people.map((person) => {
    const record = records.get(person)
    const names = record ? (valuesOf(record, 'names') as readonly Name[]) : []
    return { person, names: names.map((name) => nameTokens(name.text).map((one) => one.skeleton)) }
  })

/**
 * Forms by the record they come from. `contact` is the submitting body's public line: what it says is meant to be
 * read.
 */
export function* protectedForms(
  audience: Audience,
  records: RecordSource,
  people: readonly RecordId[],
  contact: string | undefined,
): Generator<readonly Form[]> {
  const listed = new Set(people)
  const published = new Set(contact === undefined ? [] : digitRuns(contact))
  const isPublished = (form: Form): boolean =>
    (form.kind === 'digits' && published.has(form.digits)) ||
    (form.kind === 'literal' && contact !== undefined && contact.toLowerCase().includes(form.text))
  for (const record of records.all()) {
    const forms = [...formsOf(audience, record, listed)].filter((form) => !isPublished(form))
    if (forms.length > 0) yield forms
  }
}

function* formsOf(
  audience: Audience,
  record: FoldedRecord,
  listed: ReadonlySet<RecordId>,
): Generator<Form> {
  const hidden = (group: 'lawyer' | 'relatives' | 'address') => cellOf(audience, group) !== 'A'
  switch (record.kind) {
    case 'person':
      if (!listed.has(record.id))
        for (const name of valuesOf(record, 'names')) yield* formsOfName(name as Name, false)
      if (hidden('relatives'))
        for (const text of textsOf(record, 'relatives')) {
          yield* formsOfNamesIn(text, false)
          yield* formsOfContact(text)
        }
      if (hidden('lawyer'))
        for (const text of textsOf(record, 'lawyer')) {
          yield* formsOfName({ text, lang: 'other' }, true)
          yield* formsOfContact(text)
        }
      if (hidden('address'))
        for (const text of textsOf(record, 'address')) yield* formsOfAddress(text)
      for (const field of ['note', 'lawyerNotes', 'affiliations'])
        for (const text of textsOf(record, field)) yield* formsOfContact(text)
      return
    case 'witness':
      for (const text of textsOf(record, 'codeName')) yield* formsOfCodeName(text)
      for (const field of ['statementSummary', 'protectionMeasures', 'accountTakenBy'])
        for (const text of textsOf(record, field)) yield* formsOfContact(text)
      return
    case 'evidence':
      for (const text of textsOf(record, 'acquiredFrom')) {
        yield* formsOfNamesIn(text, true)
        yield* formsOfContact(text)
      }
      return
    case 'organisation':
      for (const field of ['contact', 'note'])
        for (const text of textsOf(record, field)) yield* formsOfContact(text)
      return
    default:
      return
  }
}
