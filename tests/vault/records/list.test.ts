import { beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { OpenKindName } from '../../../shared/contract/records.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import { failureCode } from '../../support/coreVault.ts'
import { adding, makeWorkspace, name, save, state, statement, titles } from './support.ts'

let workspace: Workspace

beforeEach(async () => {
  workspace = (await makeWorkspace()).workspace
})

const make = (text: string, ...more: Parameters<typeof adding>): RecordId =>
  workspace.records.create('person', adding(name(text), ...more)).id
const list = (input: Partial<Parameters<Workspace['records']['list']>[0]> = {}) =>
  workspace.records.list({
    kind: 'person',
    query: '',
    filter: {},
    offset: 0,
    limit: 1000,
    ...input,
  })
const by = (field: string, descending = false) =>
  titles(workspace, { sort: { by: field, descending } })

describe('a list', () => {
  it('comes by title in the order of the alphabet, pages and all', () => {
    for (const text of ['Ягода', 'Іванна', 'Аблаєв', 'Ґедз', 'Гедзь', 'Їжак']) make(text)
    const all = ['Аблаєв', 'Гедзь', 'Ґедз', 'Іванна', 'Їжак', 'Ягода']
    expect(titles(workspace)).toEqual(all)
    expect(list({ offset: 2, limit: 3 })).toMatchObject({ total: 6 })
    expect(titles(workspace, { offset: 2, limit: 3 })).toEqual(all.slice(2, 5))
    expect(titles(workspace, { offset: 6 })).toEqual([])
    expect(by('title', true)).toEqual(all.toReversed())
  })

  it('sorts dates by their beginning, the less exact first, an estimate behind what is certain', () => {
    const dates = [
      ...['2018/2020', '2019', '2019~', '2019/2020-02', '2019-03', '2019-03~', '2019-03/2019-05'],
      ...['2019-03-27', '2019-03-27/2019-04', '2019-04~', '2020'],
    ]
    for (const date of dates.toReversed()) make(date, statement('birthDate', date))
    expect(by('birthDate')).toEqual(dates)
    expect(by('birthDate', true)).toEqual(dates.toReversed())
  })

  it('calls somebody without a name by what is known of them, behind those who have one', () => {
    const known = (...statements: Parameters<typeof adding>) =>
      workspace.records.create('person', adding(...statements)).id
    make('Ягода')
    const id = known(
      statement('arrestPlace', 'Керч'),
      statement('ageReported', 22),
      statement('birthDate', '2002~'),
      statement('arrestDate', '2024-05'),
    )
    known(statement('birthDate', '2002~'))
    known(statement('note', 'Мешканець міста'))
    expect(titles(workspace)).toEqual(['Ягода', '? · ~22 · Керч · 2024-05', '? · *2002~', ''])
    // The name that is found out later is the title from then on.
    save(workspace, id, adding(name('Аблаєв')))
    expect(titles(workspace)[0]).toBe('Аблаєв')
  })

  it('sorts people by surname where it is known, and the unnamed last', () => {
    workspace.records.create('person', adding())
    workspace.records.create(
      'person',
      adding(name('Яна Абленко', 'uk', { surname: 'Абленко', given: 'Яна' })),
    )
    make('Борис')
    workspace.records.create('person', adding(name('Ада Яворенко', 'uk', { surname: 'Яворенко' })))
    expect(titles(workspace)).toEqual(['Яна Абленко', 'Борис', 'Ада Яворенко', ''])
  })

  it('sorts codes as in their menu, dates by time, and what has none last in either direction', () => {
    make('а', statement('status', 'released_term'), statement('birthDate', '1980-05'))
    make('б', statement('status', 'pol_prisoner'))
    make('в', statement('birthDate', '1975'))
    expect(by('status')).toEqual(['б', 'а', 'в'])
    expect(by('status', true)).toEqual(['а', 'б', 'в'])
    expect(by('birthDate')).toEqual(['в', 'а', 'б'])
    expect(by('birthDate', true)).toEqual(['а', 'в', 'б'])
  })

  it('sorts by the title of what is referred to, also when that is named anew', () => {
    const people = ['В', 'А', 'Б'].map((text) => make(text))
    for (const [place, person] of people.entries()) {
      workspace.records.create(
        'stay',
        adding(statement('person', person), statement('from', `200${place}`)),
      )
    }
    const stays = () =>
      list({ kind: 'stay', sort: { by: 'person', descending: false } }).rows.map(
        ({ values }) => values.person?.[0],
      )
    expect(stays()).toEqual(['А', 'Б', 'В'])
    const renamed = people[1] as RecordId
    const [old] = state(workspace, renamed).statements
    save(workspace, renamed, { ...adding(name('Я')), retract: old ? [old.id] : [] })
    expect(stays()).toEqual(['Б', 'В', 'Я'])
  })

  it('sorts by when something last changed', () => {
    const first = make('а')
    make('б')
    save(workspace, first, adding(statement('court', 'x')))
    const { rows } = list({ sort: { by: 'updatedAt', descending: true } })
    expect(rows.map(({ updatedAt }) => updatedAt)).toEqual(
      rows.map(({ updatedAt }) => updatedAt).toSorted((a, b) => b - a),
    )
  })

  it('filters by the code that is shown, and by any of several', () => {
    make(
      'а',
      statement('status', 'remand'),
      statement('healthCategory', 'woman'),
      statement('healthCategory', 'age_60_plus'),
    )
    make('б', statement('status', 'remand'))
    make(
      'в',
      statement('status', 'remand', { grade: 'E5' }),
      statement('status', 'exchanged', { grade: 'A1' }),
    )
    expect(titles(workspace, { filter: { status: 'remand' } })).toEqual(['а', 'б'])
    expect(titles(workspace, { filter: { healthCategory: 'age_60_plus' } })).toEqual(['а'])
    expect(titles(workspace, { filter: { healthCategory: 'woman', status: 'exchanged' } })).toEqual(
      [],
    )
    expect(list({ filter: { status: 'exchanged' } }).total).toBe(1)
    expect(titles(workspace, { filter: { status: "remand' OR 1=1 --" } })).toEqual([])
  })

  it('with a query has only what is found, best first, and can still be filtered and sorted', () => {
    make('Сейтвелі Ремзієв', statement('status', 'remand'))
    make('Ремзі Аметов')
    make('Хтось Інший')
    make('Аблаєв Ремзі', statement('status', 'remand'))
    const found = titles(workspace, { query: 'Remzi' })
    expect(found).toHaveLength(3)
    expect(found.slice(0, 2).toSorted()).toEqual(['Аблаєв Ремзі', 'Ремзі Аметов'])
    expect(titles(workspace, { query: 'Remzi', sort: { by: 'title', descending: false } })[0]).toBe(
      'Аблаєв Ремзі',
    )
    expect(titles(workspace, { query: 'Remzi', filter: { status: 'remand' } })).toEqual([
      'Аблаєв Ремзі',
      'Сейтвелі Ремзієв',
    ])
    expect(titles(workspace, { query: 'немає' })).toEqual([])
    expect(titles(workspace, { query: '  ' })).toHaveLength(4)
    expect(titles(workspace, { query: '—' })).toEqual([])
  })

  it('refuses what cannot be sorted or filtered by', async () => {
    const refused = (input: Parameters<typeof list>[0]) => failureCode(() => list(input))
    for (const field of ['note', 'shoeSize', 'key', 'title_order', 'constructor']) {
      expect(await refused({ sort: { by: field, descending: false } }), field).toBe('bad_input')
      expect(await refused({ filter: { [field]: 'x' } }), field).toBe('bad_input')
    }
    expect(await refused({ filter: { birthDate: '1980' } })).toBe('bad_input')
    expect(await refused({ filter: { status$: 'remand' } })).toBe('bad_input')
  })

  it('can be sorted by every listed field and filtered by every code of every kind', () => {
    for (const kind of OpenKindName.options) {
      for (const [field, { listed, type, values }] of fieldsOf(kind)) {
        if (listed)
          expect(titles(workspace, { kind, sort: { by: field, descending: true } })).toEqual([])
        if (type === 'enum')
          expect(titles(workspace, { kind, filter: { [field]: values?.[0] ?? '' } })).toEqual([])
      }
    }
  })
})

describe('a row', () => {
  it('has the shown values of the listed fields as text, and where statements disagree', () => {
    const id = make(
      'Особа',
      statement('birthDate', '1980'),
      statement('birthDate', '1981', { grade: 'A1' }),
      statement('healthCategory', 'woman'),
      statement('court', 'Суд'),
      statement('court', 'Інший суд'),
    )
    expect(list().rows).toEqual([
      {
        id,
        title: 'Особа',
        updatedAt: state(workspace, id).updatedAt,
        values: { names: ['Особа'], birthDate: ['1981'], healthCategory: ['woman'] },
        conflicts: ['birthDate', 'court'],
        stale: {},
      },
    ])
  })

  it('says which of its shown values nobody has confirmed for too long, and since when', () => {
    const old = make('Давній', statement('status', 'remand', { asOf: '2019-03' }))
    make(
      'Підтверджений',
      statement('status', 'remand', { asOf: '2019-03' }),
      statement('status', 'remand'),
    )
    make('Вільний', statement('status', 'exchanged', { asOf: '2019-03' }))
    make(
      'Хворий',
      statement('healthCategory', 'woman', { asOf: '2018' }),
      statement('healthCategory', 'disability_1', { asOf: '2020-02' }),
    )
    // Not in a list, and so no part of a row.
    make('Бажає', statement('exchangeWish', 'yes', { asOf: '2001' }))
    const stale = Object.fromEntries(list().rows.map((row) => [row.title, row.stale]))
    expect(stale).toEqual({
      ...{ Підтверджений: {}, Вільний: {}, Бажає: {} },
      Давній: { status: { asOf: '2019-03', at: expect.any(Number) } },
      Хворий: { healthCategory: { asOf: '2020-02', at: expect.any(Number) } },
    })
    // The list narrowed to them has those and no others.
    expect(titles(workspace, { stale: true })).toEqual(['Давній', 'Хворий'])
    expect(list({ stale: true }).total).toBe(2)
    expect(titles(workspace, { stale: true, filter: { status: 'remand' } })).toEqual(['Давній'])
    expect(titles(workspace, { stale: true, query: 'Хворий' })).toEqual(['Хворий'])
    save(workspace, old, adding(statement('status', 'remand')))
    expect(titles(workspace, { stale: true })).toEqual(['Хворий'])
  })
})
