/** For tests of a re-key: running one, and what a vault holds, told without numbers and keys. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { rekeyVault } from '../../electron/vault/rekey/rekeyVault.ts'
import type { RekeyOptions } from '../../electron/vault/rekey/types.ts'
import { openVault } from '../../electron/vault/session/session.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { KINDS } from '../../shared/model/kind.ts'
import { isSealedKind, type OpenKind } from '../../shared/model/model.ts'
import { quickTmp } from './quickDisk.ts'
import { RICH_PASSPHRASE } from './richVault.ts'
import { WEAK_KDF } from './weakKdf.ts'

export const NEXT_PASSPHRASE = 'нова фраза після обшуку 58'
const DEVICE = Buffer.alloc(32, 9)

export const rekeyOptions = (
  folder: string,
  sodium: Sodium,
  more: Partial<RekeyOptions> = {},
): RekeyOptions => ({
  folder,
  sodium,
  credential: Secret.fromText(RICH_PASSPHRASE),
  passphrase: Secret.fromText(NEXT_PASSPHRASE),
  kdf: 'moderate',
  deviceSecret: Secret.fromBytes(DEVICE),
  policy: WEAK_KDF,
  ...more,
})

export const rekey = (folder: string, sodium: Sodium, more: Partial<RekeyOptions> = {}) =>
  rekeyVault(rekeyOptions(folder, sodium, more))

export const openRekeyed = (
  folder: string,
  sodium: Sodium,
  options: { readonly passphrase?: string; readonly readOnly?: boolean } = {},
) =>
  openVault({
    folder,
    sodium,
    credential: Secret.fromText(options.passphrase ?? NEXT_PASSPHRASE),
    deviceSecret: Secret.fromBytes(DEVICE),
    policy: WEAK_KDF,
    readOnly: options.readOnly ?? true,
  })

/**
 * Everything a person can read in a vault, through its services: every record with every statement, its history and
 * its files, byte for byte. Equal for two vaults that hold the same.
 */
export async function contentOf(
  folder: string,
  sodium: Sodium,
  passphrase: string,
): Promise<unknown> {
  const vault = await openRekeyed(folder, sodium, { passphrase })
  const workspace = await openWorkspace(vault)
  const out = mkdtempSync(join(quickTmp(), 'emanet-content-'))
  try {
    const { records, evidence } = workspace
    const content: unknown[] = [records.counts()]
    for (const kind of KINDS) {
      if (isSealedKind(kind)) continue
      const query = { query: '', filter: {}, offset: 0, limit: 1_000_000 }
      const { rows } = records.list({ kind: kind as OpenKind, ...query })
      for (const { id } of rows) {
        const { record, titles, erased } = records.get(id)
        const files = kind === 'evidence' ? evidence.files(id) : []
        const hashes = []
        for (const { objectId, name, mime, size } of files) {
          const path = join(out, objectId)
          await evidence.exportTo(id, objectId, path)
          const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
          hashes.push({ name, mime, size, sha256 })
        }
        const history = records.history(id)
        content.push(withoutNumbers({ kind, record, titles, erased, history }), hashes)
      }
    }
    const identities = []
    for (const slice of await allOf(vault.ledger.readSlices())) {
      for (const { op, record, time, ...rest } of slice) {
        if (op !== 'record.set' || !('body' in rest)) continue
        const { kind } = rest.body as { kind: string }
        if (kind === 'witnessIdentity') identities.push({ record, time, body: rest.body })
      }
    }
    return [content, identities]
  } finally {
    workspace.close()
    rmSync(out, { recursive: true, force: true })
  }
}

async function allOf<Slice>(slices: AsyncIterable<Slice>): Promise<Slice[]> {
  const all = []
  for await (const slice of slices) all.push(slice)
  return all
}

const withoutNumbers = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) =>
      ['seq', 'lastSeq'].includes(name)
        ? undefined
        : name === 'retractedBy' && inner !== null
          ? 'retracted'
          : inner,
    ),
  )
