/**
 * Worker thread: prints one dossier and ends. Answers with the bytes, or null when printing failed. Listed in
 * ../../workers.ts.
 */
import { parentPort } from 'node:worker_threads'
import { invariant } from '../../../../shared/errors.ts'
import type { PrintedDocument } from './layout.ts'
import { renderPdf } from './render.ts'

const port = parentPort
invariant(port, 'pdfWorker runs as a worker thread')

port.once('message', async (document: PrintedDocument) => {
  let pdf: Uint8Array | null = null
  try {
    pdf = await renderPdf(document)
  } catch {
    // What went wrong may quote the document: the answer null is all that is said.
  }
  port.postMessage(pdf, pdf ? [pdf.buffer as ArrayBuffer] : [])
  port.close()
})
