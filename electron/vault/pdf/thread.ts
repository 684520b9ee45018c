/**
 * Printing in a thread of its own: a long list takes seconds, and windows and the lock must answer. Both ends of it:
 * the caller's, and the worker's, which prints one document and ends.
 */
import { parentPort, Worker } from 'node:worker_threads'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { type WorkerName, workerUrl } from '../workers.ts'

/** Errors: `internal`. */
export async function printInThread(name: WorkerName, document: unknown): Promise<Uint8Array> {
  const worker = new Worker(workerUrl(name))
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

/** What a worker consists of. Answers with the bytes, or null when printing failed. */
export function answerWithPdf<Document>(print: (document: Document) => Promise<Uint8Array>): void {
  const port = parentPort
  invariant(port, 'a printing worker runs as a worker thread')
  port.once('message', async (document: Document) => {
    let pdf: Uint8Array | null = null
    try {
      pdf = await print(document)
    } catch {
      // What went wrong may quote the document: the answer null is all that is said.
    }
    port.postMessage(pdf, pdf ? [pdf.buffer as ArrayBuffer] : [])
    port.close()
  })
}
