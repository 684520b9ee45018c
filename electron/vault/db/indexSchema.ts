/**
 * The tables of the working index, computed from the model: one typed table per open kind with a column per
 * field, and beside them who refers to whom, the spellings of names, and the words. Held in memory only.
 *
 * Names of tables and columns are put into SQL as text here and in indexDb.ts, which is done nowhere else: they
 * come from the program's own model and are checked against a plain pattern. Values are always bound.
 */
import { invariant } from '../../../shared/errors.ts'
import type { Field } from '../../../shared/model/field.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf, isSealedKind, type OpenKind } from '../../../shared/model/model.ts'

/** What a column of a kind's table holds. */
export type ColumnContent =
  /** The value that is shown; of a field with many values a JSON array of texts. */
  | 'value'
  /** What a list is sorted by, where that is not the value itself. */
  | 'order'

export interface IndexColumn {
  readonly sql: string
  readonly name: string
  readonly field: Field
  readonly content: ColumnContent
}

export const INDEX_KINDS: readonly OpenKind[] = KINDS.filter(
  (kind): kind is OpenKind => !isSealedKind(kind),
)

/** Long texts stay out: nothing lists or sorts them, and the words have them already. */
const hasColumn = (field: Field): boolean => field.type !== 'longText'

/** Texts and names sort by the alphabet, codes by the order of their menu; everything else as it is. */
export const hasOrderColumn = (field: Field): boolean =>
  field.listed && (field.type === 'text' || field.type === 'name' || field.type === 'enum')

const COLUMNS: ReadonlyMap<OpenKind, readonly IndexColumn[]> = new Map(
  INDEX_KINDS.map((kind) => [kind, makeColumns(kind)]),
)

/** In the order in which their values are bound. */
export function columnsOf(kind: OpenKind): readonly IndexColumn[] {
  const columns = COLUMNS.get(kind)
  invariant(columns, 'an open kind has a table')
  return columns
}

function makeColumns(kind: OpenKind): readonly IndexColumn[] {
  return fieldsOf(kind).flatMap(([name, field]) => {
    if (!hasColumn(field)) return []
    const value = { sql: quoted(name), name, field, content: 'value' as const }
    const order = { sql: quoted(`${name}$`), name, field, content: 'order' as const }
    return hasOrderColumn(field) ? [value, order] : [value]
  })
}

export const tableOf = (kind: OpenKind): string => quoted(`kind_${kind}`)

function quoted(name: string): string {
  invariant(/^[a-z][A-Za-z0-9_]*\$?$/.test(name), 'an identifier is a plain word of the model')
  return `"${name}"`
}

const sqlType = ({ field, content }: IndexColumn): string =>
  content === 'value' && !field.many && (field.type === 'number' || field.type === 'boolean')
    ? 'INTEGER'
    : field.type === 'enum' && content === 'order'
      ? 'INTEGER'
      : 'TEXT'

const kindTable = (kind: OpenKind): string => {
  const columns = columnsOf(kind).map((column) => `${column.sql} ${sqlType(column)}`)
  return `CREATE TABLE ${tableOf(kind)} (key INTEGER PRIMARY KEY, ${columns.join(', ')}) STRICT`
}

export const INDEX_SCHEMA: readonly string[] = [
  `CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_order TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT`,
  ...INDEX_KINDS.map(kindTable),
  // `target` is an id and not a key: what it names may be erased.
  `CREATE TABLE link (
  target TEXT NOT NULL,
  source INTEGER NOT NULL,
  via TEXT NOT NULL,
  PRIMARY KEY (target, source, via)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX link_source ON link (source)',
  `CREATE TABLE name (
  record INTEGER NOT NULL,
  place INTEGER NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  skeleton TEXT NOT NULL,
  PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID`,
  // Words come in folded (shared/names/fold.ts), so the tokenizer only has to split them. Where and how often
  // a word stands is not kept: the search looks at the record itself to say what matched.
  `CREATE VIRTUAL TABLE word USING fts5 (
  text, content = '', contentless_delete = 1, detail = none,
  tokenize = 'unicode61 remove_diacritics 2'
)`,
]
