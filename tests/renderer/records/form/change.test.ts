/** An open form becomes one change: nothing is overwritten, nothing blank is saved, nothing typed is lost. */
import { describe, expect, it } from 'vitest'
import { changeOf, isDirty, readEntry } from '../../../../renderer/workspace/records/form/change.ts'
import {
  type Draft,
  type DraftAction,
  openDraft,
  reduceDraft,
} from '../../../../renderer/workspace/records/form/draft.ts'
import type { Raw } from '../../../../renderer/workspace/records/form/raw.ts'
import { RecordChange } from '../../../../shared/model/statement.ts'
import { record, recordId, statement, statementId } from '../support.ts'

const TODAY = '2026-03-01'
const then = (draft: Draft, ...actions: readonly DraftAction[]) =>
  actions.reduce(reduceDraft, draft)
const keyOf = (draft: Draft, field: string) => {
  const entry = draft.entries.findLast((e) => e.field === field)
  if (!entry) throw new Error('no such line')
  return entry.key
}
const type = (draft: Draft, field: string, raw: Raw) =>
  then(draft, { do: 'type', key: keyOf(draft, field), raw })
const saved = (draft: Draft) => {
  const result = changeOf(draft, TODAY)
  if (!result.ok) throw new Error(JSON.stringify([...result.errors]))
  // What leaves the form is what the contract takes.
  expect(RecordChange.parse(result.change)).toEqual(result.change)
  return result.change
}

const known = record(
  'person',
  [
    statement(1, 'arrestDate', '2019-06-10', { source: recordId(50), grade: 'B2' }),
    statement(2, 'arrestDate', '2019-07-10'),
    statement(3, 'court', 'old', { retractedBy: 9 }),
  ],
  { arrestDate: statementId(1) },
)

describe('a new record', () => {
  const empty = openDraft('person', ['names', 'status', 'arrestDate'], null)

  it('starts with one empty line per field and nothing to save', () => {
    expect(empty.entries.map(({ field }) => field)).toEqual(['names', 'status', 'arrestDate'])
    expect(isDirty(empty, TODAY)).toBe(false)
    expect(changeOf(empty, TODAY)).toMatchObject({ ok: true, empty: true })
  })

  it('saves what was filled in with the source of the whole form', () => {
    let draft = type(empty, 'names', { text: 'Емір', lang: '' })
    draft = type(draft, 'arrestDate', 'близько 2019')
    draft = then(draft, {
      do: 'default',
      defaults: { source: recordId(50), grade: 'C3', asOf: '03.2020' },
    })
    const common = { source: recordId(50), grade: 'C3', asOf: '2020-03', confidentiality: 'C0' }
    expect(saved(draft)).toEqual({
      add: [
        { field: 'names', value: { text: 'Емір', lang: 'uk' }, ...common },
        { field: 'arrestDate', value: '2019~', ...common },
      ],
      retract: [],
      prefer: {},
    })
  })

  it('gives a dangerous field its own confidentiality, and lets a value differ from the form', () => {
    let draft = openDraft('person', ['diagnosis', 'relatives', 'lawyerNotes'], null, {
      grade: 'B2',
    })
    draft = type(type(draft, 'diagnosis', 'x'), 'relatives', 'y')
    draft = type(draft, 'lawyerNotes', 'z')
    draft = then(draft, {
      do: 'detail',
      key: keyOf(draft, 'relatives'),
      own: { confidentiality: 'C2', grade: 'A1' },
    })
    expect(saved(draft).add).toMatchObject([
      { field: 'diagnosis', confidentiality: 'C3', grade: 'B2' },
      { field: 'relatives', confidentiality: 'C2', grade: 'A1' },
      { field: 'lawyerNotes', confidentiality: 'C4', grade: 'B2' },
    ])
    draft = then(draft, { do: 'followDefaults', key: keyOf(draft, 'relatives') })
    expect(saved(draft).add[1]).toMatchObject({ confidentiality: 'C3', grade: 'B2' })
  })

  it('saves nothing while a line is wrong, and says which', () => {
    const draft = type(type(empty, 'names', { text: 'Емір' }), 'arrestDate', 'колись')
    const result = changeOf(draft, TODAY)
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect([...result.errors]).toEqual([
      [keyOf(draft, 'arrestDate'), [{ part: '', problem: 'unknown' }]],
    ])
    expect(isDirty(draft, TODAY)).toBe(true)
  })

  it('says when the as-of date of a filled line is wrong, and ignores it on an empty one', () => {
    const wrong = then(empty, { do: 'default', defaults: { asOf: '1.1.19' } })
    expect(changeOf(wrong, TODAY)).toMatchObject({ ok: true, empty: true })
    const filled = type(wrong, 'status', 'remand')
    const entry = filled.entries.find(({ field }) => field === 'status')
    if (!entry) throw new Error('no such line')
    expect(readEntry(filled, entry, TODAY)).toEqual({
      state: 'errors',
      errors: [{ part: 'asOf', problem: 'two_digit_year' }],
    })
  })
})

