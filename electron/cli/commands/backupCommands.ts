/** backup, verify, restore: without a passphrase, but for what only a key can check. */
import { VaultError } from '../../../shared/errors.ts'
import { makeBackup } from '../../vault/backup/makeBackup.ts'
import { isBackup } from '../../vault/backup/readBackup.ts'
import { restoreBackup } from '../../vault/backup/restoreBackup.ts'
import { verifyBackup, verifyStoredVault } from '../../vault/backup/verifyBackup.ts'
import { loadSodium } from '../../vault/crypto/loadSodium.ts'
import { salvage } from '../../vault/salvage/salvage.ts'
import { verifyWithKey } from '../../vault/salvage/verifyWithKey.ts'
import { type CredentialOptions, namesCredential, readCredential } from '../credential.ts'
import { deviceSecret } from '../device.ts'
import { backupDocuments } from '../documents.ts'
import type { Context } from '../openWorkspace.ts'

export async function backup(
  options: { readonly vault: string; readonly to: string },
  { output, signal }: Context,
): Promise<void> {
  const report = await makeBackup({
    vaultFolder: options.vault,
    to: options.to,
    sodium: await loadSodium(),
    documents: backupDocuments(),
    onProgress: output.progress,
    signal,
  })
  output.result({ ...report })
}

export interface VerifyCommandOptions extends CredentialOptions {
  readonly full?: boolean
}

/**
 * A vault or a backup. With a passphrase a vault is opened too, and its signatures are checked. Damage is the
 * result, and the exit code is that of `backup_damaged` or `ledger_damaged`.
 */
export async function verify(
  folder: string,
  options: VerifyCommandOptions,
  context: Context,
): Promise<void> {
  const { output, signal } = context
  const full = options.full ?? false
  const inBackup = isBackup(folder)
  const input = { folder, full, sodium: await loadSodium(), onProgress: output.progress, signal }
  const report = inBackup
    ? await verifyBackup(input)
    : !namesCredential(options)
      ? await verifyStoredVault(input)
      : await verifyOpened(folder, options, full, signal)
  output.result({ ...report })
  if (!report.ok) throw new FoundDamage(inBackup ? 'backup_damaged' : 'ledger_damaged')
}

async function verifyOpened(
  folder: string,
  options: CredentialOptions,
  full: boolean,
  signal: AbortSignal,
) {
  const sodium = await loadSodium()
  const { credential, wipe } = await readCredential(folder, options, sodium)
  const device = deviceSecret()
  try {
    return await verifyWithKey({ folder, credential, deviceSecret: device, sodium, full, signal })
  } finally {
    wipe()
    device.wipe()
  }
}

/** Everything that still opens, in the clear, and what does not. Exit code 0 when anything was written. */
export async function salvageAll(
  options: CredentialOptions & { readonly vault: string; readonly out: string },
  { output, signal }: Context,
): Promise<void> {
  const sodium = await loadSodium()
  const { vault: folder, out } = options
  const { credential, wipe } = await readCredential(folder, options, sodium)
  try {
    const onProgress = output.progress
    const report = await salvage({ folder, out, credential, sodium, signal, onProgress })
    output.say(
      'Everything in the folder is no longer encrypted. Keep it safe, destroy it afterwards.',
    )
    output.result({ ...report })
  } finally {
    wipe()
  }
}

/** Damage was found and is already printed: only the exit code is left to say. */
export class FoundDamage extends VaultError {}

export async function restore(
  folder: string,
  options: { readonly to: string; readonly snapshot?: string },
  { output, signal }: Context,
): Promise<void> {
  const report = await restoreBackup({
    backup: folder,
    to: options.to,
    ...(options.snapshot === undefined ? {} : { snapshot: options.snapshot }),
    sodium: await loadSodium(),
    onProgress: output.progress,
    signal,
  })
  output.result({ ...report })
  if (report.damagedObjects.length > 0) throw new FoundDamage('backup_damaged')
}
