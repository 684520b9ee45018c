/**
 * Collects what a dossier must not say from the open records: code names, relatives, lawyers, perpetrators,
 * telephones, addresses, and the full names of people who are not on the list. Identities of witnesses are searched for apart
 * (identityScan.ts), because they may not be held here.
 */
import type { TableReader } from '../../../shared/dossier/audience.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { definitionIdOf } from '../../../shared/model/custom.ts'
import type { DisclosureGroup } from '../../../shared/model/disclosure.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import {
  type FieldName,
  fieldOf,
  isSealedKind,
  type OpenKind,
} from '../../../shared/model/model.ts'
import type { Name } from '../../../shared/model/values.ts'
import { nameTokens } from '../../../shared/names/fold.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { cellOf, isAboveCeiling } from './audiencePolicy.ts'
import type { RecordSource } from './gather.ts'
import type { Reader } from './guard.ts'
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
 * Forms by the record they come from, and one without any for a record that has none, so that whoever goes through them
 * can pause between any two records. `contact` is the submitting body's public line: what it says is meant to be
 * read.
 */
export function* protectedForms(
  reader: Pick<Reader, 'audience' | 'custom'>,
  records: RecordSource,
  people: readonly RecordId[],
  contact: string | undefined,
): Generator<ProtectedForms> {
  const listed = new Set(people)
  const published = new Set(contact === undefined ? [] : digitRuns(contact))
  const isPublished = (form: Form): boolean =>
    (form.kind === 'digits' && published.has(form.digits)) ||
    (form.kind === 'literal' && contact !== undefined && contact.toLowerCase().includes(form.text))
  for (const record of records.all()) {
    const byGroup = new Map<DisclosureGroup, Form[]>()
    const forms =
      reader.audience === 'team' ? formsAboveCeiling(record) : formsOf(reader, record, listed)
    for (const [group, form] of forms) {
      if (isPublished(form)) continue
      const known = byGroup.get(group)
      if (known) known.push(form)
      else byGroup.set(group, [form])
    }
    if (byGroup.size === 0) yield { group: 'internal', forms: [] }
    for (const [group, forms] of byGroup) yield { group, forms }
  }
}

/**
 * For the team's own tables other people, relatives and lawyers are no secret, but what a record says above the
 * ceiling is: it must not stand in a note that was left below.
 */
function formsAboveCeiling(record: FoldedRecord): Iterable<Grouped> {
  const statements = record.statements.filter(({ confidentiality }) =>
    isAboveCeiling('team', confidentiality),
  )
  // The public is the reader to whom most is hidden, and on whose list nobody is.
  return formsOf({ audience: 'public' }, { ...record, statements }, NOBODY)
}

const NOBODY: ReadonlySet<RecordId> = new Set()

/** Forms of one record, and the group of fields whose consent lets them stand in a field of that group. */
export interface ProtectedForms {
  readonly group: DisclosureGroup
  readonly forms: readonly Form[]
}

type Grouped = readonly [DisclosureGroup, Form]
const grouped = (group: DisclosureGroup, forms: readonly Form[]): readonly Grouped[] =>
  forms.map((form) => [group, form])

interface FreeTexts<K extends Kind> {
  /** Whose names stand in them is for no dossier; searched by surname alone, and for contacts. */
  readonly names?: readonly FieldName<K>[]
  /** Telephones, document numbers, addresses of mail in them. */
  readonly contacts: readonly FieldName<K>[]
}

