/** Words of the working index wait for one another before they get into its table, and nobody can tell. */
import { describe, expect, it } from 'vitest'
import { IndexDb, type IndexedRecord } from '../../../electron/vault/db/indexDb.ts'
import { columnsOf } from '../../../electron/vault/db/indexSchema.ts'
import { imageOf, indexOf, withTables } from '../../support/indexImage.ts'

const source = (key: number): IndexedRecord => ({
  ...{ key, kind: 'source', title: `${key}`, titleOrder: `${key}`, updatedAt: key, staleOn: null },
  columns: columnsOf('source').map(() => null),
})
const words = (...of: (readonly [number, string])[]) => new Map(of)

/** A database whose table of words contradicts itself throws. */
function check(index: IndexDb): void {
  withTables(imageOf(index), (connection) => {
    connection.exec("INSERT INTO word (word, rank) VALUES ('integrity-check', 0)")
  })
}

/** As it is, and as it is opened from a snapshot. */
const ways = [
  ['of this opening', (index: IndexDb) => index],
  ['of a snapshot', (index: IndexDb) => indexOf(imageOf(index))],
] as const

describe.each(ways)('words %s', (_name, opened) => {
  it('are found at once, however few of them wait', () => {
    for (const count of [1, 255, 256, 257, 600]) {
      const index = new IndexDb()
      for (let key = 1; key <= count; key += 1) {
        index.update([source(key)], [])
        index.words.add(words([key, `спільне слово${key}`]))
      }
      expect(opened(index).words.with(['спільне'], 1000)).toHaveLength(count)
      expect(opened(index).words.with([`слово${count}`], 1000)).toEqual([count])
      check(index)
    }
  })

  it.each([0, 256])('are those that a record has now, with %i of others in between', (others) => {
    const made = new IndexDb()
    made.update([source(1), source(2)], [])
    made.words.add(words([1, 'давнє'], [2, 'стороннє']))
    const index = opened(made)
    for (let key = 10; key < 10 + others; key += 1) index.words.add(words([key, 'інше']))
    index.update([source(1)], [])
    expect(index.words.with(['давнє'], 10)).toEqual([])
    index.words.add(words([1, 'нинішнє']))
    expect(index.words.with(['давнє'], 10)).toEqual([])
    expect(index.words.with(['нинішнє'], 10)).toEqual([1])
    expect(index.words.with(['стороннє'], 10)).toEqual([2])
    check(index)
  })

  it('are taken in once until the record is put in anew', () => {
    const made = new IndexDb()
    made.update([source(1)], [])
    made.words.add(words([1, 'перше']))
    const index = opened(made)
    index.words.add(words([1, 'друге']))
    expect([index.words.with(['перше'], 10), index.words.with(['друге'], 10)]).toEqual([[1], []])
    check(index)
  })

  it('go with an erased record, and leave no trace', () => {
    const made = new IndexDb()
    made.update([source(1), source(2)], [])
    made.words.add(words([1, 'таємне'], [2, 'решта']))
    const index = opened(made)
    index.update([], [1])
    while (!index.words.merge(Number.POSITIVE_INFINITY)) {
      // Until nothing is left to merge.
    }
    expect(index.words.with(['таємне'], 10)).toEqual([])
    expect(imageOf(index).includes('таємне')).toBe(false)
    expect(index.words.with(['решта'], 10)).toEqual([2])
    check(index)
  })

  it('stay those of before where the change that made them others failed', () => {
    const made = new IndexDb()
    made.update([source(1), source(2)], [])
    made.words.add(words([1, 'чинне'], [2, 'решта']))
    const index = opened(made)
    index.update([source(2)], [])
    const failing = () =>
      index.transaction(() => {
        index.update([source(1)], [])
        index.words.add(words([1, 'скасоване']))
        index.words.takeIn()
        index.update([source(1)], [2])
        throw new Error('failed')
      })
    expect(failing).toThrow('failed')
    expect(index.words.with(['чинне'], 10)).toEqual([1])
    expect(index.words.with(['решта'], 10)).toEqual([])
    index.words.add(words([1, 'інше'], [2, 'нове']))
    expect(index.words.with(['інше'], 10)).toEqual([])
    expect(index.words.with(['нове'], 10)).toEqual([2])
    // Erased while its words wait to be others.
    index.update([source(1)], [])
    index.update([], [1])
    expect(index.words.with(['чинне'], 10)).toEqual([])
    check(index)
  })
})
