/** Finding among many: whoever the judgement would offer is met, and nobody is offered who is another. */
import { expect, it } from 'vitest'
import { DuplicateFinder } from '../../../electron/vault/duplicates/finder.ts'
import { judge, profileOf, type Somebody } from '../../../electron/vault/duplicates/judge.ts'

const SURNAMES = ['Тестенко', 'Образцовий', 'Пробаєв', 'Вигаданов', 'Зразкова', 'Умеров', 'Умаров']
const GIVEN = ['Рустем', 'Сервер', 'Емір-Усеїн', 'Айдер', 'Ескендер', 'Мемет', 'Ленур']
const LATIN: Readonly<Record<string, string>> = {
  Тестенко: 'Testenko',
  'Емір-Усеїн': 'Emir Huseyin',
  Рустем: 'Rüstem',
}

/** The same people at every run, some of them twice and in another script. */
function people(count: number): Somebody[] {
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  return Array.from({ length: count }, () => {
    const [surname, given] = [SURNAMES[next(SURNAMES.length)], GIVEN[next(GIVEN.length)]]
    const isLatin = next(3) === 0
    const spelled = [surname, given].map((part) => (isLatin ? (LATIN[part ?? ''] ?? part) : part))
    const years = next(4) === 0 ? [] : [`19${50 + next(4)}-0${1 + next(2)}-1${next(2)}`]
    const inCase = next(5) === 0 ? { court: 'Пробний суд', verdictDate: '2020-01-01' } : {}
    return {
      ...{ names: [spelled.join(' ')], birthDates: years, facilities: [] },
      ...{ court: '', verdictDate: '', ...inCase },
    }
  })
}

it('finds best first whoever a comparison of all with all would call the same', () => {
  const all = people(120)
  const finder = new DuplicateFinder()
  for (const each of all) finder.add(each)
  let same = 0
  for (const [place, each] of all.entries()) {
    const found = finder.find(place)
    expect(found.every(({ person }) => person < place)).toBe(true)
    const verdicts = all
      .slice(0, place)
      .map((other) => judge(profileOf(each), profileOf(other)).verdict)
    const expected = verdicts.flatMap((verdict, other) => (verdict === 'same' ? [other] : []))
    const told = found.filter(({ verdict }) => verdict === 'same').map(({ person }) => person)
    // Told of five at most.
    expect(told.length).toBe(Math.min(5, expected.length))
    expect(expected).toEqual(expect.arrayContaining(told))
    for (const { person, verdict } of found) expect(verdicts[person]).toBe(verdict)
    same += told.length
  }
  expect(same).toBeGreaterThan(10)
})

it('finds nobody for somebody without a name, or before anybody else', () => {
  const finder = new DuplicateFinder()
  const [one] = people(1)
  const nobody = { names: [], birthDates: [], facilities: [], court: '', verdictDate: '' }
  expect(finder.find(0)).toEqual([])
  finder.add(one ?? nobody)
  finder.add({ ...nobody, birthDates: one?.birthDates ?? [] })
  expect(finder.find(0)).toEqual([])
  expect(finder.find(1)).toEqual([])
})

it('offers those of one case though their dates of birth are apart', () => {
  const [one] = people(1)
  const person = { ...(one as Somebody), court: 'Пробний суд', verdictDate: '2020-01-01' }
  const finder = new DuplicateFinder()
  finder.add({ ...person, birthDates: ['1950-02-03'] })
  finder.add({ ...person, birthDates: ['1981-07-09'] })
  expect(finder.find(1)).toMatchObject([{ person: 0, verdict: 'possible' }])
})
