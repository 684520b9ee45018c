/** create and info. */

import { listObjects } from '../../vault/backup/makeBackup.ts'
import type { KdfLevel } from '../../vault/crypto/kdf.ts'
import { loadSodium } from '../../vault/crypto/loadSodium.ts'
import { openRawVault } from '../../vault/ledger/raw.ts'
import { createVault } from '../../vault/session/session.ts'
import { namesCredential } from '../credential.ts'
import { deviceSecret, headsFolder } from '../device.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { readPassphrase } from '../passphrase.ts'

export async function create(
  options: VaultOptions & { readonly kdf: KdfLevel },
  { output }: Context,
): Promise<void> {
  const passphrase = readPassphrase(options.passphraseFile)
  const device = deviceSecret()
  try {
    const { vault, recoveryCode } = await createVault({
      folder: options.vault,
      passphrase,
      kdf: options.kdf,
      deviceSecret: device,
      headsFolder: headsFolder(),
      sodium: await loadSodium(),
    })
    const { vaultId } = vault
    vault.close()
    output.result({ vaultId, recoveryCode })
  } finally {
    passphrase.wipe()
    device.wipe()
  }
}

/** Without a passphrase only what anybody sees who holds the folder. */
export async function info(options: VaultOptions, context: Context): Promise<void> {
  const raw = openRawVault(options.vault, await loadSodium())
  const { state } = raw
  raw.close()
  const outside = {
    vaultId: state.vaultId.toString('hex'),
    head: { seq: state.head.seq, hash: state.head.hash.toString('hex') },
    objects: listObjects(options.vault).length,
  }
  if (!namesCredential(options)) {
    context.output.result(outside)
    return
  }
  await withWorkspace(options, context, 'read', (workspace) => {
    context.output.result({
      ...outside,
      counts: workspace.records.counts(),
      slotsInUse: workspace.vault.slots().length,
    })
  })
}
