/** The record of a table that left: of the kind of dossiers, so that it stands on the page of everybody in it. */
import type { TableReader } from '../../../shared/dossier/audience.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { fieldOf } from '../../../shared/model/model.ts'
import type { RecordChange, StatementInput } from '../../../shared/model/statement.ts'

export interface IssuedTable {
  readonly title: string
  readonly reader: TableReader
  readonly language: string
  readonly sha256: string
  readonly people: readonly RecordId[]
}

/** The schema of a change allows 500 statements. */
const PEOPLE_PER_CHANGE = 400

/** The change that makes the record, and those that add the people for whom there was no room in it. */
export function tableRecord(
  { title, reader, language, sha256, people }: IssuedTable,
  today: string,
): readonly [RecordChange, ...RecordChange[]] {
  const refs = people.map((person) => statement('people', person))
  const first = [
    statement('title', title),
    statement('audience', reader),
    statement('language', language),
    statement('issuedOn', today),
    statement('sha256', sha256),
    ...refs.slice(0, PEOPLE_PER_CHANGE),
  ]
  const others: RecordChange[] = []
  for (let at = PEOPLE_PER_CHANGE; at < refs.length; at += PEOPLE_PER_CHANGE)
    others.push(adding(refs.slice(at, at + PEOPLE_PER_CHANGE)))
  return [adding(first), ...others]
}

const adding = (add: StatementInput[]): RecordChange => ({ add, retract: [], prefer: {} })

/** What the program states about its own work: known for certain, from no source but itself. */
function statement(field: string, value: string): StatementInput {
  const confidentiality = fieldOf('dossier', field)?.confidentiality ?? 'C3'
  return { field, value, source: null, grade: 'A1', asOf: null, confidentiality }
}
