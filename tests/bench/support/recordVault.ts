/** A vault of generated people on disk, written with one ledger entry per record and per later save. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import { type GeneratedVault, generateVault } from '../../support/generator/generate.ts'
import { makeTestVault } from '../../support/testVault.ts'

export interface RecordVault {
  readonly folder: string
  readonly generated: GeneratedVault
  readonly entries: number
  remove(): void
}

const AT_ONCE = 500

export async function makeRecordVault(people: number, sodium: Sodium): Promise<RecordVault> {
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-records-'))
  const folder = path.join(root, 'A.emanet')
  const generated = generateVault({ people, entriesPerPerson: 10, files: 0 })
  const { vault } = await makeTestVault(folder, sodium)
  const workspace = await openWorkspace(vault)
  const { records } = workspace
  for (let from = 0; from < generated.records.length; from += AT_ONCE) {
    records.createMany(generated.records.slice(from, from + AT_ONCE))
  }
  for (const { witness, change } of generated.identities) records.saveIdentity(witness, change)
  for (const { id, change } of generated.saves) {
    records.save({ id, basedOn: records.get(id).record.lastSeq, change })
  }
  const entries = vault.ledger.head().seq
  workspace.close()
  return { folder, generated, entries, remove: () => rmSync(root, { recursive: true }) }
}
