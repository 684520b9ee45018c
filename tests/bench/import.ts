/**
 * A list of 50,000 people from a file into a vault: read, mapped, compared with each other and with the vault, decided,
 * and written in one transaction, until the report is there. From a CSV and from a workbook, each beside the limit that a
 * person was promised. Each row has a facility, so it makes a stay besides the person. The note says how long each part
 * took, with the processor time of all threads, and how much later a search finds the last of the list; the caller's
 * loop is watched to that end, and a run that told of too little progress fails. `import=N` takes N rows.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { invariant } from '../../shared/errors.ts'
import { watchEventLoop } from '../support/eventLoop.ts'
import { generateVault } from '../support/generator/generate.ts'
import { workbook } from '../support/tables/workbook.ts'
import { makeTestVault } from '../support/testVault.ts'
import { type BenchRow, row } from './support/row.ts'

const ROWS = 50_000
const LIMIT_MS = 20_000
const MOST_BLOCKED_MS = 50
/** Told of at least so often in each of the two long parts. */
const LEAST_TOLD = 10

const HEADINGS = [
  'name_uk',
  'name_ru',
  'birth_date',
  'status',
  'arrest_date',
  'facility',
  'source',
] as const
const STATUSES = ['remand', 'on_trial', 'serving_colony', 'serving_prison'] as const

export async function importBench(): Promise<BenchRow[]> {
  const rows = listOf(rowsAskedFor())
  const csv = Buffer.from([HEADINGS, ...rows].map((cells) => cells.join(';')).join('\n'))
  const xlsx = await workbook([HEADINGS, ...rows])
  return [...(await importOf('CSV', csv, rows)), ...(await importOf('XLSX', xlsx, rows))]
}

type Row = readonly string[]

async function importOf(
  format: string,
  bytes: Uint8Array,
  rows: readonly Row[],
): Promise<BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-import-'))
  const { vault } = await makeTestVault(path.join(root, 'A.emanet'), await loadSodium())
  const workspace = await openWorkspace(vault)
  const loop = watchEventLoop()
  const parts: string[] = []
  const told = { compare: 0, write: 0 }
  const part = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now()
    const cpu = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(cpu)
    const took = performance.now() - start
    parts.push(`${name} ${seconds(took)} s (processor ${seconds((user + system) / 1000)} s)`)
    return result
  }
  try {
    await loop.longest()
    loop.reset()
    const processor = process.cpuUsage()
    const start = performance.now()
    const session = await part('read', async () => {
      const begun = await workspace.imports.begin(bytes)
      await begun.read(begun.preview.guess)
      return begun
    })
    const { doubtful } = await part('compare', () =>
      session.compare({ onProgress: () => (told.compare += 1) }),
    )
    await session.decideOthers('same', 'add')
    await session.decideOthers('possible', 'new')
    const report = await part('write', () => session.write({ onProgress: () => (told.write += 1) }))
    const ours = performance.now() - start
    const { user, system } = process.cpuUsage(processor)
    await part('then found by search', () => workspace.prepared('all'))
    const blocked = await loop.longest()
    session.close()
    const last = rows.at(-1)?.[0] ?? ''
    invariant(workspace.search.query(last, 5).length > 0, 'the last of the list is found')
    invariant(report.imported === rows.length, 'every row was imported')
    invariant(Math.min(told.compare, told.write) >= LEAST_TOLD, 'an import tells how far it is')
    const entries = vault.ledger.head().seq
    const note = `${parts.join(', ')}; ${doubtful} doubtful rows, ${entries} entries`
    const name = `${rows.length} rows imported from ${format}`
    return [
      row(name, ours, 'limit', LIMIT_MS, 1, note),
      // Threads included, so one core that is free is enough, whatever else the machine does.
      row('the same, processor time', (user + system) / 1000, 'limit', LIMIT_MS, 1),
      row('the same, event loop blocked at most', blocked, 'limit', MOST_BLOCKED_MS, 1),
    ]
  } finally {
    loop.stop()
    workspace.close()
    rmSync(root, { recursive: true, force: true })
  }
}

function rowsAskedFor(): number {
  const argument = process.argv.find((each) => each.startsWith('import='))
  return Math.min(ROWS, Number(argument?.slice('import='.length) ?? ROWS))
}

/** Two spellings, a day of birth, and what a list of an organisation has besides. */
function listOf(count: number): readonly Row[] {
  const { people } = generateVault({ people: count, entriesPerPerson: 1, files: 0, seed: 'list' })
  return people.map(({ spellings: { uk, ru } }, place) => [
    ...[uk, ru, day(1952, (place * 7919) % 18_000)],
    STATUSES[place % STATUSES.length] ?? '',
    ...[day(2014, (place * 31) % 4000), `Вигадана установа ${place % 120}`],
    `Вигаданий перелік ${place % 40}`,
  ])
}

const day = (year: number, days: number): string =>
  new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10)

const seconds = (ms: number): string => (ms / 1000).toFixed(1)
