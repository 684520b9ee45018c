/**
 * Runs a backup, a verification or a restore in a thread of its own, so that the process that holds the windows
 * keeps answering. The functions are the same that the command line calls directly.
 */
import { Worker } from 'node:worker_threads'
import type { VerifyReport } from '../../../shared/contract/work.ts'
import { type ErrorCode, type ErrorDetails, VaultError } from '../../../shared/errors.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { workerUrl } from '../workers.ts'
import type { BackupOptions, BackupReport } from './makeBackup.ts'
import type { RestoreOptions, RestoreReport } from './restoreBackup.ts'
import type { VerifyOptions, VerifyVaultOptions } from './verifyBackup.ts'

type Plain<Options> = Omit<Options, 'sodium' | 'onProgress' | 'signal' | 'now'>

/** What each task takes and gives. */
export interface BackupTasks {
  readonly makeBackup: { readonly input: Plain<BackupOptions>; readonly output: BackupReport }
  readonly verifyBackup: { readonly input: Plain<VerifyOptions>; readonly output: VerifyReport }
  readonly verifyStoredVault: {
    readonly input: Plain<VerifyVaultOptions>
    readonly output: VerifyReport
  }
  readonly restoreBackup: { readonly input: Plain<RestoreOptions>; readonly output: RestoreReport }
}
export type BackupTask = keyof BackupTasks

export interface BackupThreadData {
  readonly task: BackupTask
  readonly input: BackupTasks[BackupTask]['input']
  readonly build: SodiumBuild
}

export type BackupThreadMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly details?: ErrorDetails }

export interface BackupThreadOptions {
  readonly build: SodiumBuild
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void
  readonly signal?: AbortSignal
}

/** Errors are those of the task. */
export function runBackupTask<Task extends BackupTask>(
  task: Task,
  input: BackupTasks[Task]['input'],
  options: BackupThreadOptions,
): Promise<BackupTasks[Task]['output']> {
  return new Promise((resolve, reject) => {
    const workerData: BackupThreadData = { task, input, build: options.build }
    const worker = new Worker(workerUrl('backupWorker'), { workerData })
    const cancel = () => worker.postMessage('cancel')
    const end = (settle: () => void) => {
      options.signal?.removeEventListener('abort', cancel)
      void worker.terminate().then(settle)
    }
    worker.on('message', (message: BackupThreadMessage) => {
      if (message.type === 'progress') options.onProgress?.(message.done, message.total)
      else if (message.type === 'done')
        end(() => resolve(message.output as BackupTasks[Task]['output']))
      else end(() => reject(new VaultError(message.code, message.details)))
    })
    worker.on('error', () => end(() => reject(new VaultError('internal'))))
    options.signal?.addEventListener('abort', cancel)
    if (options.signal?.aborted) cancel()
  })
}
