/**
 * The working index: an SQLite database in memory by which the open records are listed, and found by their words.
 * Never on disk in the clear, and always rebuildable from the ledger.
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
}

/** As ListQuery, with records named by their ids. */
export interface RecordListQuery extends Omit<ListQuery, 'among'> {
  readonly among?: readonly RecordId[] | undefined
}

export interface ListPage {
  readonly total: number
  readonly ids: readonly RecordId[]
}

export type IndexedTitle = Pick<IndexedRecord, 'title' | 'titleOrder'>

interface Place {
  readonly key: number
  readonly kind: OpenKind
  hasWords: boolean
}

export class IndexDb {
  readonly #connection: Connection
  readonly #statements: Statements
  readonly #lists = new Map<string, ListStatements>()
  readonly #places = new Map<RecordId, Place>()
  readonly #ids: (RecordId | undefined)[] = []

  constructor() {
    this.#connection = openDatabase(':memory:')
    // Erased and changed rows are overwritten, not only unlinked.
    this.#connection.pragma('secure_delete = ON')
    for (const sql of INDEX_SCHEMA) this.#connection.exec(sql)
    this.#statements = prepare(this.#connection)
  }

  /** Puts records in, in place of what was there, and takes the erased ones out. */
  update(changed: readonly IndexedRecord[], erased: readonly RecordId[]): void {
    mapSqliteErrors(() =>
      this.#connection.transaction(() => {
        for (const id of erased) this.#remove(id)
        for (const record of changed) {
          this.#insert(this.#remove(record.id) ?? this.#ids.length, record)
        }
      })(),
    )
    // A deleted word stays in its segment until segments are merged: of an erased record nothing is to stay.
    if (erased.length > 0) this.#statements.mergeWords.run()
  }

  /** Makes a record findable by its words: folded, with spaces between them. Done once until it is put in anew. */
  addWords(words: ReadonlyMap<RecordId, string>): void {
    mapSqliteErrors(() =>
      this.#connection.transaction(() => {
        for (const [id, text] of words) {
          const place = this.#places.get(id)
          if (!place || place.hasWords) continue
          this.#statements.addWords.run(place.key, text)
          place.hasWords = true
        }
      })(),
    )
  }

  /** What a record was called when it was indexed; undefined when it is not there. */
  titleOf(id: RecordId): IndexedTitle | undefined {
    const place = this.#places.get(id)
    return place && this.#statements.title[place.kind].get(place.key)
  }

  /** Ids of one page of a list, and how many there are in all. */
  list({ among, ...query }: RecordListQuery): ListPage {
    const keys = among?.flatMap((id) => this.#places.get(id)?.key ?? [])
    const { sql, countSql, values } = listSql({ ...query, among: keys })
    const statements = this.#prepareList(sql, countSql)
    const total = statements.count.get(...values)?.total ?? 0
    const rows = statements.page.all(...values, query.limit, query.offset)
    return { total, ids: rows.flatMap(({ key }) => this.#ids[key] ?? []) }
  }

  /** Ids of records with a word that begins with `prefix` (folded: letters and digits only), at most `limit`. */
  withWord(prefix: string, limit: number): RecordId[] {
    invariant(/^[\p{L}\p{N}]+$/u.test(prefix), 'a folded word has only letters and digits')
    const rows = this.#statements.withWord.all(`"${prefix}"*`, limit)
    return rows.flatMap(({ key }) => this.#ids[key] ?? [])
  }

  /** The whole database as bytes. */
  serialize(): Buffer {
    return this.#connection.serialize()
  }

  close(): void {
    this.#connection.close()
  }

  /** `key` is free: that of the row it replaces, so that a record keeps its key, or the next. */
  #insert(key: number, record: IndexedRecord): void {
    const { id, kind, title, titleOrder, updatedAt } = record
    const add = this.#statements.add[kind]
    add.run(key, title, titleOrder, updatedAt, ...record.columns)
    this.#places.set(id, { key, kind, hasWords: false })
    this.#ids[key] = id
  }

  /** The key it had, undefined when it was not there. */
  #remove(id: RecordId): number | undefined {
    const place = this.#places.get(id)
    if (!place) return undefined
    const { key, kind, hasWords } = place
    this.#statements.drop[kind].run(key)
    if (hasWords) this.#statements.dropWords.run(key)
    this.#places.delete(id)
    this.#ids[key] = undefined
    return key
  }

  #prepareList(sql: string, countSql: string): ListStatements {
    const known = this.#lists.get(sql)
    if (known) return known
    const made = {
      page: this.#connection.prepare<ColumnValue[], { key: number }>(sql),
      count: this.#connection.prepare<ColumnValue[], { total: number }>(countSql),
    }
    this.#lists.set(sql, made)
    return made
  }
}

interface ListStatements {
  readonly page: Statement<ColumnValue[], { key: number }>
  readonly count: Statement<ColumnValue[], { total: number }>
}

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection) {
  const perKind = <Row = unknown>(sql: (kind: OpenKind) => string) =>
    Object.fromEntries(INDEX_KINDS.map((kind) => [kind, connection.prepare(sql(kind))])) as Record<
      OpenKind,
      Statement<ColumnValue[], Row>
    >
  return {
    add: perKind((kind) => {
      const more = ', ?'.repeat(columnsOf(kind).length)
      return `INSERT INTO ${tableOf(kind)} VALUES (?, ?, ?, ?${more})`
    }),
    title: perKind<IndexedTitle>(
      (kind) => `SELECT title, title_order AS titleOrder FROM ${tableOf(kind)} WHERE key = ?`,
    ),
    drop: perKind((kind) => `DELETE FROM ${tableOf(kind)} WHERE key = ?`),
    addWords: connection.prepare<[number, string]>('INSERT INTO word (rowid, text) VALUES (?, ?)'),
    dropWords: connection.prepare<[number]>('DELETE FROM word WHERE rowid = ?'),
    mergeWords: connection.prepare("INSERT INTO word (word) VALUES ('optimize')"),
    withWord: connection.prepare<[string, number], { key: number }>(
      'SELECT rowid AS key FROM word WHERE word MATCH ? LIMIT ?',
    ),
  }
}
