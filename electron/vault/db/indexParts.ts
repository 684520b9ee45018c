/**
 * The databases in memory that the working index is made of. SQLite takes a database in and gives it out as a whole,
 * which of a large one fills a turn of the event loop: each part has a turn of its own. No statement is about two
 * parts; a transaction is about all of them.
 */
import type { Pausing } from '../slices.ts'
import { INDEX_PARTS, INDEX_SCHEMA, type IndexPart } from './indexSchema.ts'
import { type Connection, openDatabase, type Statement } from './sqlite.ts'

const LENGTH_BYTES = 8
const TABLE_BYTES = LENGTH_BYTES * INDEX_PARTS.length

export class IndexParts {
  readonly records: Connection
  readonly lists: Connection
  readonly names: Connection
  readonly words: Connection
  readonly #all: readonly Connection[]
  readonly #statements: readonly Statements[]

  private constructor(connections: ReadonlyMap<IndexPart, Connection>) {
    const part = (name: IndexPart) => connections.get(name) as Connection
    this.records = part('records')
    this.lists = part('lists')
    this.names = part('names')
    this.words = part('words')
    this.#all = INDEX_PARTS.map(part)
    this.#statements = this.#all.map(prepare)
  }

  static empty(): IndexParts {
    const connections = INDEX_PARTS.map((name) => {
      const connection = open(':memory:')
      for (const sql of INDEX_SCHEMA[name]) connection.exec(sql)
      return [name, connection] as const
    })
    return new IndexParts(new Map(connections))
  }

  /** What `serialize` gave, joined. Errors: `ledger_damaged` for anything else. */
  static *of(image: Buffer): Pausing<IndexParts> {
    const connections = new Map<IndexPart, Connection>()
    try {
      for (const [name, bytes] of piecesOf(image)) {
        connections.set(name, open(bytes))
        yield
      }
      return new IndexParts(connections)
    } catch (error) {
      for (const connection of connections.values()) connection.close()
      throw error
    }
  }

  /**
   * The bytes of all parts, with a table of their lengths before them; undefined when something was written between
   * two turns. The caller wipes them.
   */
  *serialize(): Pausing<Buffer[] | undefined> {
    const before = this.#changes()
    const parts: Buffer[] = []
    let isWhole = false
    try {
      for (const connection of this.#all) {
        parts.push(connection.serialize())
        yield
      }
      isWhole = this.#changes() === before
      if (!isWhole) return undefined
      const table = Buffer.alloc(TABLE_BYTES)
      for (const [place, { length }] of parts.entries())
        table.writeBigUInt64LE(BigInt(length), place * LENGTH_BYTES)
      return [table, ...parts]
    } finally {
      if (!isWhole) for (const part of parts) part.fill(0)
    }
  }

  get inTransaction(): boolean {
    return this.records.inTransaction
  }

  begin(): void {
    for (const { begin } of this.#statements) begin.run()
  }

  commit(): void {
    for (const { commit } of this.#statements) commit.run()
  }

  /** Of whatever has begun. */
  rollback(): void {
    for (const [place, { rollback }] of this.#statements.entries())
      if (this.#all[place]?.inTransaction) rollback.run()
  }

  get isOpen(): boolean {
    return this.records.open
  }

  close(): void {
    for (const connection of this.#all) connection.close()
  }

  #changes(): number {
    return this.#statements.reduce((sum, { changes }) => sum + (changes.get() ?? 0), 0)
  }
}

/** The bytes of each part: views of `image`. */
export function piecesOf(image: Buffer): ReadonlyMap<IndexPart, Buffer> {
  let end = TABLE_BYTES
  return new Map(
    INDEX_PARTS.map((name, place) => {
      const start = end
      end += Number(image.readBigUInt64LE(place * LENGTH_BYTES))
      return [name, image.subarray(start, end)]
    }),
  )
}

interface Statements {
  readonly begin: Statement<[]>
  readonly commit: Statement<[]>
  readonly rollback: Statement<[]>
  readonly changes: Statement<[], number>
}

const prepare = (connection: Connection): Statements => ({
  begin: connection.prepare<[]>('BEGIN'),
  commit: connection.prepare<[]>('COMMIT'),
  rollback: connection.prepare<[]>('ROLLBACK'),
  changes: connection.prepare<[], number>('SELECT total_changes()').pluck(),
})

function open(source: string | Buffer): Connection {
  const connection = openDatabase(source)
  // Erased and changed rows are overwritten, not only unlinked.
  connection.pragma('secure_delete = ON')
  connection.pragma('journal_mode = MEMORY')
  connection.pragma('temp_store = MEMORY')
  return connection
}
