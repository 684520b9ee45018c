import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from '../../../shared/names/distance.ts'
import { likeness, partOf, stemsOf } from '../../../shared/names/likeness.ts'
import { countsOf, mayBeNear, roomFor, sieveOf, surplus } from '../../../shared/names/sieve.ts'

const alike = (query: string, stored: string) => likeness(partOf(query), partOf(stored))
const sifted = (query: string, stored: string) =>
  mayBeNear(sieveOf(partOf(query)), sieveOf(partOf(stored)), roomFor(query.length))
const skeleton = fc
  .array(fc.constantFrom(...'aeioubdhklmnprstvz'), { minLength: 1, maxLength: 9 })
  .map((letters) => letters.join(''))

/** The same measure, written down as its definition. */
function slow(a: string, b: string): number {
  const vowels = 'aeiou'
  const pairs = ['bp', 'dt', 'vf', 'zs', 'hk', 'cz', 'cs', 'cq', 'ws', 'qs', 'wq']
  const gap = (letter: string) => (letter === 'h' ? 4 : vowels.includes(letter) ? 7 : 10)
  const exchange = (x: string, y: string) =>
    x === y
      ? 0
      : (vowels.includes(x) && vowels.includes(y)) || pairs.includes(x + y) || pairs.includes(y + x)
        ? 5
        : 10
  const known = new Map<string, number>()
  const from = (i: number, j: number): number => {
    const key = `${i} ${j}`
    const found = known.get(key)
    if (found !== undefined) return found
    const ways: number[] = i === 0 && j === 0 ? [0] : []
    if (i > 0) ways.push(from(i - 1, j) + gap(a.charAt(i - 1)))
    if (j > 0) ways.push(from(i, j - 1) + gap(b.charAt(j - 1)))
    if (i > 0 && j > 0) ways.push(from(i - 1, j - 1) + exchange(a.charAt(i - 1), b.charAt(j - 1)))
    if (
      i > 1 &&
      j > 1 &&
      a.charAt(i - 1) === b.charAt(j - 2) &&
      a.charAt(i - 2) === b.charAt(j - 1)
    ) {
      ways.push(from(i - 2, j - 2) + 10)
    }
    const least = Math.min(...ways)
    known.set(key, least)
    return least
  }
  return from(a.length, b.length)
}

