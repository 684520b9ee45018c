/**
 * The working index: SQLite databases in memory that hold what follows from the ledger and is asked for often: where
 * a record's entries are, lists, links, names, words, files. Never on disk in the clear, and always rebuildable
 * from the ledger. Bodies of entries are not in it.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import type { Pausing } from '../slices.ts'
import { IndexFiles } from './indexFiles.ts'
import { IndexFilters } from './indexFilters.ts'
import { IndexLinks } from './indexLinks.ts'
import { type ListQuery, listSql } from './indexList.ts'
import { IndexNames } from './indexNames.ts'
import { IndexParts } from './indexParts.ts'
import { IndexRecords } from './indexRecords.ts'
import { columnsOf, INDEX_KINDS, tableOf } from './indexSchema.ts'
import { IndexSorting } from './indexSorting.ts'
import { IndexWords } from './indexWords.ts'
import { KnownKeys } from './knownKeys.ts'
import { type Connection, mapSqliteErrors, type Statement } from './sqlite.ts'

export type ColumnValue = string | number | null

/** What a list keeps of one record. */
export interface IndexedRecord {
  readonly key: number
  readonly kind: OpenKind
  readonly title: string
  readonly titleOrder: string
  readonly updatedAt: number
  /** The day, since 1970, from which a value that is shown has to be confirmed anew; null when none has. */
  readonly staleOn: number | null
  /** One per `columnsOf(kind)`, in that order. */
  readonly columns: readonly ColumnValue[]
}

/** As ListQuery, with records named by their keys. */
export type RecordListQuery = ListQuery

export interface ListPage {
  readonly total: number
  readonly ids: readonly RecordId[]
}

export type IndexedTitle = Pick<IndexedRecord, 'title' | 'titleOrder'>

const MOST_TITLES = 4096
/** Of the words of what was erased. */
const MERGE_AT_ONCE_MS = 10

export class IndexDb {
  readonly records: IndexRecords
  readonly links: IndexLinks
  readonly names: IndexNames
  readonly files: IndexFiles
  readonly filters: IndexFilters
  readonly sorting: IndexSorting
  readonly words: IndexWords
  readonly #parts: IndexParts
  readonly #statements: Statements
  /** Records that may be in the table of their kind. */
  readonly #indexed: KnownKeys
  /** Titles as their tables have them, of those asked for lately: many records show the same few. */
  readonly #titles = new Map<number, IndexedTitle>()
  readonly #lists = new Map<string, ListStatements>()
  /** What to do if the open transaction comes to nothing. */
  #undo: (() => void)[] = []

