/** What the figures, the priorities and the agenda need of a person: preferred values, and how old the news is. */

import type { RecordId } from '../../../shared/ids.ts'
import type { Charge, PartialDate } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { mergedInto } from '../records/merge.ts'
import { holding, preferred } from '../records/preferred.ts'

export interface PersonFact {
  readonly status: string | undefined
  readonly sex: string | undefined
  readonly born: PartialDate | undefined
  readonly arrested: PartialDate | undefined
  readonly court: string | undefined
  /** Articles as recorded, spaces apart; each once. */
  readonly charges: readonly string[]
  readonly health: readonly string[]
  readonly minors: number
  /** The latest day that a statement about status or health speaks of. */
  readonly confirmed: string | undefined
  /** Records that were merged into this one. */
  readonly merged: readonly RecordId[]
}

/** Fields whose as-of dates say that somebody heard of the person. */
const NEWS = ['status', 'healthCategory'] as const

export function personFact(record: FoldedRecord): PersonFact {
  const one = <T>(field: string): T | undefined => preferred(record, field)?.value as T | undefined
  const all = <T>(field: string): T[] => holding(record, field).map(({ value }) => value as T)
  return {
    status: one('status'),
    sex: one('sex'),
    born: one('birthDate'),
    arrested: one('arrestDate'),
    court: one<string>('court')?.trim(),
    charges: [...new Set(all<Charge>('charges').map(({ article }) => plainArticle(article)))],
    health: [...new Set(all<string>('healthCategory'))],
    minors: one('minorChildren') ?? 0,
    merged: mergedInto(record),
    confirmed: NEWS.flatMap((field) => holding(record, field).map(({ asOf }) => asOf))
      .flatMap((asOf) => (asOf === null ? [] : latestDay(asOf)))
      .toSorted()
      .at(-1),
  }
}

/** One article written with other spaces is the same article. */
const plainArticle = (article: string): string => article.replace(/\s+/g, ' ').trim()

const MONTHS_OF_30 = new Set(['04', '06', '09', '11'])

/** The last day that a partial date may mean, as `YYYY-MM-DD`; of an estimate that of what is estimated. */
export function latestDay(date: PartialDate): string {
  const [year = '', month = '12', day] = (date.split('/').at(-1) ?? '').replace('~', '').split('-')
  if (day !== undefined) return `${year}-${month}-${day}`
  if (MONTHS_OF_30.has(month)) return `${year}-${month}-30`
  if (month !== '02') return `${year}-${month}-31`
  return `${year}-02-${new Date(Date.UTC(Number(year), 2, 0)).getUTCDate()}`
}
