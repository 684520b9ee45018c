/** Worker thread: prints one share card and ends, with all that was in it. Listed in ../../workers.ts. */
import { answerWithPdf } from '../../pdf/thread.ts'
import { renderCard } from './render.ts'

answerWithPdf(renderCard)
