/** What the working index keeps of a record: columns, links and words, from its current state. */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { foldText } from '../../../shared/names/fold.ts'
import type { ColumnValue, IndexedRecord } from '../db/indexDb.ts'
import { columnsOf, type IndexColumn } from '../db/indexSchema.ts'
import type { FoldedRecord } from './fold.ts'
import type { Link } from './linkTable.ts'
import { type FieldView, viewOf } from './preferred.ts'
import { sortKey } from './sortKey.ts'
import { sortTitle, type TitleLookup } from './titles.ts'
import { valueText } from './valueText.ts'

const NO_TITLES: TitleLookup = () => ''

export const openKind = (record: FoldedRecord): OpenKind => {
  invariant(!isSealedKind(record.kind), 'a sealed record never reaches the index')
  return record.kind
}

/** `titleOf` gives titles, and `orderOf` what another record's title is sorted by. */
export function indexedRecord(
  record: FoldedRecord,
  titleOf: TitleLookup,
  orderOf: (id: RecordId) => string,
): IndexedRecord {
  const kind = openKind(record)
  const view = viewOf(record)
  const title = titleOf(record.id)
  return {
    id: record.id,
    kind,
    title,
    titleOrder: titleOrder(record, title),
    updatedAt: record.updatedAt,
    columns: columnsOf(kind).map((column) => columnValue(column, view, orderOf)),
    words: wordsOf(view),
  }
}

export const titleOrder = (record: FoldedRecord, title: string): string =>
  sortKey(sortTitle(record, title))

function columnValue(
  { field, name, use }: IndexColumn,
  view: readonly FieldView[],
  orderOf: (id: RecordId) => string,
): ColumnValue {
  const statements = view.find((each) => each.name === name)?.statements
  const first = statements?.[0]
  if (!first) return null
  if (use === 'filter') {
    return field.many ? JSON.stringify(statements.map(({ value }) => value)) : String(first.value)
  }
  switch (field.type) {
    case 'enum':
      return field.values?.indexOf(String(first.value)) ?? -1
    case 'number':
    case 'boolean':
      return Number(first.value)
    case 'ref':
      return orderOf(first.value as RecordId)
    case 'date':
      return String(first.value)
    default:
      return sortKey(valueText(field, first.value, NO_TITLES))
  }
}

/** Of every statement that holds, not of the preferred ones only. */
export const linksOf = (record: FoldedRecord): Link[] =>
  viewOf(record).flatMap(({ field, name, statements }) =>
    field.type === 'ref'
      ? statements.map(({ value }) => ({ id: value as RecordId, via: name }))
      : [],
  )

/** Every statement that holds, the preferred and the others: what somebody said is to be found. */
function wordsOf(view: readonly FieldView[]): string {
  let text = ''
  for (const { field, statements } of view) {
    if (!field.searchable || field.type === 'ref') continue
    for (const { value } of statements) text += `${valueText(field, value, NO_TITLES)} `
  }
  return foldText(text)
}
