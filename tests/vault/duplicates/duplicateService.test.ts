/** Who is offered, and what becomes of what was said about a pair: in a real vault, through merges, erasure and reopening. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { RecordId } from '../../../shared/ids.ts'
import {
  adding,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  save,
  statement,
} from '../records/support.ts'

let workspace: Workspace
let folder: string

beforeEach(async () => {
  ;({ workspace, folder } = await makeWorkspace())
})

const born = (text: string, day: string, lang: 'uk' | 'en' = 'uk'): RecordId =>
  workspace.records.create('person', adding(name(text, lang), statement('birthDate', day))).id
const head = () => workspace.vault.ledger.head().seq

const offers = async (rest: Partial<ParsedInput<'duplicates.offer'>>) => {
  const asked = {
    ...{ id: null, names: [], birthDates: [], court: '', verdictDate: '', different: [] },
    ...rest,
  }
  return (await workspace.duplicates.offer(asked)).offers
}
const offered = async (rest: Partial<ParsedInput<'duplicates.offer'>>): Promise<RecordId[]> =>
  (await offers(rest)).map(({ id }) => id)

describe('while a person is typed', () => {
  it('whoever has the name in another script is offered, with reasons', async () => {
    const known = person(workspace, 'Emir Huseyin')
    person(workspace, 'Somebody Else')
    expect(await offers({ names: ['Эмир-Усеин'] })).toMatchObject([
      {
        ...{ id: known, verdict: 'possible', title: 'Emir Huseyin' },
        reasons: [{ type: 'name', scripts: { here: 'cyrillic', there: 'latin' } }],
      },
    ])
  })

  it('a day of birth makes one of them the same and another one different', async () => {
    const known = born('Тестенко Рустем', '1980-03-12')
    born('Тестенко Рустем', '1951-07-30')
    const names = ['Rüstem Testenko']
    expect(await offered({ names })).toHaveLength(2)
    expect(await offers({ names, birthDates: ['1980-03-12'] })).toMatchObject([
      { id: known, verdict: 'same', birthDate: '1980-03-12' },
    ])
  })

  it('nobody is offered for a given name that they share, unless the birth date fits', async () => {
    const known = born('Мустафа Тестенко', '1980-03-12')
    expect(await offered({ names: ['Мустафа'] })).toEqual([])
    expect(await offered({ names: ['Мустафа'], birthDates: ['1980'] })).toEqual([known])
    expect(await offered({ names: ['', '…', '123'] })).toEqual([])
  })

  it('somebody who is recorded is not offered as a duplicate of itself', async () => {
    const known = person(workspace, 'Тестенко Рустем')
    const other = person(workspace, 'Rüstem Testenko')
    expect(await offered({ id: known, names: ['Тестенко Рустем'] })).toEqual([other])
  })

  it('no witness and no evidence is offered, only people', async () => {
    workspace.records.create('witness', adding(statement('codeName', 'Тестенко Рустем')))
    workspace.records.create('facility', adding(name('Тестенко Рустем')))
    workspace.records.create('evidence', adding(statement('title', 'Тестенко Рустем')))
    expect(await offered({ names: ['Тестенко Рустем'] })).toEqual([])
  })

  it('the facility of one who is recorded is a reason', async () => {
    const facility = workspace.records.create('facility', adding(name('СІЗО-9'))).id
    const [one, other] = [person(workspace, 'Тестенко Рустем'), person(workspace, 'R. Testenko')]
    for (const id of [one, other]) {
      workspace.records.create(
        'stay',
        adding(statement('person', id), statement('facility', facility)),
      )
    }
    save(workspace, other, adding(name('Rüstem Testenko', 'tr')))
    const [offer] = await offers({ id: one, names: ['Тестенко Рустем'] })
    expect(offer).toMatchObject({ id: other, facility: 'СІЗО-9' })
    expect(offer?.reasons).toContainEqual({ type: 'facility', here: 'СІЗО-9' })
  })
})

describe('two who were called different', () => {
  let a: RecordId
  let b: RecordId
  beforeEach(() => {
    a = born('Тестенко Рустем', '1980-03-12')
    b = born('Rüstem Testenko', '1980-03-12', 'en')
  })
  const say = (verdict: 'different' | 'open', x = a, y = b) =>
    workspace.duplicates.judge(x, y, verdict)
  const seen = async () => [
    (await offered({ id: a, names: ['Тестенко Рустем'] })).includes(b),
    (await offered({ id: b, names: ['Тестенко Рустем'] })).includes(a),
  ]
  const OFFERED = [true, true]
  const APART = [false, false]

  it('are not offered again, whoever is asked about, until it is taken back', async () => {
    expect(await seen()).toEqual(OFFERED)
    const before = head()
    say('different')
    expect(head()).toBe(before + 1)
    expect(await seen()).toEqual(APART)
    // Said once more, the other way round: nothing new to remember.
    say('different', b, a)
    expect(head()).toBe(before + 1)
    say('open', b, a)
    expect(await seen()).toEqual(OFFERED)
    say('open')
    expect(head()).toBe(before + 2)
  })

  it('are so after the vault was closed, and opened from its snapshot', async () => {
    say('different')
    for (const withSnapshot of [false, true]) {
      if (withSnapshot) await workspace.saveIndex()
      workspace.close()
      workspace = await reopenWorkspace(folder)
      expect(await seen()).toEqual(APART)
    }
  })

  it('change neither record and are no part of what could not be read', async () => {
    const before = workspace.records.get(a).record
    say('different')
    expect(workspace.records.get(a).record).toEqual(before)
    expect(workspace.unread).toBe(0)
  })

  it('are told apart for whom one of them is merged into, and again as before when that is undone', async () => {
    const kept = born('Тестенко Рустем', '1980-03-12')
    say('different')
    workspace.records.merge(kept, b)
    const ask = (id: RecordId) => offered({ id, names: ['Тестенко Рустем'] })
    expect(await ask(a)).not.toContain(kept)
    expect(await ask(kept)).not.toContain(a)
    expect(workspace.duplicates.areDifferent(a, kept)).toBe(true)
    // And through a second merge.
    const last = born('Тестенко Рустем', '1980-03-12')
    workspace.records.merge(last, kept)
    expect(workspace.duplicates.areDifferent(a, last)).toBe(true)
    workspace.records.unmerge(last, kept)
    workspace.records.unmerge(kept, b)
    expect(await ask(a)).toContain(kept)
    expect(await ask(a)).toContain(last)
    expect(await seen()).toEqual(APART)
  })

  it('can be taken back of the record that stands for one of them', async () => {
    const kept = born('Тестенко Рустем', '1980-03-12')
    say('different')
    workspace.records.merge(kept, b)
    say('open', kept, a)
    expect(workspace.duplicates.areDifferent(a, kept)).toBe(false)
    workspace.records.unmerge(kept, b)
    expect(await seen()).toEqual(OFFERED)
  })

  it('and merged all the same are no pair any more, and are one again when that is undone', async () => {
    say('different')
    workspace.records.merge(a, b)
    expect([...workspace.duplicates.differentPairs()]).toEqual([])
    workspace.records.unmerge(a, b)
    expect(await seen()).toEqual(APART)
  })

  it.each([0, 1])('are forgotten when number %i of them is erased', async (which) => {
    say('different')
    const [gone, left] = which === 0 ? [a, b] : [b, a]
    await workspace.records.erase(gone, 'на прохання')
    expect([...workspace.duplicates.differentPairs()]).toEqual([])
    expect(() => say('different')).toThrow('not_found')
    workspace.close()
    workspace = await reopenWorkspace(folder)
    expect([...workspace.duplicates.differentPairs()]).toEqual([])
    expect(await offered({ id: left, names: ['Тестенко Рустем'] })).toEqual([])
  })

  it('are two people: not one record twice, not one that is none, not a witness', async () => {
    const witness = workspace.records.create('witness', adding(statement('codeName', 'X'))).id
    const before = head()
    expect(() => say('different', a, a)).toThrow('bad_input')
    expect(() => say('different', a, witness)).toThrow('not_found')
    expect(() => say('different', 'f'.repeat(32) as RecordId, b)).toThrow('not_found')
    expect(head()).toBe(before)
  })

  it('of a new person are remembered in the transaction that makes the record', async () => {
    const made = workspace.records.create('person', adding(name('Рустем Тестенко')), (id) =>
      workspace.duplicates.entriesFor(id, [a, b, a, 'f'.repeat(32) as RecordId]),
    )
    expect(head()).toBe(made.seq + 2)
    expect(await offered({ id: made.id, names: ['Рустем Тестенко'] })).toEqual([])
    workspace.close()
    workspace = await reopenWorkspace(folder)
    expect(await offered({ id: made.id, names: ['Рустем Тестенко'] })).toEqual([])
    expect(await seen()).toEqual(OFFERED)
  })
})

it('asks for no more than a few milliseconds of a vault with many of one surname', async () => {
  const given = ['Рустем', 'Сервер', 'Айдер', 'Ескендер', 'Мемет', 'Ленур', 'Емір-Усеїн', 'Асан']
  const people = Array.from({ length: 400 }, (_, at) => ({
    id: (at + 1).toString(16).padStart(32, '0') as RecordId,
    kind: 'person' as const,
    change: adding(
      name(`Тестенко ${given[at % given.length]}`),
      name(`Testenko ${at}`, 'en'),
      statement('birthDate', `19${50 + (at % 40)}`),
    ),
  }))
  workspace.records.createMany(people)
  const names = ['Тестенко Рустем', 'Testenko Rustem']
  await offers({ names })
  const times: number[] = []
  for (let time = 0; time < 9; time += 1) {
    // Of the processor, not of the clock: other tests run at the same time.
    const begun = process.cpuUsage()
    expect(await offers({ names })).toHaveLength(5)
    times.push(process.cpuUsage(begun).user / 1000)
  }
  expect(times.toSorted((x, y) => x - y)[4]).toBeLessThan(50)
})
