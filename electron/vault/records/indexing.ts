/** What the working index keeps of a record: typed columns, links, spellings and words, from its current state. */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Field } from '../../../shared/model/field.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { Name } from '../../../shared/model/values.ts'
import { foldWords, nameTokens } from '../../../shared/names/fold.ts'
import type { ColumnValue, IndexedName, IndexedRecord } from '../db/indexDb.ts'
import { columnsOf, type IndexColumn } from '../db/indexSchema.ts'
import type { FoldedRecord } from './fold.ts'
import { type FieldView, shown, viewOf } from './preferred.ts'
import { sortKey } from './sortKey.ts'
import { sortTitle, type TitleLookup, titleOf } from './titles.ts'
import { valueText } from './valueText.ts'

const NO_TITLES: TitleLookup = () => ''

export const openKind = (record: FoldedRecord): OpenKind => {
  invariant(!isSealedKind(record.kind), 'a sealed record never reaches the index')
  return record.kind
}

export function indexedRecord(record: FoldedRecord, lookup: TitleLookup): IndexedRecord {
  const kind = openKind(record)
  const view = viewOf(record)
  const byName = new Map(view.map((each) => [each.name, each]))
  const title = titleOf(record, lookup)
  return {
    id: record.id,
    kind,
    title,
    titleOrder: sortKey(sortTitle(record, title)),
    updatedAt: record.updatedAt,
    columns: columnsOf(kind).map((column) => columnValue(column, byName.get(column.name))),
    links: view.flatMap(linksOf),
    names: view.flatMap(namesOf),
    words: wordsOf(view),
  }
}

function columnValue({ field, content }: IndexColumn, view: FieldView | undefined): ColumnValue {
  const first = view?.statements[0]
  if (!view || !first) return null
  if (content === 'order') return orderValue(field, first)
  if (field.many) return JSON.stringify(shown(view).map(({ value }) => plainValue(field, value)))
  if (field.type === 'number') return Number(first.value)
  if (field.type === 'boolean') return first.value === true ? 1 : 0
  return plainValue(field, first.value)
}

/** Ids stay ids here: titles of other records change without this one changing. */
const plainValue = (field: Field, value: unknown): string =>
  field.type === 'ref' ? String(value) : valueText(field, value, NO_TITLES)

const orderValue = (field: Field, { value }: Statement): ColumnValue =>
  field.type === 'enum'
    ? (field.values?.indexOf(String(value)) ?? -1)
    : sortKey(plainValue(field, value))

const linksOf = ({ field, name, statements }: FieldView): IndexedRecord['links'] =>
  field.type === 'ref'
    ? statements.map(({ value }) => ({ via: name, target: value as RecordId }))
    : []

const namesOf = ({ field, name, statements }: FieldView): IndexedName[] =>
  field.type === 'name'
    ? statements.map(({ value }) => {
        const { text } = value as Name
        const skeleton = nameTokens(text)
          .map((token) => token.skeleton)
          .join(' ')
        return { field: name, text, skeleton }
      })
    : []

/** Every statement that holds, the preferred and the others: what somebody said is to be found. */
function wordsOf(view: readonly FieldView[]): string {
  const words: string[] = []
  for (const { field, statements } of view) {
    if (!field.searchable || field.type === 'ref') continue
    for (const { value } of statements) words.push(...foldWords(valueText(field, value, NO_TITLES)))
  }
  return words.join(' ')
}
