/**
 * `vault.db`: every SQL statement about it, and nothing about keys. A write happens inside
 * `transaction`, which is on disk (`synchronous=FULL`) when it returns and has not happened when it throws.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import { FilePlace } from './filePlace.ts'
import { RowBatches } from './rowBatch.ts'
import {
  checkCompartment,
  checkHead,
  checkKeyPage,
  checkRow,
  type RawCompartment,
  type RawHead,
  type RawKeyPage,
  type RawRow,
} from './rows.ts'
import { type Connection, mapSqliteErrors, openDatabase } from './sqlite.ts'
import {
  APPLICATION_ID,
  FORMAT_VERSION,
  type FormatVersion,
  isFormatVersion,
  PAGE_SIZE,
  schemaOf,
} from './vaultSchema.ts'

/** A sixth of the driver's default. */
const CACHE_KIB = 2048

const PAGES_PER_COMPARTMENT = 2 ** 32
/** The place of a compartment's own row among the copies: behind its last page. */
const COMPARTMENT_PLACE = 0xffff_ffff

const placeOf = (compartment: number, page: number): number =>
  compartment * PAGES_PER_COMPARTMENT + page

interface StoredPlace {
  readonly place: number
  readonly nonce: unknown
  readonly box: unknown
}

function keyPageOf({ place, nonce, box }: StoredPlace): RawKeyPage {
  const compartment = Math.floor(place / PAGES_PER_COMPARTMENT)
  return checkKeyPage({ compartment, page: place % PAGES_PER_COMPARTMENT, nonce, box })
}

export class VaultDb {
  /** As the database says it; nothing authenticates it but that the header, which is, must say the same. */
  readonly formatVersion: FormatVersion
  readonly #connection: Connection
  readonly #statements: Statements
  readonly #place: FilePlace

  private constructor(connection: Connection, formatVersion: FormatVersion) {
    this.formatVersion = formatVersion
    this.#connection = connection
    this.#statements = prepare(connection, formatVersion)
    this.#place = new FilePlace(connection.name)
  }

