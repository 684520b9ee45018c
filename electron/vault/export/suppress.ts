/**
 * Hides counts of groups under five, and as many others as it takes that none of them can be computed: whoever knows
 * every number that is shown, and which are hidden as small, must still hold each of one to four to be possible.
 */

import { invariant } from '../../../shared/errors.ts'

/** A number of the table, or one that is not in it and follows from two that are (all held less the women). */
export interface CountCell {
  readonly value: number
  readonly shown: boolean
}

/** The parts add up to the total. */
export interface Sum {
  readonly total: string
  readonly parts: readonly string[]
}

export type Hidden = 'small' | 'with_small'

export const SMALLEST_GROUP = 5
const isSmall = (value: number): boolean => value > 0 && value < SMALLEST_GROUP

interface Range {
  readonly from: number
  readonly to: number
}

/** Which cells are hidden, and as what. What is not hidden is shown. Throws where the parts of a sum are not its total. */
export function suppressed(
  cells: ReadonlyMap<string, CountCell>,
  sums: readonly Sum[],
): ReadonlyMap<string, Hidden> {
  const hidden = new Map<string, Hidden>()
  for (const [key, { value, shown }] of cells) if (shown && isSmall(value)) hidden.set(key, 'small')
  for (;;) {
    const known = whatIsKnown(cells, sums, hidden)
    const told = [...cells].filter(([key, { value }]) => isSmall(value) && isTold(known.get(key)))
    const next = told.map(([key]) => nextToHide(key, cells, sums, hidden)).find(Boolean)
    if (next === undefined) return hidden
    hidden.set(next, 'with_small')
  }
}

/** Is one of the numbers that a small group can have ruled out? */
const isTold = (range: Range | undefined): boolean =>
  range === undefined || range.from > 1 || range.to < SMALLEST_GROUP - 1

/**
 * The smallest number beside it that is still shown; the total only when no part is left; and when that is hidden too,
 * of the sums from which it can be had again.
 */
function nextToHide(
  key: string,
  cells: ReadonlyMap<string, CountCell>,
  sums: readonly Sum[],
  hidden: ReadonlyMap<string, Hidden>,
): string | undefined {
  const canHide = (each: string) => {
    const cell = cells.get(each)
    return cell?.shown === true && cell.value >= SMALLEST_GROUP && !hidden.has(each)
  }
  const smallest = (keys: readonly string[]) =>
    keys
      .filter(canHide)
      .toSorted((a, b) => (cells.get(a)?.value ?? 0) - (cells.get(b)?.value ?? 0))[0]
  const reached = new Set([key])
  const waiting = new Set(sums)
  for (;;) {
    const around = [...waiting].filter(
      ({ total, parts }) => reached.has(total) || parts.some((part) => reached.has(part)),
    )
    if (around.length === 0) return undefined
    const found =
      smallest(around.flatMap(({ parts }) => parts)) ?? smallest(around.map(({ total }) => total))
    if (found !== undefined) return found
    for (const sum of around) {
      waiting.delete(sum)
      for (const each of [sum.total, ...sum.parts]) reached.add(each)
    }
  }
}

/** What somebody can work out of each number who has the table. */
function whatIsKnown(
  cells: ReadonlyMap<string, CountCell>,
  sums: readonly Sum[],
  hidden: ReadonlyMap<string, Hidden>,
): ReadonlyMap<string, Range> {
  const known = new Map<string, Range>()
  for (const [key, { value, shown }] of cells) {
    const how = hidden.get(key)
    if (how === 'small') known.set(key, { from: 1, to: SMALLEST_GROUP - 1 })
    else if (how) known.set(key, { from: SMALLEST_GROUP, to: Number.POSITIVE_INFINITY })
    else if (shown) known.set(key, { from: value, to: value })
    else known.set(key, { from: 0, to: Number.POSITIVE_INFINITY })
  }
  // Each round takes what the one before found; it ends, because ranges only become narrower and none becomes empty.
  for (let changed = true; changed; ) {
    changed = false
    for (const sum of sums) changed = narrow(sum, known) || changed
  }
  return known
}

function narrow({ total, parts }: Sum, known: Map<string, Range>): boolean {
  const rangeOf = (key: string): Range =>
    known.get(key) ?? { from: 0, to: Number.POSITIVE_INFINITY }
  let changed = false
  const set = (key: string, from: number, to: number) => {
    const before = rangeOf(key)
    const after = { from: Math.max(before.from, from), to: Math.min(before.to, to) }
    if (after.from === before.from && after.to === before.to) return
    invariant(after.from <= after.to, 'parts add up to their total')
    known.set(key, after)
    changed = true
  }
  const ranges = parts.map(rangeOf)
  const low = ranges.reduce((sum, { from }) => sum + from, 0)
  const ended = ranges.filter(({ to }) => Number.isFinite(to))
  const high = ended.reduce((sum, { to }) => sum + to, 0)
  const endless = ranges.length - ended.length
  set(total, low, endless > 0 ? Number.POSITIVE_INFINITY : high)
  const whole = rangeOf(total)
  for (const [place, key] of parts.entries()) {
    const own = ranges[place] ?? { from: 0, to: 0 }
    const isEnded = Number.isFinite(own.to)
    // Of the others one without an end leaves this one without a beginning.
    const isBound = endless - (isEnded ? 0 : 1) === 0
    const from = isBound ? whole.from - (high - (isEnded ? own.to : 0)) : own.from
    set(key, from, whole.to - (low - own.from))
  }
  return changed
}
