/** A working index as bytes and back, in one turn; and its parts together in one database, to be asked across them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { IndexDb } from '../../electron/vault/db/indexDb.ts'
import { piecesOf } from '../../electron/vault/db/indexParts.ts'
import { type Connection, openDatabase } from '../../electron/vault/db/sqlite.ts'
import { atOnce } from '../../electron/vault/slices.ts'

export function imageOf(index: IndexDb): Buffer {
  const pieces = atOnce(index.serialize())
  if (!pieces) throw new Error('nothing is written in between')
  return Buffer.concat(pieces)
}

export const indexOf = (image: Buffer): IndexDb => atOnce(IndexDb.of(image))

/** Tables are named as in the index: no two parts have one of the same name. */
export function withTables<Result>(image: Buffer, use: (connection: Connection) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'emanet-index-'))
  const connection = openDatabase(':memory:')
  try {
    for (const [part, bytes] of piecesOf(image)) {
      const file = path.join(folder, part)
      writeFileSync(file, bytes)
      connection.exec(`ATTACH '${file}' AS "${part}"`)
    }
    return use(connection)
  } finally {
    connection.close()
    rmSync(folder, { recursive: true })
  }
}
