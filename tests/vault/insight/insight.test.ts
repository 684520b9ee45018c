import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_NODES } from '../../../electron/vault/insight/relations.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { StatementInput } from '../../../shared/model/statement.ts'
import { adding, held, makeWorkspace, name, save, state, statement } from '../records/support.ts'

let workspace: Workspace
let kerch: RecordId
let taganrog: RecordId
let unplaced: RecordId

beforeEach(async () => {
  workspace = (await makeWorkspace()).workspace
  kerch = facility('ВК-2, Керч')
  taganrog = facility('Слідчий ізолятор', statement('region', 'Таганрог'))
  unplaced = facility('Підвал')
})

const facility = (text: string, ...more: StatementInput[]) =>
  workspace.records.create('facility', adding(name(text), ...more)).id
const man = (text: string, ...more: StatementInput[]) =>
  workspace.records.create('person', adding(name(text), ...more)).id
const stay = (person: RecordId, at: RecordId, from?: string, to?: string) =>
  workspace.records.create(
    'stay',
    adding(
      statement('person', person),
      statement('facility', at),
      ...(from ? [statement('from', from)] : []),
      ...(to ? [statement('to', to)] : []),
    ),
  ).id
const of = async (id: RecordId) =>
  (await workspace.insight.map()).facilities.find((each) => each.id === id)

describe('the map', () => {
  it('places a facility by its town, and says so; one that nothing tells has no place', async () => {
    expect(await of(kerch)).toMatchObject({ at: { lon: 36.47, lat: 45.36, by: 'town' } })
    expect(await of(taganrog)).toMatchObject({ at: { lon: 38.92, lat: 47.22, by: 'town' } })
    expect(await of(unplaced)).toMatchObject({ at: null, now: 0, ever: 0 })
  })

  it('places a facility by its own coordinates where they can be read, latitude first', async () => {
    for (const [text, at] of [
      ['53.71, 91.69', { lat: 53.71, lon: 91.69, by: 'record' }],
      ['53.71;91.69', { lat: 53.71, lon: 91.69, by: 'record' }],
      ['91.69, 53.71', { lon: 36.47, lat: 45.36, by: 'town' }],
      ['біля мосту', { lon: 36.47, lat: 45.36, by: 'town' }],
    ] as const)
      expect(await of(facility('ВК, Керч', statement('coordinates', text)))).toMatchObject({ at })
  })

  it('counts a person once in the facility where the last stay has no end', async () => {
    const person = man('Особа')
    stay(person, kerch, '2020-01', '2020-03')
    stay(person, kerch, '2021')
    stay(person, taganrog, '2022-05~')
    expect(await of(kerch)).toMatchObject({ now: 0, ever: 1 })
    expect(await of(taganrog)).toMatchObject({ now: 1, ever: 1 })
    expect(await workspace.insight.held(taganrog)).toEqual({
      people: [{ id: person, title: 'Особа', since: '2022-05~' }],
    })
  })

  it('has nobody free, dead or erased in a facility', async () => {
    const [free, dead, gone] = [
      man('А', statement('status', 'exchanged')),
      man('Б', statement('status', 'died')),
      man('В'),
    ]
    for (const person of [free, dead, gone]) stay(person, kerch, '2020')
    expect(await of(kerch)).toMatchObject({ now: 1, ever: 3 })
    await workspace.records.erase(gone, 'На прохання родини')
    expect(await of(kerch)).toMatchObject({ now: 0, ever: 2 })
    expect(await workspace.insight.held(kerch)).toEqual({ people: [] })
  })

  it('follows a statement that is preferred later', async () => {
    const person = man('Особа')
    const id = stay(person, kerch, '2020')
    expect(await of(kerch)).toMatchObject({ now: 1 })
    save(workspace, id, adding(statement('facility', taganrog, { grade: 'A1' })))
    expect(await of(kerch)).toMatchObject({ now: 0 })
    expect(await of(taganrog)).toMatchObject({ now: 1 })
    const [first] = held(state(workspace, id), 'facility')
    if (!first) throw new Error('the first statement holds')
    save(workspace, id, { add: [], retract: [], prefer: { facility: first.id } })
    expect(await of(kerch)).toMatchObject({ now: 1 })
  })

  it('counts everybody once on each way, and no way from a facility to itself', async () => {
    for (const text of ['А', 'Б']) {
      const person = man(text)
      stay(person, taganrog, '2021')
      stay(person, kerch, '2020', '2021')
      stay(person, kerch, '2019')
    }
    const { transfers } = await workspace.insight.map()
    expect(transfers).toEqual([{ from: kerch, to: taganrog, people: 2 }])
  })
})

describe('a route', () => {
  it('is in order, with what has no place and no facility in it', async () => {
    const person = man('Особа')
    const last = stay(person, taganrog, '2022-05-03')
    const first = stay(person, kerch, '2022', '2022-04')
    const unknown = workspace.records.create('stay', adding(statement('person', person))).id
    stay(man('Інша'), kerch, '2022')
    const { stops } = await workspace.insight.route(person)
    expect(stops.map((stop) => stop.stay)).toEqual([unknown, first, last])
    expect(stops[0]).toMatchObject({ facility: null, title: '', at: null, from: null, to: null })
    expect(stops[1]).toMatchObject({ facility: kerch, title: 'ВК-2, Керч', to: '2022-04' })
  })
})

