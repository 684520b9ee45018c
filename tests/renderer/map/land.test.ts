import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoContains } from 'd3-geo'
import { describe, expect, it } from 'vitest'
import { landOf, type WorldTopology } from '../../../renderer/workspace/map/land.ts'

const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const world = JSON.parse(readFileSync(file, 'utf8')) as WorldTopology

describe('the land of the map', () => {
  const land = landOf(world)

  it.each([
    ['Simferopol', [34.1, 44.95]],
    ['Kerch', [36.4, 45.3]],
    ['Dzhankoi', [34.4, 45.7]],
    ['Kyiv', [30.5, 50.45]],
    ['Luhansk', [39.3, 48.57]],
  ])('has %s in Ukraine', (_, place) => {
    expect(geoContains(land.ukraine, place as [number, number])).toBe(true)
  })

  it('has nothing of Russia in Ukraine', () => {
    expect(geoContains(land.ukraine, [39.7, 47.2])).toBe(false)
    expect(geoContains(land.ukraine, [37.6, 55.7])).toBe(false)
  })

  it('draws the occupation over the peninsula alone', () => {
    expect(geoContains(land.crimea, [34.1, 44.95])).toBe(true)
    expect(geoContains(land.crimea, [32.6, 46.64])).toBe(false)
  })

  it('has no border at Perekop', () => {
    const near = land.borders.coordinates
      .flat()
      .filter(([lon = 0, lat = 0]) => lon > 32.5 && lon < 35.5 && lat > 45.3 && lat < 46.3)
    expect(near).toEqual([])
    expect(land.borders.coordinates.flat().length).toBeGreaterThan(1000)
  })

  it('refuses data without the peninsula rather than draw it wrong', () => {
    const { countries } = world.objects
    const without = (id: string): WorldTopology => ({
      ...world,
      objects: {
        countries: {
          ...countries,
          geometries: countries.geometries.filter((each) => each.id !== id),
        },
      },
    })
    expect(() => landOf(without('643'))).toThrow('no country 643')
    const noCrimea = structuredClone(world)
    for (const each of noCrimea.objects.countries.geometries)
      if (each.id === '643' && each.type === 'MultiPolygon') each.arcs = each.arcs.slice(0, -1)
    expect(() => landOf(noCrimea)).toThrow('no Crimea')
  })
})
