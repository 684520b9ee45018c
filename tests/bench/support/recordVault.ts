/**
 * A vault of generated people on disk, one ledger entry per record and per later save, written straight into the real
 * ledger in large transactions. Made once in a run and shared by the benchmarks that only read it.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { openDatabase } from '../../../electron/vault/db/sqlite.ts'
import type { NewEntry } from '../../../electron/vault/ledger/types.ts'
import { newId, setBody } from '../../../electron/vault/records/change.ts'
import { OP_RECORD_SET } from '../../../electron/vault/records/ops.ts'
import type { OpenVault } from '../../../electron/vault/session/types.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { type GeneratedVault, generateVault } from '../../support/generator/generate.ts'
import { makeTestVault, openTestVault } from '../../support/testVault.ts'

export interface RecordVault {
  readonly folder: string
  readonly people: readonly {
    readonly id: RecordId
    readonly spellings: Readonly<Record<'uk' | 'ru' | 'en', string>>
  }[]
  readonly records: number
  readonly entries: number
  /** As stored. */
  readonly bytesPerEntry: number
  remove(): void
}

const ENTRIES_AT_ONCE = 5000
const made = new Map<number, RecordVault>()

process.on('exit', () => {
  for (const { folder } of made.values())
    rmSync(path.dirname(folder), { recursive: true, force: true })
})

/** With a snapshot of its index. Not to be changed: see `copyOf`. */
export async function recordVault(people: number, sodium: Sodium): Promise<RecordVault> {
  const known = made.get(people)
  if (known) return known
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-records-'))
  const folder = path.join(root, 'A.emanet')
  const { vault } = await makeTestVault(folder, sodium)
  const generated = writeRecords(vault, people)
  const entries = vault.ledger.head().seq
  vault.close()
  const workspace = await openWorkspace(await openTestVault(folder, sodium))
  await workspace.saveIndex()
  workspace.close()
  const vaultMade = {
    ...{ folder, people: generated.people, records: generated.records.length, entries },
    bytesPerEntry: bytesPerEntry(folder),
    remove: () => {},
  }
  made.set(people, vaultMade)
  return vaultMade
}

/** Into a new vault. */
export function writeRecords(vault: OpenVault, people: number): GeneratedVault {
  const generated = generateVault({ people, entriesPerPerson: 10, files: 0 })
  const kinds = new Map(generated.records.map(({ id, kind }) => [id, kind]))
  const kindOf = (id: RecordId) => kinds.get(id)
  let waiting: NewEntry[] = []
  const flush = () => {
    vault.ledger.append(waiting)
    waiting = []
  }
  const write = (entry: NewEntry) => {
    waiting.push(entry)
    if (waiting.length >= ENTRIES_AT_ONCE) flush()
  }
  for (const { id, kind, change } of generated.records) {
    write({ op: OP_RECORD_SET, record: id, body: setBody(kind, undefined, change, kindOf) })
  }
  for (const { change } of generated.identities) {
    const body = setBody('witnessIdentity', undefined, change, kindOf)
    write({ op: OP_RECORD_SET, record: newId<RecordId>(), compartment: 1, body })
  }
  for (const { id, change } of generated.saves) {
    const body = setBody(kinds.get(id) ?? 'person', undefined, change, kindOf)
    write({ op: OP_RECORD_SET, record: id, body })
  }
  flush()
  return generated
}

function bytesPerEntry(folder: string): number {
  const connection = openDatabase(path.join(folder, 'vault.db'), { readonly: true })
  try {
    const [bytes] = connection
      .prepare<[], number>('SELECT avg(length(prev) + length(nonce) + length(box)) FROM ledger')
      .pluck()
      .all()
    return bytes ?? Number.NaN
  } finally {
    connection.close()
  }
}

/** One's own copy, to be changed and removed. */
export async function copyOf(people: number, sodium: Sodium): Promise<RecordVault> {
  const original = await recordVault(people, sodium)
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-records-'))
  const folder = path.join(root, 'A.emanet')
  cpSync(original.folder, folder, { recursive: true })
  return { ...original, folder, remove: () => rmSync(root, { recursive: true, force: true }) }
}
