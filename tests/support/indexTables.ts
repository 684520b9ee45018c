/** Everything that a working index holds, with records named by their ids: keys may differ between two that are equal. */
import type { IndexDb } from '../../electron/vault/db/indexDb.ts'
import { INDEX_SCHEMA } from '../../electron/vault/db/indexSchema.ts'
import type { Connection } from '../../electron/vault/db/sqlite.ts'
import { imageOf, withTables } from './indexImage.ts'

/** Tables that are compared by a query of their own, because they name others by keys. */
const QUERIES: Readonly<Record<string, string>> = {
  record:
    "SELECT hex(id) AS id, standing, kind, unread, unknown, hex(seqs) AS seqs FROM record WHERE standing <> 0 OR seqs <> x''",
  link: `SELECT hex(a.id) AS source, hex(b.id) AS target, via FROM link
    JOIN record a ON a.key = source JOIN record b ON b.key = target`,
  citation: `SELECT hex(a.id) AS record, hex(b.id) AS source FROM citation
    JOIN record a ON a.key = record JOIN record b ON b.key = source`,
  merged: `SELECT hex(a.id) AS source, hex(b.id) AS target FROM merged
    JOIN record a ON a.key = source JOIN record b ON b.key = target`,
  name: 'SELECT hex(id) AS record, field, text FROM name JOIN record ON record.key = record',
  part: 'SELECT skeleton, span FROM part',
  posting: `SELECT hex(a.id) AS record, skeleton, span, text, place, parts FROM posting
    JOIN record a ON a.key = posting.record JOIN part ON part.key = posting.part
    JOIN name ON name.key = posting.name`,
  word: 'SELECT hex(id) AS record, term FROM temp.vocabulary JOIN record ON record.key = doc',
}

/** Table → its rows as JSON, sorted. */
export function indexTables(db: IndexDb): Record<string, string[]> {
  return withTables(imageOf(db), (connection) => {
    connection.exec(
      "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('words', 'word', 'instance')",
    )
    const all = Object.values(INDEX_SCHEMA).flat()
    const tables = all.flatMap((sql) => /TABLE "?([a-zA-Z_]+)"?/.exec(sql)?.[1] ?? [])
    return Object.fromEntries(
      tables.map((table) => {
        const sql =
          QUERIES[table] ??
          (table.startsWith('kind_')
            ? `SELECT hex(id) AS id, this.* FROM "${table}" AS this JOIN record USING (key)`
            : `SELECT * FROM ${table}`)
        return [table, rowsOf(connection, sql)]
      }),
    )
  })
}

const rowsOf = (connection: Connection, sql: string): string[] =>
  connection
    .prepare<[], Record<string, unknown>>(sql)
    .all()
    .map(({ key: _key, ...row }) => JSON.stringify(row))
    .sort()
