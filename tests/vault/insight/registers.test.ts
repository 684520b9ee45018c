import { beforeEach, describe, expect, it } from 'vitest'
import { whenOf } from '../../../electron/vault/insight/agenda.ts'
import { type InterventionFact, submissions } from '../../../electron/vault/insight/registers.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { StatementInput } from '../../../shared/model/statement.ts'
import { adding, makeWorkspace, name, save, statement } from '../records/support.ts'

const id = (number: number) => `${number}`.padStart(32, '0') as RecordId
const fact = (number: number, rest: Partial<InterventionFact> = {}): InterventionFact => ({
  ...{ id: id(number), register: 'icrc', status: 'sent', people: [id(1)], reference: undefined },
  ...{ sentOn: undefined, respondedOn: undefined, answerBy: undefined, ...rest },
})
const of = (...facts: InterventionFact[]) => submissions(facts).get(id(1))?.get('icrc')

describe('a submission', () => {
  it('counts the newest that was sent, whatever was planned later', () => {
    const old = fact(2, { sentOn: '2020' })
    const newest = fact(3, { sentOn: '2024-03' })
    const planned = fact(4, { sentOn: '2026', status: 'planned' })
    for (const order of [
      [old, newest, planned],
      [planned, newest, old],
    ])
      expect(of(...order)).toMatchObject({ record: id(3), state: 'sent' })
    expect(of(planned)).toMatchObject({ state: 'planned' })
  })

  it('is answered when it says so or has the day of an answer', () => {
    expect(of(fact(2, { status: 'answered' }))).toMatchObject({ state: 'answered' })
    expect(of(fact(2, { respondedOn: '2024' }))).toMatchObject({ state: 'answered' })
    expect(of(fact(2, { status: undefined }))).toMatchObject({ state: 'sent' })
  })

  it('without a register is on none', () => {
    expect(of(fact(2, { register: undefined }))).toBeUndefined()
  })
})

describe('the time that is left', () => {
  it.each([
    ['2026-02-28', 'overdue'],
    ['2026-03-01', 'week'],
    ['2026-03-08', 'week'],
    ['2026-03-09', 'month'],
    ['2026-03', 'month'],
    ['2026-04-01', 'month'],
    ['2026-04-02', 'later'],
    ['2026', 'later'],
    ['2025', 'overdue'],
  ])('until %s is %s', (date, when) => {
    expect(whenOf(date, '2026-03-01')).toBe(when)
  })
})

describe('registers and the agenda', () => {
  let workspace: Workspace
  let person: RecordId
  beforeEach(async () => {
    workspace = (await makeWorkspace()).workspace
    person = workspace.records.create('person', adding(name('Особа'))).id
  })
  const make = (kind: 'intervention' | 'proceeding' | 'consent', ...said: StatementInput[]) =>
    workspace.records.create(kind, adding(...said)).id
  const agenda = async () =>
    (await workspace.insight.agenda()).items.map(({ what, date, record }) => [
      what,
      date,
      record.id,
    ])

  it('have everybody who is held, with the record behind each tick', async () => {
    const free = adding(name('Вільна'), statement('status', 'exchanged'))
    workspace.records.create('person', free)
    const sent = make(
      'intervention',
      statement('register', 'nib'),
      statement('people', person),
      statement('status', 'sent'),
      statement('sentOn', '2024-05-06'),
      statement('reference', '12/А'),
    )
    expect((await workspace.insight.registers()).rows).toEqual([
      {
        ...{ id: person, title: 'Особа', status: null },
        submissions: [
          { register: 'nib', record: sent, state: 'sent', reference: '12/А', on: '2024-05-06' },
        ],
      },
    ])
  })

  it('drop a date only when its record says that it is done with', async () => {
    const trial = make(
      'proceeding',
      statement('defendants', person),
      statement('appealBy', '2030-05-02'),
      statement('remandUntil', '2030-04-01'),
    )
    const letter = make(
      'intervention',
      statement('people', person),
      statement('answerBy', '2020-01-01'),
    )
    const consent = make('consent', statement('subject', person), statement('reviewOn', '2031'))
    expect(await agenda()).toEqual([
      ['answerBy', '2020-01-01', letter],
      ['remandUntil', '2030-04-01', trial],
      ['appealBy', '2030-05-02', trial],
      ['reviewOn', '2031', consent],
    ])
    save(workspace, letter, adding(statement('respondedOn', '2020-02')))
    save(workspace, trial, adding(statement('outcome', 'convicted')))
    save(workspace, consent, adding(statement('withdrawnOn', '2029')))
    expect(await agenda()).toEqual([['appealBy', '2030-05-02', trial]])
  })
})
