import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../../../electron/vault/records/change.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { SearchFilter } from '../../../shared/contract/search.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { adding, makeWorkspace, name, person, save, statement } from '../records/support.ts'

let workspace: Workspace
beforeEach(async () => {
  // Of two changes in one millisecond none is the last.
  let time = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => ++time)
  workspace = (await makeWorkspace()).workspace
})

const chip = (kind: OpenKind, field: string | null, value: string | null): SearchFilter => ({
  kind,
  field,
  value,
})
const asked = (
  query: string,
  filters: SearchFilter[] = [],
  rest: { all?: boolean; limit?: number } = {},
) => workspace.search.ask({ query, filters, limit: 20, ...rest })
const found = (query: string, ...filters: SearchFilter[]): RecordId[] =>
  asked(query, filters).hits.map(({ id }) => id)
const inPrison = (text: string, ...more: ReturnType<typeof statement>[]): RecordId =>
  workspace.records.create(
    'person',
    adding(statement('names', name(text).value), statement('status', 'serving_colony'), ...more),
  ).id

describe('filters', () => {
  it('narrow names and words, and alone show what changed last first', () => {
    const held = inPrison('Ернес Пробний')
    const free = person(workspace, 'Ернес Вигаданий')
    const facility = workspace.records.create(
      'facility',
      adding(statement('names', name('Ернес-тюрма').value), statement('type', 'sizo')),
    ).id
    expect(new Set(found('Ernes'))).toEqual(new Set([held, free, facility]))
    expect(found('Ernes', chip('person', 'status', 'serving_colony'))).toEqual([held])
    expect(found('', chip('person', 'status', 'serving_colony'))).toEqual([held])
    expect(found('Ernes', chip('facility', null, null))).toEqual([facility])
    const later = inPrison('Рустем Пробний')
    expect(found('', chip('person', 'status', 'serving_colony'))).toEqual([later, held])
    expect(found('', chip('person', null, null))).toEqual([later, free, held])
    save(workspace, held, adding(statement('note', 'пізніше')))
    expect(found('', chip('person', 'status', 'serving_colony'))[0]).toBe(held)
  })

  it('of one field are alternatives, of several fields all hold, of other kinds stand beside', () => {
    const one = inPrison('Перший Пробний', statement('sex', 'male'))
    const two = inPrison('Друга Пробна', statement('sex', 'female'))
    const place = workspace.records.create(
      'facility',
      adding(statement('names', name('СІЗО вигадане').value), statement('type', 'sizo')),
    ).id
    const both = [chip('person', 'sex', 'male'), chip('person', 'sex', 'female')]
    expect(new Set(found('', ...both))).toEqual(new Set([one, two]))
    expect(
      found('', chip('person', 'status', 'serving_colony'), chip('person', 'sex', 'female')),
    ).toEqual([two])
    expect(
      found('', chip('person', 'status', 'released_term'), chip('person', 'sex', 'female')),
    ).toEqual([])
    const mixed = found('', chip('person', 'sex', 'female'), chip('facility', 'type', 'sizo'))
    expect(new Set(mixed)).toEqual(new Set([two, place]))
  })

  it('leave out whom another record stands for, and refuse a field that has no closed set of values', () => {
    const one = inPrison('Перший Пробний')
    const other = inPrison('Перший Пробний')
    workspace.records.merge(one, other)
    expect(found('', chip('person', 'status', 'serving_colony'))).toEqual([one])
    expect(found('Перший', chip('person', 'status', 'serving_colony'))).toEqual([one])
    for (const field of ['note', 'names', 'status" OR 1=1 --', '__proto__'])
      expect(() => found('', chip('person', field, 'x')), field).toThrow('bad_input')
    expect(found('', chip('person', 'status', "serving_colony') OR (1=1"))).toEqual([])
  })

  it('find a word that thousands of records have', () => {
    const rare = workspace.records.create(
      'person',
      adding(statement('note', 'звичайне слово'), statement('status', 'released_term')),
    ).id
    workspace.records.createMany(
      Array.from({ length: 2100 }, () => ({
        id: newId<RecordId>(),
        kind: 'person' as const,
        change: adding(statement('note', 'звичайне слово')),
      })),
    )
    expect(found('звичайне', chip('person', 'status', 'released_term'))).toEqual([rare])
  })
})

describe('a strong name hit', () => {
  it('leaves words below the fold, which are there for who asks for all', () => {
    const named = person(workspace, 'Судак Пробний')
    const told = workspace.records.create(
      'person',
      adding(statement('note', 'Його бачили, як він їхав у Судак.')),
    ).id
    expect(asked('Судак')).toMatchObject({ hits: [{ id: named }], weaker: true })
    expect(asked('Судак', [], { all: true })).toMatchObject({
      hits: [{ id: named }, { id: told }],
      weaker: false,
    })
    expect(asked('Пробний')).toMatchObject({ hits: [{ id: named }], weaker: false })
  })

  it('does not hide words that no name is like', () => {
    const told = workspace.records.create(
      'person',
      adding(statement('note', 'Потребує операції')),
    ).id
    person(workspace, 'Ернес Пробний')
    expect(asked('операції')).toMatchObject({ hits: [{ id: told }], weaker: false })
  })
})

it('of hits that are equally good the last changed comes first', () => {
  const first = person(workspace, 'Ернес Пробний')
  const second = person(workspace, 'Ернес Пробний')
  expect(found('Ernes Probnyi')).toEqual([second, first])
  save(workspace, first, adding(statement('note', 'пізніше')))
  expect(found('Ernes Probnyi')).toEqual([first, second])
})
