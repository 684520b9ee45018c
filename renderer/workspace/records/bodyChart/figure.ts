/**
 * The two figures of the body chart as plain shapes, one or more for each region: a mannequin without sex, age or
 * face. Drawing and finding the region under a point use the same shapes, so a mark is in the region it is seen in.
 * Left and right are the examined person's own: on the front figure the right arm stands on the reader's left.
 */
import { type BodyRegion, type BodyView, CHART_SIDE } from '../../../../shared/model/bodyMark.ts'

/** The drawing's own units; a mark's thousandths are of these. */
export const FIGURE = { width: 400, height: 1000 } as const

/** A thick line with round ends: a limb, a head. */
interface Limb {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly radius: number
}
interface Area {
  readonly corners: ReadonlyArray<readonly [number, number]>
}
export type Shape = { readonly region: BodyRegion } & (Limb | Area)

export const isLimb = (shape: Shape): shape is { readonly region: BodyRegion } & Limb =>
  'radius' in shape

type Side = 'left' | 'right'
type Sided = BodyRegion extends infer R ? (R extends `${infer N}_left` ? N : never) : never

/** Limbs on the reader's left; the other side is their mirror image. */
const LIMBS: ReadonlyArray<Limb & { readonly part: Sided }> = [
  { part: 'upper_arm', from: [104, 236], to: [86, 352], radius: 25 },
  { part: 'forearm', from: [81, 390], to: [66, 490], radius: 20 },
  { part: 'hand', from: [61, 528], to: [56, 560], radius: 18 },
  { part: 'shoulder', from: [122, 204], to: [128, 202], radius: 33 },
  { part: 'thigh', from: [163, 540], to: [159, 668], radius: 38 },
  { part: 'knee', from: [158, 722], to: [158, 726], radius: 29 },
  { part: 'lower_leg', from: [157, 768], to: [154, 884], radius: 26 },
  { part: 'foot', from: [151, 930], to: [138, 958], radius: 20 },
]

const mirrored = ([x, y]: readonly [number, number]): readonly [number, number] => [
  FIGURE.width - x,
  y,
]

const sided = (part: Sided, side: Side): BodyRegion => `${part}_${side}`

const limbsOf = (view: BodyView): Shape[] => {
  const [near, far]: readonly [Side, Side] =
    view === 'front' ? ['right', 'left'] : ['left', 'right']
  return LIMBS.flatMap(({ part, from, to, radius }) => [
    { region: sided(part, near), from, to, radius },
    { region: sided(part, far), from: mirrored(from), to: mirrored(to), radius },
  ])
}

const UPPER: Area['corners'] = [
  [134, 176],
  [266, 176],
  [262, 330],
  [138, 330],
]
const LOWER: Area['corners'] = [
  [138, 330],
  [262, 330],
  [266, 450],
  [134, 450],
]
const HIPS: Area['corners'] = [
  [134, 450],
  [266, 450],
  [274, 520],
  [126, 520],
]
const NECK: Shape = { region: 'neck', from: [200, 146], to: [200, 168], radius: 21 }
const BACK_OF_HEAD: Shape = { region: 'head', from: [200, 62], to: [200, 88], radius: 44 }

/** Later shapes lie over earlier ones. */
export const SHAPES: Readonly<Record<BodyView, readonly Shape[]>> = {
  front: [
    NECK,
    ...limbsOf('front'),
    { region: 'chest', corners: UPPER },
    { region: 'abdomen', corners: LOWER },
    { region: 'abdomen', corners: HIPS },
    { region: 'genitals', from: [200, 508], to: [200, 520], radius: 22 },
    { region: 'head', from: [200, 58], to: [200, 62], radius: 44 },
    { region: 'face', from: [200, 94], to: [200, 100], radius: 31 },
  ],
  back: [
    NECK,
    ...limbsOf('back'),
    { region: 'upper_back', corners: UPPER },
    { region: 'lower_back', corners: LOWER },
    { region: 'buttocks', corners: HIPS },
    BACK_OF_HEAD,
  ],
}

interface Point {
  /** Thousandths of the figure's width and height. */
  readonly x: number
  readonly y: number
}

const inUnits = ({ x, y }: Point): readonly [number, number] => [
  (x / CHART_SIDE) * FIGURE.width,
  (y / CHART_SIDE) * FIGURE.height,
]

function isInLimb({ from, to, radius }: Limb, [x, y]: readonly [number, number]): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length
  const near = Math.min(1, Math.max(0, along))
  return Math.hypot(x - (from[0] + near * dx), y - (from[1] + near * dy)) <= radius
}

/** Corners go round clockwise and the area has no dents. */
const isInArea = ({ corners }: Area, [x, y]: readonly [number, number]): boolean =>
  corners.every(([ax, ay], place) => {
    const [bx, by] = corners[(place + 1) % corners.length] ?? [ax, ay]
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
  })

/** The region under a point; undefined beside the figure. */
export function regionAt(view: BodyView, point: Point): BodyRegion | undefined {
  const place = inUnits(point)
  return SHAPES[view].findLast((shape) =>
    isLimb(shape) ? isInLimb(shape, place) : isInArea(shape, place),
  )?.region
}

/** The middle of a region; undefined where this figure does not show it. */
export function middleOf(view: BodyView, region: BodyRegion): Point | undefined {
  const shape = SHAPES[view].find((each) => each.region === region)
  if (!shape) return undefined
  const corners = isLimb(shape) ? [shape.from, shape.to] : shape.corners
  const mean = (axis: 0 | 1): number =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
  return {
    x: Math.round((mean(0) / FIGURE.width) * CHART_SIDE),
    y: Math.round((mean(1) / FIGURE.height) * CHART_SIDE),
  }
}
