/** Invented records and statements for the tests of the record screens. */
import { AuthorId, RecordId, StatementId } from '../../../shared/ids.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { RecordState, Statement } from '../../../shared/model/statement.ts'

const hex = (n: number) => n.toString(16).padStart(32, '0')
export const recordId = (n: number) => RecordId.parse(hex(n))
export const statementId = (n: number) => StatementId.parse(hex(n))

export function statement(
  n: number,
  field: string,
  value: Statement['value'],
  extra: Partial<Statement> = {},
): Statement {
  return {
    id: statementId(n),
    field,
    value,
    source: null,
    grade: 'F6',
    asOf: null,
    confidentiality: 'C0',
    seq: n,
    at: n * 1000,
    author: AuthorId.parse(hex(999)),
    retractedBy: null,
    ...extra,
  }
}

export function record(
  kind: Kind,
  statements: readonly Statement[],
  preferred: RecordState['preferred'] = {},
): RecordState {
  return {
    id: recordId(1),
    kind,
    createdAt: 0,
    updatedAt: 0,
    lastSeq: 1,
    title: 'Invented',
    statements: [...statements],
    preferred,
  }
}
