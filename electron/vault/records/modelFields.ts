/** The model's fields by kind and name, and their order: looked up for every statement of a vault. */
import type { Field } from '../../../shared/model/field.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'

export interface ModelField {
  readonly name: string
  readonly field: Field
  /** In the order of the kind's forms. */
  readonly place: number
}

const FIELDS: ReadonlyMap<Kind, ReadonlyMap<string, ModelField>> = new Map(
  KINDS.map((kind) => [
    kind,
    new Map(fieldsOf(kind).map(([name, field], place) => [name, { name, field, place }])),
  ]),
)

const NONE: ReadonlyMap<string, ModelField> = new Map()

/** Fields of a kind by name. */
export const modelFields = (kind: Kind): ReadonlyMap<string, ModelField> => FIELDS.get(kind) ?? NONE
