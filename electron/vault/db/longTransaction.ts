/**
 * One write transaction that lasts over many turns, through a connection of its own: whoever reads through another one
 * sees nothing of it before `commit`, and everything after. What was not committed when the connection ends, or when
 * the process is killed, was never there. For a thread of its own: `commit` waits for the disk.
 */
import { existsSync } from 'node:fs'
import { VaultError } from '../../../shared/errors.ts'
import { FilePlace } from './filePlace.ts'
import { type Connection, mapSqliteErrors, openDatabase } from './sqlite.ts'
import { VaultDb } from './vaultDb.ts'

export class LongTransaction {
  /** Writes through it are part of the transaction; its own `transaction` is not to be used. */
  readonly db: VaultDb
  readonly #connection: Connection
  readonly #place: FilePlace

  private constructor(connection: Connection, db: VaultDb) {
    this.#connection = connection
    this.db = db
    this.#place = new FilePlace(connection.name)
  }

  /** Takes the write lock. Errors: `io_failed` when the file is not there any more, those of `VaultDb.open`. */
  static begin(file: string): LongTransaction {
    if (!existsSync(file)) throw new VaultError('io_failed', { moved: true })
    const connection = openDatabase(file, { fileMustExist: true })
    const db = VaultDb.over(connection, 'write')
    try {
      return mapSqliteErrors(() => {
        // Moving the log into the database is done after the commit was acknowledged.
        connection.pragma('wal_autocheckpoint = 0')
        connection.exec('BEGIN IMMEDIATE')
        // From here on nothing is waited for: a checkpoint that waits for a reader would keep others from writing.
        connection.pragma('busy_timeout = 0')
        return new LongTransaction(connection, db)
      })
    } catch (error) {
      db.close()
      throw error
    }
  }

  /** Durable when it returns. Errors: `disk_full`, `io_failed`, also when the file is not in its place any more. */
  commit(): void {
    this.#place.check()
    mapSqliteErrors(() => this.#connection.exec('COMMIT'))
  }

  /** Safe in any state. */
  rollback(): void {
    if (this.#connection.inTransaction) mapSqliteErrors(() => this.#connection.exec('ROLLBACK'))
  }

  /** After `commit`: moves the log into the database as far as readers let it. */
  moveLog(): void {
    mapSqliteErrors(() => this.#connection.pragma('wal_checkpoint(PASSIVE)'))
  }

  /** After `commit` or `rollback`: empties the log, so that it takes no room. False when a reader prevents it. */
  emptyLog(): boolean {
    // Emptying keeps others from writing while it moves what is left: little, after this.
    this.moveLog()
    return this.db.emptyLog()
  }

  /** Rolls back what was not committed. */
  close(): void {
    this.db.close()
  }
}
