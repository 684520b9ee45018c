/**
 * The ledger operations of records and the shapes of their bodies. A body is parsed when it is written and
 * again when it is read: what a newer or a faulty program wrote is set aside, never guessed at.
 */
import { z } from 'zod'
import { StatementId } from '../../../shared/ids.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { FieldNameText, StatementInput } from '../../../shared/model/statement.ts'

/** One save of one record: only what changed. The first one of a record makes it. */
export const OP_RECORD_SET = 'record.set'
/** The end of a record; its key is destroyed in the same transaction. */
export const OP_RECORD_ERASE = 'record.erase'
/** A file joined an evidence record (evidence/objectOp.ts). */
export const OP_OBJECT_ADD = 'object.add'
/** Somebody looked into the witness compartment. Sealed with the witness's own record. */
export const OP_COMPARTMENT_OPENED = 'compartment.opened'

/** Where statements of one save come from and who may see them; most share it. */
export const Basis = z.object(
  StatementInput.pick({ source: true, grade: true, asOf: true, confidentiality: true }).shape,
)
export type Basis = z.infer<typeof Basis>

/** A statement as it is stored; its value is checked against the model's field besides. */
export const StoredStatement = z.object({
  field: z.string(),
  value: z.unknown(),
  /** Place in `bases`. */
  basis: z.number(),
})
export type StoredStatement = z.infer<typeof StoredStatement>

/** What is written again and again is written once: half the bytes that an unlock has to decrypt and parse. */
export const SetBody = z.object({
  kind: z.enum(KINDS),
  /** Random; with the place in `add` as four hexadecimal digits it makes the id of a statement. */
  ids: z.string().regex(/^[0-9a-f]{28}$/),
  bases: z.array(Basis),
  add: z.array(StoredStatement),
  retract: z.array(StatementId),
  /** Field → the statement shown first from now on. */
  prefer: z.record(FieldNameText, StatementId),
})
export type SetBody = z.infer<typeof SetBody>

const digits = (place: number): string => place.toString(16).padStart(4, '0')
const PLACES = Array.from({ length: 500 }, (_, place) => digits(place))

/** The id of the statement at a place of `add`. */
export const statementId = ({ ids }: Pick<SetBody, 'ids'>, place: number): StatementId =>
  (ids + (PLACES[place] ?? digits(place))) as StatementId

/** Stays readable after the record's key is gone: it is the one thing that is kept of it. */
export const EraseBody = z.strictObject({ reason: z.string().min(1).max(500) })

export const CompartmentOpenedBody = z.strictObject({
  compartment: z.literal(1),
  reason: z.string().min(1).max(500),
})
