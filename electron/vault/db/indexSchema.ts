/**
 * The tables of the working index, computed from the model: one typed table per open kind, with a column per field
 * that lists show, sort or filter by, and one table of words. Held in memory only.
 *
 * Names of tables and columns are put into SQL as text here and in indexList.ts and indexDb.ts, which is done
 * nowhere else: they come from the program's own model and are checked against a plain pattern. Values are
 * always bound.
 */
import { invariant } from '../../../shared/errors.ts'
import type { Field } from '../../../shared/model/field.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf, isSealedKind, type OpenKind } from '../../../shared/model/model.ts'

export interface IndexColumn {
  readonly sql: string
  readonly name: string
  readonly field: Field
  /**
   * `filter`: the code that is shown, or a JSON array of codes. `order`: what a list is sorted by; the alphabet's
   * order of a text, a name or another record's title, the place of a code in its menu, anything else as it is.
   */
  readonly use: 'filter' | 'order'
}

export const INDEX_KINDS: readonly OpenKind[] = KINDS.filter(
  (kind): kind is OpenKind => !isSealedKind(kind),
)

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
    const columns: IndexColumn[] = []
    if (field.type === 'enum') columns.push({ sql: quoted(name), name, field, use: 'filter' })
    if (field.listed) columns.push({ sql: quoted(`${name}$`), name, field, use: 'order' })
    return columns
  })
}

export const tableOf = (kind: OpenKind): string => quoted(`kind_${kind}`)

function quoted(name: string): string {
  invariant(/^[a-z][A-Za-z0-9_]*\$?$/.test(name), 'an identifier is a plain word of the model')
  return `"${name}"`
}

const NUMBERS: ReadonlySet<Field['type']> = new Set(['enum', 'number', 'boolean'])

const sqlType = ({ field, use }: IndexColumn): string =>
  use === 'order' && NUMBERS.has(field.type) ? 'INTEGER' : 'TEXT'

/** Title and time of the last change are there for every kind. */
const kindTable = (kind: OpenKind): string => {
  const columns = columnsOf(kind).map((column) => `, ${column.sql} ${sqlType(column)}`)
  return `CREATE TABLE ${tableOf(kind)} (
  key INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  title_order TEXT NOT NULL,
  updated_at INTEGER NOT NULL${columns.join('')}
) STRICT`
}

export const INDEX_SCHEMA: readonly string[] = [
  ...INDEX_KINDS.map(kindTable),
  // Words come in folded (shared/names/fold.ts), so all that is left to the tokenizer is to split them at the
  // spaces; `unicode61` would fold them a second time at twice the cost. Where and how often a word stands is not
  // kept: the search looks at the record itself to say what matched.
  `CREATE VIRTUAL TABLE word USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
)`,
]
