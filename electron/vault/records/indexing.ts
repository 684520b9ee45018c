/** What the working index keeps of a record: columns, links and words, computed from its current state. */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { type CustomDefinition, definitionIdOf, wordingsOf } from '../../../shared/model/custom.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import { foldText } from '../../../shared/names/fold.ts'
import type { ColumnValue, IndexedRecord } from '../db/indexDb.ts'
import { columnsOf, type IndexColumn } from '../db/indexSchema.ts'
import { firstStaleDay } from './aging.ts'
import type { CustomLookup } from './customFields.ts'
import type { FoldedRecord } from './fold.ts'
import { modelFields } from './modelFields.ts'
import { holding, preferred } from './preferred.ts'
import { sortTitle, type TitleLookup } from './titles.ts'
import { valueText } from './valueText.ts'

/** A reference to another record, by a field. */
export interface Link {
  /** The record at the other end. */
  readonly id: RecordId
  readonly via: string
}

const NO_TITLES: TitleLookup = () => ''

export const openKind = (record: FoldedRecord): OpenKind => {
  invariant(!isSealedKind(record.kind), 'a sealed record never reaches the index')
  return record.kind
}

/** How texts and the titles of records become what lists are sorted by. */
export interface Ordering {
  readonly key: (text: string) => string
  readonly of: (id: RecordId) => string
}

/** `key` is the record's in the working index. */
export function indexedRecord(
  record: FoldedRecord,
  key: number,
  title: string,
  ordering: Ordering,
): IndexedRecord {
  const kind = openKind(record)
  return {
    key,
    kind,
    title,
    titleOrder: ordering.key(sortTitle(record, title)),
    updatedAt: record.updatedAt,
    staleOn: firstStaleDay(record),
    columns: columnsOf(kind).map((column) => columnValue(record, column, ordering)),
  }
}

function columnValue(
  record: FoldedRecord,
  { field, name, use }: IndexColumn,
  ordering: Ordering,
): ColumnValue {
  const first = preferred(record, name)
  if (!first) return null
  if (use === 'filter') {
    if (!field.many) return String(first.value)
    return JSON.stringify(holding(record, name).map(({ value }) => value))
  }
  switch (field.type) {
    case 'enum':
      return field.values?.indexOf(String(first.value)) ?? -1
    case 'number':
    case 'boolean':
      return Number(first.value)
    case 'ref':
      return ordering.of(first.value as RecordId)
    case 'date':
      return dateOrder(String(first.value))
    default:
      return ordering.key(valueText(field, first.value, NO_TITLES))
  }
}

/**
 * By the beginning, then by the end; of the same beginning the less exact first, and an estimate behind what is
 * certain: `2019`, `2019~`, `2019-03`, `2019-03/2019-05`, `2019-03-27`.
 */
function dateOrder(date: PartialDate): string {
  const [from = '', to = ''] = date.replaceAll('~', '').split('/')
  // Space and `!` come before the hyphen.
  return `${from} ${to}${date.includes('~') ? '!' : ''}`
}

/** Of every statement that holds, not of the preferred ones only. A value of a team's own field leads to its definition. */
export function linksOf(record: FoldedRecord): Link[] {
  const fields = modelFields(record.kind)
  const links: Link[] = []
  for (const { field: via, value, retractedBy } of record.statements) {
    if (retractedBy !== null) continue
    const known = fields.get(via)
    const id = known
      ? known.field.type === 'ref'
        ? (value as RecordId)
        : undefined
      : definitionIdOf(via)
    if (id) links.push({ id, via })
  }
  return links
}

/** Sources that statements which hold name. */
export function sourcesOf(record: FoldedRecord): Set<RecordId> {
  const sources = new Set<RecordId>()
  for (const { source, retractedBy } of record.statements) {
    if (source !== null && retractedBy === null) sources.add(source)
  }
  return sources
}

/** A value of a team's own field as the search reads it; undefined when its definition does not have it searched. */
export function searchedText(
  definition: CustomDefinition | undefined,
  value: unknown,
): string | undefined {
  if (!definition?.searched) return undefined
  if (definition.type !== 'choice') return String(value)
  const choice = definition.choices.find(({ code }) => code === value)
  return choice && wordingsOf(choice.label).join(' ')
}

/** Every statement that holds, the preferred and the others: what somebody said is to be found. */
export function wordsOf(record: FoldedRecord, custom: CustomLookup): string {
  const fields = modelFields(record.kind)
  let text = ''
  for (const { field: name, value, retractedBy } of record.statements) {
    const field = fields.get(name)?.field
    if (retractedBy !== null) continue
    if (!field) text += `${searchedText(custom.of(record.kind, name), value) ?? ''} `
    else if (field.searchable && field.type !== 'ref')
      text += `${valueText(field, value, NO_TITLES)} `
  }
  return foldText(text)
}
