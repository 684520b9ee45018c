/** Statements as facts: what agrees, what competes, what was taken back. */
import { describe, expect, it } from 'vitest'
import {
  factsOf,
  firstValue,
  standingValues,
  valueKey,
} from '../../../renderer/workspace/records/statements.ts'
import { record, statement, statementId } from './support.ts'

const fact = (state: ReturnType<typeof record>, field: string) => {
  const found = factsOf(state).find((f) => f.field === field)
  if (!found) throw new Error('no such field')
  return found
}

describe('facts', () => {
  it('shows the preferred of competing values first and says that they compete', () => {
    const state = record(
      'person',
      [statement(1, 'arrestDate', '2019-06-10'), statement(2, 'arrestDate', '2019-07-10')],
      { arrestDate: statementId(2) },
    )
    const { values, disagrees } = fact(state, 'arrestDate')
    expect(values.map(({ value }) => value)).toEqual(['2019-07-10', '2019-06-10'])
    expect(values.map(({ preferred }) => preferred)).toEqual([true, false])
    expect(disagrees).toBe(true)
  })

  it('lets one value be supported by several statements', () => {
    const state = record(
      'person',
      [
        statement(1, 'sentence', { years: 17, months: 0 }),
        statement(2, 'sentence', { months: 0, years: 17 }, { grade: 'A1' }),
      ],
      { sentence: statementId(1) },
    )
    const { values, disagrees } = fact(state, 'sentence')
    expect(values).toHaveLength(1)
    expect(values[0]?.statements.map(({ id }) => id)).toEqual([statementId(1), statementId(2)])
    expect(disagrees).toBe(false)
  })

  it('does not call several names a disagreement', () => {
    const state = record('person', [
      statement(1, 'names', { text: 'A', lang: 'en' }),
      statement(2, 'names', { text: 'Б', lang: 'uk' }),
    ])
    expect(fact(state, 'names').disagrees).toBe(false)
  })

  it('keeps what was taken back apart, the latest first', () => {
    const state = record('person', [
      statement(1, 'court', 'a', { retractedBy: 5 }),
      statement(2, 'court', 'b', { retractedBy: 9 }),
      statement(3, 'court', 'c'),
    ])
    const { values, retracted, disagrees } = fact(state, 'court')
    expect(values.map(({ value }) => value)).toEqual(['c'])
    expect(retracted.map(({ value }) => value)).toEqual(['b', 'a'])
    expect(disagrees).toBe(false)
  })

  it('puts every statement in exactly one place', () => {
    const statements = [
      statement(1, 'court', 'a', { retractedBy: 5 }),
      statement(2, 'court', 'b'),
      statement(3, 'court', 'b'),
      statement(4, 'names', { text: 'A', lang: 'en' }),
    ]
    const placed = factsOf(record('person', statements)).flatMap(({ values, retracted }) => [
      ...values.flatMap((v) => v.statements),
      ...retracted,
    ])
    expect(placed.map(({ id }) => id).sort()).toEqual(statements.map(({ id }) => id).sort())
  })

  it('takes the first value from a preferred statement only while it stands', () => {
    const state = record(
      'person',
      [statement(1, 'court', 'a', { retractedBy: 3 }), statement(2, 'court', 'b')],
      { court: statementId(1) },
    )
    expect(firstValue(state, 'court')).toBe('b')
    expect(standingValues(state, 'court')).toEqual(['b'])
  })
})

describe('valueKey', () => {
  it('does not depend on the order of keys, but on that of lists', () => {
    expect(valueKey({ a: 1, b: { d: 1, c: 2 } })).toBe(valueKey({ b: { c: 2, d: 1 }, a: 1 }))
    expect(valueKey([1, 2])).not.toBe(valueKey([2, 1]))
    expect(valueKey('1')).not.toBe(valueKey(1))
  })
})
