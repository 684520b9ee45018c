/** The ledger operation of a judgement about two people and the shape of its body. */
import { z } from 'zod'
import { RecordId } from '../../../shared/ids.ts'

/**
 * Somebody judged two records: two different people, or, taking that back, an open question again. About one of them
 * and under its key, so that what was said of an erased person goes with it.
 */
export const OP_PAIR_JUDGED = 'pair.judged'

export const PairJudged = z.strictObject({
  other: RecordId,
  verdict: z.enum(['different', 'open']),
})
export type PairJudged = z.infer<typeof PairJudged>
