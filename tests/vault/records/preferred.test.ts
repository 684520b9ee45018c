import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import { conflictsOf, preferred, shown, viewOf } from '../../../electron/vault/records/preferred.ts'
import type { AuthorId, RecordId, StatementId } from '../../../shared/ids.ts'
import { CONFIDENTIALITY } from '../../../shared/model/field.ts'
import type { Statement } from '../../../shared/model/statement.ts'

const made = (field: string, value: unknown, rest: Partial<Statement> = {}): Statement => ({
  id: randomBytes(16).toString('hex') as StatementId,
  field,
  value: value as Statement['value'],
  source: null,
  grade: 'F6',
  asOf: null,
  confidentiality: 'C1',
  seq: 1,
  at: 0,
  author: 'a'.repeat(32) as AuthorId,
  retractedBy: null,
  ...rest,
})
const record = (statements: Statement[], chosen: FoldedRecord['chosen'] = {}): FoldedRecord => ({
  id: '1'.repeat(32) as RecordId,
  kind: 'person',
  createdAt: 0,
  updatedAt: 0,
  lastSeq: 1,
  statements,
  chosen,
})
const court = (value: string, rest: Partial<Statement> = {}) => made('court', value, rest)
/** What is shown first, whichever of the two was recorded first. */
const winner = (a: Statement, b: Statement): unknown => {
  const [one, other] = [preferred(record([a, b]), a.field), preferred(record([b, a]), a.field)]
  expect(one).toBe(other)
  return one?.value
}

describe('the statement shown first', () => {
  it('is the one somebody chose', () => {
    const [weak, strong] = [court('weak'), court('strong', { grade: 'A1' })]
    const chosen = { court: { statement: weak.id, seq: 1 } }
    expect(preferred(record([weak, strong]), 'court')).toBe(strong)
    expect(preferred(record([weak, strong], chosen), 'court')).toBe(weak)
  })

  it('otherwise goes by the information: what cannot be judged stands between what speaks for and against', () => {
    const order = ['F1', 'F2', 'F3', 'F6', 'F4', 'F5']
    for (const [place, grade] of order.slice(1).entries()) {
      const better = order[place] ?? ''
      expect(winner(court('better', { grade: better }), court('worse', { grade }))).toBe('better')
    }
  })

  it('then by the source, in the same manner', () => {
    const order = ['A2', 'B2', 'C2', 'F2', 'D2', 'E2']
    for (const [place, grade] of order.slice(1).entries()) {
      const better = order[place] ?? ''
      expect(winner(court('better', { grade: better }), court('worse', { grade }))).toBe('better')
    }
    expect(winner(court('likely', { grade: 'E2' }), court('doubtful', { grade: 'A4' }))).toBe(
      'likely',
    )
  })

  it('then by how recent it is, where a longer time counts by its end and none counts least', () => {
    const order = ['2024-03', '2024-02-28', '2023/2024-02-27', '2023', '2023-12-31', '2022~', null]
    for (const [place, asOf] of order.slice(1).entries()) {
      const better = order[place] ?? null
      expect(winner(court('better', { asOf: better }), court('worse', { asOf }))).toBe('better')
    }
  })

  it('then by the ledger, the last one winning', () => {
    expect(winner(court('early', { seq: 3 }), court('late', { seq: 4 }))).toBe('late')
    const same = [court('first'), court('second')]
    expect(preferred(record(same), 'court')?.value).toBe('second')
  })

  it('does not depend on who may see it', () => {
    for (const confidentiality of CONFIDENTIALITY) {
      const secret = court('believed', { grade: 'A1', confidentiality })
      expect(winner(secret, court('doubted', { grade: 'E5', confidentiality: 'C0' }))).toBe(
        'believed',
      )
    }
  })

  it('is never one that was taken back', () => {
    const gone = court('gone', { grade: 'A1', retractedBy: 2 })
    expect(preferred(record([gone, court('left')]), 'court')?.value).toBe('left')
    expect(preferred(record([gone]), 'court')).toBeUndefined()
  })

  it('is, of names, one in a language that comes first, and the first recorded of them', () => {
    const name = (text: string, lang: string, type?: string) =>
      made('names', { text, lang, ...(type ? { type } : {}) })
    const all = [
      name('Name', 'en', 'passport_ua'),
      name('Прізвисько', 'uk', 'alias'),
      name('Ім’я', 'uk'),
      name('Ім’я друге', 'uk'),
    ]
    expect(preferred(record(all), 'names')?.value).toMatchObject({ text: 'Ім’я' })
    expect(preferred(record(all.slice(0, 2)), 'names')?.value).toMatchObject({ lang: 'uk' })
  })
})

describe('the view of a record', () => {
  it('has the fields with a value in the order of the model, the preferred statement first', () => {
    const [one, two] = [court('one', { grade: 'E5' }), court('two')]
    const gone = made('note', 'x', { retractedBy: 3 })
    const view = viewOf(record([one, made('sex', 'female'), two, gone]))
    expect(view.map(({ name }) => name)).toEqual(['sex', 'court'])
    expect(view[1]?.statements).toEqual([two, one])
  })

  it('shows one value of a field that holds one, and all of a field that holds many', () => {
    const statements = [
      court('one'),
      court('two'),
      made('citizenship', 'Україна'),
      made('citizenship', 'x'),
    ]
    const counts = viewOf(record(statements)).map((view) => [view.name, shown(view).length])
    expect(counts).toEqual([
      ['citizenship', 2],
      ['court', 1],
    ])
  })
})

describe('a conflict', () => {
  it('is where a field that holds one value has two that differ', () => {
    expect(conflictsOf(record([court('a'), court('b')]))).toEqual(['court'])
    expect(conflictsOf(record([court('a'), court('a')]))).toEqual([])
    expect(conflictsOf(record([court('a'), court('b', { retractedBy: 2 })]))).toEqual([])
    const many = [made('citizenship', 'a'), made('citizenship', 'b')]
    expect(conflictsOf(record(many))).toEqual([])
  })

  it('compares whole values', () => {
    const sentence = (years: number) => made('sentence', { years, months: 0 })
    expect(conflictsOf(record([sentence(14), sentence(17)]))).toEqual(['sentence'])
    expect(conflictsOf(record([sentence(14), sentence(14)]))).toEqual([])
  })
})