/** Free texts of open records by kind: a new kind has to say which of its own are dangerous. */
const FREE_TEXTS: { readonly [K in OpenKind]: FreeTexts<K> } = {
  person: { contacts: ['note', 'lawyerNotes', 'affiliations', 'idDocuments'] },
  relation: { contacts: ['contact', 'note'] },
  counsel: { contacts: ['contact', 'notes'] },
  consent: { names: ['giver', 'decidedBy', 'interpreter'], contacts: ['note'] },
  witness: { contacts: ['statementSummary', 'protectionMeasures', 'accountTakenBy'] },
  case: { contacts: [] },
  proceeding: { contacts: ['note'] },
  incident: { contacts: [] },
  act: { names: ['questionsAsked'], contacts: ['account', 'note'] },
  involvement: { contacts: ['note'] },
  perpetrator: { contacts: ['note'] },
  facility: { contacts: [] },
  stay: { contacts: [] },
  place: { contacts: [] },
  health: { contacts: ['note'] },
  examination: {
    names: ['clinician', 'interpreter', 'personsPresent', 'transferredTo'],
    contacts: ['requester', 'allegations'],
  },
  intervention: { contacts: ['request', 'response', 'note'] },
  exchange: {
    names: ['confirmedBy', 'wishKnownFrom'],
    contacts: ['category', 'destination', 'note'],
  },
  source: { contacts: [] },
  organisation: { contacts: ['contact', 'note'] },
  evidence: { names: ['acquiredFrom', 'acquiredBy'], contacts: ['device'] },
  dossier: { contacts: [] },
  customField: { contacts: ['explanation'] },
  valueList: { contacts: ['explanation'] },
}

function* formsOf(
  { audience, custom }: Pick<Reader, 'audience' | 'custom'>,
  record: FoldedRecord,
  listed: ReadonlySet<RecordId>,
): Generator<Grouped> {
  if (isSealedKind(record.kind)) return
  yield* formsOfNames(audience, record, listed)
  const texts: { readonly names?: readonly string[]; readonly contacts: readonly string[] } =
    FREE_TEXTS[record.kind]
  const { names = [], contacts } = texts
  for (const field of names) {
    // Who consented for a relative is mostly one.
    const group = record.kind === 'consent' && field === 'giver' ? 'relatives' : 'internal'
    for (const text of textsOf(record, field))
      yield* grouped(group, [...formsOfNamesIn(text, true), ...formsOfContact(text)])
  }
  // What a field of the team's own holds nobody here knows; where it may be read, it is meant to be.
  for (const { field, value } of record.statements) {
    if (definitionIdOf(field) === undefined || typeof value !== 'string') continue
    if (audience !== 'team' && custom?.of(record.kind, field)?.audiences.includes(audience))
      continue
    yield* grouped('internal', formsOfContact(value))
  }
  for (const field of contacts) {
    const group = fieldOf(record.kind, field)?.disclosure ?? 'internal'
    for (const text of textsOf(record, field)) yield* grouped(group, formsOfContact(text))
  }
}

function* formsOfNames(
  audience: TableReader,
  record: FoldedRecord,
  listed: ReadonlySet<RecordId>,
): Generator<Grouped> {
  const hidden = (group: DisclosureGroup) => cellOf(audience, group) !== 'A'
  const names = (field: string) => valuesOf(record, field) as readonly Name[]
  const named = (group: DisclosureGroup, field: string, strict: boolean): readonly Grouped[] =>
    names(field).flatMap((name) => grouped(group, formsOfName(name, strict)))
  switch (record.kind) {
    case 'person':
      if (!listed.has(record.id)) yield* named('internal', 'names', false)
      if (hidden('relatives'))
        for (const text of textsOf(record, 'relatives'))
          yield* grouped('relatives', [...formsOfNamesIn(text, false), ...formsOfContact(text)])
      if (hidden('lawyer'))
        for (const text of textsOf(record, 'lawyer'))
          yield* grouped('lawyer', [
            ...formsOfName({ text, lang: 'other' }, true),
            ...formsOfContact(text),
          ])
      if (hidden('address'))
        for (const text of textsOf(record, 'address'))
          yield* grouped('address', formsOfAddress(text))
      return
    case 'witness':
      for (const text of textsOf(record, 'codeName'))
        yield* grouped('witness_identity', formsOfCodeName(text))
      return
    case 'relation':
      if (hidden('relatives')) yield* named('relatives', 'otherName', false)
      return
    case 'counsel':
      if (hidden('lawyer')) yield* named('lawyer', 'lawyer', true)
      return
    case 'perpetrator':
      if (hidden('perpetrators')) yield* named('perpetrators', 'names', false)
      return
    default:
      return
  }
}
