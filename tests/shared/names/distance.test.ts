import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, leastOfBeginnings } from '../../../shared/names/distance.ts'
import { nameTokens } from '../../../shared/names/fold.ts'
import { NameLookup } from '../../../shared/names/lookup.ts'

const sounds = fc.stringMatching(/^[abehikstv]{0,8}$/)
const ending = 3

test('the least distance of beginnings is that of the nearest two', () => {
  fc.assert(
    fc.property(sounds, sounds, (a, b) => {
      let nearest = Number.POSITIVE_INFINITY
      for (let i = Math.max(0, a.length - ending); i <= a.length; i += 1)
        for (let j = Math.max(0, b.length - ending); j <= b.length; j += 1)
          nearest = Math.min(nearest, distance(a.slice(0, i), b.slice(0, j), 1000))
      expect(leastOfBeginnings(a, b, ending)).toBe(nearest)
    }),
  )
})

test('two parts written as one are found through slips and endings behind the seam', () => {
  const lookup = new NameLookup()
  lookup.add('Куку Емір-Усеїн')
  lookup.add('Аблаєв Сейт-Меметов')
  for (const [query, name] of [
    ['Emiruseinov', 0],
    ['Емірусеїнові', 0],
    ['Emirusiyin', 0],
    ['Сейтмеметовою', 1],
    ['Seitmehmetov', 1],
    ['Seitmetov', 1],
  ] as const) {
    const skeletons = nameTokens(query).map(({ skeleton }) => skeleton)
    expect(lookup.find(skeletons, 1)[0]?.name, query).toBe(name)
  }
})
