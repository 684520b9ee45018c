/** What must be so after a kill: each throws where it is not. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyBackup, verifyStoredVault } from '../../../electron/vault/backup/verifyBackup.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { openWorkspace, type Workspace } from '../../../electron/vault/workspace.ts'
import { isVaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { allOpen, open, passphraseOf } from './openers.ts'
import type { Attached, Begun, Openers, Said } from './plan.ts'

/** Everything that was acknowledged. */
export interface Known {
  readonly saved: Map<RecordId, string>
  /** Records of bulks. */
  readonly written: RecordId[]
  readonly attached: Attached[]
  /** Of the vault as it was keyed last. */
  readonly snapshots: string[]
}

/** Names that may stand in a vault's folder at rest. */
const VAULT_FILES = new Set([
  'vault.db',
  'vault.db-wal',
  'vault.db-shm',
  'header',
  'index',
  'objects',
  'lock',
])
/** How long what is left over may lie there after a start. */
const SWEPT_MS = 10_000

async function within<Result>(
  sodium: Sodium,
  folder: string,
  openers: Openers,
  work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const workspace = await openWorkspace(await open(sodium, folder, passphraseOf(openers)))
  try {
    return await work(workspace)
  } finally {
    workspace.close()
  }
}

/** Opens the vault for writing and looks at all of it. Gives the recovery code, which it replaces when nobody knows it. */
export const checkVault = (
  sodium: Sodium,
  folder: string,
  openers: Openers,
  known: Known,
): Promise<{ readonly code: string }> =>
  within(sodium, folder, openers, async (workspace) => {
    await workspace.search.ready()
    await checkFolder(folder, workspace)
    checkRecords(workspace, known)
    await checkFiles(workspace, known)
    assert.deepEqual((await workspace.backups.verify(true)).damaged, [])
    const held = new Set(workspace.backups.list().map(({ snapshot }) => snapshot))
    for (const snapshot of known.snapshots) assert.ok(held.has(snapshot), 'a backup is forgotten')
    // A code that was made and seen by nobody is replaced, as its user would.
    const passphrase = Secret.fromText(passphraseOf(openers).value)
    const code = openers.code ?? (await workspace.vault.replaceRecoveryCode(passphrase))
    checkSlots(workspace, openers)
    return { code }
  })

/** Nothing opens the vault but what is known to. */
function checkSlots({ vault }: Workspace, { slots }: Openers): void {
  const found = vault.slots().map(({ kind }) => kind)
  const expected = [...slots.map(({ kind }) => kind), 'recovery']
  assert.deepEqual(found.sort(), expected.sort(), 'a slot is lost, or one is left over')
}

/** All of a bulk is there, or nothing: true when it is. */
export const checkBulk = (
  sodium: Sodium,
  folder: string,
  openers: Openers,
  ids: readonly RecordId[],
): Promise<boolean> =>
  within(sodium, folder, openers, async ({ vault }) => {
    const known = ids.filter((id) => vault.ledger.recordState(id) === 'known').length
    assert.ok(known === 0 || known === ids.length, `${known} of ${ids.length} of a bulk are there`)
    return known > 0
  })

function checkRecords({ records, vault }: Workspace, { saved, written }: Known): void {
  for (const id of written) {
    assert.equal(vault.ledger.recordState(id), 'known', 'a record of a bulk is lost')
  }
  const listed = records.list({ kind: 'source', query: '', filter: {}, offset: 0, limit: 1 })
  assert.equal(listed.total, written.length, 'something of a bulk that was cut off is there')

  for (const [record, title] of saved) {
    const text = JSON.stringify(records.get(record))
    assert.ok(text.includes(title), 'an acknowledged save is lost')
  }
}

async function checkFiles({ evidence }: Workspace, { attached }: Known): Promise<void> {
  for (const { record, sha256 } of attached) {
    // A re-key gives the object another name.
    const file = evidence.files(record).find((each) => each.sha256 === sha256)
    assert.ok(file, 'an attached file is lost')
    const reader = await evidence.openReader(record, file.objectId)
    const hash = createHash('sha256')
    for await (const piece of reader.stream()) hash.update(piece)
    await reader.close()
    assert.equal(hash.digest('hex'), sha256, 'an attached file is not what it was')
  }
}

