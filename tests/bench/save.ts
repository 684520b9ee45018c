/**
 * A durable save of one field in a vault of 1,000 people, beside a bare commit of better-sqlite3 with
 * `synchronous=FULL` of the same size on the same disk.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openDatabase } from '../../electron/vault/db/sqlite.ts'
import { PAGE_SIZE } from '../../electron/vault/db/vaultSchema.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import type { RecordChange } from '../../shared/model/statement.ts'
import { openTestVault } from '../support/testVault.ts'
import { copyOf } from './support/recordVault.ts'
import { type BenchRow, median, row, timed } from './support/row.ts'

const PEOPLE = 1000
const SAVES = 300

export async function saveBench(): Promise<BenchRow[]> {
  const sodium = await loadSodium()
  const made = await copyOf(PEOPLE, sodium)
  try {
    const workspace = await openWorkspace(await openTestVault(made.folder, sodium))
    const { records } = workspace
    const bare = openDatabase(path.join(path.dirname(made.folder), 'bare.db'))
    bare.pragma(`page_size = ${PAGE_SIZE}`)
    bare.pragma('journal_mode = WAL')
    bare.pragma('synchronous = FULL')
    bare.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT')
    const insert = bare.prepare<[Buffer]>('INSERT INTO entry (box) VALUES (?)')

    const ours: number[] = []
    const theirs: number[] = []
    let size = 0
    for (let round = 0; round < SAVES; round += 1) {
      const id = made.people[round % PEOPLE]?.id
      if (!id) break
      const basedOn = records.get(id).record.lastSeq
      const change = oneField(`Суд ${round}`)
      ours.push(await timed(() => records.save({ id, basedOn, change })))
      size = size || storedBytes(made.folder)
      const box = randomBytes(size)
      theirs.push(await timed(() => insert.run(box)))
    }
    bare.close()
    workspace.close()
    return [
      row(
        'durable save of one field',
        median(ours),
        'bare commit',
        median(theirs),
        2,
        `${size} bytes each`,
      ),
    ]
  } finally {
    made.remove()
  }
}

const oneField = (value: string): RecordChange => ({
  add: [{ field: 'court', value, source: null, grade: 'B2', asOf: '2026', confidentiality: 'C0' }],
  retract: [],
  prefer: {},
})

/** Length of the newest entry as it is stored. */
function storedBytes(folder: string): number {
  const connection = openDatabase(path.join(folder, 'vault.db'), { readonly: true })
  try {
    const row = connection
      .prepare<[], { bytes: number }>(
        'SELECT length(box) + length(prev) + length(nonce) AS bytes FROM ledger ORDER BY seq DESC LIMIT 1',
      )
      .get()
    return row?.bytes ?? 0
  } finally {
    connection.close()
  }
}
