/**
 * What the consents of a person let an audience read. A consent opens only what it names, to whom it names, as openly as
 * that audience reads, from the day it was given until it is withdrawn, expires or is due to be looked at again.
 *
 * Wherever records leave a doubt it counts against opening: of two dates the earlier end, of two levels the lower, of
 * a statement and its contradiction the one that closes. A decision taken for somebody who could not be asked is none.
 */

import { spanOf } from '../../../shared/dates/span.ts'
import type { Audience } from '../../../shared/dossier/audience.ts'
import type { ConsentGap } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { type ConsentScope, IDENTITY_LEVELS } from '../../../shared/model/consentScope.ts'
import type { DisclosureGroup } from '../../../shared/model/disclosure.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { holding } from '../records/preferred.ts'

/** The consent that opens a group of fields, or what is missing for that. */
export type ConsentAnswer = { readonly by: RecordId } | { readonly missing: ConsentGap }

/**
 * How openly each audience reads: a page names its person. A mediator, a court whose files go to the other side, a body of
 * the United Nations that writes to the government and the tracing agency all reach the detaining state.
 */
const NEEDED: Readonly<Record<Audience, ConsentScope['level']>> = {
  mediator: 'named_to_state',
  ua_body: 'named_confidential',
  echr: 'named_to_state',
  icc: 'named_confidential',
  wgad: 'named_to_state',
  special_procedures: 'named_to_state',
  icrc: 'named_to_state',
  public: 'public',
}

/** Nearest to being one first: what somebody has to do is said of the best that there is. */
const NEARNESS: readonly ConsentGap[] = [
  'refused',
  'withdrawn',
  'expired',
  'review_due',
  'level',
  'undated',
  'decided_by_others',
  'scope',
  'none',
]

const CONSENTING: ReadonlySet<unknown> = new Set(['self', 'next_of_kin', 'lawyer_with_mandate'])

interface Question {
  readonly audience: Audience
  readonly group: DisclosureGroup
  /** Days since 1970. */
  readonly today: number
}

/** `consents` are all of one person. `today` is YYYY-MM-DD. */
export function consentTo(
  consents: readonly FoldedRecord[],
  audience: Audience,
  today: string,
  group: DisclosureGroup,
): ConsentAnswer {
  // What is internal leaves by no consent, whoever writes that into a record.
  if (group === 'internal') return { missing: 'none' }
  const question: Question = { audience, group, today: spanOf(today).from }
  const closings = consents.flatMap((record) => closing(record, question))
  const gaps = new Set<ConsentGap>()
  for (const record of consents) {
    const gap = gapOf(record, question, closings)
    if (gap === undefined) return { by: record.id }
    gaps.add(gap)
  }
  return { missing: NEARNESS.find((gap) => gaps.has(gap)) ?? 'none' }
}

const valuesOf = (record: FoldedRecord, field: string): readonly unknown[] =>
  holding(record, field).map(({ value }) => value)

const datesOf = (record: FoldedRecord, field: string) =>
  valuesOf(record, field).map((value) => spanOf(value as PartialDate))

/** A refusal or a withdrawal, which ends every consent to the same that was not given after it. */
interface Closing {
  readonly gap: 'refused' | 'withdrawn'
  /** The day after the last on which it may have been said. */
  readonly until: number
}

function closing(record: FoldedRecord, question: Question): readonly Closing[] {
  const scopes = valuesOf(record, 'scope') as readonly ConsentScope[]
  const isMeant = scopes.length === 0 || scopes.some((scope) => concerns(scope, question))
  if (!isMeant) return []
  const last = (spans: readonly { readonly to: number }[]) =>
    spans.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...spans.map(({ to }) => to))
  const found: Closing[] = []
  if (valuesOf(record, 'givenBy').includes('refused'))
    found.push({ gap: 'refused', until: last(datesOf(record, 'date')) })
  const withdrawn = datesOf(record, 'withdrawnOn')
  if (withdrawn.length > 0) found.push({ gap: 'withdrawn', until: last(withdrawn) })
  return found
}

const concerns = ({ audience, data }: ConsentScope, question: Question): boolean =>
  audience === question.audience && (data === question.group || data === 'everything')

/** Why a record opens nothing; undefined when it does. */
function gapOf(
  record: FoldedRecord,
  question: Question,
  closings: readonly Closing[],
): ConsentGap | undefined {
  const { audience, group, today } = question
  const givenBy = valuesOf(record, 'givenBy')
  const asked = (valuesOf(record, 'scope') as readonly ConsentScope[]).filter((scope) =>
    concerns(scope, question),
  )
  // Of a record that names two people nobody knows whose word it is; as a refusal it still counts for both.
  if (new Set(valuesOf(record, 'subject')).size !== 1) return 'none'
  if (givenBy.includes('refused')) return asked.length > 0 ? 'refused' : 'none'
  if (asked.length === 0) return 'scope'
  if (givenBy.length === 0 || !givenBy.every((each) => CONSENTING.has(each)))
    return 'decided_by_others'
  // A withdrawal holds from when it is recorded: its date may be wrong, and it is no reason to go on printing.
  if (valuesOf(record, 'withdrawnOn').length > 0) return 'withdrawn'
  if (datesOf(record, 'expiresOn').some(({ from }) => from <= today)) return 'expired'
  if (datesOf(record, 'reviewOn').some(({ from }) => from < today)) return 'review_due'
  const given = datesOf(record, 'date')
  if (given.length === 0 || given.some(({ from }) => from > today)) return 'undated'
  const since = Math.min(...given.map(({ from }) => from))
  const closed = closings.find(({ until }) => since < until)
  if (closed) return closed.gap
  // A row for these data says more than one for everything.
  const exact = asked.filter(({ data }) => data === group)
  const levels = (exact.length > 0 ? exact : asked).map(({ level }) =>
    IDENTITY_LEVELS.indexOf(level),
  )
  return Math.min(...levels) < IDENTITY_LEVELS.indexOf(NEEDED[audience]) ? 'level' : undefined
}
