import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { generateVault } from '../../support/generator/generate.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  person,
  retracting,
  save,
  state,
  statement,
} from '../records/support.ts'

let workspace: Workspace

beforeEach(async () => {
  workspace = (await makeWorkspace()).workspace
})

const found = (query: string, limit = 20): RecordId[] =>
  workspace.search.query(query, limit).map(({ id }) => id)
const first = (query: string) => workspace.search.query(query, 1)[0]

/** Whenever anybody looks at the clock the time is up. */
function alwaysLate(): void {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 100
    return clock
  })
}

describe('a search that is left for others now and then', () => {
  it('narrows a list to what is still there', async () => {
    const ids = Array.from({ length: 40 }, (_, number) => person(workspace, `Бекіров ${number}`))
    const list = { kind: 'person', query: 'Бекіров', filter: {}, offset: 0, limit: 100 } as const
    await workspace.prepared('all')
    let turns = 0
    let next: NodeJS.Immediate | undefined
    const count = () => {
      turns += 1
      next = setImmediate(count)
    }
    count()
    alwaysLate()
    const looking = workspace.records.listInSlices(list)
    const all = workspace.records.listIds(list, async () => {})
    await new Promise((resolve) => setImmediate(resolve))
    await workspace.records.erase(ids[0] as RecordId, 'x')
    const { rows, total } = await looking
    const listed = await all
    vi.restoreAllMocks()
    if (next) clearImmediate(next)
    expect(turns).toBeGreaterThan(5)
    expect([total, rows.length]).toEqual([39, 39])
    expect([...listed].sort()).toEqual(ids.slice(1).sort())
  })

  it('gives what it gives at once, but for what is erased and changed meanwhile', async () => {
    const ids = Array.from({ length: 60 }, (_, number) => person(workspace, `Сейтвелієв ${number}`))
    const [gone, renamed] = ids as [RecordId, RecordId]
    alwaysLate()
    const looking = workspace.search.askInSlices({ query: 'Сейтвелієв', limit: 100 })
    await new Promise((resolve) => setImmediate(resolve))
    await workspace.records.erase(gone, 'x')
    const [old] = held(state(workspace, renamed), 'names')
    if (old) save(workspace, renamed, { ...adding(name('Інша')), retract: [old.id] })
    const { hits } = await looking
    vi.restoreAllMocks()
    const others = hits.filter(({ id }) => id !== renamed)
    expect(others.map(({ id }) => id).sort()).toEqual(ids.slice(2).sort())
    expect(found('Сейтвелієв', 100)).toHaveLength(58)
  })
})

