/**
 * What was typed into an open form of a record and is not saved yet. It is kept sealed on this machine while the form
 * is open, so that a lock or a crash does not lose it, and is offered after the next unlock. Raw as typed: it is
 * checked as a value only when it is saved.
 *
 * Identities of witnesses are no kind of draft: outside their compartment they are kept nowhere.
 */
import { z } from 'zod'
import { RecordId, StatementId } from '../ids.ts'
import { CONFIDENTIALITY } from './field.ts'
import { KINDS } from './kind.ts'
import { FieldNameText, Grade } from './statement.ts'

export const DraftId = z.string().regex(/^[0-9a-f]{32}$/)
export type DraftId = z.infer<typeof DraftId>

/** More than the longest text of the model, which is only measured when it is saved. */
const Typed = z.string().max(200_000)

const DraftEntry = z.strictObject({
  /** Names the line inside this draft. */
  key: z.string().regex(/^entry-\d{1,6}$/),
  field: FieldNameText,
  /** Text, or the parts of a composed value. */
  raw: z.union([Typed, z.record(FieldNameText, Typed)]),
  own: z.strictObject({
    source: RecordId.nullable().optional(),
    grade: Grade.optional(),
    asOf: Typed.optional(),
    confidentiality: z.enum(CONFIDENTIALITY).optional(),
  }),
  corrects: StatementId.nullable(),
})

export const FormDraft = z.strictObject({
  id: DraftId,
  kind: z.enum(KINDS).exclude(['witnessIdentity']),
  /** The record that is edited; `null` for one to be made. */
  record: RecordId.nullable(),
  /** Of a record to be made: the one it is about, already chosen in `field`. */
  about: z.strictObject({ field: FieldNameText, record: RecordId }).nullable(),
  defaults: z.strictObject({ source: RecordId.nullable(), grade: Grade, asOf: Typed }),
  entries: z.array(DraftEntry).max(1000),
  retract: z.array(StatementId).max(1000),
  /** Field → the statement, or the key of the entry, to be shown first. */
  /** Of a person: who was offered as the same one and is another, with the words for that line. */
  different: z
    .array(z.strictObject({ id: RecordId, title: Typed }))
    .max(100)
    .optional(),
  prefer: z.record(FieldNameText, z.union([StatementId, z.string().regex(/^entry-\d{1,6}$/)])),
})
export type FormDraft = z.infer<typeof FormDraft>

/** A draft as it is kept: with the time of its last change. */
export const KeptDraft = z.strictObject({ at: z.number().int(), draft: FormDraft })
export type KeptDraft = z.infer<typeof KeptDraft>
