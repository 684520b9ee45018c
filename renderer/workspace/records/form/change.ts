/**
 * Turns an open form into the one change that is saved. Blank lines are left out, a correction becomes "take back
 * and add", and a corrected statement that stood first hands its place to what replaces it.
 */

import { parseDate } from '../../../../shared/dates/parse.ts'
import { invariant } from '../../../../shared/errors.ts'
import type { StatementId } from '../../../../shared/ids.ts'
import type { Field } from '../../../../shared/model/field.ts'
import type { RecordChange, StatementInput } from '../../../../shared/model/statement.ts'
import type { PartialDate } from '../../../../shared/model/values.ts'
import { specOf } from '../own/ownFields.ts'
import { valueKey } from '../statements.ts'
import type { Details, Draft, Entry } from './draft.ts'
import { type RawError, readRaw } from './raw.ts'

export type FormErrors = ReadonlyMap<string, readonly RawError[]>
export type FormChange =
  | { readonly ok: true; readonly change: RecordChange; readonly empty: boolean }
  | { readonly ok: false; readonly errors: FormErrors }

const specIn = (draft: Draft, field: string): Field => {
  const spec = specOf(draft.kind, field, draft.specs)
  invariant(spec, 'a form only has fields of its kind')
  return spec
}

/** What goes with an entry's value: its own details, then the form's, then the field's. */
export function detailsOf(draft: Draft, entry: Entry): Details {
  return {
    ...draft.defaults,
    confidentiality: specIn(draft, entry.field).confidentiality,
    ...entry.own,
  }
}

/** The part name under which a wrong as-of date is reported. */
export const AS_OF = 'asOf'

function readAsOf(typed: string, today: string): PartialDate | null | RawError {
  if (typed.trim() === '') return null
  const date = parseDate(typed, today)
  return date.ok ? date.value : { part: AS_OF, problem: date.problem }
}

type EntryReading =
  | { readonly state: 'blank' }
  | { readonly state: 'errors'; readonly errors: readonly RawError[] }
  | { readonly state: 'statement'; readonly statement: StatementInput }

/** One line of the form as the statement it would become. */
export function readEntry(draft: Draft, entry: Entry, today: string): EntryReading {
  const reading = readRaw(specIn(draft, entry.field), entry.raw, today)
  if (reading.state === 'blank') {
    // An emptied correction would silently take back: that has a button and a word of its own.
    return entry.corrects
      ? { state: 'errors', errors: [{ part: '', problem: 'required' }] }
      : { state: 'blank' }
  }
  const details = detailsOf(draft, entry)
  const asOf = readAsOf(details.asOf, today)
  const errors = [
    ...(reading.state === 'error' ? reading.errors : []),
    ...(asOf !== null && typeof asOf === 'object' ? [asOf] : []),
  ]
  if (reading.state === 'error' || (asOf !== null && typeof asOf === 'object'))
    return { state: 'errors', errors }
  return {
    state: 'statement',
    statement: {
      field: entry.field,
      value: reading.value as StatementInput['value'],
      source: details.source,
      grade: details.grade,
      asOf,
      confidentiality: details.confidentiality,
    },
  }
}

const same = (a: StatementInput, b: StatementInput): boolean =>
  valueKey(a.value) === valueKey(b.value) &&
  a.source === b.source &&
  a.grade === b.grade &&
  a.asOf === b.asOf &&
  a.confidentiality === b.confidentiality

/** The whole form as one save, or everything that is wrong with it. */
export function changeOf(draft: Draft, today: string): FormChange {
  const add: StatementInput[] = []
  const retract: StatementId[] = [...draft.retract]
  const prefer: Record<string, string> = {}
  const placeOf = new Map<string, string>()
  const errors = new Map<string, readonly RawError[]>()

  for (const entry of draft.entries) {
    const reading = readEntry(draft, entry, today)
    if (reading.state === 'errors') errors.set(entry.key, reading.errors)
    if (reading.state !== 'statement') continue
    const { corrects } = entry
    if (corrects && same(corrects, reading.statement)) continue
    const place = `+${add.length}`
    add.push(reading.statement)
    placeOf.set(entry.key, place)
    if (!corrects) continue
    if (!retract.includes(corrects.id)) retract.push(corrects.id)
    if (draft.record?.preferred[entry.field] === corrects.id) prefer[entry.field] = place
  }
  if (errors.size > 0) return { ok: false, errors }

  for (const [field, target] of Object.entries(draft.prefer)) {
    const place = placeOf.get(target)
    // A line chosen to stand first but left blank chooses nothing.
    if (place !== undefined) prefer[field] = place
    else if (!target.startsWith('entry-')) prefer[field] = target
  }
  return {
    ok: true,
    change: { add, retract, prefer: prefer as RecordChange['prefer'] },
    empty: add.length === 0 && retract.length === 0 && Object.keys(prefer).length === 0,
  }
}

/** Would leaving the form lose something? */
export function isDirty(draft: Draft, today: string): boolean {
  const result = changeOf(draft, today)
  return !result.ok || !result.empty
}
