/**
 * Which of the values that a list shows have to be confirmed anew some day, and when the first of them has. A list marks
 * them, and can be narrowed to the records that have one.
 */
import type { Field } from '../../../shared/model/field.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import { staleOn } from '../../../shared/model/staleness.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { FoldedRecord } from './fold.ts'
import { holding, preferred } from './preferred.ts'

const AGING: ReadonlyMap<Kind, ReadonlyArray<readonly [string, Field]>> = new Map(
  KINDS.map((kind) => [
    kind,
    fieldsOf(kind).filter(([, { listed, goesStale }]) => listed && goesStale !== undefined),
  ]),
)

interface AgingField {
  readonly name: string
  readonly field: Field
  /** The statements that say what is shown. Of a field that holds several values any of them is news. */
  readonly heard: readonly Statement[]
}

export function agingFields(record: FoldedRecord): readonly AgingField[] {
  return (AGING.get(record.kind) ?? []).flatMap(([name, field]) => {
    const all = holding(record, name)
    if (all.length === 0) return []
    if (all.length === 1) return [{ name, field, heard: all }]
    const first = JSON.stringify(preferred(record, name)?.value)
    const heard = field.many ? all : all.filter(({ value }) => JSON.stringify(value) === first)
    return [{ name, field, heard }]
  })
}

/** The day, since 1970, from which something that a list shows of the record is stale; null when nothing ever is. */
export function firstStaleDay(record: FoldedRecord): number | null {
  const days = agingFields(record).flatMap(
    ({ field, heard }) => staleOn(record, field, heard) ?? [],
  )
  return days.length === 0 ? null : Math.min(...days)
}
