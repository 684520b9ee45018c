/** Handlers of the calls about dossiers, backups and running jobs (shared/contract/work.ts). */
import { basename } from 'node:path'
import type { workCalls } from '../../../shared/contract/work.ts'
import { VaultError } from '../../../shared/errors.ts'
import { runBackupTask } from '../../vault/backup/backupThread.ts'
import type { RestoreReport } from '../../vault/backup/restoreBackup.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import type { OpenVault } from '../../vault/session/types.ts'
import type { App } from '../app.ts'
import type { RestoreCertificate } from '../desktop.ts'
import type { Handlers } from '../gate.ts'
import { evidenceHandlers } from './evidence.ts'

export function workHandlers(app: App): Pick<Handlers, keyof typeof workCalls> {
  const { session, desktop, jobs, uploads, emit, sodium } = app
  /** Of the last backup that was restored since the vault was opened. */
  let certificate: RestoreCertificate | undefined

  return {
    ...evidenceHandlers(app),

    'dossier.preview': async (request) => (await session.prepared()).dossiers.preview(request),

    'dossier.issue': async (request, caller) => {
      const path = await desktop.chooseFileToWrite(caller, 'dossier', 'dossier.pdf')
      if (path === undefined) return null
      const { dossiers, leaving, vault } = await session.prepared()
      checkOutside(path, vault.folder)
      const job = jobs.start('items', async () => {
        const { dossier, sha256 } = await dossiers.issue(request, (pdf) => leaving.stage(path, pdf))
        return { type: 'dossier', dossier, sha256 }
      })
      return { job }
    },

    'backup.make': async (_input, caller) => {
      const to = await desktop.chooseBackup(caller, 'write')
      if (to === undefined) return null
      const { backups } = session.workspace
      const job = jobs.start('bytes', async (onProgress, signal) => {
        const report = await backups.make(to, { onProgress, signal })
        // No record, but the overview says how old the last backup is.
        emit('records.changed', { ids: [] })
        return { type: 'backup', report: { ...report, goneObjects: report.goneObjects.length } }
      })
      return { job }
    },

    'backup.verify': async ({ full, of }, caller) => {
      const { vault, backups } = session.workspace
      const folder = of === 'open' ? vault.folder : await desktop.chooseBackup(caller, 'read')
      if (folder === undefined) return null
      const job = jobs.start('bytes', async (onProgress, signal) => {
        const report =
          folder === vault.folder
            ? await backups.verify(full, { onProgress, signal })
            : await runBackupTask(
                'verifyBackup',
                { folder, full },
                { build: sodium.build, onProgress, signal },
              )
        return { type: 'verify', report }
      })
      return { job }
    },

    'backup.restore': async (_input, caller) => {
      const backup = await desktop.chooseBackup(caller, 'read')
      if (backup === undefined) return null
      const to = await desktop.chooseNewVault(caller, 'restore')
      if (to === undefined) return null
      const { backups, vault } = session.workspace
      const job = jobs.start('bytes', async (onProgress, signal) => {
        const report = await backups.restore(backup, to, undefined, { onProgress, signal })
        const made = certificateOf(report, basename(to), vault)
        certificate = made
        return {
          ...{ type: 'restore', name: made.name, files: made.files },
          ...{ damaged: [...made.damaged], beside: made.beside },
        }
      })
      return { job }
    },

    'backup.keepCertificate': async (_input, caller) => {
      if (!certificate) throw new VaultError('not_found')
      const { vault, leaving } = session.workspace
      const day = new Date(certificate.restoredAt).toISOString().slice(0, 10)
      const path = await desktop.chooseFileToWrite(caller, 'certificate', `restore-${day}.txt`)
      if (path === undefined) return { kept: false }
      checkOutside(path, vault.folder)
      await leaving.write(path, Buffer.from(desktop.certificateText(certificate)))
      return { kept: true }
    },

    'backup.list': () => ({ backups: [...session.workspace.backups.list()] }),

    'job.cancel': ({ job }) => {
      if (!uploads.cancel(job)) jobs.cancel(job)
      return {}
    },
  }
}

function certificateOf(
  { vaultId, madeAt, snapshot, entries, head, bytes, ...report }: RestoreReport,
  name: string,
  { vaultId: openId, ledger }: OpenVault,
): RestoreCertificate {
  const isSame = ledger.hashAt(entries)?.toString('hex') === head
  return {
    ...{ restoredAt: Date.now(), vaultId, madeAt, snapshot, name, entries, head, bytes },
    ...{ files: report.objects, damaged: report.damagedObjects },
    beside: vaultId !== openId ? 'another' : isSame ? 'same' : 'different',
    entriesSince: Math.max(0, ledger.head().seq - entries),
  }
}
