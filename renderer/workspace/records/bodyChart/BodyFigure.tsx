/** One figure of the body chart with numbered marks on it. */
import type { BodyRegion, BodyView } from '../../../../shared/model/bodyMark.ts'
import { CHART_SIDE } from '../../../../shared/model/bodyMark.ts'
import classes from './BodyChart.module.css'
import { FIGURE, isLimb, SHAPES, type Shape } from './figure.ts'

export interface PlacedMark {
  readonly key: string
  readonly number: number
  readonly x: number
  readonly y: number
}

interface BodyFigureProps {
  readonly view: BodyView
  readonly marks: readonly PlacedMark[]
  /** Drawn stronger: where the mark that is edited lies. */
  readonly region?: BodyRegion | undefined
}

export function BodyFigure({ view, marks, region }: BodyFigureProps) {
  return (
    <svg
      className={classes.figure}
      viewBox={`0 0 ${FIGURE.width} ${FIGURE.height}`}
      aria-hidden="true"
    >
      {/* Twice: a seam is drawn once round the whole figure, not round each part. */}
      {SHAPES[view].map((shape, place) => (
        <ShapeView key={keyOf(shape, place)} shape={shape} className={classes.outline} grow={3} />
      ))}
      {SHAPES[view].map((shape, place) => (
        <ShapeView
          key={keyOf(shape, place)}
          shape={shape}
          className={shape.region === region ? classes.chosen : classes.part}
          grow={0}
        />
      ))}
      {marks.map(({ key, number, x, y }) => (
        <g
          key={key}
          className={classes.mark}
          transform={`translate(${(x / CHART_SIDE) * FIGURE.width} ${(y / CHART_SIDE) * FIGURE.height})`}
        >
          <circle r={24} />
          <text dy={10}>{number}</text>
        </g>
      ))}
    </svg>
  )
}

const keyOf = (shape: Shape, place: number): string => `${shape.region}-${place}`

interface ShapeViewProps {
  readonly shape: Shape
  readonly className: string | undefined
  /** How far the shape reaches beyond itself. */
  readonly grow: number
}

function ShapeView({ shape, className, grow }: ShapeViewProps) {
  if (!isLimb(shape)) {
    const points = shape.corners.map((corner) => corner.join(',')).join(' ')
    return <polygon className={className} points={points} strokeWidth={grow * 2} />
  }
  const { from, to, radius } = shape
  // A line without length has no round ends everywhere.
  return (
    <line
      className={className}
      x1={from[0]}
      y1={from[1]}
      x2={to[0]}
      y2={to[1] + 0.01}
      strokeWidth={(radius + grow) * 2}
    />
  )
}
