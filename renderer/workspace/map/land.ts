/**
 * The land under the map, from Natural Earth's borders (world-atlas). That data follows who controls what, so it has
 * Crimea with Russia; here it is joined to Ukraine, as it is by international law. Its occupation is drawn as a layer of
 * its own, with its date.
 */

import { geoContains } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification'

export type WorldTopology = Topology<{ countries: GeometryCollection }>

/** ISO 3166-1 numeric. */
const UKRAINE = '804'
const RUSSIA = '643'
const SIMFEROPOL: [number, number] = [34.1, 44.95]

export interface Land {
  /** All land as one shape. */
  readonly all: MultiPolygon
  readonly ukraine: MultiPolygon
  readonly crimea: Polygon
  /** Borders between countries; none at Perekop. */
  readonly borders: ReturnType<typeof mesh>
}

type Area = TopoPolygon | TopoMultiPolygon
/** Rings of arcs, one list per polygon. */
type Arcs = TopoMultiPolygon['arcs']

const arcsOf = (area: Area): Arcs => (area.type === 'Polygon' ? [area.arcs] : area.arcs)
const isArea = (each: { readonly type: string | null }): each is Area =>
  each.type === 'Polygon' || each.type === 'MultiPolygon'

/** Throws when the data has no Crimea or no Ukraine: another edition, which somebody has to look at. */
export function landOf(world: WorldTopology): Land {
  const areas = world.objects.countries.geometries.filter(isArea)
  const country = (id: string): Area => {
    const found = areas.find((each) => each.id === id)
    if (!found) throw new Error(`no country ${id} in the map's data`)
    return found
  }
  const polygon = (arcs: Arcs[number]): TopoPolygon => ({ type: 'Polygon', arcs })
  const shape = (of: TopoPolygon) => (feature(world, of) as Feature<Polygon>).geometry
  const holdsCrimea = (arcs: Arcs[number]) => geoContains(shape(polygon(arcs)), SIMFEROPOL)

  const russia = arcsOf(country(RUSSIA))
  const ukraine = arcsOf(country(UKRAINE))
  const crimea = [...russia, ...ukraine].find(holdsCrimea)
  if (!crimea) throw new Error('no Crimea in the map’s data')
  const whole: TopoMultiPolygon = {
    type: 'MultiPolygon',
    arcs: [...ukraine.filter((each) => each !== crimea), crimea],
  }
  const rest: TopoMultiPolygon = {
    type: 'MultiPolygon',
    arcs: russia.filter((each) => each !== crimea),
  }
  const others = areas.filter(({ id }) => id !== UKRAINE && id !== RUSSIA)
  const countries: GeometryCollection = {
    type: 'GeometryCollection',
    geometries: [...others, whole, rest],
  }
  return {
    all: merge(world, [...others, whole, rest]),
    ukraine: merge(world, [whole]),
    crimea: shape(polygon(crimea)),
    // An arc of two polygons of one country is no border.
    borders: mesh(world, countries, (a, b) => a !== b),
  }
}

/** The data is large: it is read when the first map is shown. */
export async function loadLand(): Promise<Land> {
  const { default: world } = await import('world-atlas/countries-50m.json')
  return landOf(world as unknown as WorldTopology)
}
