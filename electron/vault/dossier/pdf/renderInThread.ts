/** Prints a dossier in a thread of its own: a long list takes seconds, and windows and the lock must answer. */
import { Worker } from 'node:worker_threads'
import { VaultError } from '../../../../shared/errors.ts'
import { workerUrl } from '../../workers.ts'
import type { PrintedDocument } from './layout.ts'

/** Errors: `internal`. */
export async function renderInThread(document: PrintedDocument): Promise<Uint8Array> {
  const worker = new Worker(workerUrl('pdfWorker'))
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const fail = () => reject(new VaultError('internal'))
      worker.once('message', (pdf: Uint8Array | null) => (pdf ? resolve(pdf) : fail()))
      worker.once('error', fail)
      worker.once('exit', fail)
      worker.postMessage(document)
    })
  } finally {
    await worker.terminate()
  }
}