  constructor(parts = IndexParts.empty()) {
    this.#parts = parts
    const { records, lists } = parts
    this.#statements = prepare(lists)
    const lastKeys = INDEX_KINDS.map((kind) => this.#statements.lastKey[kind].get()?.key ?? 0)
    this.#indexed = new KnownKeys(Math.max(...lastKeys))
    this.records = new IndexRecords(records)
    this.links = new IndexLinks(records, lists)
    this.names = new IndexNames(parts.names)
    this.files = new IndexFiles(records)
    this.filters = new IndexFilters(lists)
    this.words = new IndexWords(parts.words, (work) => this.transaction(work))
    this.sorting = new IndexSorting(lists, this.files, () => this.#titles.clear())
  }

  /** What `serialize` gave, joined. Errors: `ledger_damaged` for anything else. */
  static *of(image: Buffer): Pausing<IndexDb> {
    return new IndexDb(yield* IndexParts.of(image))
  }

  /** All of `work` or nothing of it; inside another one it is part of that. */
  transaction<Result>(work: () => Result): Result {
    // Written out: the driver makes a function anew for each, and a savepoint inside another one.
    return mapSqliteErrors(() => {
      if (this.#parts.inTransaction) return work()
      if (this.#undo.length > 0) this.#undo = []
      this.words.began()
      try {
        this.#parts.begin()
        const result = work()
        this.#parts.commit()
        return result
      } catch (error) {
        this.#parts.rollback()
        // What was remembered of it never was.
        this.#titles.clear()
        this.records.forget()
        this.words.failed()
        for (const undo of this.#undo.reverse()) undo()
        throw error
      }
    })
  }

  /** `undo` is called if the transaction that is open comes to nothing. */
  orElse(undo: () => void): void {
    if (this.#parts.inTransaction) this.#undo.push(undo)
  }

  /** Puts records in, in place of what was there, and takes the erased ones out. */
  update(changed: readonly IndexedRecord[], erased: readonly number[]): void {
    this.transaction(() => {
      for (const key of erased) this.#remove(key)
      for (const record of changed) this.#put(record)
    })
    if (erased.length > 0) this.words.merge(performance.now() + MERGE_AT_ONCE_MS)
  }

  /** What a record was called when it was indexed; undefined when it is not there. */
  titleOf(key: number, kind: OpenKind): IndexedTitle | undefined {
    const known = this.#titles.get(key)
    if (known || !this.#indexed.mayHave(key)) return known
    const title = this.#statements.title[kind].get(key)
    if (!title) return undefined
    if (this.#titles.size >= MOST_TITLES) this.#titles.clear()
    this.#titles.set(key, title)
    return title
  }

  /** Ids of one page of a list, and how many there are in all. */
  list(query: RecordListQuery): ListPage {
    const { sql, countSql, values } = listSql(query)
    const { count } = this.#prepareList(sql, countSql)
    const total = count.get(...values)?.total ?? 0
    return { total, ids: this.listKeys(query).flatMap((key) => this.records.idOf(key) ?? []) }
  }

  /** Keys of one page of a list. */
  listKeys(query: RecordListQuery): number[] {
    const { sql, countSql, values } = listSql(query)
    const { page } = this.#prepareList(sql, countSql)
    return page.all(...values, query.limit, query.offset).map(({ key }) => key)
  }

  /**
   * All of it as bytes, which the caller wipes; undefined when something was written between two turns. Errors: those of
   * a database that was closed between them.
   */
  *serialize(): Pausing<Buffer[] | undefined> {
    this.words.takeIn()
    return yield* this.#parts.serialize()
  }

  get isOpen(): boolean {
    return this.#parts.isOpen
  }

  close(): void {
    this.#parts.close()
  }

  #put(record: IndexedRecord): void {
    const { key, kind, title, titleOrder, updatedAt, staleOn } = record
    this.words.outdate(key)
    this.#titles.delete(key)
    this.#indexed.add(key)
    this.#statements.put[kind].run(key, title, titleOrder, updatedAt, staleOn, ...record.columns)
  }

  #remove(key: number): void {
    const kind = this.records.kindOf(key)
    const kinds = kind && !isSealedKind(kind) ? [kind] : INDEX_KINDS
    for (const each of kinds) this.#statements.drop[each].run(key)
    this.#titles.delete(key)
    this.words.drop(key)
  }

  #prepareList(sql: string, countSql: string): ListStatements {
    const known = this.#lists.get(sql)
    if (known) return known
    const made = {
      page: this.#parts.lists.prepare<ColumnValue[], { key: number }>(sql),
      count: this.#parts.lists.prepare<ColumnValue[], { total: number }>(countSql),
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
    put: perKind((kind) => {
      const more = ', ?'.repeat(columnsOf(kind).length)
      return `INSERT OR REPLACE INTO ${tableOf(kind)} VALUES (?, ?, ?, ?, ?${more})`
    }),
    title: perKind<IndexedTitle>(
      (kind) => `SELECT title, title_order AS titleOrder FROM ${tableOf(kind)} WHERE key = ?`,
    ),
    lastKey: perKind<{ key: number | null }>(
      (kind) => `SELECT max(key) AS key FROM ${tableOf(kind)}`,
    ),
    drop: perKind((kind) => `DELETE FROM ${tableOf(kind)} WHERE key = ?`),
  }
}
