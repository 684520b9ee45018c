import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Pairs } from '../../../electron/vault/search/pairs.ts'
import { atOnce } from '../../../electron/vault/slices.ts'
import { likeness, partOf } from '../../../shared/names/likeness.ts'
import { sieveOf } from '../../../shared/names/sieve.ts'

const part = fc.constantFrom(
  ...['emir', 'usein', 'hafiz', 'seit', 'umerov', 'umerova', 'ablakimov', 'bekir', 'pav', 'lo'],
)
const pair = fc.tuple(part, part).map(([left, right]) => left + right)
/** A pair with a slip or two in it, its beginning, or its end with something after it. */
const asked = fc
  .tuple(pair, fc.nat(), fc.constantFrom('', 'a', 'h', 'r', 'z'), fc.nat(12), fc.nat(3))
  .map(([text, at, letter, cut, from]) => {
    const place = at % text.length
    const slipped = text.slice(0, place) + letter + text.slice(place + 1)
    return [slipped.slice(from, Math.max(from + 2, slipped.length - cut)), text] as const
  })
  .filter(([query]) => query.length > 1)

const added = (pairs: Pairs, texts: readonly string[]): void => {
  for (const [key, text] of texts.entries()) pairs.add(text, key, sieveOf(partOf(text)))
}

it('finds every pair that is like what is asked, and says how', () => {
  let found = 0
  fc.assert(
    fc.property(asked, fc.uniqueArray(pair, { maxLength: 12 }), ([query, own], others) => {
      const texts = [...new Set([own, ...others])]
      const pairs = new Pairs()
      added(pairs, texts)
      const visited = new Map<number, unknown>()
      atOnce(pairs.alike(partOf(query), true, (key, match) => visited.set(key, match)))
      for (const [key, text] of texts.entries()) {
        const expected = likeness(partOf(query), partOf(text))
        if (expected) found += 1
        expect(visited.get(key), `${query} ${text}`).toEqual(expected)
      }
    }),
    { numRuns: 3000 },
  )
  expect(found).toBeGreaterThan(500)
})

it('finds those that only begin so when it is told to, in any number', () => {
  const pairs = new Pairs()
  const texts = Array.from({ length: 3000 }, (_, place) => {
    const letters = [...String(place)].map((digit) => 'aeioubdklm'.charAt(Number(digit)))
    return `emirusein${letters.join('')}bekirovqan`
  })
  added(pairs, texts)
  const begun = (isBegun: boolean) => {
    let count = 0
    const looking = pairs.alike(partOf('emiruse'), isBegun, () => {
      count += 1
    })
    atOnce(looking)
    return count
  }
  expect(begun(true)).toBe(texts.length)
  expect(begun(false)).toBe(0)
})

it('forgets what was removed, and takes another in its place', () => {
  const pairs = new Pairs()
  added(pairs, ['emirusein', 'seitumer'])
  pairs.remove('emirusein')
  expect(pairs.keyOf('emirusein')).toBeUndefined()
  const keys: number[] = []
  const visit = (key: number) => keys.push(key)
  atOnce(pairs.alike(partOf('emirusein'), true, visit))
  expect(keys).toEqual([])
  pairs.add('emirasan', 7, sieveOf(partOf('emirasan')))
  atOnce(pairs.alike(partOf('emirasan'), true, visit))
  atOnce(pairs.alike(partOf('seitumer'), true, visit))
  expect(keys).toEqual([7, 1])
})

it('can be left while it looks, and goes on over what changed meanwhile', () => {
  const pairs = new Pairs()
  const texts = Array.from({ length: 10_000 }, (_, place) => `seit${place}umerov`)
  added(pairs, texts)
  pairs.add('emirusein', 10_000, sieveOf(partOf('emirusein')))
  const keys: number[] = []
  const looking = pairs.alike(partOf('emirusein'), true, (key) => keys.push(key))
  let pauses = 0
  while (!looking.next().done) {
    pauses += 1
    if (pauses === 1) pairs.remove(texts[9000] ?? '')
    if (pauses === 2) pairs.add('emirasein', 10_001, sieveOf(partOf('emirasein')))
  }
  expect(pauses).toBeGreaterThanOrEqual(2)
  expect(keys.sort()).toEqual([10_000, 10_001])
})