describe('a name', () => {
  it('is found by its spelling in another script, in any order, inflected, mistyped or begun', () => {
    const id = person(workspace, 'Джемадин Сейтвелієв')
    person(workspace, 'Ремзі Сейтвелієв')
    person(workspace, 'Джемадин Аблаєв')
    const spellings = [
      ...[
        'Джемадин Сейтвелієв',
        'сейтвелієв джемадин',
        'Джемадина Сейтвелієва',
        'Джемадину Сейтвелієву',
      ],
      ...[
        'Джемадин Сейтвелиев',
        'Cemadin Seytveliyev',
        'Dzhemadyn Seitveliiev',
        'Dzhemadin Seitveliev',
      ],
      ...[
        'Jemadin Seitveliev',
        "Cemadin Seytveliyev'in",
        'CEMADİN SEYTVELİYEV',
        'Джемадин Сеитвелиев',
      ],
      ...[
        'Джемадин Сейтвелиевич Сейтвелиев',
        'Джемадын Сейтвилиев',
        'Сейтвел Джем',
        'Джемадин Сейтвели',
      ],
    ]
    for (const spelling of spellings) expect(found(spelling)[0], spelling).toBe(id)
  })

  it('is found in one word when it was written in two, and the other way round', () => {
    const one = person(workspace, 'Емірусеїн Пробний')
    const two = person(workspace, 'Сеїт-Умер Вигаданий')
    for (const query of ['Емір-Усеїн Пробний', 'Emir Üsein Probnıy', 'Пробний Emirüsein']) {
      expect(found(query)[0], query).toBe(one)
    }
    for (const query of ['Сеїтумер Вигаданий', 'Seitumer', 'Сеит Умер']) {
      expect(found(query)[0], query).toBe(two)
    }
  })

  it('is found by any of its spellings, and by one that was taken back no more', () => {
    const id = person(workspace, 'Марлен Пробний')
    save(workspace, id, adding(name('Сулейман Пробний')))
    expect(found('Süleyman Probnıy')).toEqual([id])
    const other = held(state(workspace, id), 'names')[1]
    save(workspace, id, retracting(...(other ? [other.id] : [])))
    expect(found('Süleyman')).toEqual([])
    expect(found('Marlen')).toEqual([id])
  })

  it('shows namesakes side by side: no name tells two people apart', () => {
    const both = [person(workspace, 'Едем Пробний'), person(workspace, 'Едем Пробний')]
    expect(found('Edem Probnyi').toSorted()).toEqual(both.toSorted())
    const [one, other] = workspace.search.query('Edem Probnyi', 5)
    expect(one?.score).toBe(other?.score)
  })

  it('says how it matched', () => {
    person(workspace, 'Джемадин Пробний')
    const reason = (query: string) => first(query)?.reasons[0]
    const matched = 'Джемадин Пробний'
    const is = { field: 'names', matched }
    expect(reason('пробний ДЖЕМАДИН')).toMatchObject({ type: 'name_exact', ...is })
    expect(reason('Cemadin')).toMatchObject({ type: 'name_other_script', ...is })
    expect(reason('Джемадином')).toMatchObject({ type: 'name_similar', ...is })
    expect(reason('Джемадын')?.type).toBe('name_other_script')
    expect(reason('Джамадин')?.type).toBe('name_similar')
    expect(reason('Джема')?.type).toBe('prefix')
  })

  it('says of each part how it was met, in which language, and which patronymic nobody recorded', () => {
    const id = person(workspace, 'Джемадин Пробний')
    save(workspace, id, adding(statement('names', { text: 'Эмир-Усеин Сейтвелиев', lang: 'ru' })))
    const [reason] = first('Emirusein Seytvelyeva Рустемовичем')?.reasons ?? []
    expect(reason).toEqual({
      type: 'name_similar',
      field: 'names',
      matched: 'Эмир-Усеин Сейтвелиев',
      name: {
        lang: 'ru',
        parts: [
          {
            asked: 'emirusein',
            met: 'эмир усеин',
            how: 'other_spelling',
            patronymic: false,
          },
          { asked: 'seytvelyeva', met: 'сеитвелиев', how: 'inflected', patronymic: false },
          { asked: 'рустемовичем', met: null, how: 'missing', patronymic: true },
        ],
      },
    })
  })

  it('is found only as it is spelled when that is asked for', () => {
    const cyrillic = person(workspace, 'Джемадин Пробний')
    const latin = person(workspace, 'Cemadin Probnıy')
    const exactly = (query: string) => workspace.search.query(query, 20, true).map(({ id }) => id)
    expect(exactly('пробний ДЖЕМАДИН')).toEqual([cyrillic])
    expect(exactly('джем')).toEqual([cyrillic])
    expect(exactly('CEMADİN probniy')).toEqual([latin])
    // Another spelling, another case, one word of two: each is found without `exact`.
    for (const query of ['Dzhemadin', 'Джемадином', 'Джемадин Вигаданий']) {
      expect(exactly(query), query).toEqual([])
      expect(found(query).length, query).toBeGreaterThan(0)
    }
    expect(workspace.search.query('джемадин', 5, true)[0]?.reasons).toEqual([
      { type: 'name_exact', field: 'names', matched: 'Джемадин Пробний' },
    ])
  })

  it('comes before one that only looks like it', () => {
    const like = person(workspace, 'Арсін Пробний')
    const same = person(workspace, 'Арсен Пробний')
    expect(found('Arsen Probnyi')).toEqual([same, like])
  })

  it('of a facility is found too', () => {
    const { id } = workspace.records.create('facility', adding(name('Лефортове')))
    expect(first('Lefortove')).toMatchObject({ id, kind: 'facility' })
  })
})

