/** A record as a row of a list: its shown values as text. */
import type { ListRow } from '../../../shared/contract/records.ts'
import type { FoldedRecord } from './fold.ts'
import { conflictsOf, shown, viewOf } from './preferred.ts'
import type { TitleLookup } from './titles.ts'
import { valueText } from './valueText.ts'

export const listRow = (record: FoldedRecord, title: TitleLookup): ListRow => ({
  id: record.id,
  title: title(record.id),
  updatedAt: record.updatedAt,
  values: listedValues(record, title),
  conflicts: conflictsOf(record),
})

/** Listed fields that have a value. */
export function listedValues(record: FoldedRecord, title: TitleLookup): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const view of viewOf(record)) {
    if (!view.field.listed) continue
    values[view.name] = shown(view).map(({ value }) => valueText(view.field, value, title))
  }
  return values
}
