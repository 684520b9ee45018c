/**
 * Where the records of a case stand in the drawing: forces pull linked ones together and push labels apart (d3-force), run
 * to rest at once and from the same start, so the same case is the same picture each time.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { CallOutput } from '../../../shared/contract/contract.ts'

export type Relations = CallOutput<'insight.relations'>
export type RelationNode = Relations['nodes'][number]
export type RelationEdge = Relations['edges'][number]

export interface Placed {
  readonly x: number
  readonly y: number
}

const TURNS = 300
const EDGE = 24

interface Body extends SimulationNodeDatum {
  readonly id: string
  readonly isRoot: boolean
}

/** A place for each node, all of them inside the picture. */
export function layoutRelations(
  { nodes, edges }: Pick<Relations, 'nodes' | 'edges'>,
  width: number,
  height: number,
): ReadonlyMap<string, Placed> {
  const bodies: Body[] = nodes.map(({ id }, index) => ({
    ...{ id, isRoot: index === 0 },
    // A sunflower: no two at one place, and nothing left to chance.
    x: Math.sqrt(index) * 18 * Math.cos(index * 2.4),
    y: Math.sqrt(index) * 18 * Math.sin(index * 2.4),
  }))
  const links = edges
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => ({ source: from, target: to }))
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(70),
    )
    .force('charge', forceManyBody().strength(-260))
    .force('apart', forceCollide(22))
    .force(
      'x',
      forceX<Body>(0).strength(({ isRoot }) => (isRoot ? 0.4 : 0.03)),
    )
    // Screens are wide: what is drawn may spread sideways more than up and down.
    .force(
      'y',
      forceY<Body>(0).strength(({ isRoot }) => (isRoot ? 0.4 : 0.09)),
    )
    .stop()
    .tick(TURNS)
  return fitted(bodies, width, height)
}

function fitted(bodies: readonly Body[], width: number, height: number) {
  const [xs, ys] = [bodies.map(({ x = 0 }) => x), bodies.map(({ y = 0 }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const room = { x: Math.max(width - 2 * EDGE - LABEL, 1), y: Math.max(height - 2 * EDGE, 1) }
  const scale = Math.min(
    room.x / Math.max(right - left, 1),
    room.y / Math.max(bottom - top, 1),
    MOST_SCALE,
  )
  return new Map(
    bodies.map(({ id, x = 0, y = 0 }): [string, Placed] => [
      id,
      {
        x: EDGE + room.x / 2 + (x - (left + right) / 2) * scale,
        y: EDGE + room.y / 2 + (y - (top + bottom) / 2) * scale,
      },
    ]),
  )
}

/** To the right of the last node there is room for its label. */
const LABEL = 170
const MOST_SCALE = 1.5
