/**
 * Searches in a vault of 100,000 records, beside plain better-sqlite3 with the same words in an FTS5 table on disk: two
 * words, and the beginning of one as it is typed. The limit is on the slowest twentieth.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openDatabase } from '../../electron/vault/db/sqlite.ts'
import { wordsOf } from '../../electron/vault/records/indexing.ts'
import { Journal } from '../../electron/vault/records/journal.ts'
import { RecordStore } from '../../electron/vault/records/recordStore.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { foldWords } from '../../shared/names/fold.ts'
import { watchEventLoop } from '../support/eventLoop.ts'
import { openTestVault } from '../support/testVault.ts'
import { type RecordVault, recordVault } from './support/recordVault.ts'
import { type BenchRow, row } from './support/row.ts'

const PEOPLE = 14_500
const QUERIES = 200
const HITS = 20
const LIMIT_MS = 20
const MOST_BLOCKED_MS = 50

export async function searchBench(): Promise<BenchRow[]> {
  const sodium = await loadSodium()
  const vault = await recordVault(PEOPLE, sodium)
  const peer = await plainIndex(vault)
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
      const theirs: number[] = []
      for (const query of queries) {
        ours.push(timed(() => workspace.search.query(query, HITS)))
        theirs.push(timed(() => peer.query(query)))
        await new Promise((resolve) => setImmediate(resolve))
      }
      const note = `p50 ${at(ours, 0.5).toFixed(1)} ms; FTS5 on disk, ranked: p50 ${at(theirs, 0.5).toFixed(1)}, p95 ${at(theirs, 0.95).toFixed(1)} ms`
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
    loop.stop()
    return rows
  } finally {
    workspace.close()
    peer.close()
  }
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

/** The words of every record in an FTS5 table of a database on disk, ranked as FTS5 does by itself. */
async function plainIndex({ folder }: RecordVault) {
  const vault = await openTestVault(folder, await loadSodium(), { readOnly: true })
  const store = new RecordStore({ read: (seqs) => vault.ledger.readMany(seqs) })
  await new Journal(vault.ledger, [store]).replay()
  const file = path.join(path.dirname(folder), 'plain.db')
  rmSync(file, { force: true })
  const connection = openDatabase(file)
  connection.pragma('journal_mode = WAL')
  connection.exec("CREATE VIRTUAL TABLE word USING fts5 (text, tokenize = 'unicode61')")
  const add = connection.prepare<[string]>('INSERT INTO word (text) VALUES (?)')
  connection.transaction(() => {
    for (const record of store.all()) add.run(wordsOf(record))
  })()
  store.db.close()
  vault.close()
  const find = connection.prepare<[string, number]>(
    'SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank LIMIT ?',
  )
  return {
    query: (query: string) =>
      find.all(
        foldWords(query)
          .map((word) => `"${word}"*`)
          .join(' '),
        HITS,
      ),
    close: () => connection.close(),
  }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