/** Nothing half is left once the vault was opened, by no hand but its own: no file without an entry, no temporary file. */
async function checkFolder(folder: string, { records, evidence }: Workspace): Promise<void> {
  for (const name of readdirSync(folder)) {
    assert.ok(VAULT_FILES.has(name), `a file is left in the vault: ${name}`)
  }
  const named = new Set<string>()
  const every = { kind: 'evidence', query: '', filter: {}, offset: 0, limit: 1_000_000 } as const
  for (const { id } of records.list(every).rows) {
    for (const file of evidence.files(id)) named.add(file.objectId)
  }
  const found = () => filesBelow(join(folder, 'objects')).sort()
  for (let ms = 0; found().length > named.size && ms < SWEPT_MS; ms += 20) await sleep(20)
  assert.deepEqual(found(), [...named].sort())
}

/** A vault that a re-key put aside is whole and opens as it did. It is taken away then. */
export async function checkAside(sodium: Sodium, folder: string, openers: Openers): Promise<void> {
  await allOpen(sodium, folder, openers)
  await checkOpens(sodium, folder)
  rmSync(folder, { recursive: true })
}

/** All snapshots that are there are whole, before the next run and after it; that one also clears up. Gives the backup. */
export async function checkBackup(
  sodium: Sodium,
  folder: string,
  openers: Openers,
  backups: string,
  { snapshots }: Known,
): Promise<string> {
  const verify = (backup: string) =>
    verifyBackup({ folder: backup, sodium, full: true }).catch((error) => {
      // Before the first snapshot there is nothing yet that could be a backup.
      if (isVaultError(error) && error.code === 'not_a_backup') return { damaged: [] }
      throw error
    })
  for (const name of readdirSync(backups)) {
    assert.deepEqual((await verify(join(backups, name))).damaged, [])
  }
  const to = await within(sodium, folder, openers, async (workspace) => {
    const backup = join(backups, workspace.vault.vaultId)
    const { snapshot } = await workspace.backups.make(backup)
    snapshots.push(snapshot)
    return backup
  })
  // Those of the vault before a re-key are whole too, and looked at for the last time.
  for (const name of readdirSync(backups)) {
    if (name !== basename(to)) rmSync(join(backups, name), { recursive: true })
  }
  assert.deepEqual((await verify(to)).damaged, [])
  const names = new Set(filesBelow(join(to, 'snapshots')))
  for (const id of snapshots) assert.ok(names.has(`${id}.snapshot`), 'a snapshot is gone')
  const halves = filesBelow(to).filter((name) => /^\.|\.part$/.test(name))
  assert.deepEqual(halves, [], 'half a file is left in the backup')
  return to
}

/** What was restored is whole and opens; what was cut off is not there, and can be done again. */
export async function checkRestored(
  sodium: Sodium,
  folder: string,
  openers: Openers,
  backup: string,
  said: readonly Said[],
  begun: Begun | undefined,
): Promise<void> {
  for (const line of said) if (line.did === 'restored') await checkOpens(sodium, line.to)
  if (begun?.what !== 'restore' || !begun.to) return
  const { to } = begun
  if (!existsSync(to)) {
    await within(sodium, folder, openers, ({ backups }) => backups.restore(backup, to, undefined))
  }
  await checkOpens(sodium, to)
  const halves = readdirSync(dirname(to)).filter((name) => name.startsWith(`.${basename(to)}`))
  assert.deepEqual(halves, [], 'half a restored vault is left')
}

/** Whatever opened it at its snapshot: without that, the chain and the objects are checked. */
async function checkOpens(sodium: Sodium, folder: string): Promise<void> {
  const report = await verifyStoredVault({ folder, sodium, full: true })
  assert.deepEqual(report.damaged, [])
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
