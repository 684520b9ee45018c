import { describe, expect, it } from 'vitest'
import {
  clustersOf,
  joinWays,
  placeLabels,
  radiusOf,
  spotsOf,
  waysOf,
} from '../../../renderer/workspace/map/spots.ts'
import type { MapFacility, MapPlace } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'

const id = (number: number) => `${number}`.padStart(32, '0') as RecordId
const place = (lon: number, lat: number): MapPlace => ({ lon, lat, by: 'town' })
const facility = (number: number, at: MapPlace | null): MapFacility => ({
  ...{ id: id(number), title: `Установа ${number}`, at, now: number, ever: number },
})

describe('spots', () => {
  it('hold everything of one place, and nothing that has none', () => {
    const facilities = [
      facility(1, place(34.1, 44.95)),
      facility(2, null),
      facility(3, place(36.47, 45.36)),
      facility(4, place(34.1, 44.95)),
    ]
    const spots = spotsOf(facilities)
    expect(spots.map(({ items }) => items.map(({ now }) => now))).toEqual([[1, 4], [3]])
  })

  it('are joined by ways counted together, without those inside one place', () => {
    const facilities = [
      facility(1, place(1, 1)),
      facility(2, place(1, 1)),
      facility(3, place(2, 2)),
      facility(4, null),
    ]
    const transfer = (from: number, to: number, people: number) => ({
      from: id(from),
      to: id(to),
      people,
    })
    expect(
      waysOf(facilities, [
        transfer(1, 3, 2),
        transfer(2, 3, 3),
        transfer(1, 2, 9),
        transfer(3, 4, 9),
        transfer(3, 1, 1),
      ]),
    ).toEqual([
      { from: '1,1', to: '2,2', people: 5 },
      { from: '2,2', to: '1,1', people: 1 },
    ])
  })
})

describe('clusters', () => {
  const spot = (key: string, x: number, people: number) => ({ key, x, y: 0, people })

  it('join what would cover each other, at the largest, and leave the rest apart', () => {
    const clusters = clustersOf([spot('a', 0, 3), spot('b', 10, 9), spot('c', 100, 1)], () => 10)
    expect(clusters).toMatchObject([
      { key: 'b', x: 10, people: 12, keys: ['b', 'a'] },
      { key: 'c', x: 100, people: 1, keys: ['c'] },
    ])
  })

  it('lose nobody, whatever the joined circles then cover', () => {
    const spots = Array.from({ length: 40 }, (_, number) => spot(`${number}`, number * 7, number))
    const clusters = clustersOf(spots, (people) => radiusOf(people, 40))
    expect(clusters.flatMap(({ keys }) => keys).toSorted()).toEqual(
      spots.map(({ key }) => key).toSorted(),
    )
    const total = clusters.reduce((sum, { people }) => sum + people, 0)
    expect(total).toBe((39 * 40) / 2)
    for (const [index, a] of clusters.entries())
      for (const b of clusters.slice(index + 1))
        expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(0.8 * (a.radius + b.radius))
  })

  it('take ways with them', () => {
    const ends = new Map([
      ['a', 'b'],
      ['b', 'b'],
      ['c', 'c'],
    ])
    const ways = [
      { from: 'a', to: 'c', people: 1 },
      { from: 'b', to: 'c', people: 2 },
      { from: 'a', to: 'b', people: 4 },
      { from: 'c', to: 'gone', people: 8 },
    ]
    expect(joinWays(ways, (end) => ends.get(end))).toEqual([{ from: 'b', to: 'c', people: 3 }])
  })
})

describe('labels', () => {
  const size = { width: 400, height: 200 }
  const wish = (key: string, x: number, y: number) => ({ key, x, y, radius: 10, width: 100 })

  it('stand to the right, or to the left where there is no room', () => {
    const labels = placeLabels([wish('a', 50, 100), wish('b', 350, 50)], size)
    expect(labels.get('a')).toEqual({ x: 65, y: 100, anchor: 'start' })
    expect(labels.get('b')).toEqual({ x: 335, y: 50, anchor: 'end' })
  })

  it('never cover one another or a spot, and the first keep their place', () => {
    const labels = placeLabels([wish('a', 150, 100), wish('b', 170, 104), wish('c', 20, 100)], size)
    expect(labels.get('a')).toMatchObject({ anchor: 'end' })
    expect(labels.get('b')).toMatchObject({ anchor: 'start' })
    expect(labels.has('c')).toBe(false)
  })

  it('do not lie under what is above the picture', () => {
    const above = [{ x: 350, y: 0, width: 50, height: 170 }]
    const [free] = [placeLabels([wish('a', 250, 100)], size, above).get('a')]
    expect(free).toMatchObject({ anchor: 'end' })
    expect(placeLabels([wish('a', 250, 190)], size, above).get('a')).toMatchObject({
      anchor: 'start',
    })
  })

  it('do not stick out of the picture', () => {
    expect(placeLabels([wish('a', 50, 4)], size).size).toBe(0)
    expect(placeLabels([wish('a', 50, 9)], size).size).toBe(1)
  })
})

describe('a circle', () => {
  it('grows with people, and an empty one can still be hit', () => {
    expect(radiusOf(0, 50)).toBeGreaterThanOrEqual(5)
    expect(radiusOf(1, 50)).toBeGreaterThan(radiusOf(0, 50))
    expect(radiusOf(50, 50)).toBeGreaterThan(radiusOf(49, 50))
  })
})
