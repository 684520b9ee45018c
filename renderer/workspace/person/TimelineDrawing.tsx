// biome-ignore-all lint/a11y/useSemanticElements: SVG has no list elements of its own
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: each item of the drawn list can be reached and read
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: years and axis take no focus
/**
 * The drawn time line. Numbers come from timelineLayout; here is only ink. It is one stop of the Tab key: the arrows go
 * along it in the order of time, Home and End to its ends, Enter to the record.
 */
import { Tooltip } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { dayOf } from '../../../shared/dates/span.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { recordPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { fitText, textWidth } from './measureText.ts'
import classes from './Timeline.module.css'
import type { ItemWords } from './TimelineView.tsx'
import type { TimelineItem } from './timeline.ts'
import { layoutTimeline, type PlacedMoment, type PlacedStay } from './timelineLayout.ts'

const MOMENT_ROW = 26
const STAY_ROW = 42
const TOP = 8
const AXIS = 30
const MAX_LABEL = 260
const YEAR_HALF = 16

interface DrawingProps {
  readonly items: readonly TimelineItem[]
  readonly width: number
  readonly words: ItemWords
}

export function TimelineDrawing({ items, width, words }: DrawingProps) {
  const t = useT()
  const [today] = useState(() => dayOf(new Date()))
  const layout = useMemo(
    () =>
      layoutTimeline(items, {
        width,
        today,
        labelWidth: (item) => Math.min(MAX_LABEL, textWidth(words.what(item))),
      }),
    [items, width, today, words],
  )
  const drawing = useRef<SVGSVGElement>(null)
  const [at, setAt] = useState('')
  // What it stood on may be gone by now.
  const stop = items.some(({ key }) => key === at) ? at : items[0]?.key
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepTo(
      event.key,
      items.findIndex(({ key }) => key === stop),
      items.length,
    )
    const key = to === null ? undefined : items[to]?.key
    if (key === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    for (const each of drawing.current?.querySelectorAll<SVGElement>('[data-key]') ?? [])
      if (each.dataset.key === key) each.focus()
  }
  const itemProps = (item: TimelineItem) => ({
    item,
    words,
    isStop: item.key === stop,
    onReach: () => setAt(item.key),
  })
  const momentsHeight = layout.momentRows * MOMENT_ROW
  const staysTop = TOP + momentsHeight + (layout.momentRows > 0 && layout.stayRows > 0 ? 8 : 0)
  const axis = staysTop + layout.stayRows * STAY_ROW + 4
  const height = axis + AXIS
  const todayWidth = textWidth(t('person.today'))
  const todayAt = Math.min(layout.today, width - todayWidth / 2)
  /** A year keeps clear of the edges and of today, which matters more. */
  const isYearShown = (x: number): boolean =>
    x > YEAR_HALF && x < width - YEAR_HALF && Math.abs(x - todayAt) > todayWidth / 2 + YEAR_HALF + 6
  return (
    <svg
      ref={drawing}
      className={classes.drawing}
      onKeyDown={onKeyDown}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="list"
      aria-label={t('person.timeline')}
    >
      <g aria-hidden="true">
        {layout.years.map(({ year, x }) => (
          <g key={year}>
            <line className={classes.year} x1={x} x2={x} y1={0} y2={axis} />
            {isYearShown(x) && (
              <text className={classes.yearText} x={x} y={axis + 18} textAnchor="middle">
                {year}
              </text>
            )}
          </g>
        ))}
        <line className={classes.axis} x1={0} x2={width} y1={axis} y2={axis} />
        <line className={classes.today} x1={layout.today} x2={layout.today} y1={0} y2={axis + 5} />
        <text className={classes.todayText} x={todayAt} y={axis + 18} textAnchor="middle">
          {t('person.today')}
        </text>
      </g>
      {layout.stays.map((stay) => (
        <Item key={stay.item.key} {...itemProps(stay.item)}>
          <Stay stay={stay} top={staysTop + stay.row * STAY_ROW} words={words} width={width} />
        </Item>
      ))}
      {layout.moments.map((moment) => (
        <Item key={moment.item.key} {...itemProps(moment.item)}>
          <Mark moment={moment} y={TOP + moment.row * MOMENT_ROW + 10} words={words} />
        </Item>
      ))}
    </svg>
  )
}

