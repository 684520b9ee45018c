/**
 * Which bodies were told of whom: for each held person the newest submission to each register, and the gaps. A submission is
 * an intervention record that names a register; one that was only planned is not one.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { FieldValue } from '../../../shared/model/model.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { holding, preferred } from '../records/preferred.ts'

export type Register = FieldValue<'intervention', 'register'>
type Status = FieldValue<'intervention', 'status'>

export interface InterventionFact {
  readonly id: RecordId
  readonly register: Register | undefined
  readonly status: Status | undefined
  readonly people: readonly RecordId[]
  readonly reference: string | undefined
  readonly sentOn: PartialDate | undefined
  readonly respondedOn: PartialDate | undefined
  readonly answerBy: PartialDate | undefined
}

export function interventionFact(record: FoldedRecord): InterventionFact {
  const one = <T>(field: string): T | undefined => preferred(record, field)?.value as T | undefined
  return {
    id: record.id,
    register: one('register'),
    status: one('status'),
    people: holding(record, 'people').map(({ value }) => value as RecordId),
    reference: one('reference'),
    sentOn: one('sentOn'),
    respondedOn: one('respondedOn'),
    answerBy: one('answerBy'),
  }
}

export interface Submission {
  readonly record: RecordId
  readonly state: 'planned' | 'sent' | 'answered'
  readonly reference: string | undefined
  readonly on: PartialDate | undefined
}

const stateOf = ({ status, respondedOn }: InterventionFact): Submission['state'] => {
  if (respondedOn !== undefined || status === 'answered') return 'answered'
  return status === 'planned' ? 'planned' : 'sent'
}

const RANK = { planned: 0, sent: 1, answered: 2 } as const

/** For the order only: an unknown day is the earliest. */
const day = (date: PartialDate | undefined): string => date?.replace(/[~/].*$/, '') ?? ''

/** Person → register → what counts of it: what was sent before what is planned, then the newest. */
export function submissions(
  interventions: Iterable<InterventionFact>,
): ReadonlyMap<RecordId, ReadonlyMap<Register, Submission>> {
  const found = new Map<RecordId, Map<Register, Submission>>()
  for (const fact of interventions) {
    if (!fact.register) continue
    const made: Submission = {
      ...{ record: fact.id, state: stateOf(fact), reference: fact.reference },
      on: fact.sentOn,
    }
    for (const person of fact.people) {
      const own = found.get(person) ?? new Map<Register, Submission>()
      found.set(person, own)
      const before = own.get(fact.register)
      if (!before || isBetter(made, before)) own.set(fact.register, made)
    }
  }
  return found
}

const isBetter = (a: Submission, b: Submission): boolean =>
  Number(RANK[a.state] > 0) - Number(RANK[b.state] > 0) > 0 ||
  (RANK[a.state] > 0 === RANK[b.state] > 0 && day(a.on) > day(b.on))
