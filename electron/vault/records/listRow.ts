/** A record as a row of a list: its shown values as text. */
import type { ListRow } from '../../../shared/contract/records.ts'
import { type Stale, staleOf } from '../../../shared/model/staleness.ts'
import { agingFields } from './aging.ts'
import type { FoldedRecord } from './fold.ts'
import { conflictsOf, shown, viewOf } from './preferred.ts'
import type { TitleLookup } from './titles.ts'
import { valueText } from './valueText.ts'

/** `today` counts days since 1970. */
export const listRow = (record: FoldedRecord, title: TitleLookup, today: number): ListRow => ({
  id: record.id,
  title: title(record.id),
  updatedAt: record.updatedAt,
  values: listedValues(record, title),
  conflicts: conflictsOf(record),
  stale: staleFields(record, today),
})

function staleFields(record: FoldedRecord, today: number): ListRow['stale'] {
  const found: Record<string, Stale> = {}
  for (const { name, field, heard } of agingFields(record)) {
    const stale = staleOf(record, field, heard, today)
    if (stale) found[name] = stale
  }
  return found
}

/** Listed fields that have a value. */
export function listedValues(record: FoldedRecord, title: TitleLookup): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const view of viewOf(record)) {
    if (!view.field.listed) continue
    values[view.name] = shown(view).map(({ value }) => valueText(view.field, value, title))
  }
  return values
}
