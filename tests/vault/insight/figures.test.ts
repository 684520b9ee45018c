import { describe, expect, it } from 'vitest'
import {
  COUNTS,
  type CountedPerson,
  countAll,
  ELDERLY_YEARS,
  GROUPINGS,
  groupPeople,
  groupsOf,
  isGrouped,
  STALE_DAYS,
} from '../../../electron/vault/insight/figures.ts'
import { latestDay, type PersonFact } from '../../../electron/vault/insight/personFacts.ts'
import { groundsOf, priorities } from '../../../electron/vault/insight/priorities.ts'
import { NOT_HELD } from '../../../electron/vault/insight/whereabouts.ts'
import { GROUND_NAMES } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { PERSON_STATUS } from '../../../shared/model/kinds/person.ts'
import { FIGURES } from '../../../shared/model/values.ts'

const TODAY = '2026-03-01'
const ids = (function* () {
  for (let made = 1; ; made += 1) yield String(made).padStart(32, '0') as RecordId
})()
const person = (fact: Partial<PersonFact> = {}, facility?: string): CountedPerson => ({
  id: ids.next().value as RecordId,
  facility: facility as RecordId | undefined,
  fact: {
    ...{ status: 'remand', sex: undefined, born: undefined, arrested: undefined },
    ...{ court: undefined, charges: [], health: [], minors: 0, confirmed: TODAY, merged: [] },
    ...fact,
  },
})

describe('a figure', () => {
  it('counts exactly those whom its list shows', () => {
    const people = [
      person(),
      person({ status: 'exchanged', sex: 'female', minors: 2, health: ['serious_illness'] }),
      person({ sex: 'female', minors: 1 }),
      person({ born: '1960', health: ['serious_illness_urgent'] }),
      person({ confirmed: undefined }),
    ]
    const counts = countAll(people, TODAY)
    expect(counts).toEqual({
      ...{ people: 5, held: 4, ill: 1, elderly: 1, women: 1, parents: 1, stale: 1 },
    })
    for (const figure of FIGURES)
      expect(people.filter((each) => COUNTS[figure](each, TODAY))).toHaveLength(counts[figure])
  })

  it('of the held leaves out everybody who is free, dead or absent, and nobody else', () => {
    for (const status of PERSON_STATUS)
      expect(COUNTS.held(person({ status }), TODAY), status).toBe(!NOT_HELD.has(status))
    expect(COUNTS.held(person({ status: undefined }), TODAY)).toBe(true)
  })

  it.each([
    ['1966-02-28', true],
    ['1966-03-01', true],
    ['1966-03-02', false],
    ['1966-02', true],
    ['1966-03', false],
    ['1966', false],
    ['1965', true],
    ['1964/1966-03', false],
    ['1965~', true],
    [undefined, false],
  ])('takes somebody born %s for old: %s', (born, isOld) => {
    expect(COUNTS.elderly(person({ born }), TODAY)).toBe(isOld)
    expect(ELDERLY_YEARS).toBe(60)
  })

  it('takes news for stale a day after half a year', () => {
    const ago = (days: number) =>
      new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10)
    expect(COUNTS.stale(person({ confirmed: ago(STALE_DAYS - 1) }), TODAY)).toBe(false)
    expect(COUNTS.stale(person({ confirmed: ago(STALE_DAYS) }), TODAY)).toBe(false)
    expect(COUNTS.stale(person({ confirmed: ago(STALE_DAYS + 1) }), TODAY)).toBe(true)
    expect(COUNTS.stale(person({ status: 'died', confirmed: undefined }), TODAY)).toBe(false)
  })
})

describe('the last day of a partial date', () => {
  it.each([
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2023-04', '2023-04-30'],
    ['2023-05~', '2023-05-31'],
    ['2023-05-07', '2023-05-07'],
    ['2022/2023-11', '2023-11-30'],
  ])('of %s is %s', (date, day) => {
    expect(latestDay(date)).toBe(day)
  })
})

describe('groups', () => {
  const people = [
    person({ charges: ['205.5 ч. 2', '278'], court: 'Суд', arrested: '2020-05' }, 'a'),
    person({ charges: ['278'], arrested: '2019' }, 'a'),
    person({ status: 'pardoned', charges: ['278'], court: 'Суд' }, undefined),
  ]

  it('hold everybody, and what is not recorded in a group of its own at the end', () => {
    expect(groupPeople(people, 'status')).toEqual([
      { value: 'remand', people: 2 },
      { value: 'pardoned', people: 1 },
    ])
    expect(groupPeople(people, 'year')).toEqual([
      { value: '2019', people: 1 },
      { value: '2020', people: 1 },
      { value: '', people: 1 },
    ])
    expect(groupPeople(people, 'court')).toEqual([
      { value: 'Суд', people: 1 },
      { value: '', people: 1 },
    ])
    expect(groupPeople(people, 'facility')).toEqual([{ value: 'a', people: 2 }])
  })

  it('count somebody under each charge, and only the held', () => {
    expect(groupPeople(people, 'charge')).toEqual([
      { value: '278', people: 2 },
      { value: '205.5 ч. 2', people: 1 },
    ])
  })

  it('count exactly those whom their lists show', () => {
    for (const by of GROUPINGS)
      for (const { value, people: count } of groupPeople(people, by))
        expect(
          people.filter((each) => isGrouped(each, by) && groupsOf(each, by).includes(value)),
        ).toHaveLength(count)
  })
})

describe('whom to think of first', () => {
  it('has every ground, and none of somebody who is free', () => {
    const everything: Partial<PersonFact> = {
      status: 'incommunicado',
      sex: 'female',
      born: '1950',
      minors: 1,
      confirmed: undefined,
      health: ['serious_illness_urgent', 'serious_illness', 'disability_2'],
    }
    expect(groundsOf(person(everything), TODAY)).toEqual(GROUND_NAMES)
    expect(groundsOf(person({ ...everything, status: 'exchanged' }), TODAY)).toEqual([])
    expect(groundsOf(person(), TODAY)).toEqual([])
  })

  it('has the graver ground before several lighter ones, then the longest held', () => {
    const urgent = person({ health: ['serious_illness_urgent'] })
    const lighter = person({ sex: 'female', minors: 3, born: '1950', confirmed: undefined })
    const early = person({ minors: 1, arrested: '2016-05' })
    const late = person({ minors: 1, arrested: '2022' })
    const unknown = person({ minors: 1 })
    const order = priorities([unknown, late, lighter, person(), early, urgent], TODAY)
    expect(order.map(({ id }) => id)).toEqual(
      [urgent, lighter, early, late, unknown].map(({ id }) => id),
    )
  })
})
