/**
 * What an unlock takes beyond the key derivation: 1,000 people in 10,000 ledger entries, read, checked and indexed
 * until the list of people answers. The vault is opened with the tests' weak derivation, so nearly nothing of it is in
 * the figure.
 */
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { openTestVault } from '../support/testVault.ts'
import { makeRecordVault } from './support/recordVault.ts'
import { type BenchRow, median, row, timed } from './support/row.ts'

const PEOPLE = 1000
const ROUNDS = 7
const LIMIT_MS = 300

export async function unlockBench(): Promise<BenchRow[]> {
  const sodium = await loadSodium()
  const made = await makeRecordVault(PEOPLE, sodium)
  try {
    const rounds: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      let close = () => {}
      rounds.push(
        await timed(async () => {
          const workspace = await openWorkspace(await openTestVault(made.folder, sodium))
          workspace.records.list({ kind: 'person', query: '', filter: {}, offset: 0, limit: 50 })
          close = () => workspace.close()
        }),
      )
      close()
    }
    const note = `${made.entries} entries; the first, cold one ${(rounds[0] ?? 0).toFixed(0)} ms`
    return [row(`unlock of ${PEOPLE} people`, median(rounds), 'limit', LIMIT_MS, 1, note)]
  } finally {
    made.remove()
  }
}
