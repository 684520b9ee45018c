/** Worker thread: prints one dossier and ends. Listed in ../../workers.ts. */
import { answerWithPdf } from '../../pdf/thread.ts'
import { renderPdf } from './render.ts'

answerWithPdf(renderPdf)
