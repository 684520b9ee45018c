/** Prints a dossier as PDF, in a thread of its own for services. What is in the file and what is not: pdf/print.ts. */
import { printPdf } from '../../pdf/print.ts'
import { printInThread } from '../../pdf/thread.ts'
import { layoutOf, type PrintedDocument, TABLE_LAYOUTS } from './layout.ts'

export const renderPdf = (document: PrintedDocument): Promise<Uint8Array> =>
  printPdf(layoutOf(document), TABLE_LAYOUTS)

/** Errors: `internal`. */
export const renderInThread = (document: PrintedDocument): Promise<Uint8Array> =>
  printInThread('pdfWorker', document)
