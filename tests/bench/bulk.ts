/**
 * Many records at once, as an import makes them, beside plain better-sqlite3 that inserts as many rows of the same
 * stored size and the same words in an FTS5 table, in one transaction too, on the same disk. Ours is done when a
 * search would find the last of them. And the same until the records are durable, before anything is indexed, beside
 * plain better-sqlite3 without the words. `bulk=N` takes N records.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openDatabase } from '../../electron/vault/db/sqlite.ts'
import { PAGE_SIZE } from '../../electron/vault/db/vaultSchema.ts'
import type { NewRecord } from '../../electron/vault/records/recordService.ts'
import { slices } from '../../electron/vault/slices.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { foldText } from '../../shared/names/fold.ts'
import { watchEventLoop } from '../support/eventLoop.ts'
import { generateVault } from '../support/generator/generate.ts'
import { makeTestVault } from '../support/testVault.ts'
import { type BenchRow, row } from './support/row.ts'

const PEOPLE = 14_700
const RECORDS = 100_000
const MOST_BLOCKED_MS = 50

function recordsAskedFor(): number {
  const argument = process.argv.find((each) => each.startsWith('bulk='))
  return Math.min(RECORDS, Number(argument?.slice('bulk='.length) ?? RECORDS))
}

export async function bulkBench(): Promise<BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-bulk-'))
  const { records: all } = generateVault({ people: PEOPLE, entriesPerPerson: 0, files: 0 })
  const records = all.slice(0, recordsAskedFor())
  const sodium = await loadSodium()
  const folder = path.join(root, 'A.emanet')
  const { vault } = await makeTestVault(folder, sodium)
  const workspace = await openWorkspace(vault)
  try {
    const loop = watchEventLoop()
    await loop.longest()
    loop.reset()
    let start = performance.now()
    let processor = process.cpuUsage()
    await workspace.records.createBulk(records)
    await workspace.prepared('all')
    const ours = performance.now() - start
    const ourProcessor = milliseconds(process.cpuUsage(processor))
    const blocked = await loop.longest()
    loop.stop()

    const sizes = storedSizes(folder)
    const texts = records.map(({ change }) =>
      foldText(change.add.map(({ value }) => textOf(value)).join(' ')),
    )
    const plain = openPlain(path.join(root, 'plain.db'))
    plain.exec(
      "CREATE VIRTUAL TABLE word USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')",
    )
    const add = plain.prepare<[Buffer]>('INSERT INTO entry (box) VALUES (?)')
    const addWords = plain.prepare<[number, string]>('INSERT INTO word (rowid, text) VALUES (?, ?)')
    const boxes = records.map((_, place) => randomBytes(sizes[place % sizes.length] ?? 1000))
    start = performance.now()
    processor = process.cpuUsage()
    plain.transaction(() => {
      for (const [place, box] of boxes.entries()) {
        const { lastInsertRowid } = add.run(box)
        addWords.run(Number(lastInsertRowid), texts[place] ?? '')
      }
    })()
    const theirs = performance.now() - start
    const theirProcessor = milliseconds(process.cpuUsage(processor))
    plain.close()
    const rate = (ms: number) => ((1000 * records.length) / ms).toFixed(0)
    const note = `${rate(ours)} and ${rate(theirs)} records a second, in one transaction`
    return [
      ...(await durableRows(root, records, boxes)),
      row(
        `${records.length} records in bulk, found by search`,
        ours,
        'plain better-sqlite3',
        theirs,
        2.5,
        note,
      ),
      // Threads included: what the machine does for it, whatever else it does meanwhile.
      row('the same, processor time', ourProcessor, 'plain better-sqlite3', theirProcessor, 2.5),
      row('the same, event loop blocked at most', blocked, 'limit', MOST_BLOCKED_MS, 1),
    ]
  } finally {
    workspace.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Last, so that nothing of the other rows is measured warmer for it; in a vault of its own, because ids are new once. */
async function durableRows(
  root: string,
  records: readonly NewRecord[],
  boxes: readonly Buffer[],
): Promise<BenchRow[]> {
  const { vault } = await makeTestVault(path.join(root, 'B.emanet'), await loadSodium())
  const workspace = await openWorkspace(vault)
  try {
    const breathe = slices()
    const plan = async () => ({
      entries: await workspace.records.bulkEntries(records, [], breathe),
    })
    let start = performance.now()
    let processor = process.cpuUsage()
    let ours = Number.NaN
    let ourProcessor = Number.NaN
    // When the commit is acknowledged: moving the log into the database comes after it, with plain's too.
    const after = async () => {
      ours = performance.now() - start
      ourProcessor = milliseconds(process.cpuUsage(processor))
    }
    await vault.ledger.appendBulk(plan, { after })

    const plain = openPlain(path.join(root, 'rows.db'))
    plain.pragma('wal_autocheckpoint = 0')
    const add = plain.prepare<[Buffer]>('INSERT INTO entry (box) VALUES (?)')
    start = performance.now()
    processor = process.cpuUsage()
    plain.transaction(() => {
      for (const box of boxes) add.run(box)
    })()
    const theirs = performance.now() - start
    const theirProcessor = milliseconds(process.cpuUsage(processor))
    plain.close()
    const each = (ms: number) => ((1000 * ms) / records.length).toFixed(1)
    return [
      row(
        `${records.length} records in bulk, durable`,
        ours,
        'plain rows',
        theirs,
        2.5,
        `${each(ours)} and ${each(theirs)} µs a record, in one transaction`,
      ),
      row(
        'the same, processor time',
        ourProcessor,
        'plain rows',
        theirProcessor,
        2.5,
        `${each(ourProcessor)} and ${each(theirProcessor)} µs a record`,
      ),
    ]
  } finally {
    workspace.close()
  }
}

function openPlain(file: string) {
  const plain = openDatabase(file)
  plain.pragma(`page_size = ${PAGE_SIZE}`)
  plain.pragma('journal_mode = WAL')
  plain.pragma('synchronous = FULL')
  plain.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT')
  return plain
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

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
