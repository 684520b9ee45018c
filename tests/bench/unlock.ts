/** Unlocking a vault of 1,000 people in 10,000 ledger entries, beside the limit of 300 ms beyond the key derivation. */
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { makeRecordVault } from './support/recordVault.ts'
import { type BenchRow, median, row } from './support/row.ts'

const PEOPLE = 1000
const ROUNDS = 7
const LIMIT_MS = 300

/** Milliseconds. */
export interface UnlockTimes {
  readonly open: number
  /** The ledger read, every entry checked and decrypted; the people folded and indexed. */
  readonly workspace: number
  /** 50 of them listed. */
  readonly firstPage: number
  /** The rest folded, indexed and made searchable, which otherwise happens over the next turns, and one search. */
  readonly firstSearch: number
}

export async function unlockBench(): Promise<BenchRow[]> {
  const made = await makeRecordVault(PEOPLE, await loadSodium())
  try {
    const script = fileURLToPath(new URL('./support/unlockOnce.ts', import.meta.url))
    const query = made.generated.people[0]?.spellings.en ?? ''
    const all: UnlockTimes[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      all.push(
        JSON.parse(
          execFileSync(process.execPath, [script, made.folder, query], { encoding: 'utf8' }),
        ),
      )
    }
    const of = (part: keyof UnlockTimes) => median(all.map((times) => times[part]))
    const toList = median(all.map(({ open, workspace, firstPage }) => open + workspace + firstPage))
    const toSearch = median(all.map((each) => Object.values(each).reduce((a, b) => a + b, 0)))
    const parts = `open ${ms(of('open'))}, workspace ${ms(of('workspace'))}, first page ${ms(of('firstPage'))}`
    return [
      row(
        `unlock of ${PEOPLE} people in ${made.entries} entries, to the first page of the list, KDF left out`,
        toList,
        'limit',
        LIMIT_MS,
        1,
        parts,
      ),
      row(
        'the same, to the answer of a search made at once',
        toSearch,
        'limit of the unlock',
        LIMIT_MS,
        2,
        'nothing was given time to be taken in by itself',
      ),
    ]
  } finally {
    made.remove()
  }
}

const ms = (value: number): string => `${value.toFixed(0)} ms`
