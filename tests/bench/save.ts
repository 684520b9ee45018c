/**
 * A durable save of one field through the record service, beside a bare better-sqlite3 commit of as many bytes with
 * `synchronous=FULL` on the same disk, taken alternately.
 */
import path from 'node:path'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { openDatabase } from '../../electron/vault/db/sqlite.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { MODEL } from '../../shared/model/model.ts'
import { openTestVault } from '../support/testVault.ts'
import { makeRecordVault } from './support/recordVault.ts'
import { type BenchRow, median, row, timed } from './support/row.ts'

const PEOPLE = 100
const SAVES = 400
const LIMIT = 3
/** A ledger row of one field: previous hash, nonce, and a box of the size class such an entry falls into. */
const ROW_BYTES = 32 + 24 + 768

export async function saveBench(): Promise<BenchRow[]> {
  const sodium = await loadSodium()
  const made = await makeRecordVault(PEOPLE, sodium)
  const bare = openDatabase(path.join(made.folder, '..', 'bare.db'))
  const workspace = await openWorkspace(await openTestVault(made.folder, sodium))
  try {
    bare.pragma('journal_mode = WAL')
    bare.pragma('synchronous = FULL')
    bare.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL)')
    const insert = bare.prepare<[Buffer]>('INSERT INTO entry (bytes) VALUES (?)')
    const bytes = Buffer.alloc(ROW_BYTES, 7)
    const id = made.generated.people[0]?.id
    if (!id) throw new Error('the generator made a person')
    const ours: number[] = []
    const theirs: number[] = []
    for (let save = 0; save < SAVES; save += 1) {
      const basedOn = workspace.records.get(id).record.lastSeq
      const add = [
        {
          field: 'court',
          value: `Court ${save}`,
          source: null,
          grade: 'F6',
          asOf: null,
          confidentiality: MODEL.person.court.confidentiality,
        },
      ]
      ours.push(
        await timed(() =>
          workspace.records.save({ id, basedOn, change: { add, retract: [], prefer: {} } }),
        ),
      )
      theirs.push(await timed(() => insert.run(bytes)))
    }
    return [
      row('durable save of one field', median(ours), 'bare SQLite commit', median(theirs), LIMIT),
    ]
  } finally {
    workspace.close()
    bare.close()
    made.remove()
  }
}
