/** Opens a vault for one command and closes it afterwards, whatever happens. */
import { loadSodium } from '../vault/crypto/loadSodium.ts'
import type { Credential } from '../vault/session/credential.ts'
import { openVault } from '../vault/session/session.ts'
import { openWorkspace, type Workspace } from '../vault/workspace.ts'
import { type CredentialOptions, readCredential } from './credential.ts'
import { deviceSecret, headsFolder, leavingFolder } from './device.ts'
import { backupDocuments } from './documents.ts'
import type { Output } from './output.ts'

export interface VaultOptions extends CredentialOptions {
  readonly vault: string
}

export interface Context {
  readonly output: Output
  readonly signal: AbortSignal
}

export async function withWorkspace<Result>(
  options: VaultOptions,
  context: Context,
  mode: 'read' | 'write',
  work: (workspace: Workspace, credential: Credential) => Promise<Result> | Result,
): Promise<Result> {
  const sodium = await loadSodium()
  const owned = await readCredential(options.vault, options, sodium)
  const device = deviceSecret()
  try {
    const vault = await openVault({
      folder: options.vault,
      credential: owned.credential,
      deviceSecret: device,
      headsFolder: headsFolder(),
      sodium,
      readOnly: mode === 'read',
    })
    for (const notice of vault.notices) context.output.say(`notice: ${notice}`)
    const workspace = await openWorkspace(vault, {
      documents: backupDocuments(),
      leavingFolder: leavingFolder(),
    })
    try {
      const result = await work(workspace, owned.credential)
      // What the unlock began on its own account, such as a higher cost of the slot, is not cut off.
      if (mode === 'write') await vault.settled()
      return result
    } finally {
      workspace.close()
    }
  } finally {
    owned.wipe()
    device.wipe()
  }
}
