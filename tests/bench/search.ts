/**
 * Searches in a vault of 100,000 records, beside the same words in an FTS5 table on disk, once of plain better-sqlite3
 * and once of SQLCipher: two words, and the beginning of one as it is typed. The limit is on the slowest twentieth.
 * Then the order of the lists, when the language changes.
 */
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import type Sqlite from 'better-sqlite3'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { type Connection, openDatabase } from '../../electron/vault/db/sqlite.ts'
import { NO_CUSTOM_FIELDS } from '../../electron/vault/records/customFields.ts'
import { wordsOf } from '../../electron/vault/records/indexing.ts'
import { Journal } from '../../electron/vault/records/journal.ts'
import { RecordStore } from '../../electron/vault/records/recordStore.ts'
import { openWorkspace, type Workspace } from '../../electron/vault/workspace.ts'
import { sqlcipherPackage } from '../../scripts/setup/sqlcipher.mjs'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import { foldWords } from '../../shared/names/fold.ts'
import { type LoopWatch, watchEventLoop } from '../support/eventLoop.ts'
import { openTestVault } from '../support/testVault.ts'
import { type RecordVault, recordVault } from './support/recordVault.ts'
import { type BenchRow, median, row } from './support/row.ts'

const PEOPLE = 14_500
const QUERIES = 200
const HITS = 20
const LIMIT_MS = 20
const MOST_BLOCKED_MS = 50
const MOST_REORDERED_MS = 500
const FIRST_PAGE: ParsedInput<'records.list'> = {
  ...{ kind: 'person', query: '', filter: {}, stale: false, offset: 0, limit: 50 },
}

export async function searchBench(): Promise<BenchRow[]> {
  const sodium = await loadSodium()
  const vault = await recordVault(PEOPLE, sodium)
  const peers = await wordIndexes(vault)
  const workspace = await openWorkspace(
    await openTestVault(vault.folder, sodium, { readOnly: true }),
  )
  try {
    await workspace.search.settle()
    const loop = watchEventLoop()
    await loop.longest()
    loop.reset()
    const rows: BenchRow[] = []
    for (const [what, queries] of Object.entries(queriesOf(vault))) {
      const ours: number[] = []
      const theirs = peers.map((): number[] => [])
      for (const query of queries) {
        // As the program asks: until it is answered, with turns for others on the way.
        ours.push(await waited(() => workspace.search.askInSlices({ query, limit: HITS })))
        for (const [place, peer] of peers.entries())
          theirs[place]?.push(timed(() => peer.query(query)))
        await new Promise((resolve) => setImmediate(resolve))
      }
      const notes = peers.map(
        ({ name }, place) =>
          `${name}: p50 ${at(theirs[place] ?? [], 0.5).toFixed(1)}, p95 ${at(theirs[place] ?? [], 0.95).toFixed(1)} ms`,
      )
      const note = [`p50 ${at(ours, 0.5).toFixed(1)} ms`, ...notes].join('; ')
      rows.push(
        row(
          `search ${vault.records} records, ${what}, p95`,
          at(ours, 0.95),
          'limit',
          LIMIT_MS,
          1,
          note,
        ),
      )
    }
    rows.push(
      row(
        'the same, event loop blocked at most',
        await loop.longest(),
        'limit',
        MOST_BLOCKED_MS,
        1,
      ),
    )
    rows.push(...(await reordered(workspace, vault, loop)))
    loop.stop()
    return rows
  } finally {
    workspace.close()
    for (const peer of peers) peer.close()
  }
}

/** What somebody waits for who changes the language: the list of people, and how long nothing else is answered. */
async function reordered(
  workspace: Workspace,
  { records }: RecordVault,
  loop: LoopWatch,
): Promise<BenchRow[]> {
  loop.reset()
  const waits: number[] = []
  for (const language of ['tr', 'uk', 'crh', 'ru', 'en'] as const) {
    const start = performance.now()
    workspace.orderBy(language)
    await workspace.prepared('person')
    await workspace.records.listInSlices(FIRST_PAGE)
    waits.push(performance.now() - start)
    await workspace.search.settle()
  }
  const name = `people of ${records} records in the order of another language`
  return [
    row(name, median(waits), 'limit', MOST_REORDERED_MS, 1),
    row('the same, event loop blocked at most', await loop.longest(), 'limit', MOST_BLOCKED_MS, 1),
  ]
}

function queriesOf({ people }: RecordVault): Record<string, string[]> {
  const every = Math.max(1, Math.floor(people.length / QUERIES))
  const some = people.filter((_, place) => place % every === 0).slice(0, QUERIES)
  return {
    'two words': some.map(({ spellings }, place) => (place % 2 ? spellings.en : spellings.uk)),
    'the beginning of a word': some.map(({ spellings }, place) => {
      const [first = '', last = ''] = spellings.uk.split(' ')
      return (place % 2 ? first : last).slice(0, 2 + (place % 4))
    }),
  }
}

interface WordIndex {
  readonly name: string
  query(query: string): unknown
  close(): void
}

/** The words of every record in FTS5 tables of databases on disk, ranked as FTS5 does by itself. */
async function wordIndexes({ folder }: RecordVault): Promise<WordIndex[]> {
  const vault = await openTestVault(folder, await loadSodium(), { readOnly: true })
  const store = new RecordStore({ read: (seqs) => vault.ledger.readMany(seqs) })
  await new Journal(vault.ledger, [store]).replay()
  const texts = [...store.all()].map((record) => wordsOf(record, NO_CUSTOM_FIELDS))
  store.db.close()
  vault.close()
  const fresh = (name: string): string => {
    const file = path.join(path.dirname(folder), name)
    rmSync(file, { force: true })
    return file
  }
  const plain = wordIndex('FTS5 on disk, ranked', openDatabase(fresh('plain.db')), texts)
  const sealed = await sqlcipher(fresh('sealed.db'))
  return sealed ? [plain, wordIndex('the same in SQLCipher', sealed, texts)] : [plain]
}

function wordIndex(name: string, connection: Connection, texts: readonly string[]): WordIndex {
  connection.pragma('journal_mode = WAL')
  connection.exec("CREATE VIRTUAL TABLE word USING fts5 (text, tokenize = 'unicode61')")
  const add = connection.prepare<[string]>('INSERT INTO word (text) VALUES (?)')
  connection.transaction(() => {
    for (const text of texts) add.run(text)
  })()
  const find = connection.prepare<[string, number]>(
    'SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank LIMIT ?',
  )
  return {
    name,
    query: (query) =>
      find.all(
        foldWords(query)
          .map((word) => `"${word}"*`)
          .join(' '),
        HITS,
      ),
    close: () => connection.close(),
  }
}

/** Encrypted as SQLCipher 4 does; undefined, and said so, where the package cannot be had. */
async function sqlcipher(file: string): Promise<Connection | undefined> {
  try {
    const require = createRequire(import.meta.url)
    const Database = require(await sqlcipherPackage()) as typeof Sqlite
    const connection = new Database(file)
    connection.pragma("cipher = 'sqlcipher'")
    connection.pragma('legacy = 4')
    connection.pragma("key = 'correct horse battery staple'")
    return connection
  } catch (error) {
    process.stderr.write(`Not compared with SQLCipher: ${String(error)}\n`)
    return undefined
  }
}

async function waited(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
