/**
 * The tables of the working index, in the parts that it is made of (indexParts.ts): for every record where its entries are, what refers to what, names and words to
 * search, files; and, computed from the model, one typed table per open kind with a column per field that lists show,
 * sort or filter by. In the clear in memory only.
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
   * order of a text, a name or another record's title, in the language of the lists, the place of a code in its menu, anything else as it is.
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

/** Whether it is sorted by keys of an alphabet (shared/sorting). */
export const isAlphabetical = ({ field, use }: IndexColumn): boolean =>
  use === 'order' && !NUMBERS.has(field.type) && field.type !== 'date'

const sqlType = ({ field, use }: IndexColumn): string =>
  use === 'order' && NUMBERS.has(field.type) ? 'INTEGER' : 'TEXT'

/** Title, time of the last change, and from when something is stale are there for every kind. */
const kindTable = (kind: OpenKind): string => {
  const columns = columnsOf(kind).map((column) => `, ${column.sql} ${sqlType(column)}`)
  return `CREATE TABLE ${tableOf(kind)} (
  key INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  title_order TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  stale_on INTEGER${columns.join('')}
) STRICT`
}

/** In the order in which a snapshot has them. The largest is a third of the whole. */
export const INDEX_PARTS = ['records', 'lists', 'names', 'words'] as const
export type IndexPart = (typeof INDEX_PARTS)[number]

const RECORDS: readonly string[] = [
  // Every record that an entry is about or that another refers to. `seqs` are the numbers of its entries, u32 each;
  // `unread` how much of it this program could not read, `unknown` how many entries before the first it could.
  `CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  standing INTEGER NOT NULL,
  kind INTEGER,
  unread INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  seqs BLOB NOT NULL
) STRICT`,
  'CREATE INDEX record_of_kind ON record (kind) WHERE kind IS NOT NULL',
  'CREATE INDEX record_sealed ON record (standing) WHERE standing = 2',
  'CREATE INDEX record_unread ON record (unread) WHERE unread > 0',
  // Keys of records at both ends; `via` is the field.
  `CREATE TABLE link (
  source INTEGER NOT NULL, target INTEGER NOT NULL, via TEXT NOT NULL,
  PRIMARY KEY (source, target, via)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX link_to ON link (target)',
  // A record and the sources that its statements name.
  `CREATE TABLE citation (
  record INTEGER NOT NULL, source INTEGER NOT NULL,
  PRIMARY KEY (record, source)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX citation_of ON citation (source)',
  `CREATE TABLE file (
  seq INTEGER PRIMARY KEY, record BLOB NOT NULL, object TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, added_at INTEGER NOT NULL
) STRICT`,
  'CREATE INDEX file_of ON file (record)',
  'CREATE INDEX file_object ON file (object)',
  // Entries that services ask to see again at each opening, and single numbers.
  'CREATE TABLE kept (seq INTEGER PRIMARY KEY) STRICT',
  'CREATE TABLE number (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID',
]

const LISTS: readonly string[] = [
  ...INDEX_KINDS.map(kindTable),
  // The links `mergedFrom` once more: what was merged into another record is in no list of its own.
  `CREATE TABLE merged (
  target INTEGER NOT NULL, source INTEGER NOT NULL,
  PRIMARY KEY (target, source)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX merged_into ON merged (source)',
]

const NAMES: readonly string[] = [
  // Spellings of names, the distinct skeletons of their parts, and where each stands.
  `CREATE TABLE name (
  key INTEGER PRIMARY KEY, record INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL
) STRICT`,
  'CREATE INDEX name_of ON name (record)',
  // What stands after the skeleton tells most parts apart (shared/names/sieve.ts).
  `CREATE TABLE part (
  key INTEGER PRIMARY KEY, span INTEGER NOT NULL, skeleton TEXT NOT NULL,
  core INTEGER NOT NULL, every INTEGER NOT NULL, shortest INTEGER NOT NULL, longest INTEGER NOT NULL,
  UNIQUE (skeleton, span)
) STRICT`,
  `CREATE TABLE posting (
  part INTEGER NOT NULL, name INTEGER NOT NULL, place INTEGER NOT NULL, record INTEGER NOT NULL, parts INTEGER NOT NULL,
  PRIMARY KEY (part, name, place)
) STRICT, WITHOUT ROWID`,
]

const WORDS: readonly string[] = [
  // Words come in folded (shared/names/fold.ts), so all that is left to the tokenizer is to split them at the
  // spaces; `unicode61` would fold them a second time at twice the cost. Where and how often a word stands is not
  // kept: the search looks at the record itself to say what matched.
  `CREATE VIRTUAL TABLE word USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
)`,
]

export const INDEX_SCHEMA: Readonly<Record<IndexPart, readonly string[]>> = {
  records: RECORDS,
  lists: LISTS,
  names: NAMES,
  words: WORDS,
}