/** Where a key leads from one of `count` things; `null` for a key that leads nowhere. */
function stepTo(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(from + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(from - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

interface ItemProps {
  readonly item: TimelineItem
  readonly words: ItemWords
  /** The one that Tab leads to. */
  readonly isStop: boolean
  readonly children: ReactNode
  onReach(): void
}

/** A part of the drawing that says itself, and leads to its record. */
function Item({ item, words, isStop, onReach, children }: ItemProps) {
  const goTo = useGoTo()
  const said = `${words.what(item)}: ${words.when(item)}`
  const open = () => {
    if (item.record) goTo(recordPath(item.record.kind, item.record.id))
  }
  return (
    <Tooltip label={said} multiline maw={320} events={{ hover: true, focus: true, touch: false }}>
      <g
        role="listitem"
        tabIndex={isStop ? 0 : -1}
        data-key={item.key}
        aria-label={said}
        className={classes.item}
        data-link={item.record !== null || undefined}
        onClick={open}
        onFocus={onReach}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') open()
        }}
      >
        {children}
      </g>
    </Tooltip>
  )
}

const BAR = 12

function Stay({
  stay,
  top,
  words,
  width,
}: {
  stay: PlacedStay
  top: number
  words: ItemWords
  width: number
}) {
  const y = top + 19
  const { label, sure, maybe, open, x, end } = stay
  const room = label.anchor === 'start' ? width - label.x : label.x
  return (
    <>
      <rect
        className={classes.hit}
        x={x - 4}
        y={top}
        width={Math.max(end - x, 8) + 8}
        height={36}
      />
      <text className={classes.label} x={label.x} y={top + 12} textAnchor={label.anchor}>
        {fitText(words.what(stay.item), Math.min(MAX_LABEL, room))}
      </text>
      {maybe.map(({ from, to }) => (
        <rect
          key={from}
          className={classes.maybe}
          x={from}
          y={y}
          width={Math.max(to - from, 2)}
          height={BAR}
          rx={3}
        />
      ))}
      {sure.to > sure.from && (
        <rect
          className={classes.bar}
          x={sure.from}
          y={y}
          width={Math.max(sure.to - sure.from, 3)}
          height={BAR}
          rx={3}
        />
      )}
      {open && <path className={classes.open} d={`M${end} ${y} l7 ${BAR / 2} l-7 ${BAR / 2} z`} />}
    </>
  )
}

/** What ends a freedom is full, what restores it is a ring, everything else a diamond. */
function Mark({ moment, y, words }: { moment: PlacedMoment; y: number; words: ItemWords }) {
  const { item, x, maybe, label } = moment
  const from = Math.min(x - 8, label.anchor === 'start' ? x : label.x - label.width)
  const to = Math.max(x + 8, label.anchor === 'start' ? label.x + label.width : x)
  return (
    <>
      <rect className={classes.hit} x={from} y={y - 12} width={to - from} height={24} />
      {maybe && (
        <rect
          className={classes.maybeMoment}
          x={maybe.from}
          y={y - 4}
          width={Math.max(maybe.to - maybe.from, 4)}
          height={8}
          rx={4}
        />
      )}
      <Shape type={item.type} x={x} y={y} />
      <text className={classes.label} x={label.x} y={y + 4.5} textAnchor={label.anchor}>
        {fitText(words.what(item), MAX_LABEL)}
      </text>
    </>
  )
}

function Shape({ type, x, y }: { type: string; x: number; y: number }) {
  switch (type) {
    case 'arrest':
    case 'disappearance':
      return <circle className={classes.grave} cx={x} cy={y} r={6} />
    case 'release':
    case 'termEnd':
      return <circle className={classes.free} cx={x} cy={y} r={5} />
    case 'torture':
    case 'medical_neglect':
    case 'death':
      return <rect className={classes.grave} x={x - 5} y={y - 5} width={10} height={10} rx={1.5} />
    case 'verdict':
      return <path className={classes.mark} d={`M${x - 5} ${y - 6} h10 v8 l-5 5 l-5 -5 z`} />
    default:
      return <path className={classes.mark} d={`M${x} ${y - 6} l6 6 l-6 6 l-6 -6 z`} />
  }
}
