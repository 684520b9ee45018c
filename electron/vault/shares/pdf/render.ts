/** Prints a share card as PDF, in a thread of its own for services. What is in the file and what is not: pdf/print.ts. */
import { printPdf } from '../../pdf/print.ts'
import { printInThread } from '../../pdf/thread.ts'
import { cardLayout, type PrintedCard } from './layout.ts'

export const renderCard = (card: PrintedCard): Promise<Uint8Array> => printPdf(cardLayout(card))

/** The caller wipes the bytes once they are where they belong. Errors: `internal`. */
export const renderCardInThread = (card: PrintedCard): Promise<Uint8Array> =>
  printInThread('shareCardWorker', card)
