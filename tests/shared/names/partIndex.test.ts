import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameTokens } from '../../../shared/names/fold.ts'
import { likeness, partOf } from '../../../shared/names/likeness.ts'
import { PartIndex } from '../../../shared/names/partIndex.ts'

const indexOf = (parts: readonly string[]) => {
  const index = new PartIndex()
  const numbers = new Map(parts.map((part) => [index.add(part), part]))
  const find = (asked: string) =>
    index
      .find(partOf(asked))
      .list.map(({ part }) => numbers.get(part))
      .sort()
  return { index, find }
}

const skeleton = fc
  .array(fc.constantFrom(...'aeiouhbdklmnrsv'), { minLength: 2, maxLength: 8 })
  .map((letters) => letters.join(''))

/** One change of the kinds that the index promises to bridge. */
const changed = fc
  .tuple(skeleton, fc.nat(), fc.constantFrom('a', 'e', 'h', 'b', 'r', 'n', ''))
  .map(([text, at, letter]) => {
    const place = at % text.length
    return [text, text.slice(0, place) + letter + text.slice(place + 1)] as const
  })

describe('the index of parts', () => {
  it('finds whatever is like the part asked for and one change away from it', () => {
    fc.assert(
      fc.property(changed, fc.array(skeleton, { maxLength: 20 }), ([asked, stored], others) => {
        fc.pre(stored.length > 0)
        const { find } = indexOf([...new Set([stored, ...others])])
        const isFound = find(asked).includes(stored)
        expect(isFound).toBe(likeness(partOf(asked), partOf(stored)) !== undefined)
      }),
      { numRuns: 3000 },
    )
  })

  it('says of each part what likeness says, but for the least alike of all', () => {
    const letters = fc.constantFrom(...'aeiouhbdkcslmnrtvq')
    const long = fc.array(letters, { minLength: 1, maxLength: 11 })
    const ending = fc.constantFrom('', '', 'ov', 'ova', 'ovim', 'evoi', 'a', 'u', 'ami', 'nin')
    /** Up to three slips anywhere, and another ending. */
    const slips = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'swap', 'in'), letters), {
      maxLength: 3,
    })
    const related = fc.tuple(long, slips, ending, ending).map(([stem, changes, one, other]) => {
      const changed = [...stem]
      for (const [at, how, letter] of changes) {
        const place = at % Math.max(1, changed.length)
        if (how === 'in') changed.splice(place, 0, letter)
        else if (how === '') changed.splice(place, 1, ...(at % 2 ? [letter] : []))
        else changed.splice(place, 2, ...changed.slice(place, place + 2).reverse())
      }
      return [stem.join('') + one, changed.join('') + other] as const
    })
    let alike = 0
    fc.assert(
      fc.property(fc.array(related, { minLength: 1, maxLength: 4 }), (pairs) => {
        const stored = [...new Set(pairs.map(([, part]) => part).filter((part) => part !== ''))]
        const index = new PartIndex()
        const numbers = stored.map((part) => index.add(part))
        for (const [asked] of pairs) {
          const found = index.find(partOf(asked))
          for (const [place, part] of stored.entries()) {
            const expected = likeness(partOf(asked), partOf(part))
            const match = found.of(numbers[place] ?? -1)
            if (expected) alike += 1
            if (expected && !match) expect(expected.score, `${asked} ${part}`).toBeCloseTo(0.44, 9)
            else expect(match, `${asked} ${part}`).toEqual(expected)
          }
        }
      }),
      { numRuns: 3000 },
    )
    expect(alike).toBeGreaterThan(2000)
  })

  it('finds nothing that is not like it', () => {
    fc.assert(
      fc.property(skeleton, fc.uniqueArray(skeleton, { maxLength: 20 }), (asked, parts) => {
        for (const found of indexOf(parts).find(asked)) {
          expect(likeness(partOf(asked), partOf(found ?? ''))).toBeDefined()
        }
      }),
    )
  })

  it('finds a name by its twin in the other language, inflected or not', () => {
    const sound = (name: string) => nameTokens(name)[0]?.skeleton ?? ''
    const { find } = indexOf(['Павло', 'Микола', 'Олена', 'Рустем'].map(sound))
    expect(find(sound('Павел'))).toEqual([sound('Павло')])
    expect(find(sound('Николаю'))).toEqual([sound('Микола')])
    expect(find(sound('Елены'))).toEqual([sound('Олена')])
  })

  it('forgets a part that was removed, and takes it again', () => {
    const { index } = indexOf(['ceparov', 'asan'])
    index.remove(index.numberOf('ceparov') ?? -1)
    expect(index.find(partOf('ceparov')).list).toEqual([])
    expect(index.numberOf('ceparov')).toBeUndefined()
    index.add('ceparov')
    expect(index.find(partOf('ceparov')).list).toHaveLength(1)
  })
})
