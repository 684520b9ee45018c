/**
 * The model: every kind with its fields. It is the only definition there is; the working index's tables, the
 * forms, the import columns and the dossier's fields are computed from it.
 */
import type { z } from 'zod'
import { definitionIdOf, takesCustomFields, UNDEFINED_FIELD } from './custom.ts'
import type { Field } from './field.ts'
import type { Kind } from './kind.ts'
import { act, involvement, perpetrator } from './kinds/acts.ts'
import { exchange, intervention } from './kinds/advocacy.ts'
import { counsel, relation } from './kinds/around.ts'
import { consent } from './kinds/consent.ts'
import { customField, valueList } from './kinds/custom.ts'
import { dossier, evidence, organisation, source } from './kinds/documents.ts'
import { case_, facility, incident, stay } from './kinds/events.ts'
import { examination, health } from './kinds/health.ts'
import { person } from './kinds/person.ts'
import { place } from './kinds/place.ts'
import { proceeding } from './kinds/proceeding.ts'
import { witness, witnessIdentity } from './kinds/witness.ts'

export const MODEL = {
  person,
  relation,
  counsel,
  consent,
  witness,
  witnessIdentity,
  case: case_,
  proceeding,
  incident,
  act,
  involvement,
  perpetrator,
  facility,
  stay,
  place,
  health,
  examination,
  intervention,
  exchange,
  source,
  organisation,
  evidence,
  dossier,
  customField,
  valueList,
} as const satisfies Record<Kind, Readonly<Record<string, Field>>>

export type FieldName<K extends Kind> = keyof (typeof MODEL)[K] & string
export type FieldValue<K extends Kind, F extends FieldName<K>> =
  (typeof MODEL)[K][F] extends Field<infer T> ? z.infer<T> : never

/** Kinds whose records live in the witness compartment and never enter the working index. */
export const SEALED_KINDS = ['witnessIdentity'] as const satisfies readonly Kind[]
export type SealedKind = (typeof SEALED_KINDS)[number]
export type OpenKind = Exclude<Kind, SealedKind>

export const isSealedKind = (kind: Kind): kind is SealedKind =>
  (SEALED_KINDS as readonly Kind[]).includes(kind)

/** The fields of a kind in the order of its forms. */
export const fieldsOf = (kind: Kind): ReadonlyArray<readonly [string, Field]> =>
  Object.entries(MODEL[kind])

/** A field of a team's own is known by its name alone: its definition says the rest (custom.ts). */
export const fieldOf = (kind: Kind, name: string): Field | undefined => {
  if (Object.hasOwn(MODEL[kind], name))
    return (MODEL[kind] as Readonly<Record<string, Field>>)[name]
  return isCustomFieldOf(kind, name) ? UNDEFINED_FIELD : undefined
}

export const isCustomFieldOf = (kind: Kind, name: string): boolean =>
  definitionIdOf(name) !== undefined && takesCustomFields(kind)