describe('figures', () => {
  it('are counted from what is shown first, and follow it', async () => {
    const person = man('Особа', statement('sex', 'female'), statement('status', 'remand'))
    stay(person, kerch, '2020')
    const counts = async () => (await workspace.insight.figures()).counts
    expect(await counts()).toMatchObject({ people: 1, held: 1, women: 1, stale: 1 })
    const recent = new Date().toISOString().slice(0, 10)
    save(workspace, person, adding(statement('status', 'exchanged', { grade: 'A1', asOf: recent })))
    expect(await counts()).toMatchObject({ people: 1, held: 0, women: 0, stale: 0 })
    await workspace.records.erase(person, 'На прохання родини')
    expect(await counts()).toMatchObject({ people: 0 })
  })

  it('stand beside what a source claims for them, with its definition, and nothing else', async () => {
    const claim = (more: Record<string, unknown>) =>
      statement('claims', {
        ...{ text: 'Твердження', publisher: 'Вигаданий видавець', date: '2025' },
        ...{ definition: 'Лише ув’язнені', ...more },
      } as StatementInput['value'])
    const source = workspace.records.create(
      'source',
      adding(
        claim({ number: 7, figure: 'held' }),
        claim({ number: 8 }),
        claim({ figure: 'women' }),
      ),
    ).id
    expect((await workspace.insight.figures()).published).toEqual([
      {
        ...{ source, figure: 'held', number: 7, publisher: 'Вигаданий видавець' },
        ...{ date: '2025', definition: 'Лише ув’язнені' },
      },
    ])
  })

  it('open the very people that they count', async () => {
    const one = man('Яна', statement('minorChildren', 2), statement('court', 'Суд'))
    const two = man('Адам', statement('court', 'Суд'))
    stay(one, kerch, '2020')
    const people = async (input: Parameters<typeof workspace.insight.people>[0]) =>
      (await workspace.insight.people(input)).people.map(({ id }) => id)
    expect(await people({ by: 'court', value: 'Суд' })).toEqual([two, one])
    expect(await people({ by: 'facility', value: kerch })).toEqual([one])
    expect(await people({ by: 'facility', value: '' })).toEqual([two])
    expect((await workspace.insight.counted({ figure: 'parents' })).people).toEqual([
      { id: one, title: 'Яна', status: null },
    ])
    expect((await workspace.insight.priorities()).rows[0]).toEqual({
      ...{ id: one, title: 'Яна', status: null, facility: 'ВК-2, Керч' },
      ...{ grounds: ['parents', 'stale'], heldSince: null, confirmed: null },
    })
  })
})

describe('relations of a case', () => {
  it('are what points at it and what that is about, each with the statements that say so', async () => {
    const theCase = workspace.records.create('case', adding(statement('label', 'Справа'))).id
    const one = man('Особа перша', statement('case', theCase, { grade: 'B2', asOf: '2024' }))
    const two = man('Особа друга')
    const source = workspace.records.create('source', adding(statement('title', 'Лист'))).id
    const incident = workspace.records.create(
      'incident',
      adding(statement('people', one), statement('people', two, { source, grade: 'C3' })),
    ).id
    const far = workspace.records.create('incident', adding(statement('people', two))).id
    stay(one, kerch, '2020')
    const { nodes, edges, leftOut } = workspace.insight.relations(theCase)
    expect(nodes.map(({ id }) => id)).toEqual([theCase, one, incident])
    expect(leftOut).toBe(0)
    expect(edges).toEqual([
      {
        ...{ from: one, to: theCase, via: 'case' },
        statements: [{ grade: 'B2', asOf: '2024', source: null, sourceTitle: '' }],
      },
      {
        ...{ from: incident, to: one, via: 'people' },
        statements: [{ grade: 'F6', asOf: null, source: null, sourceTitle: '' }],
      },
    ])
    const around = workspace.insight.relations(incident)
    expect(around.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([incident, one, two, theCase, far]),
    )
    expect(around.edges).toContainEqual({
      ...{ from: incident, to: two, via: 'people' },
      statements: [{ grade: 'C3', asOf: null, source, sourceTitle: 'Лист' }],
    })
  })

  it('never show a witness but by the code name, and nothing of what was taken back or erased', async () => {
    const theCase = workspace.records.create('case', adding(statement('label', 'Справа'))).id
    const person = man('Особа', statement('case', theCase))
    const witness = workspace.records.create(
      'witness',
      adding(statement('codeName', 'Барвінок'), statement('about', person)),
    ).id
    workspace.records.saveIdentity(
      witness,
      adding(statement('name', { text: 'Справжнє Ім’я', lang: 'uk' })),
    )
    const shown = JSON.stringify(workspace.insight.relations(theCase))
    expect(shown).toContain('Барвінок')
    expect(shown).not.toContain('Справжнє')
    const [said] = held(state(workspace, witness), 'about')
    save(workspace, witness, { add: [], retract: said ? [said.id] : [], prefer: {} })
    expect(workspace.insight.relations(theCase).nodes).toHaveLength(2)
    await workspace.records.erase(person, 'На прохання родини')
    expect(workspace.insight.relations(theCase).nodes).toHaveLength(1)
  })

  it('draw no more than can be told apart, and say how many are left out', () => {
    const theCase = workspace.records.create('case', adding(statement('label', 'Справа'))).id
    for (let number = 0; number < MOST_NODES + 2; number += 1)
      man(`Особа ${number}`, statement('case', theCase))
    const { nodes, leftOut } = workspace.insight.relations(theCase)
    expect([nodes.length, leftOut]).toEqual([MOST_NODES, 3])
  })

  it('of a record that is not there are refused', async () => {
    const gone = man('Особа')
    await workspace.records.erase(gone, 'На прохання родини')
    expect(() => workspace.insight.relations(gone)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
  })
})
