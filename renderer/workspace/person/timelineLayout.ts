/**
 * Places a time line on a surface of a given width: rows without overlap, years, today. Pure numbers, so that the
 * drawing has nothing to decide. A date that is not known to the day gets a stretch instead of a point, and a stay
 * whose end is not known stays open.
 */
import { dayNumber, type Span, spanOf } from '../../../shared/dates/span.ts'
import type { Moment, StayBar, TimelineItem } from './timeline.ts'

export interface Measure {
  readonly width: number
  /** Today as days since 1970-01-01. */
  readonly today: number
  /** Width of an item's words in pixels. */
  labelWidth(item: TimelineItem): number
}

interface Placed {
  readonly row: number
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end'; readonly width: number }
}

export interface PlacedMoment extends Placed {
  readonly item: Moment
  readonly x: number
  /** Where it may have been; `null` when it is known to the day. */
  readonly maybe: { readonly from: number; readonly to: number } | null
}

export interface PlacedStay extends Placed {
  readonly item: StayBar
  /** Surely there. Empty (`from > to`) when its ends are too uncertain for that. */
  readonly sure: { readonly from: number; readonly to: number }
  readonly maybe: readonly { readonly from: number; readonly to: number }[]
  readonly open: boolean
  readonly x: number
  readonly end: number
}

export interface TimelineLayout {
  readonly moments: readonly PlacedMoment[]
  readonly stays: readonly PlacedStay[]
  readonly momentRows: number
  readonly stayRows: number
  readonly years: readonly { readonly year: number; readonly x: number }[]
  readonly today: number
}

const GAP = 14
const MARK = 10
/** Between a pale stretch and its words. */
const PALE_GAP = 5
const MIN_YEAR_STEP = 56
const DAYS_IN_YEAR = 365.25

const spanOfItem = (item: TimelineItem, today: number): Span => {
  if (item.what === 'moment') return spanOf(item.date)
  const from = spanOf(item.from)
  const to = item.to === null ? Math.max(today, from.to) : spanOf(item.to).to
  return { from: from.from, to, uncertain: false }
}

/** The lowest row where nothing reaches the wanted stretch; rows remember how far they are taken. */
function takeRow(rows: Array<Array<readonly [number, number]>>, from: number, to: number): number {
  const free = rows.findIndex((taken) => taken.every(([a, b]) => to + GAP <= a || b + GAP <= from))
  const row = free < 0 ? rows.length : free
  const taken = rows[row]
  if (taken) taken.push([from, to])
  else rows.push([[from, to]])
  return row
}

/** Words go to the right of their mark, or to its left where the surface ends. */
function labelAt(left: number, right: number, width: number, surface: number): Placed['label'] {
  if (right + width <= surface) return { x: right, anchor: 'start', width }
  if (left - width >= 0) return { x: left, anchor: 'end', width }
  return { x: Math.max(0, surface - width), anchor: 'start', width }
}

/** A bar's words stand above it from its beginning; near the right edge they end there. */
const labelAbove = (x: number, width: number, surface: number): Placed['label'] =>
  x + width <= surface
    ? { x, anchor: 'start', width }
    : { x: Math.max(0, surface - width), anchor: 'start', width }

export function layoutTimeline(items: readonly TimelineItem[], measure: Measure): TimelineLayout {
  const { width, today } = measure
  const spans = items.map((item) => spanOfItem(item, today))
  const begin = Math.min(today, ...spans.map(({ from }) => from))
  const finish = Math.max(today, ...spans.map(({ to }) => to))
  const margin = Math.max(20, (finish - begin) * 0.03)
  const [low, high] = [begin - margin, finish + margin]
  const x = (day: number): number => ((day - low) / (high - low)) * width

  const momentRows: Array<Array<readonly [number, number]>> = []
  const stayRows: Array<Array<readonly [number, number]>> = []
  const moments: PlacedMoment[] = []
  const stays: PlacedStay[] = []
  for (const item of items) {
    const words = Math.min(measure.labelWidth(item), width)
    if (item.what === 'moment') {
      const span = spanOf(item.date)
      const at = x((span.from + span.to) / 2)
      const maybe = span.uncertain ? { from: x(span.from), to: x(span.to) } : null
      const left = Math.min(at - MARK, (maybe?.from ?? at) - PALE_GAP)
      const right = Math.max(at + MARK, (maybe?.to ?? at) + PALE_GAP)
      const label = labelAt(left, right, words, width)
      const labelFrom = label.anchor === 'start' ? label.x : label.x - words
      const row = takeRow(momentRows, Math.min(left, labelFrom), Math.max(right, labelFrom + words))
      moments.push({ item, x: at, maybe, label, row })
    } else {
      const from = spanOf(item.from)
      const to = item.to === null ? null : spanOf(item.to)
      const end = x(to ? to.to : Math.max(today, from.to))
      const start = x(from.from)
      const label = labelAbove(start, words, width)
      const row = takeRow(stayRows, Math.min(start, label.x), Math.max(end, label.x + words))
      stays.push({
        item,
        sure: {
          from: x(from.uncertain ? from.to : from.from),
          to: to?.uncertain ? x(to.from) : end,
        },
        maybe: [
          ...(from.uncertain ? [{ from: start, to: Math.min(x(from.to), end) }] : []),
          ...(to?.uncertain ? [{ from: Math.max(x(to.from), start), to: end }] : []),
        ],
        open: to === null,
        x: start,
        end,
        label,
        row,
      })
    }
  }
  return {
    moments,
    stays,
    momentRows: momentRows.length,
    stayRows: stayRows.length,
    years: yearsBetween(low, high, width).map((year) => ({ year, x: x(yearStart(year)) })),
    today: x(today + 0.5),
  }
}

const yearStart = (year: number): number => dayNumber(year, 0, 1)

function yearsBetween(low: number, high: number, width: number): number[] {
  const yearWidth = (DAYS_IN_YEAR / (high - low)) * width
  const step = [1, 2, 5, 10, 20, 50].find((each) => each * yearWidth >= MIN_YEAR_STEP) ?? 100
  const years: number[] = []
  const firstYear = new Date(low * 86_400_000).getUTCFullYear() + 1
  for (let year = Math.ceil(firstYear / step) * step; yearStart(year) < high; year += step)
    years.push(year)
  return years
}
