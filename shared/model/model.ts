/**
 * The model: every kind with its fields. It is the only definition there is; the working index's tables, the
 * forms, the import columns and the dossier's fields are computed from it.
 */
import type { z } from 'zod'
import type { Field } from './field.ts'
import type { Kind } from './kind.ts'
import { act, involvement, perpetrator } from './kinds/acts.ts'
import { exchange, intervention } from './kinds/advocacy.ts'
import { counsel, relation } from './kinds/around.ts'
import { consent } from './kinds/consent.ts'
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

export const fieldOf = (kind: Kind, name: string): Field | undefined =>
  Object.hasOwn(MODEL[kind], name)
    ? (MODEL[kind] as Readonly<Record<string, Field>>)[name]
    : undefined