describe('a known record', () => {
  const open = openDraft('person', ['arrestDate', 'court'], known)

  it('has an empty line only where nothing stands', () => {
    expect(open.entries.map(({ field }) => field)).toEqual(['court'])
  })

  it('adds another statement beside those that stand', () => {
    const draft = type(then(open, { do: 'add', field: 'arrestDate' }), 'arrestDate', '2019-08')
    expect(saved(draft)).toMatchObject({ add: [{ value: '2019-08' }], retract: [], prefer: {} })
  })

  it('shows a new statement first when asked to', () => {
    let draft = type(then(open, { do: 'add', field: 'arrestDate' }), 'arrestDate', '2019-08')
    draft = type(draft, 'court', 'c')
    draft = then(draft, {
      do: 'prefer',
      field: 'arrestDate',
      target: keyOf(draft, 'arrestDate'),
    })
    const change = saved(draft)
    expect(change.add[Number(change.prefer.arrestDate?.slice(1))]).toMatchObject({
      value: '2019-08',
    })
  })

  it('does not prefer a line that stayed empty', () => {
    const added = then(open, { do: 'add', field: 'arrestDate' })
    const draft = then(added, {
      do: 'prefer',
      field: 'arrestDate',
      target: keyOf(added, 'arrestDate'),
    })
    expect(saved(draft)).toEqual({ add: [], retract: [], prefer: {} })
  })

  const first = known.statements[0]
  const second = known.statements[1]
  if (!first || !second) throw new Error('no statements')

  it('corrects by taking back and adding, keeping the source and the first place', () => {
    const draft = type(then(open, { do: 'correct', statement: first }), 'arrestDate', '11.06.2019')
    expect(saved(draft)).toEqual({
      add: [
        {
          field: 'arrestDate',
          value: '2019-06-11',
          source: recordId(50),
          grade: 'B2',
          asOf: null,
          confidentiality: 'C0',
        },
      ],
      retract: [statementId(1)],
      prefer: { arrestDate: '+0' },
    })
  })

  it('leaves the first place alone when another statement is corrected', () => {
    const draft = type(then(open, { do: 'correct', statement: second }), 'arrestDate', '2019-07-11')
    expect(saved(draft)).toMatchObject({ retract: [statementId(2)], prefer: {} })
  })

  it('does nothing for a correction that corrects nothing', () => {
    const draft = then(
      open,
      { do: 'correct', statement: first },
      { do: 'correct', statement: first },
    )
    expect(draft.entries.filter(({ corrects }) => corrects)).toHaveLength(1)
    expect(isDirty(draft, TODAY)).toBe(false)
  })

  it('saves a correction of the grade alone', () => {
    const opened = then(open, { do: 'correct', statement: second })
    const draft = then(opened, {
      do: 'detail',
      key: keyOf(opened, 'arrestDate'),
      own: { grade: 'A1' },
    })
    expect(saved(draft)).toMatchObject({ add: [{ grade: 'A1' }], retract: [statementId(2)] })
  })

  it('refuses a correction to nothing', () => {
    const draft = type(then(open, { do: 'correct', statement: second }), 'arrestDate', ' ')
    expect(changeOf(draft, TODAY).ok).toBe(false)
  })

  it('takes back, keeps after all, and forgets a preference for what is taken back', () => {
    const chosen = then(open, { do: 'prefer', field: 'arrestDate', target: statementId(2) })
    expect(saved(chosen).prefer).toEqual({ arrestDate: statementId(2) })
    const back = then(chosen, { do: 'retract', id: statementId(2) })
    expect(saved(back)).toEqual({ add: [], retract: [statementId(2)], prefer: {} })
    expect(saved(then(back, { do: 'keep', id: statementId(2) })).retract).toEqual([])
  })
})

describe('a form over a record that was saved elsewhere meanwhile', () => {
  const fields = ['arrestDate', 'court'] as const
  const open = openDraft('person', fields, known)
  const newer = {
    ...record('person', [
      statement(1, 'arrestDate', '2019-06-10', { retractedBy: 12 }),
      statement(2, 'arrestDate', '2019-07-10'),
      statement(12, 'arrestDate', '2019-06-11'),
    ]),
    lastSeq: 12,
  }
  const [first, second] = known.statements
  if (!first || !second) throw new Error('the record has statements')

  it('stands over the new state and keeps every line that was typed', () => {
    const typed = type(open, 'court', 'Вигаданий суд')
    const after = then(typed, { do: 'rebase', record: newer })
    expect(after.record?.lastSeq).toBe(12)
    expect(after.entries).toEqual(typed.entries)
    expect(saved(after).add).toMatchObject([{ field: 'court', value: 'Вигаданий суд' }])
  })

  it('turns the correction of what no longer stands into a value beside it', () => {
    const typed = type(then(open, { do: 'correct', statement: first }), 'arrestDate', '2019-06-12')
    expect(saved(typed).retract).toEqual([first.id])
    const change = saved(then(typed, { do: 'rebase', record: newer }))
    expect(change.add).toMatchObject([{ field: 'arrestDate', value: '2019-06-12' }])
    expect(change.retract).toEqual([])
  })

  it('goes on taking back what still stands, and does not take back twice', () => {
    const typed = then(open, { do: 'retract', id: first.id }, { do: 'retract', id: second.id })
    expect(saved(then(typed, { do: 'rebase', record: newer })).retract).toEqual([second.id])
  })

  it('prefers only what is still there', () => {
    const typed = then(open, { do: 'prefer', field: 'arrestDate', target: first.id })
    expect(then(typed, { do: 'rebase', record: newer }).prefer).toEqual({})
    const other = then(open, { do: 'prefer', field: 'arrestDate', target: second.id })
    expect(then(other, { do: 'rebase', record: newer }).prefer).toEqual({ arrestDate: second.id })
  })
})
