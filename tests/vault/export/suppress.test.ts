/**
 * The attack: somebody takes every number that is shown, knows what the marks mean, and works out what a hidden one can
 * be, by trying all there are. Each of one to four must be left for every small group.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountCell, type Hidden, suppressed } from '../../../electron/vault/export/suppress.ts'

const MOST = 80

interface Partition {
  readonly name: string
  readonly parts: readonly number[]
}

function hide(partitions: readonly Partition[], figures: readonly number[] = []) {
  const cells = new Map<string, CountCell>()
  const total = partitions[0]?.parts.reduce((sum, each) => sum + each, 0) ?? 0
  cells.set('all', { value: total, shown: true })
  const sums = partitions.map(({ name, parts }) => {
    for (const [at, value] of parts.entries()) cells.set(`${name}${at}`, { value, shown: true })
    return { total: 'all', parts: parts.map((_, at) => `${name}${at}`) }
  })
  for (const [at, value] of figures.entries()) {
    cells.set(`f${at}`, { value, shown: true })
    cells.set(`rest${at}`, { value: total - value, shown: false })
    sums.push({ total: 'all', parts: [`f${at}`, `rest${at}`] })
  }
  return { cells, sums, hidden: suppressed(cells, sums) }
}

/** All values that a cell alone can have for who sees the table. */
function options(
  key: string,
  cells: ReadonlyMap<string, CountCell>,
  hidden: ReadonlyMap<string, Hidden>,
) {
  const cell = cells.get(key)
  const how = hidden.get(key)
  if (cell?.shown && how === undefined) return [cell.value]
  const [from, to] = how === 'small' ? [1, 4] : [how ? 5 : 0, MOST]
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

const sumsOf = (lists: readonly (readonly number[])[]): ReadonlySet<number> => {
  let reached = new Set([0])
  for (const list of lists) {
    const next = new Set<number>()
    for (const sum of reached) for (const each of list) if (sum + each <= MOST) next.add(sum + each)
    reached = next
  }
  return reached
}

/** What a small group can be, by trying everything. */
function possible(key: string, { cells, sums, hidden }: ReturnType<typeof hide>): number[] {
  const optionsOf = (each: string) => options(each, cells, hidden)
  const totals = optionsOf('all').filter((all) =>
    sums
      .filter(({ parts }) => !parts.includes(key))
      .every(({ parts }) => sumsOf(parts.map(optionsOf)).has(all)),
  )
  const own = sums.filter(({ parts }) => parts.includes(key))
  return optionsOf(key).filter((value) =>
    totals.some((all) =>
      own.every(({ parts }) =>
        sumsOf(parts.map((each) => (each === key ? [value] : optionsOf(each)))).has(all),
      ),
    ),
  )
}

const smallOf = ({ cells }: ReturnType<typeof hide>) =>
  [...cells].filter(([, { value }]) => value > 0 && value < 5).map(([key]) => key)

/** Where nothing is told any more, there is nothing left to hide. */
const isEmpty = ({ cells, hidden }: ReturnType<typeof hide>) =>
  [...cells].every(([key, { value, shown }]) => !shown || value === 0 || hidden.has(key))

const isSafe = (table: ReturnType<typeof hide>) => {
  if (isEmpty(table)) return
  for (const key of smallOf(table)) {
    const left = possible(key, table)
    expect([key, ...[1, 2, 3, 4].filter((each) => !left.includes(each))]).toEqual([key])
  }
}

describe('groups under five', () => {
  it('are hidden at four and shown at five', () => {
    const { hidden } = hide([{ name: 'a', parts: [4, 30, 40] }])
    expect(hidden.get('a0')).toBe('small')
    expect(hide([{ name: 'a', parts: [5, 30, 40] }]).hidden.size).toBe(0)
    expect(hide([{ name: 'a', parts: [0, 30, 40] }]).hidden.size).toBe(0)
  })

  it('are not the total less the rest', () => {
    const table = hide([{ name: 'a', parts: [3, 20, 40] }])
    expect(table.hidden.get('a1')).toBe('with_small')
    expect(table.hidden.has('a2')).toBe(false)
    isSafe(table)
  })

  it('do not follow from there being two of them', () => {
    // Two groups that are two together are one and one.
    isSafe(hide([{ name: 'a', parts: [1, 1, 40] }]))
    isSafe(hide([{ name: 'a', parts: [4, 4, 40] }]))
  })

  it('do not follow from another grouping of the same people', () => {
    isSafe(
      hide([
        { name: 'a', parts: [3, 5] },
        { name: 'b', parts: [8] },
      ]),
    )
    isSafe(
      hide([
        { name: 'a', parts: [2, 5, 5] },
        { name: 'b', parts: [6, 6] },
      ]),
    )
  })

  it('are not what is left of all without those who have a name', () => {
    const table = hide([{ name: 'a', parts: [12] }], [10])
    // All but two are women: the two are as few as if they were counted.
    expect(table.hidden.has('f0')).toBe(true)
    isSafe(table)
  })

  it('hide everything where everybody is one of them', () => {
    const table = hide([{ name: 'a', parts: [3] }], [3, 1])
    expect([...table.hidden.keys()].sort()).toEqual(['a0', 'all', 'f0', 'f1'])
  })

  it('are refused where the counts do not add up, instead of being looked for without end', () => {
    const cells = new Map<string, CountCell>(
      Object.entries({ all: 40, held: 30, a: 3, b: 37 }).map(([key, value]) => [
        key,
        { value, shown: true },
      ]),
    )
    const sums = [
      { total: 'all', parts: ['a', 'b'] },
      { total: 'held', parts: ['a', 'b'] },
    ]
    expect(() => suppressed(cells, sums)).toThrow('parts add up')
  })

  it('never follow, whatever the counts are', () => {
    const part = fc.integer({ min: 0, max: 14 })
    const parts = fc.array(part, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        parts,
        fc.nat(),
        fc.array(fc.nat(), { maxLength: 3 }),
        (first, cut, fractions) => {
          const total = first.reduce((sum, each) => sum + each, 0)
          const split = total === 0 ? 0 : cut % (total + 1)
          const figures = fractions.map((each) => each % (total + 1))
          isSafe(
            hide(
              [
                { name: 'a', parts: first },
                { name: 'b', parts: [split, total - split] },
              ],
              figures,
            ),
          )
        },
      ),
      { seed: 20261129, numRuns: 400 },
    )
  })
})
