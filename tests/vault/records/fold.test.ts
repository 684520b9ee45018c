import { describe, expect, it } from 'vitest'
import {
  applySet,
  type EntryPlace,
  type FoldedRecord,
} from '../../../electron/vault/records/fold.ts'
import { type SetBody, statementId } from '../../../electron/vault/records/ops.ts'
import type { AuthorId, RecordId, StatementId } from '../../../shared/ids.ts'

const RECORD = '1'.repeat(32) as RecordId
const AUTHOR = 'a'.repeat(32) as AuthorId
const place = (seq: number): EntryPlace => ({ seq, time: 1000 + seq, author: AUTHOR })
const ids = (letter: string) => letter.repeat(28)
const idOf = (letter: string, number: number): StatementId =>
  statementId({ ids: ids(letter) }, number)

const body = (letter: string, rest: Partial<SetBody> = {}): SetBody => ({
  kind: 'person',
  ids: ids(letter),
  bases: [{ source: null, grade: 'B2', asOf: '2024', confidentiality: 'C1' }],
  add: [],
  retract: [],
  prefer: {},
  ...rest,
})
const stored = (field: string, value: unknown, basis = 0): SetBody['add'][number] => ({
  field,
  value,
  basis,
})

const fold = (...bodies: SetBody[]): FoldedRecord => {
  let record: FoldedRecord | undefined
  for (const [index, each] of bodies.entries()) {
    record = applySet(record, RECORD, place(index + 1), each).record
  }
  if (!record) throw new Error('there is at least one body')
  return record
}

describe('applying an entry', () => {
  it('gives each statement the entry that added it and the basis it names', () => {
    const made = body('a', {
      bases: [
        { source: null, grade: 'B2', asOf: '2024', confidentiality: 'C1' },
        { source: RECORD, grade: 'F6', asOf: null, confidentiality: 'C3' },
      ],
      add: [stored('birthPlace', 'Судак'), stored('court', 'Суд', 1)],
    })
    expect(fold(made).statements).toEqual([
      {
        ...{ id: idOf('a', 0), field: 'birthPlace', value: 'Судак', confidentiality: 'C1' },
        ...{ source: null, grade: 'B2', asOf: '2024' },
        ...{ seq: 1, at: 1001, author: AUTHOR, retractedBy: null },
      },
      {
        ...{ id: idOf('a', 1), field: 'court', value: 'Суд', confidentiality: 'C3' },
        ...{ source: RECORD, grade: 'F6', asOf: null },
        ...{ seq: 1, at: 1001, author: AUTHOR, retractedBy: null },
      },
    ])
  })

  it('leaves the record it started from as it was', () => {
    const before = fold(body('a', { add: [stored('court', 'Перший суд')] }))
    const copy = structuredClone(before)
    applySet(before, RECORD, place(2), body('b', { retract: [idOf('a', 0)] }))
    expect(before).toEqual(copy)
  })

  it('keeps what was taken back, with the entry that did it, and does not take it back twice', () => {
    const made = body('a', { add: [stored('court', 'Суд')] })
    const twice = fold(
      made,
      body('b', { retract: [idOf('a', 0)] }),
      body('c', { retract: [idOf('a', 0)] }),
    )
    expect(twice.statements.map(({ retractedBy }) => retractedBy)).toEqual([2])
    expect(twice.lastSeq).toBe(3)
  })

  it('leaves out and counts what the model does not take', () => {
    const odd = body('a', {
      add: [
        stored('court', 'Суд'),
        stored('court', ''),
        stored('court', 7),
        stored('inventedField', 'x'),
        stored('constructor', 'x'),
        stored('court', 'no such basis', 9),
      ],
    })
    const { record, leftOut } = applySet(undefined, RECORD, place(1), odd)
    expect(record.statements.map(({ value }) => value)).toEqual(['Суд'])
    expect(leftOut).toBe(5)
  })

  it('changes nothing for an entry of another kind, or one that comes a second time', () => {
    const made = body('a', { add: [stored('court', 'Суд')] })
    const before = fold(made)
    const other = applySet(before, RECORD, place(2), {
      ...body('b'),
      kind: 'case',
      add: [stored('court', 'x')],
    })
    expect(other).toEqual({ record: before, leftOut: 1 })
    expect(applySet(before, RECORD, place(2), made)).toEqual({ record: before, leftOut: 1 })
  })

  it('prefers what was chosen until that is taken back', () => {
    const made = body('a', {
      add: [stored('court', 'x'), stored('court', 'y')],
      prefer: { court: idOf('a', 0) },
    })
    expect(fold(made).chosen).toEqual({ court: { statement: idOf('a', 0), seq: 1 } })
    expect(fold(made, body('b', { prefer: { court: idOf('a', 1) } })).chosen).toEqual({
      court: { statement: idOf('a', 1), seq: 2 },
    })
    expect(fold(made, body('b', { retract: [idOf('a', 0)] })).chosen).toEqual({})
  })

  it('does not prefer what is unknown, taken back or of another field', () => {
    const made = body('a', { add: [stored('court', 'x'), stored('address', 'y')] })
    const wrong = [
      body('b', { prefer: { court: idOf('f', 0) } }),
      body('b', { prefer: { court: idOf('a', 1) } }),
      body('b', { prefer: { court: idOf('a', 0) }, retract: [idOf('a', 0)] }),
    ]
    for (const each of wrong) expect(fold(made, each).chosen).toEqual({})
  })
})
