/**
 * What is known about one field of a record: its standing statements grouped by what they say, the preferred one
 * first, whether they disagree, and those taken back. Nothing is dropped: every statement is in exactly one place.
 */

import type { Field } from '../../../shared/model/field.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import type { RecordState, Statement } from '../../../shared/model/statement.ts'
import { NO_OWN_SPECS, type OwnSpecs, specOf } from './own/ownFields.ts'

/** Statements that say the same; several sources for one value corroborate it. */
export interface FactValue {
  readonly value: Statement['value']
  /** The preferred statement first, then the newest. */
  readonly statements: readonly [Statement, ...Statement[]]
  readonly preferred: boolean
}

export interface Fact {
  readonly field: string
  readonly spec: Field
  /** The preferred value first, then in the order they came. */
  readonly values: readonly FactValue[]
  /** Competing values of a field that can have only one. */
  readonly disagrees: boolean
  readonly retracted: readonly Statement[]
}

/** The same text for the same value, whatever the order of its keys. */
export function valueKey(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function groupByValue(statements: readonly Statement[], preferredId: string | undefined) {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = valueKey(statement.value)
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  return [...groups.values()].map((group): FactValue => {
    const [first, ...rest] = group.toSorted(
      (a, b) => Number(b.id === preferredId) - Number(a.id === preferredId) || b.seq - a.seq,
    ) as [Statement, ...Statement[]]
    return {
      value: first.value,
      statements: [first, ...rest],
      preferred: first.id === preferredId,
    }
  })
}

function factOf(record: RecordState, field: string, spec: Field): Fact {
  const all = record.statements.filter((statement) => statement.field === field)
  const standing = all.filter(({ retractedBy }) => retractedBy === null)
  const values = groupByValue(standing, record.preferred[field]).toSorted(
    (a, b) => Number(b.preferred) - Number(a.preferred),
  )
  return {
    field,
    spec,
    values,
    disagrees: !spec.many && values.length > 1,
    retracted: all
      .filter(({ retractedBy }) => retractedBy !== null)
      .toSorted((a, b) => (b.retractedBy ?? 0) - (a.retractedBy ?? 0)),
  }
}

/** Every field of the record's kind in the model's order, known or not; then `own` ones, which the team defined. */
export const factsOf = (
  record: RecordState,
  own: readonly string[] = [],
  specs: OwnSpecs = NO_OWN_SPECS,
): readonly Fact[] => [
  ...fieldsOf(record.kind).map(([field, spec]) => factOf(record, field, spec)),
  ...own.flatMap((field) => {
    const spec = specOf(record.kind, field, specs)
    return spec ? [factOf(record, field, spec)] : []
  }),
]

/** The value that is shown where there is room for one. */
export const firstValue = (record: RecordState, field: string): unknown => {
  const preferred = record.preferred[field]
  const standing = record.statements.filter((s) => s.field === field && s.retractedBy === null)
  return (standing.find(({ id }) => id === preferred) ?? standing[0])?.value
}

/** Every standing value of a field. */
export const standingValues = (record: RecordState, field: string): readonly unknown[] =>
  factOf(record, field, { many: true } as Field).values.map(({ value }) => value)
