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

/** A statement on its way to or from the ledger; its value is checked against the model's field besides. */
export const WrittenStatement = StatementInput.extend({ id: StatementId, value: z.unknown() })
export type WrittenStatement = z.infer<typeof WrittenStatement>

export const SetBody = z.strictObject({
  kind: z.enum(KINDS),
  add: z.array(WrittenStatement),
  retract: z.array(StatementId),
  /** Field → the statement shown first from now on. */
  prefer: z.record(FieldNameText, StatementId),
})
export type SetBody = z.infer<typeof SetBody>

/** Stays readable after the record's key is gone: it is the one thing that is kept of it. */
export const EraseBody = z.strictObject({ reason: z.string().min(1).max(500) })

export const CompartmentOpenedBody = z.strictObject({
  compartment: z.literal(1),
  reason: z.string().min(1).max(500),
})
