/** The columns of a list, computed from the model's `listed` fields: the title first, when it changed last. */
import type { Field } from '../../../../shared/model/field.ts'
import { type FieldName, fieldsOf, type OpenKind } from '../../../../shared/model/model.ts'

export interface Column {
  /** A listed field, or one of the two that every record has. */
  readonly by: string
  /** `null` for title and last change. */
  readonly spec: Field | null
  /** A track of the grid. */
  readonly width: string
}

/** The fields that the title is made of: they need no column of their own. */
const TITLE_FIELDS: { readonly [K in OpenKind]?: readonly FieldName<K>[] } = {
  person: ['names'],
  relation: ['person', 'other'],
  counsel: ['lawyer', 'person'],
  consent: ['subject', 'date'],
  witness: ['codeName'],
  case: ['label'],
  proceeding: ['case', 'court', 'openedOn'],
  act: ['victim', 'from'],
  involvement: ['perpetrator'],
  perpetrator: ['names'],
  facility: ['names'],
  place: ['names'],
  health: ['person', 'date'],
  examination: ['person', 'date'],
  intervention: ['recipient', 'sentOn'],
  exchange: ['person'],
  source: ['title'],
  organisation: ['title'],
  evidence: ['title'],
  dossier: ['title'],
  customField: ['label'],
  valueList: ['label'],
}

/** The longest words of a list, and the first that are looked for: room for two lines of them beside a mark. */
const STATUS_WIDTH = 'minmax(212px, 1.3fr)'

const WIDTHS: Partial<Record<Field['type'], string>> = {
  date: 'minmax(122px, 0.7fr)',
  enum: 'minmax(132px, 1.1fr)',
  number: '90px',
}

export function columnsOf(kind: OpenKind): readonly Column[] {
  const inTitle: readonly string[] = TITLE_FIELDS[kind] ?? []
  const fields = fieldsOf(kind).filter(([name, { listed }]) => listed && !inTitle.includes(name))
  return [
    { by: 'title', spec: null, width: 'minmax(200px, 2.2fr)' },
    ...fields.map(([by, spec]) => ({ by, spec, width: widthOf(kind, by, spec) })),
    { by: 'updatedAt', spec: null, width: 'minmax(96px, 0.6fr)' },
  ]
}

const widthOf = (kind: OpenKind, by: string, { type }: Field): string =>
  kind === 'person' && by === 'status' ? STATUS_WIDTH : (WIDTHS[type] ?? 'minmax(120px, 1fr)')

export const tracksOf = (columns: readonly Column[]): string =>
  columns.map(({ width }) => width).join(' ')

/** Fields with a closed set of values, by which a list can be narrowed. */
export const filtersOf = (kind: OpenKind): ReadonlyArray<readonly [string, Field]> =>
  fieldsOf(kind).filter(([, { listed, type }]) => listed && type === 'enum')

/** Whether a list of the kind shows anything that goes stale. */
export const goesStale = (kind: OpenKind): boolean =>
  fieldsOf(kind).some(([, spec]) => spec.listed && spec.goesStale !== undefined)
