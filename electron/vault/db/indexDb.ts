/**
 * The working index: an SQLite database in memory with the current state of the open records, for lists, links,
 * names and words. Never on disk in the clear, and always rebuildable from the ledger.
 */
import { invariant } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { type ListQuery, listSql } from './indexList.ts'
import { columnsOf, INDEX_KINDS, INDEX_SCHEMA, tableOf } from './indexSchema.ts'
import { type Connection, mapSqliteErrors, openDatabase, type Statement } from './sqlite.ts'

export type ColumnValue = string | number | null

/** What the index keeps of one record. */
export interface IndexedRecord {
  readonly id: RecordId
  readonly kind: OpenKind
  readonly title: string
  readonly titleOrder: string
  readonly updatedAt: number
  /** One per `columnsOf(kind)`, in that order. */
  readonly columns: readonly ColumnValue[]
  readonly links: readonly { readonly via: string; readonly target: RecordId }[]
  readonly names: readonly IndexedName[]
  /** Folded words with spaces between them. */
  readonly words: string
}

export interface IndexedName {
  readonly field: string
  /** As recorded. */
  readonly text: string
  /** Skeletons of its parts with spaces between them. */
  readonly skeleton: string
}

export interface StoredName extends IndexedName {
  readonly id: RecordId
}

export interface IncomingLink {
  readonly id: RecordId
  readonly kind: OpenKind
  readonly via: string
}

export class IndexDb {
  readonly #connection: Connection
  readonly #statements: Statements
  readonly #lists = new Map<string, ListStatements>()

  constructor() {
    this.#connection = openDatabase(':memory:')
    // Erased and changed rows are overwritten, not only unlinked.
    this.#connection.pragma('secure_delete = ON')
    for (const sql of INDEX_SCHEMA) this.#connection.exec(sql)
    this.#statements = prepare(this.#connection)
  }

  /** Fills the empty index; `pause` is called between records and may give the event loop a turn. */
  async fill(
    records: Iterable<IndexedRecord>,
    pause: () => Promise<void> | undefined,
  ): Promise<void> {
    this.#connection.exec('BEGIN')
    for (const record of records) {
      this.#insert(undefined, record)
      const turn = pause()
      if (turn) await turn
    }
    this.#connection.exec('COMMIT')
  }

  /** Puts records in, in place of what was there, and takes the erased ones out. */
  update(changed: readonly IndexedRecord[], erased: readonly RecordId[]): void {
    mapSqliteErrors(() =>
      this.#connection.transaction(() => {
        for (const id of erased) this.#remove(id)
        for (const record of changed) this.#insert(this.#remove(record.id), record)
      })(),
    )
    // A deleted word stays in its segment until segments are merged: of an erased record nothing is to stay.
    if (erased.length > 0) this.#statements.mergeWords.run()
  }

  title(id: RecordId): string | undefined {
    return this.#statements.title.get(id)?.title
  }

  /** Ids of one page of a list, and how many there are in all. */
  list(query: ListQuery): { readonly total: number; readonly ids: readonly RecordId[] } {
    const { sql, countSql, values } = listSql(query)
    const statements = this.#prepareList(sql, countSql)
    const total = statements.count.get(...values)?.total ?? 0
    const rows = statements.page.all(...values, query.limit, query.offset)
    return { total, ids: rows.map(({ id }) => id) }
  }

  /** Records with a reference to `id`, by kind and title. */
  linksTo(id: RecordId): readonly IncomingLink[] {
    return this.#statements.linksTo.all(id)
  }

  /** Ids that a record refers to. */
  linksFrom(id: RecordId): readonly RecordId[] {
    return this.#statements.linksFrom.all(id).map(({ target }) => target)
  }

  names(): readonly StoredName[] {
    return this.#statements.names.all()
  }

  namesOf(id: RecordId): readonly StoredName[] {
    return this.#statements.namesOf.all(id)
  }

  /** Ids of records with a word that begins with `prefix` (folded: letters and digits only), at most `limit`. */
  withWord(prefix: string, limit: number): readonly RecordId[] {
    invariant(/^[\p{L}\p{N}]+$/u.test(prefix), 'a folded word has only letters and digits')
    return this.#statements.withWord.all(`"${prefix}"*`, limit).map(({ id }) => id)
  }

  /** How many records there are of each open kind. */
  counts(): Readonly<Record<OpenKind, number>> {
    const found = new Map(this.#statements.counts.all().map(({ kind, count }) => [kind, count]))
    return Object.fromEntries(INDEX_KINDS.map((kind) => [kind, found.get(kind) ?? 0])) as Record<
      OpenKind,
      number
    >
  }

  /** The whole index as the bytes of a database. */
  serialize(): Buffer {
    return this.#connection.serialize()
  }

  close(): void {
    this.#connection.close()
  }

  /** With the key of the row it replaces, so that a record keeps its key. */
  #insert(key: number | undefined, record: IndexedRecord): void {
    const { record: row, kinds, link, name, word } = this.#statements
    const { id, kind, title, titleOrder, updatedAt } = record
    const added = row.run(key ?? null, id, kind, title, titleOrder, updatedAt).lastInsertRowid
    kinds[kind].run(added, ...record.columns)
    for (const { via, target } of record.links) link.run(target, added, via)
    for (const [place, { field, text, skeleton }] of record.names.entries()) {
      name.run(added, place, field, text, skeleton)
    }
    if (record.words !== '') word.run(added, record.words)
  }

  /** The key it had, undefined when it was not there. */
  #remove(id: RecordId): number | undefined {
    const statements = this.#statements
    const found = statements.find.get(id)
    if (!found) return undefined
    statements.dropKind[found.kind].run(found.key)
    for (const drop of statements.drop) drop.run(found.key)
    return found.key
  }

  #prepareList(sql: string, countSql: string): ListStatements {
    const known = this.#lists.get(sql)
    if (known) return known
    const made = {
      page: this.#connection.prepare<ColumnValue[], { id: RecordId }>(sql),
      count: this.#connection.prepare<ColumnValue[], { total: number }>(countSql),
    }
    this.#lists.set(sql, made)
    return made
  }
}

