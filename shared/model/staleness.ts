/**
 * Whether what is shown of a field still may be taken for today's: where somebody is, how ill they are. A value holds
 * as of the latest date that any of its statements gives; one without a date, as of when it was entered, because it
 * cannot have been learnt later than that.
 */

import { z } from 'zod'
import { dayOf, spanOf } from '../dates/span.ts'
import type { Field } from './field.ts'
import type { RecordState, Statement } from './statement.ts'
import { PartialDate } from './values.ts'

export const Stale = z.strictObject({
  /** As of the statement that says so last; `null` where only its entry is dated. */
  asOf: PartialDate.nullable(),
  at: z.number().int(),
})
export type Stale = z.infer<typeof Stale>

/** The last day that a statement speaks of. */
const lastDay = ({ asOf, at }: Statement): number =>
  asOf === null ? dayOf(new Date(at)) : spanOf(asOf).to - 1

/** `statements` agree on a value; `today` counts days since 1970. Undefined while it holds. */
export function staleOf(
  record: { readonly statements: readonly Statement[] },
  { goesStale }: Pick<Field, 'goesStale'>,
  statements: readonly Statement[],
  today: number,
): Stale | undefined {
  if (!goesStale) return undefined
  const { afterDays, exceptFor = [], until } = goesStale
  const latest = statements.reduce<Statement | undefined>(
    (found, each) => (found && lastDay(found) >= lastDay(each) ? found : each),
    undefined,
  )
  if (!latest || exceptFor.includes(String(latest.value))) return undefined
  const hasEnded = record.statements.some(
    ({ field, retractedBy }) => field === until && retractedBy === null,
  )
  if (hasEnded || today - lastDay(latest) <= afterDays) return undefined
  return { asOf: latest.asOf, at: latest.at }
}

/** The value shown first of a field, if it is stale. */
export function staleField(
  record: RecordState,
  field: string,
  spec: Pick<Field, 'goesStale'>,
  today: number,
): Stale | undefined {
  const first = record.statements.find(({ id }) => id === record.preferred[field])
  if (!first) return undefined
  const same = record.statements.filter(
    (each) =>
      each.field === field &&
      each.retractedBy === null &&
      JSON.stringify(each.value) === JSON.stringify(first.value),
  )
  return staleOf(record, spec, same, today)
}
