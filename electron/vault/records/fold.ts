/**
 * From entries to a record: applying one `record.set` to what was there before. Pure, so that reading the whole
 * ledger and saving one change after the other cannot come to different states.
 *
 * What does not fit is left out rather than guessed at: a value its field does not take, a retraction of an
 * unknown statement, a preference for a retracted one.
 */
import type { AuthorId, RecordId, StatementId } from '../../../shared/ids.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { knownField, modelFields } from './modelFields.ts'
import { type SetBody, type StoredStatement, statementId } from './ops.ts'
import { readValue } from './readBody.ts'

/** A record as the ledger tells it. Never changed in place: a save makes a new one. */
export interface FoldedRecord {
  readonly id: RecordId
  readonly kind: Kind
  readonly createdAt: number
  readonly updatedAt: number
  /** The last entry that changed it. */
  readonly lastSeq: number
  /** In the order they were added, retracted ones included. */
  readonly statements: readonly Statement[]
  /** Field → the statement somebody chose to show first, and the entry that says so. */
  readonly chosen: Readonly<Record<string, Choice>>
}

export interface Choice {
  readonly statement: StatementId
  readonly seq: number
}

export interface EntryPlace {
  readonly seq: number
  readonly time: number
  readonly author: AuthorId
}

export interface Applied {
  readonly record: FoldedRecord
  /** Statements that the model of this program does not take. */
  readonly leftOut: number
}

/**
 * `before` is undefined for a record's first entry. An entry of another kind than the record changes nothing, nor
 * does one that comes a second time.
 */
export function applySet(
  before: FoldedRecord | undefined,
  id: RecordId,
  { seq, time, author }: EntryPlace,
  body: SetBody,
): Applied {
  if (before && (before.kind !== body.kind || isRepeated(before.statements, body.ids))) {
    return { record: before, leftOut: body.add.length }
  }
  const statements = retracted(before?.statements ?? [], body.retract, seq)
  const fields = modelFields(body.kind)
  let leftOut = 0
  for (let place = 0; place < body.add.length; place += 1) {
    const written = body.add[place] as StoredStatement
    const known = fields.get(written.field) ?? knownField(body.kind, written.field)
    const value = known ? readValue(known.field, written.value) : undefined
    const basis = body.bases[written.basis]
    if (!known || !basis || value === undefined) {
      leftOut += 1
      continue
    }
    statements.push({
      id: statementId(body, place),
      // The model's own string: one for all statements, and quick to compare.
      field: known.name,
      value: value as Statement['value'],
      source: basis.source,
      grade: basis.grade,
      asOf: basis.asOf,
      confidentiality: basis.confidentiality,
      seq,
      at: time,
      author,
      retractedBy: null,
    })
  }
  const record = {
    id,
    kind: body.kind,
    createdAt: before?.createdAt ?? time,
    updatedAt: time,
    lastSeq: seq,
    statements,
    chosen: choose(before, statements, body, seq),
  }
  return { record, leftOut }
}

/** Whether an entry with these ids was applied before. All statements of an entry begin alike: one is looked at. */
function isRepeated(statements: readonly Statement[], ids: string): boolean {
  let seq = 0
  for (const each of statements) {
    if (each.seq === seq) continue
    seq = each.seq
    if (each.id.startsWith(ids)) return true
  }
  return false
}

/** A copy in which those of `ids` that still held are taken back. */
function retracted(
  statements: readonly Statement[],
  ids: readonly StatementId[],
  seq: number,
): Statement[] {
  if (ids.length === 0) return [...statements]
  const back = new Set(ids)
  return statements.map((each) =>
    back.has(each.id) && each.retractedBy === null ? { ...each, retractedBy: seq } : each,
  )
}

/** Something else than its statements changed: a file was added. */
export const touch = (record: FoldedRecord, { seq, time }: EntryPlace): FoldedRecord => ({
  ...record,
  updatedAt: time,
  lastSeq: seq,
})

function choose(
  before: FoldedRecord | undefined,
  statements: readonly Statement[],
  { prefer, retract }: SetBody,
  seq: number,
): Readonly<Record<string, Choice>> {
  const wanted = Object.entries(prefer)
  if (wanted.length === 0 && (!before || retract.length === 0)) return before?.chosen ?? {}
  const chosen: Record<string, Choice> = {}
  for (const [field, choice] of Object.entries(before?.chosen ?? {})) {
    // Only a retraction ends a choice.
    if (retract.length === 0 || holds(statements, field, choice.statement)) chosen[field] = choice
  }
  for (const [field, statement] of wanted) {
    if (holds(statements, field, statement)) chosen[field] = { statement, seq }
  }
  return chosen
}

/** Whether a statement of this field is there and not taken back. What was added last is asked for most. */
function holds(statements: readonly Statement[], field: string, id: StatementId): boolean {
  for (let place = statements.length - 1; place >= 0; place -= 1) {
    const each = statements[place]
    if (each?.field === field && each.id === id) return each.retractedBy === null
  }
  return false
}
