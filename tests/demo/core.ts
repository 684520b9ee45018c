/**
 * What the demo does without a window, through the same core as the command line: three hundred people come in, and
 * two vaults are compared.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { randomBytes } from '../../electron/vault/crypto/bytes.ts'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { OpenedEntry } from '../../electron/vault/ledger/types.ts'
import { openVault } from '../../electron/vault/session/session.ts'
import { openWorkspace, type Workspace } from '../../electron/vault/workspace.ts'
import type { EvidenceFile } from '../../shared/contract/records.ts'
import { KINDS } from '../../shared/model/kind.ts'
import { isSealedKind } from '../../shared/model/model.ts'
import type { GeneratedVault } from '../support/generator/generate.ts'
import { writeGenerated } from '../support/vaultFixtures.ts'

/** Opens with the real cost of the key derivation, as everything in the demo does. */
async function openCore(folder: string, passphrase: string, readOnly: boolean): Promise<Workspace> {
  const vault = await openVault({
    folder,
    credential: Secret.fromText(passphrase),
    deviceSecret: Secret.fromBytes(randomBytes(32)),
    sodium: await loadSodium(),
    readOnly,
  })
  return openWorkspace(vault)
}

/** Writes a generated vault and its files into an existing vault. Answers with the entries made. */
export async function fillVault(
  folder: string,
  passphrase: string,
  generated: GeneratedVault,
): Promise<number> {
  const workspace = await openCore(folder, passphrase, false)
  const temporary = await mkdtemp(join(tmpdir(), 'emanet-demo-'))
  try {
    const before = workspace.vault.ledger.head().seq
    writeGenerated(workspace, generated)
    for (const [index, { record, name, bytes }] of generated.files.entries()) {
      // Under a number: the name it has in the vault is not written to the disk.
      const path = join(temporary, String(index))
      await writeFile(path, bytes)
      await workspace.evidence.attachFile(record, path, { name })
    }
    return workspace.vault.ledger.head().seq - before
  } finally {
    workspace.close()
    await rm(temporary, { recursive: true, force: true })
  }
}

export interface Comparison {
  readonly equal: boolean
  readonly records: number
  readonly entries: number
  readonly files: number
  readonly bytes: number
  /** What differs, for a person to read. */
  readonly differences: readonly string[]
}

/** Entries that opening a vault and backing it up leave: the two vaults go their own ways from the backup on. */
const OWN_WAY = /^(vault|device|backup)\./

/**
 * Compares two vaults that open with the same passphrase: every entry of the ledger up to the shorter one, bodies of
 * sealed identities included; every record as it stands now; every byte of every evidence file.
 */
export async function compareVaults(
  original: string,
  restored: string,
  passphrase: string,
): Promise<Comparison> {
  const one = await openCore(original, passphrase, true)
  const other = await openCore(restored, passphrase, true)
  const differences: string[] = []
  try {
    const entries = await compareEntries(one, other, differences)
    const records = compareRecords(one, other, differences)
    const { files, bytes } = await compareFiles(one, other, differences)
    return { equal: differences.length === 0, records, entries, files, bytes, differences }
  } finally {
    one.close()
    other.close()
  }
}

async function compareEntries(one: Workspace, other: Workspace, differences: string[]) {
  const [left, right] = [await entriesOf(one), await entriesOf(other)]
  const common = Math.min(left.length, right.length)
  let equal = 0
  for (let at = 0; at < common; at += 1) {
    if (isDeepStrictEqual(left[at], right[at])) equal += 1
    else if (!OWN_WAY.test(left[at]?.op ?? '') || !OWN_WAY.test(right[at]?.op ?? ''))
      differences.push(`entry ${at + 1}`)
  }
  for (const entry of [...left.slice(common), ...right.slice(common)])
    if (!OWN_WAY.test(entry.op)) differences.push(`entry ${entry.seq}, ${entry.op}`)
  return equal
}

async function entriesOf(workspace: Workspace): Promise<readonly OpenedEntry[]> {
  const all: OpenedEntry[] = []
  for await (const slice of workspace.vault.ledger.readSlices()) all.push(...slice)
  return all
}

function recordsOf({ records }: Workspace) {
  const all = new Map<string, unknown>()
  for (const kind of KINDS) {
    if (isSealedKind(kind)) continue
    for (let offset = 0; ; offset += 1000) {
      const { rows } = records.list({ kind, query: '', filter: {}, offset, limit: 1000 })
      for (const { id } of rows) all.set(id, records.get(id))
      if (rows.length < 1000) break
    }
  }
  return all
}

function compareRecords(one: Workspace, other: Workspace, differences: string[]): number {
  const [left, right] = [recordsOf(one), recordsOf(other)]
  for (const id of new Set([...left.keys(), ...right.keys()]))
    if (!isDeepStrictEqual(left.get(id), right.get(id))) differences.push(`record ${id}`)
  return left.size
}

async function compareFiles(one: Workspace, other: Workspace, differences: string[]) {
  let files = 0
  let bytes = 0
  const list = one.records.list({ kind: 'evidence', query: '', filter: {}, offset: 0, limit: 1000 })
  for (const { id } of list.rows)
    for (const file of one.evidence.files(id)) {
      files += 1
      bytes += file.size
      const [left, right] = await Promise.all([digest(one, id, file), digest(other, id, file)])
      if (left !== right || left !== file.sha256) differences.push(`object ${file.objectId}`)
    }
  return { files, bytes }
}

/** SHA-256 over the decrypted bytes, read from the object itself. */
async function digest(
  { evidence }: Workspace,
  record: Parameters<Workspace['evidence']['openReader']>[0],
  file: EvidenceFile,
): Promise<string> {
  const reader = await evidence.openReader(record, file.objectId)
  try {
    const hash = createHash('sha256')
    for await (const chunk of reader.stream()) hash.update(chunk)
    return hash.digest('hex')
  } finally {
    await reader.close()
  }
}
