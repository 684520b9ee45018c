/** The columns of a list, computed from the model's `listed` fields: the title first, when it changed last. */
import type { Field } from '../../../../shared/model/field.ts'
import { fieldsOf, type OpenKind } from '../../../../shared/model/model.ts'

export interface Column {
  /** A listed field, or one of the two that every record has. */
  readonly by: string
  /** `null` for title and last change. */
  readonly spec: Field | null
  /** A track of the grid. */
  readonly width: string
}

/** The field that the title is made of: it needs no column of its own. */
const TITLE_FIELD: Partial<Record<OpenKind, string>> = {
  person: 'names',
  witness: 'codeName',
  case: 'label',
  facility: 'names',
  source: 'title',
  organisation: 'title',
  evidence: 'title',
  dossier: 'title',
}

const WIDTHS: Partial<Record<Field['type'], string>> = {
  date: 'minmax(122px, 0.7fr)',
  enum: 'minmax(132px, 1.1fr)',
  number: '90px',
}

export function columnsOf(kind: OpenKind): readonly Column[] {
  const fields = fieldsOf(kind).filter(([name, { listed }]) => listed && name !== TITLE_FIELD[kind])
  return [
    { by: 'title', spec: null, width: 'minmax(220px, 2.2fr)' },
    ...fields.map(([by, spec]) => ({ by, spec, width: WIDTHS[spec.type] ?? 'minmax(120px, 1fr)' })),
    { by: 'updatedAt', spec: null, width: 'minmax(96px, 0.6fr)' },
  ]
}

export const tracksOf = (columns: readonly Column[]): string =>
  columns.map(({ width }) => width).join(' ')

/** Fields with a closed set of values, by which a list can be narrowed. */
export const filtersOf = (kind: OpenKind): ReadonlyArray<readonly [string, Field]> =>
  fieldsOf(kind).filter(([, { listed, type }]) => listed && type === 'enum')
