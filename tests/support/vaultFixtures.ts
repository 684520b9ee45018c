/** Writes a generated vault through the services, as a program would: one entry for each record and each save. */
import type { Workspace } from '../../electron/vault/workspace.ts'
import type { GeneratedVault } from './generator/generate.ts'

/** Records made in one durable transaction; references point backwards, so any cut is safe. */
const RECORDS_AT_ONCE = 500

/** Makes exactly `generated.entries` ledger entries; the files are attached apart. */
export function writeGenerated(workspace: Workspace, generated: GeneratedVault): void {
  const { records } = workspace
  for (let at = 0; at < generated.records.length; at += RECORDS_AT_ONCE)
    records.createMany(generated.records.slice(at, at + RECORDS_AT_ONCE))
  for (const { witness, change } of generated.identities) records.saveIdentity(witness, change)
  const lastSeq = new Map<string, number>()
  for (const { id, change } of generated.saves) {
    const basedOn = lastSeq.get(id) ?? records.get(id).record.lastSeq
    lastSeq.set(id, records.save({ id, basedOn, change }).seq)
  }
}
