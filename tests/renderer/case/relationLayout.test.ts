import { describe, expect, it } from 'vitest'
import {
  layoutRelations,
  type RelationNode,
} from '../../../renderer/workspace/case/relationLayout.ts'
import type { RecordId } from '../../../shared/ids.ts'

const node = (number: number): RelationNode => ({
  ...{ id: `${number}`.padStart(32, '0') as RecordId, kind: 'person', title: `Особа ${number}` },
})
const star = (count: number) => {
  const nodes = Array.from({ length: count }, (_, number) => node(number))
  const edges = nodes.slice(1).map(({ id }) => ({
    ...{ from: id, to: node(0).id, via: 'case', statements: [] },
  }))
  return { nodes, edges }
}

describe('the drawing of relations', () => {
  it.each([1, 2, 30, 120])('puts %i records inside the picture, no two at one place', (count) => {
    const places = [...layoutRelations(star(count), 900, 500).values()]
    expect(places).toHaveLength(count)
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(900)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(500)
    }
    expect(new Set(places.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)).size).toBe(count)
  })

  it('is the same each time', () => {
    expect(layoutRelations(star(40), 900, 500)).toEqual(layoutRelations(star(40), 900, 500))
  })

  it('minds neither a link of a record to itself nor two between the same', () => {
    const { nodes, edges } = star(3)
    const [first] = edges
    const more = first ? [...edges, { ...first, via: 'people' }, { ...first, to: first.from }] : []
    const places = [...layoutRelations({ nodes, edges: more }, 900, 500).values()]
    expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })
})
