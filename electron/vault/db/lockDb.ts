/**
 * The database behind a folder's lock (folder/lock.ts): one row that says who holds it, and SQLite's own
 * file lock, which the operating system drops when its process ends, however it ends. The holder keeps a
 * write transaction open; others can still read the row.
 */
import { type Connection, mapSqliteErrors, openDatabase, sqliteCode } from './sqlite.ts'

export interface HolderRow {
  /** Random per attempt: tells one holder's row from another's. */
  readonly token: string
  readonly pid: number
  readonly since: number
  readonly device: string
}

const WAIT_MS = 250
const MAX_ROUNDS = 20

export class LockDb {
  readonly #connection: Connection

  private constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Errors: `ledger_damaged` when the file is not such a database, `read_only`, `disk_full`. */
  static open(path: string): LockDb {
    const connection = openDatabase(path, { timeoutMs: WAIT_MS })
    try {
      mapSqliteErrors(() => {
        // Nothing here outlives a crash on purpose, so no journal file appears in the vault's folder.
        connection.pragma('journal_mode = MEMORY')
        connection.pragma('synchronous = OFF')
        connection.pragma('secure_delete = ON')
        connection.pragma('trusted_schema = OFF')
        const made = connection
          .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'holder'")
          .get()
        if (made === undefined) {
          connection.exec(
            `CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1),
             token TEXT NOT NULL, pid INTEGER NOT NULL, since INTEGER NOT NULL, device TEXT NOT NULL)`,
          )
        }
      })
      return new LockDb(connection)
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /**
   * Takes the lock until `release` or the end of the process; false when another has it. The row is
   * committed first, so that others can read it, and the lock taken again: should another have come in
   * between, either it has the lock now, or its row is replaced in a further round.
   */
  hold(holder: HolderRow): boolean {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      if (!this.#begin()) return false
      mapSqliteErrors(() => {
        this.#connection
          .prepare(
            `INSERT INTO holder (id, token, pid, since, device) VALUES (1, ?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET token = excluded.token, pid = excluded.pid,
             since = excluded.since, device = excluded.device`,
          )
          .run(holder.token, holder.pid, holder.since, holder.device)
        this.#connection.exec('COMMIT')
      })
      if (!this.#begin()) return false
      if (this.holder()?.token === holder.token) return true
      this.#connection.exec('ROLLBACK')
    }
    return false
  }

  #begin(): boolean {
    try {
      this.#connection.exec('BEGIN IMMEDIATE')
      return true
    } catch (error) {
      if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return false
      return mapSqliteErrors(() => {
        throw error
      })
    }
  }

  /** Who holds it, or held it when it was not released. */
  holder(): HolderRow | undefined {
    return mapSqliteErrors(() =>
      this.#connection
        .prepare<[], HolderRow>('SELECT token, pid, since, device FROM holder WHERE id = 1')
        .get(),
    )
  }

  /** Frees the lock and takes the row away with the same step. */
  release(): void {
    if (this.#connection.inTransaction) {
      try {
        this.#connection.exec('DELETE FROM holder')
        this.#connection.exec('COMMIT')
      } catch {
        // A stick that was pulled out: closing frees the lock, and a row left behind holds nobody up.
      }
    }
    this.#connection.close()
  }

  close(): void {
    this.#connection.close()
  }
}
