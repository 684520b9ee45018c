/** The database's settings are what durability and erasure rest on; its failures have codes. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { mapSqliteErrors, openDatabase, sqliteCode } from '../../../electron/vault/db/sqlite.ts'
import { VaultDb } from '../../../electron/vault/db/vaultDb.ts'
import { FORMAT_VERSION, PAGE_SIZE } from '../../../electron/vault/db/vaultSchema.ts'
import { vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { failure, make, NATIVE, tempFolder } from '../../support/coreVault.ts'

describe('a vault’s database', () => {
  it('syncs every commit, overwrites what it frees, and trusts no stored schema', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const connection = openDatabase(vaultPaths(folder).database)
    VaultDb.over(connection, 'write')
    const setting = (name: string) => connection.pragma(name, { simple: true })
    expect({
      synchronous: setting('synchronous'),
      journal: setting('journal_mode'),
      secureDelete: setting('secure_delete'),
      trustedSchema: setting('trusted_schema'),
      cellSizeCheck: setting('cell_size_check'),
      tempStore: setting('temp_store'),
      pageSize: setting('page_size'),
      version: setting('user_version'),
      application: Buffer.from(Number(setting('application_id')).toString(16), 'hex').toString(),
    }).toEqual({
      synchronous: 2,
      journal: 'wal',
      secureDelete: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      tempStore: 2,
      pageSize: PAGE_SIZE,
      version: FORMAT_VERSION,
      application: 'EMNT',
    })
    connection.close()
  })

  it('does not run a trigger that someone planted', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const connection = openDatabase(vaultPaths(folder).database)
    connection.exec('CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM header; END')
    connection.close()
    const error = await failure(() => VaultDb.open(vaultPaths(folder).database, 'write'))
    expect(error.code).toBe('ledger_damaged')
  })

  it('is read at one moment, at whatever depth, and written again afterwards', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const path = vaultPaths(folder).database
    const [db, other] = [VaultDb.open(path, 'write'), VaultDb.open(path, 'write')]
    const first = db.row(1)
    const last = db.lastSeq()
    const add = (to: VaultDb) =>
      to.transaction(() => first && to.addRow({ ...first, seq: to.lastSeq() + 1 }))
    const seen = db.snapshot(() => {
      const before = db.lastSeq()
      add(other)
      return [before, db.snapshot(() => db.lastSeq()), db.lastSeq()]
    })
    expect(seen).toEqual([last, last, last])
    expect(db.lastSeq()).toBe(last + 1)
    const failing = () =>
      db.snapshot(() => {
        db.lastSeq()
        add(other)
        return db.snapshot(() => {
          throw new Error('cut off')
        })
      })
    expect(failing).toThrow('cut off')
    // Over with it: what others wrote is seen, and what is written is on disk for others.
    expect(db.lastSeq()).toBe(last + 2)
    add(db)
    expect(other.lastSeq()).toBe(last + 3)
    db.close()
    other.close()
  })

  it('appears whole or not at all', () => {
    const path = join(tempFolder(), 'vault.db')
    const create = () =>
      VaultDb.create(path, () => {
        throw new Error('cut off')
      })
    expect(create).toThrow('cut off')
    const connection = openDatabase(path)
    expect(connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('undoes a transaction that fails', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const db = VaultDb.open(vaultPaths(folder).database, 'write')
    const before = db.header()
    const fail = () =>
      db.transaction(() => {
        db.putHeader(Buffer.from('x'))
        throw new Error('cut off')
      })
    expect(fail).toThrow('cut off')
    expect(db.header()).toEqual(before)
    db.close()
  })
})

describe('failures of SQLite', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_READONLY_DIRECTORY', 'read_only'],
    ['SQLITE_BUSY', 'vault_in_use'],
    ['SQLITE_BUSY_SNAPSHOT', 'vault_in_use'],
    ['SQLITE_NOTADB', 'ledger_damaged'],
    ['SQLITE_CORRUPT_INDEX', 'ledger_damaged'],
    ['SQLITE_TOOBIG', 'too_large'],
    ['SQLITE_NOMEM', 'out_of_memory'],
    ['SQLITE_IOERR_NOMEM', 'out_of_memory'],
    ['SQLITE_IOERR_WRITE', 'io_failed'],
    ['SQLITE_CANTOPEN', 'io_failed'],
  ])('%s has a code, and its message goes no further', async (code, expected) => {
    const error = await failure(() =>
      mapSqliteErrors(() => {
        throw new Database.SqliteError('/home/name/secret', code)
      }),
    )
    expect(error.code).toBe(expected)
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain('secret')
  })

  it('leave mistakes of the program what they are', () => {
    const constraint = new Database.SqliteError('x', 'SQLITE_CONSTRAINT_TRIGGER')
    for (const mistake of [constraint, new TypeError('x')]) {
      expect(() =>
        mapSqliteErrors(() => {
          throw mistake
        }),
      ).toThrow(mistake)
    }
    expect(sqliteCode(constraint)).toBe('SQLITE_CONSTRAINT_TRIGGER')
    expect(sqliteCode(new TypeError('x'))).toBeUndefined()
  })

  it('come from the stand-in’s own binary only on a runtime that needs it', () => {
    vi.stubEnv('EMANET_SQLITE_BINDING', '/nowhere/better_sqlite3.node')
    const db = openDatabase(':memory:')
    expect(db.prepare('SELECT 1 AS one').get()).toEqual({ one: 1 })
    db.close()
    const napi = Object.getOwnPropertyDescriptor(process.versions, 'napi')
    Object.defineProperty(process.versions, 'napi', { value: '9', configurable: true })
    try {
      expect(() => openDatabase(':memory:')).toThrow('/nowhere/')
    } finally {
      if (napi) Object.defineProperty(process.versions, 'napi', napi)
    }
  })
})
