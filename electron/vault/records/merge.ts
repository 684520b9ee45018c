/**
 * Merging two records of one person, and undoing it. A merge is one entry: what the other record says is said again of
 * this one, with the same sources, and a statement `mergedFrom` names the other. From then on the other is found under
 * this one only; it keeps its own statements and history, so undoing the merge (which takes back what that one entry
 * added) restores both as they were, with what each was told since.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import {
  DEFAULT_GRADE,
  type RecordChange,
  type Statement,
  type StatementInput,
} from '../../../shared/model/statement.ts'
import { saidAgain } from './change.ts'
import type { FoldedRecord } from './fold.ts'
import { preferred } from './preferred.ts'

/** The field of `into` that names what was merged into it. */
export const MERGED_FROM = 'mergedFrom'

const held = ({ statements }: FoldedRecord): readonly Statement[] =>
  statements.filter(({ retractedBy }) => retractedBy === null)

/** Records that were merged into this one, and not taken apart since. */
export const mergedInto = (record: FoldedRecord): readonly RecordId[] =>
  held(record).flatMap(({ field, value }) => (field === MERGED_FROM ? [value as RecordId] : []))

/** Whether another record was ever merged into this one. */
export const wasMerged = (record: FoldedRecord): boolean =>
  record.statements.some(({ field }) => field === MERGED_FROM)

/**
 * The change of `into`. What both say in the same words from the same source is not said twice, and what is shown first
 * stays first: whom a merge was a mistake about must not look different at once.
 */
export function mergeChange(into: FoldedRecord, from: FoldedRecord): RecordChange {
  const known = new Set(held(into).map((each) => JSON.stringify(saidAgain(each))))
  const said = held(from)
    .filter(({ field }) => field !== MERGED_FROM)
    .map(saidAgain)
    .filter((each) => !known.has(JSON.stringify(each)))
  const prefer: RecordChange['prefer'] = {}
  for (const field of new Set(said.map((each) => each.field))) {
    const first = preferred(into, field)
    if (first) prefer[field] = first.id
  }
  const marker: StatementInput = {
    ...{ field: MERGED_FROM, value: from.id, source: null, grade: DEFAULT_GRADE },
    ...{ asOf: null, confidentiality: 'C1' },
  }
  return { add: [marker, ...said], retract: [], prefer }
}

/** The change of `into` that takes the merge apart. Errors: `bad_input` when the two are not merged. */
export function unmergeChange(into: FoldedRecord, from: RecordId): RecordChange {
  const marker = held(into).find(({ field, value }) => field === MERGED_FROM && value === from)
  if (!marker) throw new VaultError('bad_input')
  const added = held(into).filter(({ seq }) => seq === marker.seq)
  return { add: [], retract: added.map(({ id }) => id), prefer: {} }
}
