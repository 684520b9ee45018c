/** Wheel, drag and pinch on the map, by d3-zoom; buttons and keys step. What is drawn gets the transform as numbers. */
import { select } from 'd3-selection'
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import { useCallback, useEffect, useRef, useState } from 'react'

const NEAREST = 60
const STEP = 1.6

export interface Zoom {
  readonly transform: ZoomTransform
  readonly in: () => void
  readonly out: () => void
  /** Everything in sight again. */
  readonly reset: () => void
  /** So close that a part of the whole, given by its corners, fills the picture. */
  readonly to: (corners: readonly [readonly [number, number], readonly [number, number]]) => void
  /** Puts the svg under the pointer's control. */
  readonly attach: (svg: SVGSVGElement | null) => void
}

/** `isInPage`: the wheel alone is not taken, so that a page with a map in it still scrolls. */
export function useZoom(width: number, height: number, isInPage: boolean): Zoom {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const [svg, attach] = useState<SVGSVGElement | null>(null)
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null)

  useEffect(() => {
    if (!svg) return
    const own = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, NEAREST])
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .filter(
        (event: MouseEvent) =>
          event.button === 0 && (event.type !== 'wheel' || event.ctrlKey || !isInPage),
      )
      .on('zoom', (event: { readonly transform: ZoomTransform }) => setTransform(event.transform))
    behavior.current = own
    const selection = select(svg)
    selection.call(own)
    return () => {
      selection.on('.zoom', null)
    }
  }, [svg, width, height, isInPage])

  const by = useCallback(
    (factor: number) => {
      if (svg && behavior.current) behavior.current.scaleBy(select(svg), factor)
    },
    [svg],
  )
  return {
    transform,
    in: useCallback(() => by(STEP), [by]),
    out: useCallback(() => by(1 / STEP), [by]),
    reset: useCallback(() => {
      if (svg && behavior.current) behavior.current.transform(select(svg), zoomIdentity)
    }, [svg]),
    to: useCallback(
      ([[left, top], [right, bottom]]) => {
        if (!svg || !behavior.current) return
        const scale = Math.min(width / (right - left), height / (bottom - top), NEAREST)
        const there = zoomIdentity
          .translate(width / 2, height / 2)
          .scale(Math.max(scale, 1))
          .translate(-(left + right) / 2, -(top + bottom) / 2)
        behavior.current.transform(select(svg), there)
      },
      [svg, width, height],
    ),
    attach,
  }
}
