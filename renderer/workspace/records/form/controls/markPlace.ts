/** Where a mark of the body chart is while it is edited: put by a click, by an arrow key or by the part of the body. */
import {
  BODY_REGIONS,
  BODY_VIEWS,
  type BodyView,
  CHART_SIDE,
} from '../../../../../shared/model/bodyMark.ts'
import { middleOf, regionAt } from '../../bodyChart/figure.ts'
import type { RawObject } from '../raw.ts'

const within = (thousandths: number): number =>
  Math.min(CHART_SIDE, Math.max(0, Math.round(thousandths)))

/** A mark put at a place; beside the figure it keeps the part of the body that was said. */
export function placedAt(raw: RawObject, view: BodyView, x: number, y: number): RawObject {
  const place = { x: within(x), y: within(y) }
  const region = regionAt(view, place) ?? raw.region ?? ''
  return { ...raw, view, region, x: String(place.x), y: String(place.y) }
}

/** The part of the body was chosen from the menu: the mark goes to its middle unless it lies in it already. */
export function placedIn(raw: RawObject, region: string): RawObject {
  const chosen = { ...raw, region }
  const known = BODY_REGIONS.find((each) => each === region)
  if (!known) return chosen
  const views = raw.view === 'back' ? (['back', 'front'] as const) : BODY_VIEWS
  const view = views.find((each) => middleOf(each, known))
  const middle = view && middleOf(view, known)
  if (!middle || (raw.view === view && regionAt(view, numbersOf(raw)) === known)) return chosen
  return { ...chosen, view, x: String(middle.x), y: String(middle.y) }
}

/** Not a number while nothing was put. */
export const numbersOf = ({ x, y }: RawObject) => ({
  x: x ? Number(x) : Number.NaN,
  y: y ? Number(y) : Number.NaN,
})
