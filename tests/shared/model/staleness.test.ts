/** When a value counts as old news. */
import { describe, expect, it } from 'vitest'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { fieldOf, fieldsOf } from '../../../shared/model/model.ts'
import { staleField, staleOf, staleOn } from '../../../shared/model/staleness.ts'
import type { RecordState, Statement } from '../../../shared/model/statement.ts'
import { record, statement } from '../../renderer/records/support.ts'

const DAY = 86_400_000
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY
const TODAY = day('2026-11-23')
/** In the time zone of whoever runs this. */
const noonOf = (text: string): number => Date.parse(`${text}T12:00:00Z`)

const made = (kind: Kind, statements: Statement[], first: Statement): RecordState =>
  record(kind, statements, { [first.field]: first.id })

function stale(kind: Kind, first: Statement, ...others: Statement[]) {
  const spec = fieldOf(kind, first.field)
  if (!spec) throw new Error('no such field')
  return staleField(made(kind, [first, ...others], first), first.field, spec, TODAY)
}
const status = (value: string, asOf: string | null, extra: Partial<Statement> = {}) =>
  statement(1, 'status', value, { asOf, at: noonOf('2026-11-01'), ...extra })

describe('a status', () => {
  it('holds for 180 days after the day it is of, and no longer', () => {
    expect(stale('person', status('remand', '2026-05-28'))).toBeUndefined()
    expect(stale('person', status('remand', '2026-05-27'))).toBeUndefined()
    expect(stale('person', status('remand', '2026-05-26'))).toMatchObject({ asOf: '2026-05-26' })
  })

  it('holds to the end of a month, a year or a range that it is of', () => {
    expect(stale('person', status('remand', '2026-05'))).toBeUndefined()
    expect(stale('person', status('remand', '2026'))).toBeUndefined()
    expect(stale('person', status('remand', '2025'))).toMatchObject({ asOf: '2025' })
    expect(stale('person', status('remand', '2024/2026-06'))).toBeUndefined()
  })

  it('without a date is as old as its entry', () => {
    expect(stale('person', status('remand', null))).toBeUndefined()
    const at = noonOf('2026-01-01')
    expect(stale('person', status('remand', null, { at }))).toEqual({ asOf: null, at })
  })

  it('is confirmed by any other statement of the same, and by no other', () => {
    const old = status('remand', '2024')
    const again = { ...statement(2, 'status', 'remand', { asOf: '2026-10' }) }
    expect(stale('person', old, again)).toBeUndefined()
    expect(stale('person', old, { ...again, retractedBy: 3 })).toMatchObject({ asOf: '2024' })
    expect(stale('person', old, { ...again, value: 'on_trial' })).toMatchObject({ asOf: '2024' })
  })

  it('that is settled stays', () => {
    for (const value of ['exchanged', 'died', 'released_term'])
      expect(stale('person', status(value, '2001')), value).toBeUndefined()
  })
})

describe('a place', () => {
  it('grows old while somebody is there and no longer', () => {
    const here = statement(1, 'facility', '1'.repeat(32), { asOf: '2025-01' })
    expect(stale('stay', here)).toMatchObject({ asOf: '2025-01' })
    expect(stale('stay', here, statement(2, 'to', '2025-03'))).toBeUndefined()
    expect(stale('stay', here, statement(2, 'to', '2025-03', { retractedBy: 3 }))).toBeDefined()
  })
})

it('is said of status, place and health, and of nothing that has happened', () => {
  const fields = KINDS.flatMap((kind) =>
    fieldsOf(kind).flatMap(([name, spec]) => (spec.goesStale ? [`${kind}.${name}`] : [])),
  )
  expect(fields).toEqual(
    expect.arrayContaining(['person.status', 'stay.facility', 'health.diagnosis']),
  )
  for (const name of ['person.arrestDate', 'person.names', 'person.sentence', 'act.account'])
    expect(fields).not.toContain(name)
})

it('begins on the day that it says beforehand', () => {
  const old = status('remand', '2026-05-27')
  const spec = fieldOf('person', 'status') ?? {}
  const day = staleOn(made('person', [old], old), spec, [old]) ?? 0
  const on = (today: number) => staleOf(made('person', [old], old), spec, [old], today)
  expect([on(day - 1), on(day)]).toEqual([undefined, { asOf: '2026-05-27', at: old.at }])
  expect(staleOn(made('person', [], old), spec, [status('died', '2001')])).toBeUndefined()
})
