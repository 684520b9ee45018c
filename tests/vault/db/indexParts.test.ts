/** The parts of the working index are one to everybody: in a transaction, as bytes, and in what a list leaves out. */
import { describe, expect, it } from 'vitest'
import { IndexDb, type IndexedRecord } from '../../../electron/vault/db/indexDb.ts'
import { piecesOf } from '../../../electron/vault/db/indexParts.ts'
import { columnsOf, INDEX_PARTS } from '../../../electron/vault/db/indexSchema.ts'
import { atOnce } from '../../../electron/vault/slices.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { imageOf, indexOf } from '../../support/indexImage.ts'
import { indexTables } from '../../support/indexTables.ts'

const person = (key: number): IndexedRecord => ({
  ...{ key, kind: 'person', title: `${key}`, titleOrder: `${key}`, updatedAt: key, staleOn: null },
  columns: columnsOf('person').map(() => null),
})
const idOf = (key: number) => key.toString(16).padStart(32, '0') as RecordId
const PAGE = { kind: 'person', filter: {}, offset: 0, limit: 10 } as const

/** Something in every part. */
function fill(index: IndexDb, key: number): void {
  const about = { key, id: idOf(key), kind: 'person', standing: 'open' } as const
  index.records.put({ ...about, unread: 0, unknown: 0, seqs: [key] })
  index.update([person(key)], [])
  index.links.set(key, [{ key: key + 1, via: 'mergedFrom' }], [])
  index.words.add(new Map([[key, `слово${key}`]]))
  index.words.takeIn()
}

describe('a transaction', () => {
  it('that fails leaves every part as it was', () => {
    const index = new IndexDb()
    fill(index, 1)
    const before = indexTables(index)
    expect(before.kind_person).toHaveLength(1)
    const failing = () =>
      index.transaction(() => {
        fill(index, 5)
        throw new Error('no')
      })
    expect(failing).toThrow('no')
    expect(indexTables(index)).toEqual(before)
    // The next one is no part of it.
    fill(index, 5)
    expect(index.list(PAGE).total).toBe(2)
  })
})

describe('the bytes', () => {
  it('are those of every part, and make the same index', () => {
    const index = new IndexDb()
    fill(index, 1)
    const image = imageOf(index)
    const pieces = piecesOf(image)
    expect([...pieces.keys()]).toEqual(INDEX_PARTS)
    for (const piece of pieces.values())
      expect(piece.subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(indexTables(indexOf(image))).toEqual(indexTables(index))
  })

  it.each(INDEX_PARTS)('are not given out when something was written after the %s', (part) => {
    const index = new IndexDb()
    fill(index, 1)
    const work = index.serialize()
    for (const each of INDEX_PARTS) {
      expect(work.next().done).toBe(false)
      if (each === part) fill(index, 5)
    }
    expect(work.next()).toEqual({ done: true, value: undefined })
    expect(atOnce(index.serialize())).toHaveLength(1 + INDEX_PARTS.length)
  })

  it('cut off anywhere make none', () => {
    const index = new IndexDb()
    fill(index, 1)
    const image = imageOf(index)
    for (const length of [0, 31, 32, 40, image.length / 2])
      expect(() => {
        const made = indexOf(image.subarray(0, length))
        indexTables(made)
      }).toThrow()
  })
})

describe('people who were merged into others', () => {
  it.each([
    ['of this opening', (index: IndexDb) => index],
    ['of a snapshot', (index: IndexDb) => indexOf(imageOf(index))],
  ])('are in no list %s until they are so no longer', (_name, opened) => {
    const made = new IndexDb()
    made.update([person(1), person(2), person(3), person(4)], [])
    made.links.set(
      1,
      [
        { key: 2, via: 'mergedFrom' },
        { key: 3, via: 'mergedFrom' },
        { key: 4, via: 'relative' },
      ],
      [],
    )
    const index = opened(made)
    expect(index.listKeys(PAGE)).toEqual([1, 4])
    expect([index.links.countMergedAway(), [...index.links.merged()].sort()]).toEqual([2, [2, 3]])
    index.links.set(1, [{ key: 3, via: 'mergedFrom' }], [])
    expect(index.listKeys(PAGE)).toEqual([1, 2, 4])
    index.links.set(1, [{ key: 4, via: 'relative' }], [])
    expect(index.listKeys(PAGE)).toEqual([1, 2, 3, 4])
    expect(index.links.countMergedAway()).toBe(0)
  })
})
