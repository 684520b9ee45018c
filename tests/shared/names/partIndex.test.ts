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
      .map(({ part }) => numbers.get(part))
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
    expect(index.find(partOf('ceparov'))).toEqual([])
    expect(index.numberOf('ceparov')).toBeUndefined()
    index.add('ceparov')
    expect(index.find(partOf('ceparov'))).toHaveLength(1)
  })
})
