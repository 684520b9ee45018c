/**
 * Child process: something leaves the vault in the clear, and the process is killed when the file lies whole beside its
 * place and is to be renamed into it. Says the passphrase's vault is open before that, so that a child that died of
 * something else is noticed.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'

const [what = '', folder = '', leavingFolder = '', out = ''] = process.argv.slice(2)

fs.promises.rename = async () => {
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
}
syncBuiltinESMExports()

// Imported late: what is replaced must be replaced before anybody keeps it.
const { makeCards } = await import('../../../electron/ipc/shareCards.ts')
const { loadSodium } = await import('../../../electron/vault/crypto/loadSodium.ts')
const { Secret } = await import('../../../electron/vault/crypto/secret.ts')
const { openVault } = await import('../../../electron/vault/session/session.ts')
const { openWorkspace } = await import('../../../electron/vault/workspace.ts')
const { ExportRequest } = await import('../../../shared/contract/exports.ts')
const { WEAK_KDF } = await import('../weakKdf.ts')

const PASSPHRASE = 'велосипед під дощем 7'
const vault = await openVault({
  folder,
  credential: Secret.fromText(PASSPHRASE),
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
  sodium: await loadSodium(),
  policy: WEAK_KDF,
})
const workspace = await openWorkspace(vault, { leavingFolder })
process.stdout.write('open\n')
const query = { kind: 'evidence', query: '', filter: {}, offset: 0, limit: 1 } as const
const [record] = workspace.records.list(query).rows
if (!record) throw new Error('the vault has evidence')
const works: Readonly<Record<string, () => Promise<unknown>>> = {
  table: () =>
    workspace.exports.write(
      ExportRequest.parse({
        subject: { of: 'list', kind: 'person' },
        ...{ reader: 'team', language: 'en', format: 'csv' },
      }),
      join(out, 'people.csv'),
    ),
  object: () => {
    const [file] = workspace.evidence.files(record.id)
    if (!file) throw new Error('the evidence has a file')
    return workspace.evidence.exportTo(record.id, file.objectId, join(out, 'letter.txt'))
  },
  cards: () =>
    makeCards(
      workspace,
      {
        ...{ purpose: 'vault', k: 2 },
        holders: [
          { name: 'Перша', language: 'uk' },
          { name: 'Другий', language: 'en' },
        ],
      },
      { current: Secret.fromText(PASSPHRASE), passphrases: [], folder: out },
    ),
  // As dossiers and the sheet of a recovery code are.
  document: () => workspace.leaving.write(join(out, 'dossier.pdf'), Buffer.from('%PDF-')),
}
await works[what]?.()
