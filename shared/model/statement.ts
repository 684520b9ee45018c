/**
 * A statement: one value of one field, with where it comes from, how far it is believed, when it was true and
 * who may see it. Statements are added and retracted, never overwritten; conflicting ones stand side by side.
 */
import { z } from 'zod'
import { AuthorId, RecordId, StatementId } from '../ids.ts'
import { CONFIDENTIALITY } from './field.ts'
import { KINDS } from './kind.ts'
import { PartialDate } from './values.ts'

/** Admiralty grading: source A–F and information 1–6 on two independent axes; F6 is "cannot be judged". */
export const SOURCE_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const INFORMATION_GRADES = ['1', '2', '3', '4', '5', '6'] as const
export const Grade = z.string().regex(/^[A-F][1-6]$/)
export type Grade = z.infer<typeof Grade>
export const DEFAULT_GRADE: Grade = 'F6'

export const FieldNameText = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/)

/** What is written: the value is checked against the model's field before it gets here. */
export const StatementInput = z.strictObject({
  field: FieldNameText,
  value: z.json(),
  source: RecordId.nullable(),
  grade: Grade,
  asOf: PartialDate.nullable(),
  confidentiality: z.enum(CONFIDENTIALITY),
})
export type StatementInput = z.infer<typeof StatementInput>

export const Statement = StatementInput.extend({
  id: StatementId,
  /** Ledger entry that added it, when and by which device. */
  seq: z.number().int().positive(),
  at: z.number().int(),
  author: AuthorId,
  /** Ledger entry that took it back; such a statement is history. */
  retractedBy: z.number().int().positive().nullable(),
})
export type Statement = z.infer<typeof Statement>

/** A record's current state: every statement, and for each field the preferred one. */
export const RecordState = z.strictObject({
  id: RecordId,
  kind: z.enum(KINDS),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  lastSeq: z.number().int(),
  title: z.string(),
  statements: z.array(Statement),
  preferred: z.record(FieldNameText, StatementId),
})
export type RecordState = z.infer<typeof RecordState>

/** One save: what is added, taken back and preferred, all in one ledger entry. */
export const RecordChange = z.strictObject({
  add: z.array(StatementInput).max(500).default([]),
  retract: z.array(StatementId).max(500).default([]),
  /** Field → statement shown first; may name one just added as `+0`, `+1`, … by its place in `add`. */
  prefer: z
    .record(FieldNameText, z.union([StatementId, z.string().regex(/^\+\d{1,3}$/)]))
    .default({}),
})
export type RecordChange = z.infer<typeof RecordChange>
