// biome-ignore-all lint/a11y/useSemanticElements: SVG has no list elements of its own
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: each record of the drawing can be reached and read
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: the lines take no focus
/** The drawn links of a case: a shape per kind, people large, and a line per link. Places come from relationLayout. */
import { Tooltip } from '@mantine/core'
import { type KeyboardEvent, useMemo } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { placeLabels } from '../map/spots.ts'
import { fitText, textWidth } from '../person/measureText.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Relations.module.css'
import { layoutRelations, type RelationNode, type Relations } from './relationLayout.ts'

const MAX_LABEL = 190
const RADIUS = 8
const LARGE = 11

interface RelationsDrawingProps {
  readonly relations: Relations
  readonly width: number
  readonly selected: RecordId | null
  readonly onSelect: (id: RecordId) => void
}

const isLarge = ({ kind }: RelationNode): boolean => kind === 'case' || kind === 'person'

export function RelationsDrawing({ relations, width, selected, onSelect }: RelationsDrawingProps) {
  const t = useT()
  const labels = useLabels()
  const titleOf = useTitle()
  const { nodes, edges } = relations
  const height = Math.min(560, 220 + nodes.length * 12)
  const places = useMemo(
    () => layoutRelations(relations, width, height),
    [relations, width, height],
  )
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 }
  const near = new Set(
    edges.flatMap(({ from, to }) => (from === selected || to === selected ? [from, to] : [])),
  )
  const isDim = (id: string) => selected !== null && id !== selected && !near.has(id as RecordId)
  const wanted = nodes
    .toSorted(
      (a, b) =>
        Number(b.id === selected) - Number(a.id === selected) ||
        Number(isLarge(b)) - Number(isLarge(a)),
    )
    .filter(({ id }) => !isDim(id))
    .map((node) => ({
      ...{ key: node.id, ...at(node.id), radius: isLarge(node) ? LARGE : RADIUS },
      width: Math.min(MAX_LABEL, textWidth(titleOf(node.kind, node.title))),
    }))
  const placed = placeLabels(wanted, { width, height })
  return (
    <svg
      className={classes.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="list"
      aria-label={t('relations.title')}
    >
      <g aria-hidden="true">
        {edges.map(({ from, to, via }) => {
          const [a, b] = [at(from), at(to)]
          const isOn = selected !== null && (from === selected || to === selected)
          return (
            <line
              key={`${from} ${via} ${to}`}
              className={classes.edge}
              data-on={isOn || undefined}
              data-dim={(selected !== null && !isOn) || undefined}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
            />
          )
        })}
      </g>
      {nodes.map((node) => {
        const { x, y } = at(node.id)
        const said = `${labels.kinds[node.kind].one}: ${titleOf(node.kind, node.title)}`
        const label = placed.get(node.id)
        return (
          <Tooltip key={node.id} label={said} events={{ hover: true, focus: true, touch: false }}>
            <g
              role="listitem"
              tabIndex={0}
              aria-label={said}
              aria-current={node.id === selected || undefined}
              className={classes.node}
              data-kind={node.kind}
              data-dim={isDim(node.id) || undefined}
              onClick={() => onSelect(node.id)}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                onSelect(node.id)
              }}
            >
              <Shape node={node} x={x} y={y} />
              {label && (
                <text
                  className={classes.label}
                  x={label.x}
                  y={label.y + 4.5}
                  textAnchor={label.anchor}
                >
                  {fitText(titleOf(node.kind, node.title), MAX_LABEL)}
                </text>
              )}
            </g>
          </Tooltip>
        )
      })}
    </svg>
  )
}

/** People are discs, the case a square, what happened a diamond, who only told a ring. */
function Shape({ node, x, y }: { node: RelationNode; x: number; y: number }) {
  const r = isLarge(node) ? LARGE : RADIUS
  switch (node.kind) {
    case 'case':
      return <rect x={x - r} y={y - r} width={2 * r} height={2 * r} rx={3} />
    case 'incident':
      return <path d={`M${x} ${y - r} l${r} ${r} l${-r} ${r} l${-r} ${-r} z`} />
    default:
      return <circle cx={x} cy={y} r={r} />
  }
}
