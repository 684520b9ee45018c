/**
 * What two people's dates of birth say about their being one. A day that agrees speaks for it, a year does not: of a
 * year many are. What is one slip of the pen apart is told as close, and never as agreeing.
 */
import { type Span, spanOf } from '../../../shared/dates/span.ts'

export interface BirthDates {
  readonly here: string
  readonly there: string
  /**
   * `same` to the day; `fits`: one is known less exactly; `close`: one number differs or day and month are exchanged,
   * as a slip of the pen does it.
   */
  readonly how: 'same' | 'fits' | 'close' | 'differs'
}

export interface Born {
  readonly text: string
  readonly span: Span
  /** As the number YYYYMMDD where it is known to the day, 0 otherwise. */
  readonly day: number
}

export const bornOn = (text: string): Born => ({
  text,
  span: spanOf(text),
  day: /^\d{4}-\d{2}-\d{2}$/.test(text) ? Number(text.replaceAll('-', '')) : 0,
})

const CLOSENESS = { same: 3, fits: 2, close: 1, differs: 0 } as const

/** The pair of dates that agrees best; undefined when one of them has none. */
export function birthDatesOf(
  ours: readonly Born[],
  theirs: readonly Born[],
): BirthDates | undefined {
  let best: BirthDates | undefined
  for (const here of ours) {
    for (const there of theirs) {
      const how = howDatesAgree(here, there)
      if (!best || CLOSENESS[how] > CLOSENESS[best.how])
        best = { here: here.text, there: there.text, how }
    }
  }
  return best
}

/** As `birthDatesOf` says `differs`, but cheap enough to ask of everybody. */
export function isBornApart(ours: readonly Born[], theirs: readonly Born[]): boolean {
  const a = ours[0]
  const b = theirs[0]
  if (a === undefined || b === undefined) return false
  if (a.day === 0 || b.day === 0 || ours.length > 1 || theirs.length > 1)
    return birthDatesOf(ours, theirs)?.how === 'differs'
  return a.day !== b.day && !areClose(a.day, b.day)
}

function howDatesAgree(a: Born, b: Born): BirthDates['how'] {
  if (a.day !== 0 && a.day === b.day) return 'same'
  if (a.span.from < b.span.to && b.span.from < a.span.to) return 'fits'
  return a.day !== 0 && b.day !== 0 && areClose(a.day, b.day) ? 'close' : 'differs'
}

/** Of two days that are not the same one: whether one number differs, or day and month are exchanged. */
function areClose(one: number, other: number): boolean {
  const isSameYear = Math.trunc(one / 10_000) === Math.trunc(other / 10_000)
  const isSameDate = one % 10_000 === other % 10_000
  if (isSameYear === isSameDate) return false
  if (isSameDate) return true
  const month = Math.trunc(one / 100) % 100
  const otherMonth = Math.trunc(other / 100) % 100
  const day = one % 100
  const otherDay = other % 100
  return month === otherMonth || day === otherDay || (month === otherDay && day === otherMonth)
}