describe('words', () => {
  it('are found in any field that is searched, whole or begun, without regard to case or marks', () => {
    const id = person(workspace, 'Особа')
    save(
      workspace,
      id,
      adding(
        statement('note', "Листування з Şükrü про здоров'я та їжу"),
        statement('charges', { article: '205.5 ч. 2', caption: 'Участие' }),
      ),
    )
    for (const [query, type, field] of [
      ['здоров’я', 'word', 'note'],
      ['ЗДОРОВЯ', 'word', 'note'],
      ['sukru', 'word', 'note'],
      ['листув', 'prefix', 'note'],
      ['205.5', 'word', 'charges'],
      ['участие', 'word', 'charges'],
    ] as const) {
      expect(found(query), query).toEqual([id])
      expect(first(query)?.reasons[0], query).toMatchObject({ type, field })
    }
    expect(found('листуванням')).toEqual([])
    expect(found('дорож')).toEqual([])
  })

  it('are not found in fields that are not searched', () => {
    const { id } = workspace.records.create(
      'witness',
      adding(statement('codeName', 'Сова'), statement('connection', 'relative')),
    )
    expect(found('сова')).toEqual([id])
    expect(found('relative')).toEqual([])
  })

  it('narrow a name down', () => {
    const one = person(workspace, 'Едем Пробний')
    const two = person(workspace, 'Едем Пробний')
    save(workspace, two, adding(statement('birthPlace', 'Судак')))
    expect(found('Edem Судак')[0]).toBe(two)
    expect(found('Edem')).toContain(one)
  })

  it('of a long text are shown with what stands around them', () => {
    const id = person(workspace, 'Особа')
    const note = `${'початок '.repeat(40)}потрібне слово ${'кінець '.repeat(40)}`
    save(workspace, id, adding(statement('note', note)))
    const reason = first('потрібне')?.reasons[0]
    expect(reason?.matched).toContain('потрібне слово')
    expect(reason?.matched).toMatch(/^….*…$/s)
    expect(reason?.matched.length).toBeLessThan(200)
  })

  it('are found at once after a save, and not after they were taken back', () => {
    const id = person(workspace, 'Особа')
    save(workspace, id, adding(statement('court', 'Новенький суд')))
    expect(found('новенький')).toEqual([id])
    save(workspace, id, retracting(...held(state(workspace, id), 'court').map((each) => each.id)))
    expect(found('новенький')).toEqual([])
  })
})

describe('a query', () => {
  it('finds nothing by nothing', () => {
    person(workspace, 'Особа')
    for (const query of [
      '',
      '   ',
      '—',
      '"',
      '*',
      '()',
      'AND',
      'NEAR(',
      "'; DROP TABLE word; --",
      '\u0000',
    ]) {
      expect(found(query), query).toEqual([])
    }
  })

  it('of anything at all is answered', () => {
    person(workspace, 'Особа 1')
    for (const query of [
      '🙂',
      '\ud800',
      '漢字',
      'а'.repeat(200),
      'а '.repeat(100),
      '%_\\',
      '﷽',
      'ß',
    ]) {
      expect(() => found(query), query).not.toThrow()
    }
  })

  it('brings no more than was asked for, the best of them', () => {
    for (let number = 0; number < 30; number += 1) person(workspace, `Едем Пробний ${number}`)
    expect(found('Edem', 7)).toHaveLength(7)
    expect(found('Edem', 200)).toHaveLength(30)
  })
})

describe('recall', () => {
  it('of 200 invented people stored in one script and asked for in four others is complete in the first five', () => {
    const { people } = generateVault({ people: 200, files: 0 })
    workspace.records.createMany(
      people.map(({ id, spellings }) => ({
        id,
        kind: 'person',
        change: adding(name(spellings.uk)),
      })),
    )
    const missed: string[] = []
    for (const { id, spellings } of people) {
      for (const spelling of Object.values(spellings)) {
        if (!found(spelling, 5).includes(id)) missed.push(`${spellings.uk} ← ${spelling}`)
      }
    }
    expect(missed).toEqual([])
  })
})
