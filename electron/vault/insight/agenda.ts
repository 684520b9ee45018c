/**
 * What has to be done by when: appeals, the end of a remand, answers that are due, consents to be asked again. A date
 * stays on the agenda until the record says that it is done with; a past one is overdue, and is never dropped silently.
 */
import type { DEADLINE_NAMES } from '../../../shared/contract/insight.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { holding, preferred } from '../records/preferred.ts'
import { latestDay } from './personFacts.ts'

export type Deadline = (typeof DEADLINE_NAMES)[number]

export interface AgendaFact {
  readonly what: Deadline
  readonly date: PartialDate
  readonly people: readonly RecordId[]
}

const one = <T>(record: FoldedRecord, field: string): T | undefined =>
  preferred(record, field)?.value as T | undefined
const all = (record: FoldedRecord, field: string): readonly RecordId[] =>
  holding(record, field).map(({ value }) => value as RecordId)

function facts(
  record: FoldedRecord,
  people: readonly RecordId[],
  wanted: readonly Deadline[],
): readonly AgendaFact[] {
  return wanted.flatMap((what) => {
    const date = one<PartialDate>(record, what)
    return date === undefined ? [] : [{ what, date, people }]
  })
}

/** An appeal that was decided, or a remand after the verdict, waits for nobody. */
export function ofProceeding(record: FoldedRecord): readonly AgendaFact[] {
  const people = all(record, 'defendants')
  const outcome = one<string>(record, 'outcome')
  const isOver = outcome !== undefined && outcome !== 'pending'
  const appeal = facts(record, people, ['appealBy'])
  return isOver ? appeal : [...appeal, ...facts(record, people, ['remandUntil'])]
}

export function ofIntervention(record: FoldedRecord): readonly AgendaFact[] {
  const status = one<string>(record, 'status')
  if (one(record, 'respondedOn') !== undefined) return []
  if (status === 'answered' || status === 'closed') return []
  return facts(record, all(record, 'people'), ['answerBy'])
}

export function ofConsent(record: FoldedRecord): readonly AgendaFact[] {
  if (one(record, 'withdrawnOn') !== undefined) return []
  return facts(record, all(record, 'subject'), ['reviewOn', 'expiresOn'])
}

export type When = 'overdue' | 'week' | 'month' | 'later'

/** By the last day that the date may mean; `today` as `YYYY-MM-DD`. */
export function whenOf(date: PartialDate, today: string): When {
  const days = (Date.parse(latestDay(date)) - Date.parse(today)) / 86_400_000
  if (days < 0) return 'overdue'
  return days <= 7 ? 'week' : days <= 31 ? 'month' : 'later'
}
