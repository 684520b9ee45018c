/**
 * Which of several statements is shown first when nobody chose one. The rule looks at how well a statement is
 * believed and how recent it is, never at how confidential it is: what is shown first must not depend on what
 * may be shown to whom.
 *
 * 1. Information grade, best first: 1, 2, 3, then 6 (cannot be judged), then 4 and 5, which speak against it.
 * 2. Source grade in the same manner: A, B, C, then F, then D and E.
 * 3. The later as-of date; a statement without one comes last.
 * 4. The later ledger entry, and in one entry the later statement.
 *
 * Names all hold at once, so for them a language that the team reads comes first (uk, crh, ru, en, tr, other),
 * aliases and misprints come last, and the first one recorded wins.
 */
import type { Field } from '../../../shared/model/field.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { FoldedRecord } from './fold.ts'
import { knownField, type ModelField } from './modelFields.ts'

const INFORMATION_ORDER = '123645'
const SOURCE_ORDER = 'ABCFDE'
const LANGUAGE_ORDER: readonly Name['lang'][] = ['uk', 'crh', 'ru', 'en', 'tr', 'other']
const LAST_RESORT: ReadonlySet<Name['type']> = new Set(['alias', 'misprint'])

/** Smaller is better. */
const gradeRank = (grade: string): number =>
  INFORMATION_ORDER.indexOf(grade.charAt(1)) * SOURCE_ORDER.length +
  SOURCE_ORDER.indexOf(grade.charAt(0))

/** The end of a date, so that a range or a whole year counts as long as it lasts. */
const endOf = (date: string | null): string =>
  date === null ? '' : `${date.slice(date.indexOf('/') + 1).replace('~', '')}~`

const later = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1)

/** For sorting statements of one field, best first; the order they were added in must be kept by the sort. */
function compareStatements(a: Statement, b: Statement): number {
  return (
    gradeRank(a.grade) - gradeRank(b.grade) || later(endOf(a.asOf), endOf(b.asOf)) || b.seq - a.seq
  )
}

function compareNames(a: Statement, b: Statement): number {
  const [left, right] = [a.value as Name, b.value as Name]
  return (
    LANGUAGE_ORDER.indexOf(left.lang) - LANGUAGE_ORDER.indexOf(right.lang) ||
    Number(LAST_RESORT.has(left.type)) - Number(LAST_RESORT.has(right.type)) ||
    gradeRank(a.grade) - gradeRank(b.grade)
  )
}

/** The best of at least one statement. */
function best(field: Field, statements: readonly Statement[]): Statement | undefined {
  const compare = field.type === 'name' ? compareNames : compareStatements
  // Of equals the first name wins, and of everything else the last.
  const keepFirst = field.type === 'name'
  let found: Statement | undefined
  for (const each of statements) {
    const order = found ? compare(each, found) : -1
    if (order < 0 || (order === 0 && !keepFirst)) found = each
  }
  return found
}

/** The statements of one field that hold, the preferred one first, the others in the order they were added. */
export interface FieldView {
  readonly field: Field
  readonly name: string
  readonly statements: readonly Statement[]
}

/** Every field that has a value now, in the order of the model. */
export function viewOf(record: FoldedRecord): readonly FieldView[] {
  const found: { known: ModelField; statements: Statement[] }[] = []
  const byName = new Map<string, Statement[]>()
  for (const statement of record.statements) {
    if (statement.retractedBy !== null) continue
    const statements = byName.get(statement.field)
    if (statements) {
      statements.push(statement)
      continue
    }
    const known = knownField(record.kind, statement.field)
    if (known) {
      const started = [statement]
      byName.set(statement.field, started)
      found.push({ known, statements: started })
    }
  }
  return found
    .sort((a, b) => a.known.place - b.known.place)
    .map(({ known: { name, field }, statements }) => ({
      name,
      field,
      statements: preferredFirst(record, name, field, statements),
    }))
}

/** Of one field of the model. */
export function fieldView(record: FoldedRecord, name: string, field: Field): FieldView {
  const statements = holding(record, name)
  return { name, field, statements: preferredFirst(record, name, field, statements) }
}

function preferredFirst(
  record: FoldedRecord,
  name: string,
  field: Field,
  statements: readonly Statement[],
): readonly Statement[] {
  if (statements.length <= 1) return statements
  const first = firstOf(record, name, field, statements)
  return first ? [first, ...statements.filter((each) => each !== first)] : statements
}

/** The one that somebody chose, else the best. */
function firstOf(
  record: FoldedRecord,
  name: string,
  field: Field,
  statements: readonly Statement[],
): Statement | undefined {
  const chosen = record.chosen[name]?.statement
  const found = chosen === undefined ? undefined : statements.find((each) => each.id === chosen)
  return found ?? best(field, statements)
}

/** The statements of a field that hold, in the order they were added. */
export function holding(record: FoldedRecord, name: string): readonly Statement[] {
  const found: Statement[] = []
  for (const each of record.statements) {
    if (each.field === name && each.retractedBy === null) found.push(each)
  }
  return found
}

/** The preferred statement of a field. */
export function preferred(record: FoldedRecord, name: string): Statement | undefined {
  const statements = holding(record, name)
  if (statements.length <= 1) return statements[0]
  const known = knownField(record.kind, name)
  return known && firstOf(record, name, known.field, statements)
}

/** Statements of a field that are shown as its value: all of a field that holds many, else the preferred one. */
export const shown = ({ field, statements }: FieldView): readonly Statement[] =>
  field.many ? statements : statements.slice(0, 1)

/** Fields that hold one value and have statements that differ. */
export const conflictsOf = (record: FoldedRecord): string[] =>
  viewOf(record)
    .filter(({ field, statements }) => !field.many && differ(statements))
    .map(({ name }) => name)

/** Values were written out by their schema, so equal ones have one JSON. */
const differ = (statements: readonly Statement[]): boolean =>
  new Set(statements.map(({ value }) => JSON.stringify(value))).size > 1
