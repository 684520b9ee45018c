import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Place, PlaceTable } from '../../../electron/vault/ledger/placeTable.ts'

/** Many that begin alike, or differ in one word only. */
const anId = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom(0, 1, 0xffff_ffff, 0x8000_0000))
  .map((words) => words.map((word) => word.toString(16).padStart(8, '0')).join(''))
const aPlace: fc.Arbitrary<Place> = fc.record({
  compartment: fc.nat(2),
  page: fc.constantFrom(0, 1, 0xffff_fffe),
  place: fc.nat(63),
})

describe('a table of places', () => {
  it('knows what a Map would know', () => {
    const step = fc.oneof(
      fc.record({ set: anId, place: aPlace }),
      fc.record({ add: anId, place: aPlace }),
      fc.record({ deleteAllOf: fc.nat(2) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const table = new PlaceTable()
        const known = new Map<string, Place>()
        for (const each of steps) {
          if ('set' in each) {
            table.set(each.set, each.place)
            known.set(each.set, each.place)
          } else if ('add' in each) {
            const isNew = table.add(Buffer.from(each.add, 'hex'), each.place)
            expect(isNew).toBe(!known.has(each.add))
            if (isNew) known.set(each.add, each.place)
          } else {
            table.deleteAllOf(each.deleteAllOf)
            for (const [id, { compartment }] of known)
              if (compartment === each.deleteAllOf) known.delete(id)
          }
          expect(table.size).toBe(known.size)
        }
        expect([...table.ids()]).toEqual([...known.keys()])
        const isEven = ({ place }: { place: number }) => place % 2 === 0
        expect([...table.ids(isEven)]).toEqual(
          [...known].filter(([, place]) => isEven(place)).map(([id]) => id),
        )
        for (const [id, place] of known) expect(table.get(id)).toEqual(place)
      }),
    )
  })

  it('finds each of ten thousand ids and no other', () => {
    const table = new PlaceTable()
    const id = (n: number) =>
      Math.imul(n, 0x9e37_79b1).toString(16).replace('-', '').padStart(32, 'f')
    const ids = [...new Set(Array.from({ length: 10_000 }, (_, n) => id(n + 1)))]
    for (const [n, each] of ids.entries()) {
      expect(table.get(each)).toBeUndefined()
      table.set(each, { compartment: 0, page: n >> 6, place: n & 63 })
    }
    for (const [n, each] of ids.entries())
      expect(table.get(each)).toEqual({ compartment: 0, page: n >> 6, place: n & 63 })
    table.clear()
    expect(table.get(ids[0] ?? '')).toBeUndefined()
    expect(table.size).toBe(0)
  })

  it.each(['', 'ab', 'AB'.repeat(16), 'ab'.repeat(17), `${'ab'.repeat(15)}a `, 'g'.repeat(32)])(
    'knows nothing of %j, which is no id',
    (text) => {
      const table = new PlaceTable()
      table.set('00'.repeat(16), { compartment: 0, page: 0, place: 0 })
      expect(table.get(text)).toBeUndefined()
      expect(() => table.set(text, { compartment: 0, page: 0, place: 0 })).toThrow()
    },
  )
})
