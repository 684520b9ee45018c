/** What the working index remembers of its own tables, so as not to ask them, is what they hold. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexDb, type IndexedRecord } from '../../../electron/vault/db/indexDb.ts'
import type { RecordRow } from '../../../electron/vault/db/indexRecords.ts'
import { columnsOf } from '../../../electron/vault/db/indexSchema.ts'
import { KnownKeys } from '../../../electron/vault/db/knownKeys.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { imageOf, indexOf } from '../../support/indexImage.ts'

const source = (key: number, title: string): IndexedRecord => ({
  ...{ key, kind: 'source', title, titleOrder: title, updatedAt: key, staleOn: null },
  columns: columnsOf('source').map(() => null),
})
const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId
const about = (key: number, more: Partial<RecordRow> = {}): RecordRow => ({
  ...{ key, id: id(key), standing: 'open', kind: 'source', unread: 0, unknown: 0, seqs: [key] },
  ...more,
})

describe('known keys', () => {
  it('are those that were added and all up to the first, and no other', () => {
    const keys = fc.array(fc.nat(70_000), { maxLength: 50 })
    fc.assert(
      fc.property(fc.nat(20), keys, keys, (first, added, asked) => {
        const known = new KnownKeys(first)
        for (const key of added) known.add(key)
        for (const key of [...asked, ...added, ...added.map((each) => each + 1), first, first + 1])
          expect(known.mayHave(key)).toBe(key <= first || added.includes(key))
      }),
    )
  })
})

/** As it was made, and as it is opened from a snapshot. */
const ways = [
  ['of this opening', (index: IndexDb) => index],
  ['of a snapshot', (index: IndexDb) => indexOf(imageOf(index))],
] as const

