/** backup, verify, restore: without a passphrase, but for what only a key can check. */
import { VaultError } from '../../../shared/errors.ts'
import { makeBackup } from '../../vault/backup/makeBackup.ts'
import { isBackup } from '../../vault/backup/readBackup.ts'
import { restoreBackup } from '../../vault/backup/restoreBackup.ts'
import {
  type VerifyOptions,
  verifyBackup,
  verifyStoredVault,
} from '../../vault/backup/verifyBackup.ts'
import { loadSodium } from '../../vault/crypto/loadSodium.ts'
import { salvage } from '../../vault/salvage/salvage.ts'
import { verifyBackupWithKey, verifyWithKey } from '../../vault/salvage/verifyWithKey.ts'
import { type CredentialOptions, namesCredential, readCredential } from '../credential.ts'
import { deviceSecret, headsFolder } from '../device.ts'
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
  const { goneObjects, keptObjects } = report
  if (goneObjects.length > 0)
    output.say(
      `${goneObjects.length} evidence files of the backup before are no longer in the vault: erased, or lost. ${keptObjects} of them are in the backup all the same. verify with a passphrase says which are lost.`,
    )
  output.result({ ...report })
}

export interface VerifyCommandOptions extends CredentialOptions {
  readonly full?: boolean
}

/**
 * A vault or a backup. With a passphrase it is opened too; of a vault the signatures are checked then, and whether this
 * machine saw a later state of it. Damage is the result, and the exit code is that of `backup_damaged` or `ledger_damaged`.
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
  const withoutKey = inBackup ? verifyBackup : verifyStoredVault
  const report = namesCredential(options)
    ? await verifyOpened(input, options, inBackup)
    : await withoutKey(input)
  output.result({ ...report })
  if (!report.ok) throw new FoundDamage(inBackup ? 'backup_damaged' : 'ledger_damaged')
}

async function verifyOpened(input: VerifyOptions, options: CredentialOptions, inBackup: boolean) {
  const { credential, wipe } = await readCredential(input.folder, options, input.sodium)
  try {
    if (inBackup) return await verifyBackupWithKey({ ...input, credential })
    const device = deviceSecret()
    try {
      const own = { deviceSecret: device, headsFolder: headsFolder() }
      return await verifyWithKey({ ...input, ...own, credential })
    } finally {
      device.wipe()
    }
  } finally {
    wipe()
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
