/**
 * From a change that somebody asks for to the body that is written: statements get their ids, values are
 * parsed by their field, and everything a change refers to must be there. Refused as a whole with
 * `invalid_record`; the details say which statement and why, and hold nothing of what was typed.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { RecordId, StatementId } from '../../../shared/ids.ts'
import { type CustomDefinition, customSpec, isFixedOnceSaid } from '../../../shared/model/custom.ts'
import type { Field } from '../../../shared/model/field.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { LabelWords } from '../../../shared/model/labelWords.ts'
import { isCustomFieldOf } from '../../../shared/model/model.ts'
import type { RecordChange, Statement, StatementInput } from '../../../shared/model/statement.ts'
import { randomBytes } from '../crypto/bytes.ts'
import { type CustomLookup, NO_CUSTOM_FIELDS } from './customFields.ts'
import type { FoldedRecord } from './fold.ts'
import { modelFields } from './modelFields.ts'
import { type Basis, type SetBody, type StoredStatement, statementId } from './ops.ts'
import { readSetBody, readValue } from './readBody.ts'
import { readChange } from './readChange.ts'

type ChangeProblem =
  | 'shape'
  | 'unknown_field'
  | 'bad_value'
  | 'bad_source'
  | 'bad_reference'
  | 'unknown_statement'
  | 'retracted_statement'

/** The kind of a record that can be referred to; undefined when it does not exist (any more). */
export type KindLookup = (id: RecordId) => Kind | undefined

export const newId = <Id extends string>(): Id => randomBytes(16).toString('hex') as Id

/** `statement` is the place in `add`. */
const refused = (why: ChangeProblem, statement?: number): VaultError =>
  new VaultError('invalid_record', statement === undefined ? { why } : { why, statement })

/** What a statement says, to be said once more. */
export function saidAgain(statement: Statement): StatementInput {
  const { field, value, source, grade, asOf, confidentiality } = statement
  return { field, value, source, grade, asOf, confidentiality }
}

export const isEmptyChange = ({ add, retract, prefer }: RecordChange): boolean =>
  add.length === 0 && retract.length === 0 && Object.keys(prefer).length === 0

/** What a change is checked against besides the model. */
export interface ChangeContext {
  /** Fields that the team defined. */
  readonly custom?: CustomLookup
  /** Statements of another record that are said again of this one. */
  readonly said?: readonly Statement[]
}

/** `before` is undefined for a new record. Errors: `invalid_record`. */
export function setBody(
  kind: Kind,
  before: FoldedRecord | undefined,
  change: RecordChange,
  kindOf: KindLookup,
  { custom = NO_CUSTOM_FIELDS, said = [] }: ChangeContext = {},
): SetBody {
  const asked = readChange(change)
  if (!asked) throw refused('shape')
  const { add } = asked
  const stored = new StoredStatements()
  const fields = modelFields(kind)
  for (const [place, input] of add.entries()) {
    const field = fields.get(input.field)?.field
    const value = field
      ? checkedValue(field, input, place, kindOf)
      : isCustomFieldOf(kind, input.field)
        ? customValue(custom.of(kind, input.field), before, said, input, place)
        : undefined
    if (value === undefined) throw refused('unknown_field', place)
    if (!staysItself(kind, before, input.field, value)) throw refused('bad_value', place)
    const isKnown = stored.add(input, value)
    // What is based on the same names the same source.
    if (!isKnown && input.source !== null && kindOf(input.source) !== 'source')
      throw refused('bad_source', place)
  }
  const ids = randomBytes(14).toString('hex')
  const { bases, statements } = stored
  const body = { kind, ids, bases, add: statements, ...choices(before, asked, ids) }
  invariant(readSetBody(body), 'what is written can be read back')
  return body
}

