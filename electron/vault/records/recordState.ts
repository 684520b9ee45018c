/** A record as the contract gives it: every statement, and which one is shown first in each field. */
import type { StatementId } from '../../../shared/ids.ts'
import type { RecordState } from '../../../shared/model/statement.ts'
import type { FoldedRecord } from './fold.ts'
import { viewOf } from './preferred.ts'
import { type TitleLookup, titleOf } from './titles.ts'

export function recordState(record: FoldedRecord, lookup: TitleLookup): RecordState {
  const { id, kind, createdAt, updatedAt, lastSeq, statements } = record
  const preferred: Record<string, StatementId> = {}
  for (const view of viewOf(record)) {
    const first = view.statements[0]
    if (first) preferred[view.name] = first.id
  }
  const title = titleOf(record, lookup)
  return {
    ...{ id, kind, createdAt, updatedAt, lastSeq, title },
    statements: [...statements],
    preferred,
  }
}
