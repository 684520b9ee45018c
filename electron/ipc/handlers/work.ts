/** Handlers of the calls about dossiers, backups and running jobs (shared/contract/work.ts). */
import { basename } from 'node:path'
import type { workCalls } from '../../../shared/contract/work.ts'
import { runBackupTask } from '../../vault/backup/backupThread.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'
import { evidenceHandlers } from './evidence.ts'

export function workHandlers(app: App): Pick<Handlers, keyof typeof workCalls> {
  const { session, desktop, jobs, uploads, emit, sodium } = app

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
      const { backups } = session.workspace
      const job = jobs.start('bytes', async (onProgress, signal) => {
        const { objects: files, damagedObjects } = await backups.restore(backup, to, undefined, {
          onProgress,
          signal,
        })
        return { type: 'restore', name: basename(to), files, damaged: [...damagedObjects] }
      })
      return { job }
    },

    'backup.list': () => ({ backups: [...session.workspace.backups.list()] }),

    'job.cancel': ({ job }) => {
      if (!uploads.cancel(job)) jobs.cancel(job)
      return {}
    },
  }
}
