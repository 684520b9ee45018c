/** A look over all people of a real vault, and what becomes of the pairs when people decide, merge and take apart. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { adding, makeWorkspace, name, save, statement } from '../records/support.ts'

let workspace: Workspace
let a: RecordId
let b: RecordId
let other: RecordId

const born = (text: string, day: string): RecordId =>
  workspace.records.create('person', adding(name(text), statement('birthDate', day))).id

beforeEach(async () => {
  ;({ workspace } = await makeWorkspace())
  a = born('Тестенко Рустем', '1980-03-12')
  other = born('Образцовий Айдер', '1971-05-30')
  b = born('Rüstem Testenko', '1980-03-12')
})

const page = () => workspace.pairs.pairs({ offset: 0, limit: 50 })
const shown = async (): Promise<string[]> =>
  (await page()).pairs.map((pair) => [pair.a.id, pair.b.id].toSorted().join(' '))
const key = (one: RecordId, two: RecordId) => [one, two].toSorted().join(' ')

describe('a look over all people', () => {
  it('is said not to have happened before it did', async () => {
    expect(await page()).toEqual({ looked: null, total: 0, pairs: [] })
  })

  it('finds the pair, with its reasons, and tells how far it is', async () => {
    const told: number[] = []
    expect(await workspace.pairs.look({ onProgress: (done) => told.push(done) })).toBe(1)
    expect(told.at(-1)).toBe(3)
    const { looked, total, pairs } = await page()
    expect([looked, total]).toEqual([{ people: 3, stale: false }, 1])
    expect(pairs).toMatchObject([{ verdict: 'same', later: false, a: { birthDate: '1980-03-12' } }])
    expect(pairs[0]?.reasons.map(({ type }) => type)).toEqual(['name', 'birthDate'])
  })

  it('can be cancelled, and leaves the pairs as they were', async () => {
    await workspace.pairs.look()
    const aborted = AbortSignal.abort()
    await expect(workspace.pairs.look({ signal: aborted })).rejects.toThrow('cancelled')
    const controller = new AbortController()
    const looking = workspace.pairs.look({ signal: controller.signal })
    controller.abort()
    await expect(looking).rejects.toThrow('cancelled')
    expect(await shown()).toEqual([key(a, b)])
  })

  it('does not show a pair of which one is merged into somebody, and judges the survivor', async () => {
    await workspace.pairs.look()
    const third = born('Тестенко Рустем', '1980-03-12')
    expect((await shown()).toSorted()).toEqual([key(a, b), key(a, third), key(b, third)].toSorted())
    workspace.records.merge(a, b)
    expect(await shown()).toEqual([key(a, third)])
    workspace.records.unmerge(a, b)
    expect((await shown()).toSorted()).toEqual([key(a, b), key(a, third), key(b, third)].toSorted())
  })

  it('offers after a merge what the result resembles now and neither did before', async () => {
    const near = born('Пробаєв Мемет', '1980-03-12')
    await workspace.pairs.look()
    expect(await shown()).toEqual([key(a, b)])
    save(workspace, other, adding(name('Пробаєв Мемет'), statement('birthDate', '1980-03-12')))
    expect((await shown()).toSorted()).toEqual([key(a, b), key(other, near)].toSorted())
    // And what is taken back again is offered no more.
    const { statements } = workspace.records.get(other).record
    const said = statements.filter(({ seq }) => seq !== statements[0]?.seq).map(({ id }) => id)
    save(workspace, other, { add: [], retract: said, prefer: {} })
    expect(await shown()).toEqual([key(a, b)])
  })

  it('leaves out who was called different, until that is taken back', async () => {
    await workspace.pairs.look()
    workspace.duplicates.judge(b, a, 'different')
    expect(await page()).toMatchObject({ total: 0, pairs: [] })
    expect(workspace.duplicates.different()).toMatchObject([
      { a: { id: b, title: 'Rüstem Testenko' }, b: { id: a, title: 'Тестенко Рустем' } },
    ])
    expect(await workspace.pairs.look()).toBe(0)
    workspace.duplicates.judge(a, b, 'open')
    expect(await shown()).toEqual([key(a, b)])
    expect(workspace.duplicates.different()).toEqual([])
  })

  it('forgets whoever is erased', async () => {
    await workspace.pairs.look()
    await workspace.records.erase(b, 'на прохання')
    expect(await page()).toMatchObject({ total: 0, pairs: [] })
  })

  it('puts last what was put off', async () => {
    const third = born('Тестенко Рустем', '1980')
    await workspace.pairs.look()
    const [first] = (await page()).pairs
    expect(first?.verdict).toBe('same')
    workspace.pairs.putOff(b, a, true)
    const pairs = (await page()).pairs
    expect(pairs.map(({ later }) => later)).toEqual([false, false, true])
    expect([pairs[2]?.a.id, pairs[2]?.b.id].includes(third)).toBe(false)
    workspace.pairs.putOff(a, b, false)
    expect((await page()).pairs[0]?.verdict).toBe('same')
    expect(() => workspace.pairs.putOff(a, other, true)).toThrow('not_found')
  })
})

it('never keeps the thread for long while it looks over two thousand', async () => {
  const given = ['Рустем', 'Сервер', 'Айдер', 'Ескендер', 'Мемет', 'Ленур', 'Емір-Усеїн', 'Асан']
  workspace.records.createMany(
    Array.from({ length: 2000 }, (_, at) => ({
      id: (at + 1).toString(16).padStart(32, '0') as RecordId,
      kind: 'person' as const,
      change: adding(
        name(`Тестенк${'аеиоу'.charAt(at % 5)}${at % 97} ${given[at % given.length]}`),
        statement('birthDate', `19${50 + (at % 50)}`),
      ),
    })),
  )
  await workspace.prepared('all')
  let longest = 0
  // Of the processor, not of the clock: other tests run at the same time.
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, (now.user - before.user) / 1000)
    before = now
  }, 1)
  try {
    await workspace.pairs.look()
  } finally {
    clearInterval(timer)
  }
  expect(longest).toBeLessThan(50)
})