  /**
   * Makes the file with empty tables. The tables and whatever `fill` writes appear together or not at all.
   * An older version is only given when a backup of that version is restored.
   */
  static create(
    path: string,
    fill: (db: VaultDb) => void,
    version: FormatVersion = FORMAT_VERSION,
  ): VaultDb {
    const connection = openDatabase(path)
    try {
      return mapSqliteErrors(() => {
        connection.pragma(`page_size = ${PAGE_SIZE}`)
        harden(connection)
        connection.pragma('journal_mode = WAL')
        let db: VaultDb | undefined
        connection
          .transaction(() => {
            connection.pragma(`application_id = ${APPLICATION_ID}`)
            connection.pragma(`user_version = ${version}`)
            for (const statement of schemaOf(version)) connection.exec(statement)
            db = new VaultDb(connection, version)
            fill(db)
          })
          .immediate()
        invariant(db, 'the transaction ran')
        return db
      })
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /** Errors: `not_a_vault`, `newer_format`, `ledger_damaged`, `read_only`, `vault_in_use`. */
  static open(path: string, mode: 'write' | 'read'): VaultDb {
    const connection = openDatabase(path, { readonly: mode === 'read', fileMustExist: true })
    return VaultDb.over(connection, mode)
  }

  /** Takes a connection over, checks that it is a vault's, and closes it if not. */
  static over(connection: Connection, mode: 'write' | 'read'): VaultDb {
    try {
      return mapSqliteErrors(() => {
        harden(connection)
        const version = checkIsVault(connection)
        if (mode === 'write') connection.pragma('journal_mode = WAL')
        return new VaultDb(connection, version)
      })
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /** The file, for another connection to it from another thread. */
  get file(): string {
    return this.#connection.name
  }

  /**
   * Durable when it returns; without effect when it throws. Takes the write lock at its start. Errors also: `io_failed`
   * when the file is not in its place any more.
   */
  transaction<Result>(work: () => Result): Result {
    const inPlace = (): Result => {
      const result = work()
      this.#place.check()
      return result
    }
    return mapSqliteErrors(() => {
      // Of a vault that is just made: it fails with the whole.
      if (this.#connection.inTransaction) return inPlace()
      // Written out, as in `snapshot`.
      this.#statements.beginWrite.run()
      try {
        const result = inPlace()
        this.#statements.end.run()
        return result
      } catch (error) {
        // SQLite ends it by itself after some failures.
        if (this.#connection.inTransaction) this.#statements.rollback.run()
        throw error
      }
    })
  }

  /** Errors: `io_failed` when the file is not in its place any more: another connection would find another file, or none. */
  checkPlace(): void {
    this.#place.check()
  }

  /**
   * Everything read inside belongs to one moment, whatever another connection writes meanwhile. Inside another one it is
   * part of that.
   */
  snapshot<Result>(work: () => Result): Result {
    return mapSqliteErrors(() => {
      if (this.#connection.inTransaction) return work()
      // Written out: the driver makes a function anew for each, which costs as much as reading a row.
      this.#statements.begin.run()
      try {
        return work()
      } finally {
        // SQLite ends it by itself after some failures.
        if (this.#connection.inTransaction) this.#statements.end.run()
      }
    })
  }

  /** The same over many turns, in which nobody else asks anything of this connection. It is let go whatever happens. */
  async snapshotOver<Result>(work: () => Promise<Result>): Promise<Result> {
    // Begins with its first read.
    mapSqliteErrors(() => this.#connection.exec('BEGIN'))
    try {
      return await work()
    } finally {
      // SQLite ends it by itself after some failures.
      if (this.#connection.inTransaction) mapSqliteErrors(() => this.#connection.exec('COMMIT'))
    }
  }

  /** Starts one consistent view that lasts until `close`: for a backup of a vault that is in use. */
  holdSnapshot(): void {
    mapSqliteErrors(() => {
      this.#connection.exec('BEGIN')
      // A deferred transaction begins with its first read.
      this.#connection.prepare('SELECT count(*) FROM head').get()
    })
  }

  header(): Buffer | undefined {
    const bytes = mapSqliteErrors(() => this.#statements.header.get())?.bytes
    return Buffer.isBuffer(bytes) ? bytes : undefined
  }

  putHeader(bytes: Buffer): void {
    mapSqliteErrors(() => this.#statements.putHeader.run(bytes))
  }

  head(): RawHead | undefined {
    const row = mapSqliteErrors(() => this.#statements.head.get())
    return row && checkHead(row)
  }

  putHead(head: RawHead): void {
    mapSqliteErrors(() =>
      this.#statements.putHead.run(
        head.seq,
        head.hash,
        head.headerGeneration,
        head.keysHash,
        head.mac,
      ),
    )
  }

  /** 0 when there is no entry. */
  lastSeq(): number {
    return mapSqliteErrors(() => this.#statements.lastSeq.get())?.seq ?? 0
  }

  /** Up to `limit` rows with fromSeq ≤ seq ≤ toSeq, in order. They share one piece of memory. */
  rows(fromSeq: number, toSeq: number, limit: number): RawRow[] {
    const rows = mapSqliteErrors(() => this.#statements.rows.read(fromSeq, toSeq, limit))
    for (const row of rows) checkRow(row)
    return rows
  }

  row(seq: number): RawRow | undefined {
    const row = mapSqliteErrors(() => this.#statements.row.get(seq))
    return row && checkRow(row)
  }

  addRow(row: RawRow): void {
    mapSqliteErrors(() => this.#statements.addRow.run(row.seq, row.prev, row.nonce, row.box))
  }

  /** All pages by compartment and number. */
  keyPages(): RawKeyPage[] {
    return mapSqliteErrors(() => this.#statements.keyPages.all()).map(keyPageOf)
  }

  /** The same, each read when it is asked for. The connection does nothing else until the end of it. */
  *eachKeyPage(): Generator<RawKeyPage> {
    const rows = mapSqliteErrors(() => this.#statements.keyPages.iterate())
    try {
      for (;;) {
        const next = mapSqliteErrors(() => rows.next())
        if (next.done) return
        yield keyPageOf(next.value)
      }
    } finally {
      rows.return?.()
    }
  }

  /** With its copy, in format 2. */
  putKeyPage(page: RawKeyPage): void {
    const place = placeOf(page.compartment, page.page)
    mapSqliteErrors(() => {
      this.#statements.putKeyPage.run(place, page.nonce, page.box)
      this.#statements.putKeyCopy?.run(place, page.nonce, page.box)
    })
  }

  compartments(): RawCompartment[] {
    return mapSqliteErrors(() => this.#statements.compartments.all()).map(checkCompartment)
  }

  /** With its copy, in format 2. */
  putCompartment(row: RawCompartment): void {
    const place = placeOf(row.compartment, COMPARTMENT_PLACE)
    mapSqliteErrors(() => {
      this.#statements.putCompartment.run(row.compartment, row.nonce, row.box)
      this.#statements.putKeyCopy?.run(place, row.nonce, row.box)
    })
  }

  /** The second copies of all key pages and compartments; none in format 1. */
  keyCopies(): { readonly keyPages: RawKeyPage[]; readonly compartments: RawCompartment[] } {
    const rows = mapSqliteErrors(() => this.#statements.keyCopies?.all() ?? [])
    const copies = { keyPages: [] as RawKeyPage[], compartments: [] as RawCompartment[] }
    for (const row of rows) {
      if (row.place % PAGES_PER_COMPARTMENT === COMPARTMENT_PLACE) {
        const compartment = Math.floor(row.place / PAGES_PER_COMPARTMENT)
        copies.compartments.push(checkCompartment({ compartment, nonce: row.nonce, box: row.box }))
      } else copies.keyPages.push(keyPageOf(row))
    }
    return copies
  }

  /**
   * After an erasure: moves the log into the database, where `secure_delete` overwrote the old bytes,
   * and empties the log. False when a reader in another process prevents it; try again later.
   */
  emptyLog(): boolean {
    const rows = mapSqliteErrors(
      () => this.#connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[],
    )
    return rows[0]?.busy === 0
  }

  /** What SQLite itself finds wrong with its trees and free pages; takes as long as reading the whole file. */
  structureProblems(): readonly string[] {
    const rows = mapSqliteErrors(
      () => this.#connection.pragma('integrity_check') as { integrity_check: string }[],
    )
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  }

  close(): void {
    this.#connection.close()
  }
}

/** Settings of every connection. They belong to the connection, not to the file. */
function harden(connection: Connection): void {
  connection.pragma('synchronous = FULL') // The build's default under WAL is NORMAL.
  connection.pragma('secure_delete = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('foreign_keys = ON')
  // The ledger is read once and in order, and the system keeps what is read again.
  connection.pragma(`cache_size = -${CACHE_KIB}`)
}

function checkIsVault(connection: Connection): FormatVersion {
  if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new VaultError('not_a_vault')
  }
  const version = connection.pragma('user_version', { simple: true })
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    throw new VaultError('newer_format', { version })
  }
  const found = connection
    .prepare<[], { sql: string | null }>('SELECT sql FROM sqlite_schema')
    .all()
    .map((row) => row.sql)
  if (!isFormatVersion(version)) throw new VaultError('ledger_damaged')
  const same = [...found].sort().join(';') === [...schemaOf(version)].sort().join(';')
  if (!same) throw new VaultError('ledger_damaged')
  return version
}

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection, version: FormatVersion) {
  const hasCopies = version !== 1
  return {
    begin: connection.prepare('BEGIN'),
    beginWrite: connection.prepare('BEGIN IMMEDIATE'),
    end: connection.prepare('COMMIT'),
    rollback: connection.prepare('ROLLBACK'),
    header: connection.prepare<[], { bytes: unknown }>('SELECT bytes FROM header WHERE id = 1'),
    putHeader: connection.prepare<[Buffer]>(
      'INSERT INTO header (id, bytes) VALUES (1, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes',
    ),
    head: connection.prepare<[], RawHead>(
      `SELECT seq, hash, header_generation AS headerGeneration, keys_hash AS keysHash, mac
       FROM head WHERE id = 1`,
    ),
    putHead: connection.prepare<[number, Buffer, number, Buffer, Buffer]>(
      `INSERT INTO head (id, seq, hash, header_generation, keys_hash, mac) VALUES (1, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash, mac = excluded.mac,
       header_generation = excluded.header_generation, keys_hash = excluded.keys_hash`,
    ),
    lastSeq: connection.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM ledger'),
    rows: new RowBatches(connection),
    row: connection.prepare<[number], RawRow>(
      'SELECT seq, prev, nonce, box FROM ledger WHERE seq = ?',
    ),
    addRow: connection.prepare<[number, Buffer, Buffer, Buffer]>(
      'INSERT INTO ledger (seq, prev, nonce, box) VALUES (?, ?, ?, ?)',
    ),
    keyPages: connection.prepare<[], StoredPlace>(
      'SELECT place, nonce, box FROM keypage ORDER BY place',
    ),
    putKeyPage: connection.prepare<[number, Buffer, Buffer]>(
      `INSERT INTO keypage (place, nonce, box) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET nonce = excluded.nonce, box = excluded.box`,
    ),
    keyCopies: hasCopies
      ? connection.prepare<[], StoredPlace>('SELECT place, nonce, box FROM keycopy ORDER BY place')
      : undefined,
    putKeyCopy: hasCopies
      ? connection.prepare<[number, Buffer, Buffer]>(
          `INSERT INTO keycopy (place, nonce, box) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET nonce = excluded.nonce, box = excluded.box`,
        )
      : undefined,
    compartments: connection.prepare<[], RawCompartment>(
      'SELECT compartment, nonce, box FROM compartment ORDER BY compartment',
    ),
    putCompartment: connection.prepare<[number, Buffer, Buffer]>(
      `INSERT INTO compartment (compartment, nonce, box) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET nonce = excluded.nonce, box = excluded.box`,
    ),
  }
}