describe('the distance', () => {
  it('is what its definition says, up to the limit, and no number beyond', () => {
    fc.assert(
      fc.property(skeleton, skeleton, fc.constantFrom(4, 9, 10, 14, 15, 20, 90), (a, b, limit) => {
        const expected = slow(a, b)
        expect(distance(a, b, limit)).toBe(expected > limit ? Number.POSITIVE_INFINITY : expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('is small for what happens to names between scripts', () => {
    expect(distance('hilmi', 'ilmi', 20)).toBe(4)
    expect(distance('uzeir', 'uzair', 20)).toBe(5)
    expect(distance('redzeb', 'redzep', 20)).toBe(5)
    expect(distance('ahmetov', 'ahtemov', 20)).toBe(20)
    expect(distance('berikov', 'bekirov', 20)).toBe(20)
  })
})

describe('likeness', () => {
  it('is the same in both directions but for beginnings', () => {
    fc.assert(
      fc.property(skeleton, skeleton, (a, b) => {
        const [one, other] = [alike(a, b), alike(b, a)]
        if (one?.likeness === 'prefix' || other?.likeness === 'prefix') return
        expect(one?.score ?? 0).toBeCloseTo(other?.score ?? 0, 9)
      }),
      { numRuns: 2000 },
    )
  })

  it('never overlooks what the distance allows because of the look at the consonants', () => {
    fc.assert(
      fc.property(skeleton, skeleton, (a, b) => {
        const shorter = Math.min(a.length, b.length)
        const limit = shorter <= 3 ? 4 : shorter <= 5 ? 10 : shorter <= 8 ? 15 : 20
        if (slow(a, b) <= limit) expect(alike(a, b)).toBeDefined()
      }),
      { numRuns: 3000 },
    )
  })

  it('is best for the same, then an inflected form, and worse the further apart', () => {
    expect(alike('arsen', 'arsen')).toEqual({ score: 1, likeness: 'same' })
    expect(alike('arsena', 'arsen')?.likeness).toBe('inflected')
    expect(alike('arsenom', 'arsenu')?.likeness).toBe('inflected')
    expect(alike('ars', 'arsen')?.likeness).toBe('prefix')
    expect(alike('ersen', 'arsen')?.likeness).toBe('similar')
    const scores = ['arsen', 'arsena', 'ersen', 'ersin'].map(
      (query) => alike(query, 'arsen')?.score ?? 0,
    )
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  it('goes past the endings of surnames, whole and short, of men and women', () => {
    for (const query of ['belal', 'belalova', 'belalovu', 'belalovoi', 'belalovim']) {
      expect(alike(query, 'belalov')?.likeness, query).toBe('inflected')
    }
    expect(stemsOf('belalov')).toContain('belal')
    expect(stemsOf('ov')).toEqual([])
  })

  it('finds what is being typed, even in the middle of a vowel', () => {
    for (const query of ['ab', 'abdul', 'abdulha', 'abdulhazi', 'abdulhaze']) {
      expect(alike(query, 'abdulhazev')?.score, query).toBeGreaterThan(0.6)
    }
    expect(alike('temiri', 'temiraev')?.likeness).toBe('prefix')
    expect(alike('a', 'abdulhazev')).toBeUndefined()
  })

  it('knows the twins of one name in either direction', () => {
    for (const [a, b] of [
      ['mikola', 'nikolai'],
      ['nikolai', 'mikola'],
      ['nikola', 'mikoli'],
      ['mikolu', 'nikolai'],
    ] as const) {
      expect(alike(a, b)?.likeness, `${a} ${b}`).toBe('inflected')
    }
  })

  it('does not take different names for like ones', () => {
    for (const [a, b] of [
      ['ametov', 'bekirov'],
      ['arsen', 'ruslan'],
      ['emil', 'lenur'],
      ['rza', 'reza'],
      ['ali', 'amet'],
    ] as const) {
      expect(alike(a, b), `${a} ${b}`).toBeUndefined()
    }
  })

  it('works with parts of any length', () => {
    const long = 'abdul'.repeat(60)
    expect(alike(long, long)?.score).toBe(1)
    expect(alike(long, `${long.slice(0, -1)}`)).toBeDefined()
    expect(alike('', 'a')).toBeUndefined()
  })

  it('is never missed by the sieve, whatever the two skeletons', () => {
    const ending = fc.constantFrom(
      '',
      'ov',
      'ova',
      'ovoho',
      'evimi',
      'inomu',
      'a',
      'u',
      'ami',
      'nin',
    )
    const inflected = fc.tuple(skeleton, ending).map((parts) => parts.join(''))
    const related = fc
      .tuple(inflected, inflected, fc.nat(3), fc.boolean())
      .map(([a, b, cut, own]) => {
        const stored = own ? `${a.slice(0, a.length - cut)}${b.slice(0, 2)}` : b
        return [a, stored] as const
      })
    let found = 0
    fc.assert(
      fc.property(related, ([query, stored]) => {
        const match = alike(query, stored)
        if (!match) return
        found += 1
        if (match.likeness === 'prefix') {
          // What begins so has every consonant of its beginning.
          const start = countsOf(query.replace(/i$/, ''))
          expect(surplus(start, sieveOf(partOf(stored)).every), `${query} ${stored}`).toBe(0)
          return
        }
        expect(sifted(query, stored), `${query} ${stored}`).toBe(true)
      }),
      { numRuns: 5000 },
    )
    expect(found).toBeGreaterThan(500)
    for (const [a, b] of [
      ['mikola', 'nikolai'],
      ['nikolai', 'mikola'],
      ['mikolu', 'nikolai'],
    ] as const)
      expect(sifted(a, b)).toBe(true)
    expect(sifted('ametov', 'bekirov')).toBe(false)
  })
})
