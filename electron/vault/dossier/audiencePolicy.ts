/**
 * Who may read what: one row for each group of the model's fields, one column for each audience. It is an
 * allow-list: a field belongs to the group `internal` until somebody says otherwise, and `internal` leaves in no
 * dossier; a new group without a row does not compile.
 *
 * Where this table is stricter than the practice it follows, the line says so.
 */
import { AUDIENCES, type TableReader } from '../../../shared/dossier/audience.ts'
import type { DisclosureGroup } from '../../../shared/model/disclosure.ts'
import { CONFIDENTIALITY, type Confidentiality } from '../../../shared/model/field.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { FieldName } from '../../../shared/model/model.ts'

/**
 * A allowed; P allowed when the statement itself is public (C0); G only generalised; C only with a consent of the
 * person for this audience that is in force (consents.ts); F forbidden, whoever consents.
 */
export type Cell = 'A' | 'P' | 'G' | 'C' | 'F'

// biome-ignore format: a table is read by its columns
const MATRIX: Readonly<Record<DisclosureGroup, readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell]>> = {
  //                    mediator ua_body echr icc wgad special icrc public
  names:                    ['A', 'A', 'A', 'A', 'C', 'C', 'A', 'C'],
  birth_date:               ['A', 'A', 'A', 'A', 'A', 'G', 'A', 'G'],
  id_documents:             ['F', 'C', 'C', 'C', 'C', 'F', 'C', 'F'],
  citizenship:              ['A', 'A', 'A', 'A', 'A', 'A', 'A', 'A'],
  ethnicity_religion:       ['G', 'A', 'C', 'C', 'C', 'C', 'F', 'C'],
  profession:               ['P', 'A', 'A', 'A', 'A', 'A', 'F', 'P'],
  // A public photograph may go to a mediator; none is printed until its metadata can be stripped.
  photo:                    ['F', 'C', 'F', 'C', 'F', 'F', 'C', 'C'],
  address:                  ['F', 'C', 'C', 'C', 'G', 'G', 'C', 'F'],
  arrest:                   ['A', 'A', 'A', 'A', 'A', 'A', 'G', 'P'],
  case:                     ['A', 'A', 'A', 'A', 'A', 'A', 'G', 'P'],
  custody:                  ['A', 'A', 'A', 'A', 'A', 'A', 'A', 'C'],
  lawyer:                   ['F', 'C', 'A', 'C', 'C', 'C', 'F', 'F'],
  // Counsel's own files go to the Court by counsel, not through this program.
  lawyer_notes:             ['F', 'F', 'F', 'F', 'F', 'F', 'F', 'F'],
  health_category:          ['A', 'A', 'A', 'A', 'A', 'A', 'A', 'C'],
  diagnosis:                ['F', 'C', 'C', 'C', 'C', 'C', 'C', 'F'],
  torture:                  ['F', 'C', 'C', 'C', 'C', 'C', 'F', 'C'],
  sexual_violence:          ['F', 'C', 'C', 'C', 'C', 'C', 'F', 'F'],
  perpetrators:             ['F', 'C', 'A', 'A', 'A', 'A', 'F', 'C'],
  // A Court or a prosecutor may get an identity sealed, by a way of its own; no dossier ever carries one.
  witness_identity:         ['F', 'F', 'F', 'F', 'F', 'F', 'F', 'F'],
  relatives:                ['F', 'C', 'C', 'C', 'F', 'F', 'C', 'F'],
  // The children themselves are F for a mediator; their number is one of the humanitarian grounds.
  minors_count:             ['G', 'G', 'C', 'C', 'G', 'G', 'C', 'F'],
  affiliations:             ['F', 'F', 'C', 'C', 'C', 'C', 'F', 'F'],
  exchange_wish:            ['C', 'C', 'F', 'F', 'F', 'F', 'F', 'F'],
  previous_lists:           ['G', 'A', 'F', 'F', 'F', 'F', 'F', 'F'],
  request:                  ['A', 'A', 'A', 'A', 'A', 'A', 'A', 'A'],
  // Public sources only; grades, custody and hashes are printed for nobody.
  source:                   ['P', 'P', 'C', 'P', 'F', 'F', 'F', 'F'],
  evidence:                 ['F', 'C', 'C', 'C', 'C', 'C', 'F', 'C'],
  internal:                 ['F', 'F', 'F', 'F', 'F', 'F', 'F', 'F'],
}

/** The team reads its own tables in full, but for what is never in a table: who a witness is, and what counsel noted. */
const NEVER_TABLED: ReadonlySet<DisclosureGroup> = new Set(['witness_identity', 'lawyer_notes'])

export const cellOf = (reader: TableReader, group: DisclosureGroup): Cell =>
  reader === 'team'
    ? NEVER_TABLED.has(group)
      ? 'F'
      : 'A'
    : (MATRIX[group][AUDIENCES.indexOf(reader)] ?? 'F')

/**
 * The highest confidentiality a statement may have and still be printed. C2 is by its meaning for the case team:
 * it leaves when somebody lowers it on the record, not by choosing an audience. C3 and C4 never leave. The public,
 * whose copy cannot be recalled, gets only what is public already.
 */
const CEILING: Readonly<Record<TableReader, Confidentiality>> = {
  mediator: 'C1',
  ua_body: 'C1',
  echr: 'C1',
  icc: 'C1',
  wgad: 'C1',
  special_procedures: 'C1',
  icrc: 'C1',
  public: 'C0',
  // A table is a file outside the vault, whoever it is for.
  team: 'C1',
}

export const isAboveCeiling = (audience: TableReader, level: Confidentiality): boolean =>
  CONFIDENTIALITY.indexOf(level) > CONFIDENTIALITY.indexOf(CEILING[audience])

type FieldList = { readonly [K in Kind]?: readonly FieldName<K>[] }

/**
 * What a mediator's page consists of, and nothing else: whatever a mediator gets is read by the detaining state, so
 * a field that the page has no place for stays here although its group is allowed.
 */
const MEDIATOR_PAGE: FieldList = {
  person: [
    'names',
    'status',
    'sex',
    'birthDate',
    'citizenship',
    'arrestDate',
    'case',
    'charges',
    'court',
    'verdictDate',
    'sentence',
    'termEnd',
    'healthCategory',
    'minorChildren',
    'previousLists',
    'request',
  ],
  case: ['charges', 'court'],
  stay: ['person', 'facility', 'from', 'to'],
  facility: ['names', 'type', 'region'],
  source: ['title', 'publisher', 'date'],
  organisation: ['publicContact'],
}

/** Has the page of this audience a place for the field? */
export function hasPlace(audience: TableReader, kind: Kind, field: string): boolean {
  if (audience !== 'mediator') return true
  const places: readonly string[] = MEDIATOR_PAGE[kind] ?? []
  return places.includes(field)
}
