/** backup, verify, restore: without a passphrase, but for what only a key can check. */
import { VaultError } from '../../../shared/errors.ts'
import { makeBackup } from '../../vault/backup/makeBackup.ts'
import { isBackup } from '../../vault/backup/readBackup.ts'
import { restoreBackup } from '../../vault/backup/restoreBackup.ts'
import { verifyBackup, verifyStoredVault } from '../../vault/backup/verifyBackup.ts'
import { loadSodium } from '../../vault/crypto/loadSodium.ts'
import { backupDocuments } from '../documents.ts'
import { type Context, withWorkspace } from '../openWorkspace.ts'

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

export interface VerifyCommandOptions {
  readonly full?: boolean
  readonly passphraseFile?: string
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
    : options.passphraseFile === undefined
      ? await verifyStoredVault(input)
      : await withWorkspace(
          { vault: folder, passphraseFile: options.passphraseFile },
          context,
          'read',
          (workspace) => workspace.backups.verify(full, { signal, onProgress: output.progress }),
        )
  output.result({ ...report })
  if (!report.ok) throw new FoundDamage(inBackup ? 'backup_damaged' : 'ledger_damaged')
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
