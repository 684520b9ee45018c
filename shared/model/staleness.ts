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

interface Stating {
  readonly statements: readonly Statement[]
}

/** The first day on which a value no longer counts as today's, and what was heard of it last. Undefined for one that stays. */
function staleFrom(
  record: Stating,
  { goesStale }: Pick<Field, 'goesStale'>,
  statements: readonly Statement[],
): { readonly day: number; readonly latest: Statement } | undefined {
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
  return hasEnded ? undefined : { day: lastDay(latest) + afterDays + 1, latest }
}

/** `statements` agree on a value; `today` counts days since 1970. Undefined while it holds. */
export function staleOf(
  record: Stating,
  spec: Pick<Field, 'goesStale'>,
  statements: readonly Statement[],
  today: number,
): Stale | undefined {
  const found = staleFrom(record, spec, statements)
  return found && today >= found.day ? { asOf: found.latest.asOf, at: found.latest.at } : undefined
}

/** The same as a day, for what does not know yet when it will be asked. */
export const staleOn = (
  record: Stating,
  spec: Pick<Field, 'goesStale'>,
  statements: readonly Statement[],
): number | undefined => staleFrom(record, spec, statements)?.day

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
