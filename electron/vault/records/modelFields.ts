/** The model's fields by kind and name, and their order: looked up for every statement of a vault. */
import { UNDEFINED_FIELD } from '../../../shared/model/custom.ts'
import type { Field } from '../../../shared/model/field.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { fieldsOf, isCustomFieldOf } from '../../../shared/model/model.ts'

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

/** Behind every field of the model. */
const LAST_PLACE = Number.MAX_SAFE_INTEGER
const CUSTOM = new Map<string, ModelField>()

/** A field of the model, or one of a team's own, of which no more is known here than that it is one. */
export function knownField(kind: Kind, name: string): ModelField | undefined {
  const known = FIELDS.get(kind)?.get(name)
  if (known || !isCustomFieldOf(kind, name)) return known
  const made = CUSTOM.get(name) ?? { name, field: UNDEFINED_FIELD, place: LAST_PLACE }
  CUSTOM.set(name, made)
  return made
}