describe.each(ways)('an index %s', (_name, opened) => {
  it('has the title that a record has now', () => {
    const made = new IndexDb()
    made.update([source(1, 'перша'), source(2, 'друга')], [])
    const index = opened(made)
    const title = (key: number) => index.titleOf(key, 'source')?.title
    expect([title(1), title(2), title(3)]).toEqual(['перша', 'друга', undefined])
    index.update([source(1, 'інша'), source(3, 'третя')], [2])
    expect([title(1), title(2), title(3)]).toEqual(['інша', undefined, 'третя'])
    index.sorting.rekey('source', 0, 10, (key) => `${key}!`)
    expect(index.titleOf(1, 'source')?.titleOrder).toBe('інша!')
  })

  it('forgets the links and sources that a record had', () => {
    const made = new IndexDb()
    for (const key of [1, 2, 3, 4]) made.records.put(about(key))
    made.links.set(1, [{ key: 2, via: 'case' }], [3])
    made.links.set(4, [], [3])
    const index = opened(made)
    index.links.set(1, [{ key: 3, via: 'case' }], [])
    index.links.set(4, [], [2])
    expect(index.links.from(1)).toEqual([{ key: 3, via: 'case' }])
    expect([index.links.to(2), index.links.citing(3), index.links.citing(2)]).toEqual([[], [], [4]])
    index.links.set(4, [], [])
    expect(index.links.citing(2)).toEqual([])
  })

  it('tells what a record no longer refers to, and has the same links when nothing of them changed', () => {
    const made = new IndexDb()
    for (const key of [1, 2, 3]) made.records.put(about(key))
    const links = [
      { key: 2, via: 'case' },
      { key: 2, via: 'photo' },
      { key: 3, via: 'case' },
    ]
    expect(made.links.set(1, links, [3])).toEqual([])
    const index = opened(made)
    const sorted = () =>
      index.links
        .from(1)
        .map(({ key, via }) => `${key} ${via}`)
        .sort()
    const all = ['2 case', '2 photo', '3 case']
    // Twice the same is one, in whatever order.
    expect(index.links.set(1, [...links, ...links].reverse(), [3, 3])).toEqual([])
    expect([sorted(), index.links.citing(3)]).toEqual([all, [1]])
    // One for another: as many as before.
    const others = [...links.slice(1), { key: 3, via: 'photo' }]
    expect(index.links.set(1, others, [2])).toEqual([{ key: 2, via: 'case' }])
    expect([sorted(), index.links.citing(3), index.links.citing(2)]).toEqual([
      ['2 photo', '3 case', '3 photo'],
      [],
      [1],
    ])
  })

  it('has all of a record that changed in what every save changes, or in more', () => {
    const made = new IndexDb()
    made.records.put(about(1))
    const index = opened(made)
    for (const change of [
      { seqs: [1, 9], unread: 2, unknown: 1 },
      { seqs: [1, 9, 11], kind: 'person' as const },
      { seqs: [1, 9, 11, 12], standing: 'erased' as const, kind: undefined },
    ]) {
      index.records.put(about(1, change))
      expect(index.records.get(id(1))).toEqual(about(1, change))
    }
    // One whose row was only read, and one that was never there.
    const other = opened(made)
    other.records.get(id(1))
    other.records.put(about(1, { seqs: [1, 2, 3] }))
    other.records.put(about(2, { seqs: [4] }))
    expect([other.records.get(id(1))?.seqs, other.records.get(id(2))?.seqs]).toEqual([
      [1, 2, 3],
      [4],
    ])
  })

  it('knows the names of a record, however many parts one has', () => {
    const made = new IndexDb()
    const stands = (count: number) =>
      Array.from({ length: count }, (_, place) => [place + 1, place] as const)
    for (const count of [0, 1, 7, 8, 9, 17])
      made.names.add({ record: 7, field: 'names', text: `${count}` }, count, stands(count))
    const index = opened(made)
    expect(index.names.of(7).map(({ text }) => text)).toEqual(['0', '1', '7', '8', '9', '17'])
    expect(index.names.of(8)).toEqual([])
    index.names.add({ record: 8, field: 'names', text: 'ще' }, 1, stands(1))
    expect(index.names.of(8)).toHaveLength(1)
    expect(index.names.postings(1)).toHaveLength(6)
    expect(
      index.names.postings(8).map(([, place, record, parts]) => [place, record, parts]),
    ).toEqual([8, 9, 17].map((parts) => [7, 7, parts]))
    expect(index.names.postings(17)).toHaveLength(1)
    for (const { key } of index.names.of(7)) index.names.drop(key, [])
    expect(index.names.of(7)).toEqual([])
  })

  it('knows the key and the kind that a record has now', () => {
    const made = new IndexDb()
    made.records.put(about(1))
    const index = opened(made)
    expect([index.records.keyOfId(id(1)), index.records.kindOfId(id(1))]).toEqual([1, 'source'])
    expect([index.records.keyOfId(id(2)), index.records.kindOfId(id(2))]).toEqual([
      undefined,
      undefined,
    ])
    index.records.put(about(2, { kind: 'person' }))
    index.records.put(about(1, { standing: 'erased', kind: undefined }))
    expect([index.records.keyOfId(id(1)), index.records.kindOfId(id(1))]).toEqual([1, undefined])
    expect(index.records.kindOfId(id(2))).toBe('person')
  })

  it('has nothing of what failed, at whatever depth', () => {
    const made = new IndexDb()
    made.records.put(about(1))
    made.update([source(1, 'чинна')], [])
    const index = opened(made)
    const failing = () =>
      index.transaction(() => {
        index.records.put(about(2))
        index.records.put(about(1, { kind: 'person' }))
        index.links.set(1, [{ key: 2, via: 'case' }], [])
        index.names.add({ record: 1, field: 'names', text: 'ні' }, 1, [[1, 0]])
        index.transaction(() => index.update([source(1, 'скасована'), source(2, 'скасована')], []))
        expect(index.titleOf(1, 'source')?.title).toBe('скасована')
        throw new Error('failed')
      })
    expect(failing).toThrow('failed')
    expect(index.titleOf(1, 'source')?.title).toBe('чинна')
    expect(index.titleOf(2, 'source')).toBeUndefined()
    expect([index.records.keyOfId(id(2)), index.records.kindOfId(id(1))]).toEqual([
      undefined,
      'source',
    ])
    expect([index.links.from(1), index.names.of(1)]).toEqual([[], []])
    // And goes on as if it had not been.
    index.transaction(() => index.update([source(2, 'нова')], []))
    expect(index.titleOf(2, 'source')?.title).toBe('нова')
    index.links.set(1, [{ key: 2, via: 'case' }], [])
    expect(index.links.from(1)).toEqual([{ key: 2, via: 'case' }])
  })
})
