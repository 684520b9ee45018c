/**
 * Which pairs of records somebody called two different people, as the ledger says: the last word on a pair counts.
 * It knows ids only; who of them is still there, and who stands for whom since a merge, is asked of `people.ts`.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { NewEntry, OpenedEntry } from '../ledger/types.ts'
import { OP_PAIR_JUDGED, PairJudged } from './ops.ts'

export interface KeptVerdict {
  readonly a: RecordId
  readonly b: RecordId
  /** When it was said. */
  readonly at: number
}

/** One key for the pair, whoever is named first. */
export const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

export class VerdictBook {
  readonly keeps: ReadonlySet<string> = new Set([OP_PAIR_JUDGED])
  readonly #different = new Map<string, KeptVerdict>()

  /** Called for every entry of `keeps`. What was erased, or is of a form that this program does not know, is left out. */
  take(entry: OpenedEntry): void {
    const { op, record: a, time: at } = entry
    if (op !== OP_PAIR_JUDGED || a === undefined || entry.state !== 'open') return
    const body = PairJudged.safeParse(entry.body)
    if (!body.success) return
    const { other: b, verdict } = body.data
    const key = pairKey(a, b)
    this.#different.delete(key)
    if (verdict === 'different') this.#different.set(key, { a, b, at })
  }

  /** In the order in which they were said. */
  different(): readonly KeptVerdict[] {
    return [...this.#different.values()]
  }
}

/** The entry that says it. `a` is a record that there is when it is appended. */
export const verdictEntry = (
  a: RecordId,
  other: RecordId,
  verdict: PairJudged['verdict'],
): NewEntry => ({
  op: OP_PAIR_JUDGED,
  record: a,
  body: PairJudged.parse({ other, verdict }),
})
