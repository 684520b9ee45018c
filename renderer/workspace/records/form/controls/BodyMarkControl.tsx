/**
 * The editor of one mark on the body chart. A click on a figure places it and names the part of the body; with the
 * keyboard the part is chosen from the menu, which places the mark, and the arrow keys move it on the figure.
 */
import type { KeyboardEvent, MouseEvent } from 'react'
import {
  BODY_REGIONS,
  BODY_VIEWS,
  type BodyRegion,
  type BodyView,
  CHART_SIDE,
  CONSISTENCY,
  MARK_TYPES,
} from '../../../../../shared/model/bodyMark.ts'
import { useLabels, useT } from '../../../../shared/i18n/i18n.ts'
import chart from '../../bodyChart/BodyChart.module.css'
import { BodyFigure } from '../../bodyChart/BodyFigure.tsx'
import { numbersOf, placedAt, placedIn } from './markPlace.ts'
import classes from './Parts.module.css'
import { MenuPart, Parts, TextPart } from './Parts.tsx'
import type { ComposedProps } from './types.ts'

const STEP = 5
const LARGE_STEP = 25
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function BodyMarkControl(props: ComposedProps) {
  const t = useT()
  const labels = useLabels()
  const { raw, onRaw } = props
  const notSaid = { value: '', label: t('form.notSaid') }
  const options = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
    values.map((value) => ({ value, label: words[value] }))
  return (
    <div className={classes.bodyMark}>
      <div className={chart.figures}>
        {BODY_VIEWS.map((view) => (
          <PlaceOnFigure key={view} view={view} props={props} />
        ))}
      </div>
      <Parts label={props.label} layout="bodyMark">
        <MenuPart
          props={{ ...props, onRaw: (next) => onRaw(placedIn(raw, next.region ?? '')) }}
          part="region"
          main
          data={[notSaid, ...options(BODY_REGIONS, labels.bodyRegions)]}
        />
        <MenuPart
          props={props}
          part="type"
          label="markType"
          data={[notSaid, ...options(MARK_TYPES, labels.markTypes)]}
        />
        <MenuPart
          props={props}
          part="view"
          data={[notSaid, ...options(BODY_VIEWS, labels.bodyViews)]}
        />
        <TextPart props={props} part="x" numeric />
        <TextPart props={props} part="y" numeric />
        <TextPart props={props} part="sizeMm" numeric />
        <TextPart props={props} part="colour" />
        <TextPart props={props} part="age" />
        <MenuPart
          props={props}
          part="consistency"
          data={[notSaid, ...options(CONSISTENCY, labels.consistency)]}
        />
        <TextPart props={props} part="cause" long />
      </Parts>
    </div>
  )
}

function PlaceOnFigure({ view, props }: { view: BodyView; props: ComposedProps }) {
  const t = useT()
  const labels = useLabels()
  const { raw, onRaw } = props
  const { x, y } = numbersOf(raw)
  const here = raw.view === view && Number.isFinite(x) && Number.isFinite(y)

  const place = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.querySelector('svg')?.getBoundingClientRect()
    // Enter and space click too, at no place.
    if (!box || event.detail === 0) {
      if (!here) onRaw(placedAt(raw, view, CHART_SIDE / 2, CHART_SIDE / 4))
      return
    }
    const across = ((event.clientX - box.left) / box.width) * CHART_SIDE
    const down = ((event.clientY - box.top) / box.height) * CHART_SIDE
    onRaw(placedAt(raw, view, across, down))
  }
  const move = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (!arrow || !here) return
    event.preventDefault()
    const step = event.shiftKey ? LARGE_STEP : STEP
    onRaw(placedAt(raw, view, x + arrow[0] * step, y + arrow[1] * step))
  }
  return (
    <figure className={chart.view}>
      <button
        type="button"
        className={chart.place}
        data-here={here || undefined}
        aria-label={t('form.placeMark', { view: labels.bodyViews[view] })}
        onClick={place}
        onKeyDown={move}
      >
        <BodyFigure
          view={view}
          region={here ? (raw.region as BodyRegion) : undefined}
          marks={here ? [{ key: 'this', number: 1, x, y }] : []}
        />
      </button>
      <figcaption>{labels.bodyViews[view]}</figcaption>
    </figure>
  )
}
