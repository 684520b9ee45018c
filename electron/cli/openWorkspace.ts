/** Opens a vault for one command and closes it afterwards, whatever happens. */
import { loadSodium } from '../vault/crypto/loadSodium.ts'
import { openVault } from '../vault/session/session.ts'
import { openWorkspace, type Workspace } from '../vault/workspace.ts'
import { deviceSecret } from './device.ts'
import { backupDocuments } from './documents.ts'
import type { Output } from './output.ts'
import { readPassphrase } from './passphrase.ts'

export interface VaultOptions {
  readonly vault: string
  readonly passphraseFile?: string
}

export interface Context {
  readonly output: Output
  readonly signal: AbortSignal
}

export async function withWorkspace<Result>(
  options: VaultOptions,
  context: Context,
  mode: 'read' | 'write',
  work: (workspace: Workspace) => Promise<Result> | Result,
): Promise<Result> {
  const passphrase = readPassphrase(options.passphraseFile)
  const device = deviceSecret()
  const sodium = await loadSodium()
  try {
    const vault = await openVault({
      folder: options.vault,
      credential: passphrase,
      deviceSecret: device,
      sodium,
      readOnly: mode === 'read',
    })
    for (const notice of vault.notices) context.output.say(`notice: ${notice}`)
    const workspace = await openWorkspace(vault, { documents: backupDocuments() })
    try {
      return await work(workspace)
    } finally {
      workspace.close()
    }
  } finally {
    passphrase.wipe()
    device.wipe()
  }
}
