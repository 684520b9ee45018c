/**
 * Unlocking vaults of some ten thousand, a hundred thousand and half a million ledger entries, beside the limits beyond
 * the key derivation: to an answering list and an answering search with the snapshot of the index, and to the list
 * without one. Each in a process of its own, bundled as it is shipped, with the longest time that its event loop was blocked.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { bundled } from './support/bundled.ts'
import { type RecordVault, recordVault } from './support/recordVault.ts'
import { type BenchRow, median, row } from './support/row.ts'

/** Milliseconds and megabytes. */
export interface UnlockTimes {
  readonly open: number
  /** The index loaded and the ledger's tail read, or the ledger read and the people indexed. */
  readonly workspace: number
  /** 50 people listed. */
  readonly firstPage: number
  /** One search made at once. */
  readonly firstSearch: number
  /** Of the time to the list, how long main's thread was on a processor: the same on a machine with other work. */
  readonly busyToList: number
  readonly longestBlock: number
  readonly memoryMB: number
  readonly peakMemoryMB: number
  readonly fromSnapshot: boolean
}

const MOST_BLOCKED_MS = 50
const MOST_MEMORY_MB = 700

interface Size {
  readonly people: number
  readonly rounds: number
  readonly limit: number
  /** For the list of people without a snapshot; none where it is not promised. */
  readonly withoutSnapshot?: number
}

const SIZES: readonly Size[] = [
  { people: 1000, rounds: 5, limit: 150 },
  { people: 10_000, rounds: 3, limit: 500, withoutSnapshot: 1500 },
]
const LARGE: Size = { people: 50_000, rounds: 3, limit: 2000 }

export const unlockBench = async (): Promise<BenchRow[]> => {
  const rows: BenchRow[] = []
  for (const size of SIZES) rows.push(...(await unlockOf(size)))
  return rows
}

export const largeBench = (): Promise<BenchRow[]> => unlockOf(LARGE)

async function unlockOf({ people, rounds, limit, withoutSnapshot }: Size): Promise<BenchRow[]> {
  const vault = await recordVault(people, await loadSodium())
  const program = await bundled('unlockOnce')
  const about = `${vault.entries} entries of ${(vault.bytesPerEntry / 1000).toFixed(2)} KB`
  const all = Array.from({ length: rounds }, () => unlockOnce(program, vault))
  if (!all.every(({ fromSnapshot }) => fromSnapshot)) throw new Error('there was no snapshot')
  const rows = [
    row(
      `unlock of ${about} to a list and a search`,
      middle(all, total),
      'limit',
      limit,
      1,
      parts(all),
    ),
    blockedRow(`the same, event loop blocked at most`, all),
  ]
  if (withoutSnapshot === undefined) return rows
  rows.push(memoryRow('the same, memory', all))
  const snapshot = path.join(vault.folder, 'index')
  renameSync(snapshot, `${snapshot}.aside`)
  try {
    const without = Array.from({ length: rounds }, () => unlockOnce(program, vault))
    rows.push(
      row(
        `unlock of ${about} without a snapshot, to a list`,
        middle(without, toList),
        'limit',
        withoutSnapshot,
        1,
        parts(without),
      ),
      blockedRow('the same and on to a search, event loop blocked at most', without),
      memoryRow('the same and on to a search, memory', without),
    )
    if (existsSync(snapshot)) throw new Error('nobody had time to write a snapshot')
  } finally {
    renameSync(`${snapshot}.aside`, snapshot)
  }
  return rows
}

function unlockOnce(program: string, { folder, people }: RecordVault): UnlockTimes {
  const query = people[0]?.spellings.en ?? ''
  return JSON.parse(
    execFileSync(process.execPath, [program, folder, query], { encoding: 'utf8' }),
  ) as UnlockTimes
}

const toList = ({ open, workspace, firstPage }: UnlockTimes): number => open + workspace + firstPage
const total = (times: UnlockTimes): number => toList(times) + times.firstSearch

const middle = (all: readonly UnlockTimes[], of: (times: UnlockTimes) => number): number =>
  median(all.map(of))

const blockedRow = (name: string, all: readonly UnlockTimes[]): BenchRow =>
  row(
    name,
    middle(all, ({ longestBlock }) => longestBlock),
    'limit',
    MOST_BLOCKED_MS,
    1,
  )

function memoryRow(name: string, all: readonly UnlockTimes[]): BenchRow {
  const peak = Math.max(...all.map(({ peakMemoryMB }) => peakMemoryMB))
  return { ...row(name, peak, 'limit', MOST_MEMORY_MB, 1), unit: 'MB' }
}

function parts(all: readonly UnlockTimes[]): string {
  const ms = (of: keyof UnlockTimes) => middle(all, (times) => Number(times[of])).toFixed(0)
  return `open ${ms('open')}, index ${ms('workspace')}, list ${ms('firstPage')}, search ${ms('firstSearch')} ms, of that to the list ${ms('busyToList')} ms on main's processor, ${ms('memoryMB')} MB`
}