/** What is taken back and what is shown first, of statements that hold. */
function choices(
  before: FoldedRecord | undefined,
  { add, retract, prefer }: RecordChange,
  ids: string,
): Pick<SetBody, 'retract' | 'prefer'> {
  const wanted = Object.entries(prefer)
  if (retract.length === 0 && wanted.length === 0) return { retract: [], prefer: {} }
  const active = new Map<StatementId, string>()
  for (const { id, field, retractedBy } of before?.statements ?? []) {
    if (retractedBy === null) active.set(id, field)
    else if (retract.includes(id)) throw refused('retracted_statement')
  }
  const back = [...new Set(retract)]
  for (const id of back) if (!active.delete(id)) throw refused('unknown_statement')
  for (const [place, { field }] of add.entries()) active.set(statementId({ ids }, place), field)
  const preferences: SetBody['prefer'] = {}
  for (const [field, name] of wanted) {
    const id = name.startsWith('+')
      ? statementId({ ids }, Number(name.slice(1)))
      : (name as StatementId)
    if (active.get(id) !== field) throw refused('unknown_statement')
    preferences[field] = id
  }
  return { retract: back, prefer: preferences }
}

/** Statements with what they are based on written once. */
class StoredStatements {
  readonly bases: Basis[] = []
  readonly statements: StoredStatement[] = []

  /** False when it is based on something that none before it was. */
  add(input: StatementInput, value: unknown): boolean {
    const known = this.#placeOf(input)
    const basis = known ?? this.bases.push(basisOf(input)) - 1
    this.statements.push({ field: input.field, value, basis })
    return known !== undefined
  }

  /** Those of one change are few: looked through, they cost less than a table of them. */
  #placeOf({ source, grade, asOf, confidentiality }: StatementInput): number | undefined {
    for (let place = 0; place < this.bases.length; place += 1) {
      const each = this.bases[place] as Basis
      if (
        each.source === source &&
        each.grade === grade &&
        each.asOf === asOf &&
        each.confidentiality === confidentiality
      )
        return place
    }
    return undefined
  }
}

const basisOf = ({ source, grade, asOf, confidentiality }: StatementInput): Basis => ({
  source,
  grade,
  asOf,
  confidentiality,
})

function checkedValue(
  field: Field,
  input: StatementInput,
  place: number,
  kindOf: KindLookup,
): unknown {
  const value = readValue(field, input.value)
  if (value === undefined) throw refused('bad_value', place)
  if (!refers(field, value, kindOf)) throw refused('bad_reference', place)
  return value
}

/**
 * What the definition in force takes. What was said before in the same words may be said again, with another source or
 * after a merge, although its field or its value is retired: it is no new value.
 */
function customValue(
  definition: CustomDefinition | undefined,
  before: FoldedRecord | undefined,
  others: readonly Statement[],
  { field, value }: StatementInput,
  place: number,
): unknown {
  const isSaid = (each: Statement) => each.field === field && each.value === value
  const known = before?.statements.find(isSaid) ?? others.find(isSaid)
  if (known) return known.value
  if (!definition || definition.retired) throw refused('unknown_field', place)
  const parsed = customSpec(definition).value.safeParse(value)
  if (!parsed.success) throw refused('bad_value', place)
  return parsed.data
}

/** Values of a field would come to mean something else, and a value of a list is known by its code alone. */
function staysItself(
  kind: Kind,
  before: FoldedRecord | undefined,
  field: string,
  value: unknown,
): boolean {
  if (kind === 'valueList' && field === 'choices') return (value as LabelWords).code !== undefined
  if (!isFixedOnceSaid(kind, field)) return true
  const said = before?.statements.filter((each) => each.field === field) ?? []
  return said.every((each) => each.value === value)
}

const refers = (field: Field, value: unknown, kindOf: KindLookup): boolean =>
  field.type !== 'ref' || kindOf(value as RecordId) === field.target

/** Fields that a change touches. */
export function fieldsTouched(record: FoldedRecord, { add, retract, prefer }: RecordChange) {
  const fields = new Set([...add.map(({ field }) => field), ...Object.keys(prefer)])
  const retracted = new Set(retract)
  for (const { id, field } of record.statements) if (retracted.has(id)) fields.add(field)
  return fields
}

/** Fields of a record that changed after entry `seq`. */
export function fieldsChangedSince(record: FoldedRecord, seq: number): Set<string> {
  const fields = new Set<string>()
  for (const { field, seq: added, retractedBy } of record.statements) {
    if (added > seq || (retractedBy !== null && retractedBy > seq)) fields.add(field)
  }
  for (const [field, choice] of Object.entries(record.chosen)) {
    if (choice.seq > seq) fields.add(field)
  }
  return fields
}
