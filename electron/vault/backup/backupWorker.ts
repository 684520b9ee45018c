/** The thread behind backupThread.ts: runs one task, reports progress, answers once. */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant, isVaultError } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import type { BackupThreadData, BackupThreadMessage } from './backupThread.ts'
import { makeBackup } from './makeBackup.ts'
import { restoreBackup } from './restoreBackup.ts'
import { verifyBackup, verifyStoredVault } from './verifyBackup.ts'

const TASKS = { makeBackup, verifyBackup, verifyStoredVault, restoreBackup } as const
/** Often enough for a moving bar, seldom enough to cost nothing. */
const PROGRESS_EVERY_MS = 100

invariant(parentPort, 'backupWorker runs as a worker thread')
const port = parentPort
const send = (message: BackupThreadMessage) => port.postMessage(message)
const { task, input, build } = workerData as BackupThreadData
const controller = new AbortController()
port.on('message', () => controller.abort())

let lastProgress = 0
const options = {
  ...input,
  sodium: await loadSodium(build),
  signal: controller.signal,
  onProgress: (done: number, total: number) => {
    const now = Date.now()
    if (done !== total && now - lastProgress < PROGRESS_EVERY_MS) return
    lastProgress = now
    send({ type: 'progress', done, total })
  },
}
try {
  // Each task is given the input that was typed for it in BackupTasks.
  const output = await TASKS[task](options as never)
  send({ type: 'done', output })
} catch (error) {
  if (isVaultError(error))
    send({
      type: 'failed',
      code: error.code,
      ...(error.details ? { details: error.details } : {}),
    })
  else send({ type: 'failed', code: controller.signal.aborted ? 'cancelled' : 'internal' })
}
