/**
 * Many records at once, as an import makes them, beside plain better-sqlite3 that inserts as many rows of the same
 * stored size and the same words in an FTS5 table, in transactions as large, on the same disk. Ours is done when a
 * search would find the last of them.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openDatabase } from '../../electron/vault/db/sqlite.ts'
import { PAGE_SIZE } from '../../electron/vault/db/vaultSchema.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { foldText } from '../../shared/names/fold.ts'
import { watchEventLoop } from '../support/eventLoop.ts'
import { generateVault } from '../support/generator/generate.ts'
import { makeTestVault } from '../support/testVault.ts'
import { type BenchRow, row } from './support/row.ts'

const PEOPLE = 14_700
const RECORDS = 100_000
const AT_ONCE = 500
const MOST_BLOCKED_MS = 50

export async function bulkBench(): Promise<BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-bulk-'))
  const { records: all } = generateVault({ people: PEOPLE, entriesPerPerson: 0, files: 0 })
  const records = all.slice(0, RECORDS)
  const sodium = await loadSodium()
  const folder = path.join(root, 'A.emanet')
  const { vault } = await makeTestVault(folder, sodium)
  const workspace = await openWorkspace(vault)
  try {
    const loop = watchEventLoop()
    await loop.longest()
    loop.reset()
    let start = performance.now()
    for (let at = 0; at < records.length; at += AT_ONCE) {
      workspace.records.createMany(records.slice(at, at + AT_ONCE))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await workspace.prepared('all')
    const ours = performance.now() - start
    const blocked = await loop.longest()
    loop.stop()

    const sizes = storedSizes(folder)
    const texts = records.map(({ change }) =>
      foldText(change.add.map(({ value }) => textOf(value)).join(' ')),
    )
    const plain = openDatabase(path.join(root, 'plain.db'))
    plain.pragma(`page_size = ${PAGE_SIZE}`)
    plain.pragma('journal_mode = WAL')
    plain.pragma('synchronous = FULL')
    plain.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT')
    plain.exec(
      "CREATE VIRTUAL TABLE word USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')",
    )
    const add = plain.prepare<[Buffer]>('INSERT INTO entry (box) VALUES (?)')
    const addWords = plain.prepare<[number, string]>('INSERT INTO word (rowid, text) VALUES (?, ?)')
    const boxes = records.map((_, place) => randomBytes(sizes[place % sizes.length] ?? 1000))
    start = performance.now()
    for (let at = 0; at < records.length; at += AT_ONCE) {
      plain.transaction(() => {
        for (let place = at; place < Math.min(at + AT_ONCE, records.length); place += 1) {
          const { lastInsertRowid } = add.run(boxes[place] as Buffer)
          addWords.run(Number(lastInsertRowid), texts[place] ?? '')
        }
      })()
    }
    const theirs = performance.now() - start
    plain.close()
    const rate = (ms: number) => ((1000 * records.length) / ms).toFixed(0)
    const note = `${rate(ours)} and ${rate(theirs)} records a second, ${AT_ONCE} in a transaction`
    return [
      row(
        `${records.length} records in bulk, found by search`,
        ours,
        'plain better-sqlite3',
        theirs,
        2.5,
        note,
      ),
      row('the same, event loop blocked at most', blocked, 'limit', MOST_BLOCKED_MS, 1),
    ]
  } finally {
    workspace.close()
    rmSync(root, { recursive: true, force: true })
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) return Object.values(value).join(' ')
  return String(value)
}

/** Of the newest entries, as they lie in the database. */
function storedSizes(folder: string): number[] {
  const connection = openDatabase(path.join(folder, 'vault.db'), { readonly: true })
  try {
    return connection
      .prepare<[], number>('SELECT length(prev) + length(nonce) + length(box) FROM ledger')
      .pluck()
      .all()
  } finally {
    connection.close()
  }
}
