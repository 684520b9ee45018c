/**
 * What is drawn on the map: facilities of one town share a spot, ways between spots are counted together, and labels
 * keep out of each other's way. Numbers only, no ink.
 */
import type { MapFacility, MapPlace, MapTransfer } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'

export interface Spot<Item> {
  /** The place itself: two spots never have the same. */
  readonly key: string
  readonly lon: number
  readonly lat: number
  readonly items: readonly Item[]
}

export const spotKey = ({ lon, lat }: Pick<MapPlace, 'lon' | 'lat'>): string => `${lon},${lat}`

/** Items by place, in the order in which the places come first; without those that have none. */
export function spotsOf<Item extends { readonly at: MapPlace | null }>(
  items: readonly Item[],
): readonly Spot<Item>[] {
  const found = new Map<string, { lon: number; lat: number; items: Item[] }>()
  for (const item of items) {
    if (!item.at) continue
    const key = spotKey(item.at)
    const spot = found.get(key)
    if (spot) spot.items.push(item)
    else found.set(key, { lon: item.at.lon, lat: item.at.lat, items: [item] })
  }
  return [...found].map(([key, spot]) => ({ key, ...spot }))
}

export interface Way {
  readonly from: string
  readonly to: string
  readonly people: number
}

/** Transfers between facilities as ways between spots; one within a town, or to a place nobody knows, is none. */
export function waysOf(
  facilities: readonly MapFacility[],
  transfers: readonly MapTransfer[],
): readonly Way[] {
  const places = new Map<RecordId, string>()
  for (const { id, at } of facilities) if (at) places.set(id, spotKey(at))
  return joinWays(transfers, (facility: RecordId) => places.get(facility))
}

/** Ways between the ends that `endOf` gives for theirs, counted together; without those that begin where they end. */
export function joinWays<End extends string>(
  ways: readonly { readonly from: End; readonly to: End; readonly people: number }[],
  endOf: (end: End) => string | undefined,
): readonly Way[] {
  const found = new Map<string, Way>()
  for (const { from, to, people } of ways) {
    const [start, end] = [endOf(from), endOf(to)]
    if (start === undefined || end === undefined || start === end) continue
    const key = `${start}>${end}`
    found.set(key, { from: start, to: end, people: people + (found.get(key)?.people ?? 0) })
  }
  return [...found.values()]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export interface LabelWish {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
}

export interface PlacedLabel {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

const LINE = 18
const GAP = 5

/**
 * Where each label stands, right or left of its spot; the first wishes win. One that would cover a label or a spot, lie
 * under something else, or stick out of the picture, has no place: it is shown when the spot is pointed at.
 *
 * @param above what lies over the picture
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  size: { readonly width: number; readonly height: number },
  above: readonly Box[] = [],
): ReadonlyMap<string, PlacedLabel> {
  const discs: readonly (Box & { readonly key: string })[] = wishes.map(
    ({ key, x, y, radius }) => ({
      ...{ key, x: x - radius, y: y - radius },
      ...{ width: 2 * radius, height: 2 * radius },
    }),
  )
  const taken: Box[] = [...above]
  const placed = new Map<string, PlacedLabel>()
  for (const { key, x, y, radius, width } of wishes) {
    const away = radius + GAP
    const choices: readonly (PlacedLabel & { readonly box: Box })[] = [
      { x: x + away, y, anchor: 'start', box: box(x + away, y, width) },
      { x: x - away, y, anchor: 'end', box: box(x - away - width, y, width) },
    ]
    const free = choices.find(
      ({ box: own }) =>
        own.x >= 0 &&
        own.x + own.width <= size.width &&
        own.y >= 0 &&
        own.y + own.height <= size.height &&
        !taken.some((other) => meet(own, other)) &&
        !discs.some((disc) => disc.key !== key && meet(own, disc)),
    )
    if (!free) continue
    taken.push(free.box)
    placed.set(key, { x: free.x, y: free.y, anchor: free.anchor })
  }
  return placed
}

const box = (x: number, y: number, width: number): Box => ({
  ...{ x, width },
  ...{ y: y - LINE / 2, height: LINE },
})

/** Area about in proportion to people: the eye compares areas. The smallest can still be hit and read. */
export const radiusOf = (people: number, most: number): number =>
  people === 0 ? 5 : 9 + 11 * Math.sqrt(people / Math.max(most, 12))

export interface ScreenSpot {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly people: number
}

export interface Cluster {
  /** That of its largest spot. */
  readonly key: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly people: number
  readonly keys: readonly string[]
}

/**
 * Spots that would cover each other as they lie on the screen are drawn as one, where the largest of them is; from
 * closer by they come apart. The largest come first.
 */
export function clustersOf(
  spots: readonly ScreenSpot[],
  radius: (people: number) => number,
): readonly Cluster[] {
  let clusters: readonly Cluster[] = spots
    .toSorted((a, b) => b.people - a.people)
    .map((spot) => ({ ...spot, radius: radius(spot.people), keys: [spot.key] }))
  // A joined circle is larger and may meet another: again until none do.
  for (;;) {
    const joined: Cluster[] = []
    for (const each of clusters) {
      const place = joined.findIndex((other) => covers(other, each))
      const other = joined[place]
      if (!other) joined.push(each)
      else {
        const people = other.people + each.people
        joined[place] = {
          ...other,
          ...{ people, radius: radius(people), keys: [...other.keys, ...each.keys] },
        }
      }
    }
    if (joined.length === clusters.length) return joined.toSorted((a, b) => b.people - a.people)
    clusters = joined
  }
}

/** Not merely touching: what is left of the smaller could not be hit or read any more. */
const covers = (a: Cluster, b: Cluster): boolean =>
  Math.hypot(a.x - b.x, a.y - b.y) < 0.8 * (a.radius + b.radius)
