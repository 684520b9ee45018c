/** A form that was kept across a lock comes back as it was typed, over the record as it is by then. */
import { describe, expect, it } from 'vitest'
import { changeOf } from '../../../../renderer/workspace/records/form/change.ts'
import {
  type Draft,
  openDraft,
  reduceDraft,
} from '../../../../renderer/workspace/records/form/draft.ts'
import { fromKept, toKept } from '../../../../renderer/workspace/records/form/keptDraft.ts'
import { isBlank } from '../../../../renderer/workspace/records/form/raw.ts'
import { FormDraft } from '../../../../shared/model/draft.ts'
import { record, recordId, statement, statementId } from '../support.ts'

const TODAY = '2026-03-01'
const FIELDS = ['names', 'arrestDate', 'court', 'note']
const ID = 'c'.repeat(32)

const person = record(
  'person',
  [
    statement(1, 'arrestDate', '2019-06-10', { source: recordId(50), grade: 'B2' }),
    statement(2, 'court', 'The first court'),
    statement(3, 'court', 'The second court'),
  ],
  { court: statementId(2) },
)
const keyOf = (draft: Draft, field: string) =>
  draft.entries.find((entry) => entry.field === field)?.key ?? 'none'
const kept = (draft: Draft) => {
  const found = toKept(ID, draft)
  if (!found) throw new Error('nothing was kept')
  // What leaves the form is what the contract takes, and comes back through the disk as JSON.
  return FormDraft.parse(JSON.parse(JSON.stringify(found)))
}

function edited(): Draft {
  let draft = openDraft('person', FIELDS, person)
  draft = reduceDraft(draft, { do: 'type', key: keyOf(draft, 'note'), raw: 'half a sent' })
  draft = reduceDraft(draft, {
    do: 'correct',
    statement: person.statements[0] as (typeof person.statements)[0],
  })
  draft = reduceDraft(draft, { do: 'type', key: keyOf(draft, 'arrestDate'), raw: '11.06.2019' })
  draft = reduceDraft(draft, { do: 'retract', id: statementId(3) })
  draft = reduceDraft(draft, { do: 'default', defaults: { source: recordId(9), asOf: '2020' } })
  return reduceDraft(draft, { do: 'detail', key: keyOf(draft, 'note'), own: { grade: 'C3' } })
}

describe('a form that was kept', () => {
  it('saves the same change after it was gone on with', () => {
    const before = edited()
    const after = fromKept(kept(before), 'person', FIELDS, person)
    expect(changeOf(after, TODAY)).toEqual(changeOf(before, TODAY))
    expect(changeOf(after, TODAY)).toMatchObject({ ok: true, empty: false })
  })

  it('keeps what is no value yet', () => {
    const opened = openDraft('person', ['arrestDate'], null)
    const typed = reduceDraft(opened, {
      do: 'type',
      key: keyOf(opened, 'arrestDate'),
      raw: 'some day in spr',
    })
    const after = fromKept(kept(typed), 'person', FIELDS, null)
    expect(after.entries.find(({ field }) => field === 'arrestDate')?.raw).toBe('some day in spr')
  })

  it('of one field goes on as a form of all, with a line for each field that nobody knows', () => {
    const opened = openDraft('person', ['note'], person)
    const typed = reduceDraft(opened, { do: 'type', key: keyOf(opened, 'note'), raw: 'x' })
    const after = fromKept(kept(typed), 'person', FIELDS, person)
    const keys = after.entries.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(after.entries.filter(({ raw }) => isBlank(raw)).map(({ field }) => field)).toEqual([
      'names',
    ])
    const next = reduceDraft(after, { do: 'add', field: 'note' })
    expect(new Set(next.entries.map(({ key }) => key)).size).toBe(next.entries.length)
  })

  it('makes a value of its own of a correction whose statement is gone, and forgets the rest about it', () => {
    const changed = {
      ...person,
      statements: person.statements.map((each) => ({ ...each, retractedBy: 77 })),
    }
    const after = fromKept(kept(edited()), 'person', FIELDS, changed)
    expect(after.retract).toEqual([])
    expect(after.entries.every(({ corrects }) => corrects === null)).toBe(true)
    expect(after.entries.find(({ field }) => field === 'arrestDate')?.raw).toBe('11.06.2019')
  })

  it('keeps which line is to stand first, and forgets one that is gone', () => {
    const draft = edited()
    const line = keyOf(draft, 'note')
    const chosen = reduceDraft(reduceDraft(draft, { do: 'prefer', field: 'note', target: line }), {
      do: 'prefer',
      field: 'court',
      target: statementId(2),
    })
    expect(fromKept(kept(chosen), 'person', FIELDS, person).prefer).toEqual({
      note: line,
      court: statementId(2),
    })
    const none = { ...person, statements: [] }
    expect(fromKept(kept(chosen), 'person', FIELDS, none).prefer).toEqual({ note: line })
  })
})

it('the identity of a witness is no draft', () => {
  const identity = openDraft('witnessIdentity', ['name'], null)
  expect(toKept(ID, identity)).toBeUndefined()
  const made = { ...kept(openDraft('person', FIELDS, null)), kind: 'witnessIdentity' }
  expect(FormDraft.safeParse(made).success).toBe(false)
})
