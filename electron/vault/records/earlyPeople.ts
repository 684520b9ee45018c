/**
 * What a list shows of people, folded while the ledger is still being read: their list is the first to be shown. Only
 * statements of the fields that it is made of are looked at, and nothing else of a person becomes an object; the rest
 * waits as JSON (RecordStore) until the person is folded as a whole. A test holds what both say of a list against each
 * other.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { columnsOf } from '../db/indexSchema.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { applySet, type FoldedRecord, touch } from './fold.ts'
import { MERGED_FROM } from './merge.ts'
import { type ModelField, modelFields } from './modelFields.ts'
import { OP_OBJECT_ADD, OP_RECORD_SET } from './ops.ts'
import { readSetBody } from './readBody.ts'
import { PERSON_TITLE_FIELDS } from './titles.ts'

export const EARLY_KIND = 'person' satisfies OpenKind

/** What is sorted and filtered by, named by a title, and who was merged, which a list has to know too. */
const FIELDS: ReadonlyMap<string, ModelField> = new Map(
  [...columnsOf(EARLY_KIND).map(({ name }) => name), ...PERSON_TITLE_FIELDS, MERGED_FROM].flatMap(
    (name) => {
      const known = modelFields(EARLY_KIND).get(name)
      return known ? [[name, known] as const] : []
    },
  ),
)

/** One person, as far as entries were taken in. */
export interface EarlyPerson {
  /** Statements of other fields are not in it. */
  readonly record: FoldedRecord
  /** What the ids of the statements of each entry begin with: one that comes a second time changes nothing. */
  readonly ids: readonly string[]
}

/**
 * `before` is undefined for the first entry of a person. Undefined for an entry that is not the usual: then only
 * folding the whole person tells what it is. Errors: `ledger_damaged`.
 */
export function takenEarly(
  before: EarlyPerson | undefined,
  id: RecordId,
  entry: OpenedEntry,
): EarlyPerson | undefined {
  if (entry.op === OP_OBJECT_ADD)
    return before && { ...before, record: touch(before.record, entry) }
  const read =
    entry.op === OP_RECORD_SET && entry.state === 'open' ? readSetBody(entry.body) : undefined
  if (!read || before?.ids.includes(read.ids)) return undefined
  const { record } = applySet(before?.record, id, entry, read, FIELDS)
  return { record, ids: before ? [...before.ids, read.ids] : [read.ids] }
}
