/**
 * The only place that opens SQLite and the only place that knows its error codes. Everything above gets a
 * `VaultError` of the closed set.
 *
 * Hazard (POSIX): when a process closes any file descriptor of a file, it loses all its locks on that
 * file. So nothing may open `vault.db` or `lock` of an open vault with `node:fs`, not even to copy it.
 */
import Database from 'better-sqlite3'
import { type ErrorCode, VaultError } from '../../../shared/errors.ts'

export type Connection = Database.Database
export type Statement<Params extends unknown[], Row = unknown> = Database.Statement<Params, Row>

export interface OpenDatabaseOptions {
  readonly readonly?: boolean
  readonly fileMustExist?: boolean
  /** Milliseconds to wait for another connection's lock; 0 fails at once. */
  readonly timeoutMs?: number
}

/** better-sqlite3's own binary needs Node-API 10. The development stand-in for Electron has 9 and brings a build of its own. */
const NAPI_OF_PACKAGED_BINARY = 10

/** `source` is a path, ':memory:', a `file:` URI, or the bytes of a database. */
export function openDatabase(
  source: string | Buffer,
  options: OpenDatabaseOptions = {},
): Connection {
  const binding = process.env.EMANET_SQLITE_BINDING
  const needsBinding = Number(process.versions.napi ?? '0') < NAPI_OF_PACKAGED_BINARY
  return mapSqliteErrors(
    () =>
      new Database(source, {
        readonly: options.readonly ?? false,
        fileMustExist: options.fileMustExist ?? false,
        timeout: options.timeoutMs ?? 5000,
        ...(binding && needsBinding ? { nativeBinding: binding } : {}),
      }),
  )
}

/** Runs `work`; a failure of SQLite becomes a VaultError. */
export function mapSqliteErrors<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw toVaultError(error)
  }
}

/** SQLite's result code of an error, e.g. `SQLITE_FULL`; undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined
}

/** First match wins; a code is matched with its extensions (`SQLITE_IOERR` also takes `SQLITE_IOERR_WRITE`). */
const CODES: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'disk_full'],
  // The shared-memory file could not be grown: on a full disk this is where it shows.
  ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_PERM', 'read_only'],
  ['SQLITE_BUSY', 'vault_in_use'],
  ['SQLITE_LOCKED', 'vault_in_use'],
  ['SQLITE_NOTADB', 'ledger_damaged'],
  ['SQLITE_CORRUPT', 'ledger_damaged'],
  ['SQLITE_FORMAT', 'ledger_damaged'],
  ['SQLITE_TOOBIG', 'too_large'],
  ['SQLITE_NOMEM', 'out_of_memory'],
  ['SQLITE_IOERR_NOMEM', 'out_of_memory'],
  ['SQLITE_IOERR', 'io_failed'],
  ['SQLITE_CANTOPEN', 'io_failed'],
]

function toVaultError(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === undefined) return error
  const found = CODES.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
  // Constraints and misuse are mistakes of the program: they stay what they are.
  return found ? new VaultError(found[1]) : error
}