interface ListStatements {
  readonly page: Statement<ColumnValue[], { id: RecordId }>
  readonly count: Statement<ColumnValue[], { total: number }>
}

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection) {
  type KindStatement = Statement<(ColumnValue | bigint)[]>
  const perKind = (sql: (kind: OpenKind) => string): Record<OpenKind, KindStatement> =>
    Object.fromEntries(INDEX_KINDS.map((kind) => [kind, connection.prepare(sql(kind))])) as Record<
      OpenKind,
      KindStatement
    >
  return {
    record: connection.prepare(
      `INSERT INTO record (key, id, kind, title, title_order, updated_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    kinds: perKind(
      (kind) => `INSERT INTO ${tableOf(kind)} VALUES (?${', ?'.repeat(columnsOf(kind).length)})`,
    ),
    link: connection.prepare('INSERT OR IGNORE INTO link (target, source, via) VALUES (?, ?, ?)'),
    name: connection.prepare(
      'INSERT INTO name (record, place, field, text, skeleton) VALUES (?, ?, ?, ?, ?)',
    ),
    word: connection.prepare('INSERT INTO word (rowid, text) VALUES (?, ?)'),
    find: connection.prepare<[string], { key: number; kind: OpenKind }>(
      'SELECT key, kind FROM record WHERE id = ?',
    ),
    dropKind: perKind((kind) => `DELETE FROM ${tableOf(kind)} WHERE key = ?`),
    drop: [
      connection.prepare<[number]>('DELETE FROM link WHERE source = ?'),
      connection.prepare<[number]>('DELETE FROM name WHERE record = ?'),
      connection.prepare<[number]>('DELETE FROM word WHERE rowid = ?'),
      connection.prepare<[number]>('DELETE FROM record WHERE key = ?'),
    ],
    mergeWords: connection.prepare("INSERT INTO word (word) VALUES ('optimize')"),
    title: connection.prepare<[string], { title: string }>('SELECT title FROM record WHERE id = ?'),
    linksTo: connection.prepare<[string], IncomingLink>(
      `SELECT record.id, record.kind, link.via FROM link JOIN record ON record.key = link.source
       WHERE link.target = ? ORDER BY record.kind, record.title_order, record.id, link.via`,
    ),
    linksFrom: connection.prepare<[string], { target: RecordId }>(
      `SELECT DISTINCT link.target FROM record JOIN link ON link.source = record.key
       WHERE record.id = ?`,
    ),
    names: connection.prepare<[], StoredName>(
      `SELECT record.id, name.field, name.text, name.skeleton
       FROM name JOIN record ON record.key = name.record`,
    ),
    namesOf: connection.prepare<[string], StoredName>(
      `SELECT record.id, name.field, name.text, name.skeleton
       FROM record JOIN name ON name.record = record.key WHERE record.id = ? ORDER BY name.place`,
    ),
    withWord: connection.prepare<[string, number], { id: RecordId }>(
      `SELECT record.id FROM word JOIN record ON record.key = word.rowid
       WHERE word.text MATCH ? LIMIT ?`,
    ),
    counts: connection.prepare<[], { kind: OpenKind; count: number }>(
      'SELECT kind, count(*) AS count FROM record GROUP BY kind',
    ),
  }
}
