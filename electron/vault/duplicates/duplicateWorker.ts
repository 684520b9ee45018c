/** The thread behind lookThread.ts. Listed in ../workers.ts. */
import { parentPort } from 'node:worker_threads'
import { invariant } from '../../../shared/errors.ts'
import { DuplicateFinder } from './finder.ts'
import { isWorthOffering, weightOf } from './judge.ts'
import type { FoundPair, LookAnswer, LookQuestion } from './lookThread.ts'

invariant(parentPort, 'duplicateWorker runs as a worker thread')
const port = parentPort
const tell = (answer: LookAnswer) => port.postMessage(answer)

/** Between two words of how far it is. */
const PEOPLE_AT_ONCE = 200

const finder = new DuplicateFinder()
let people = 0

function look(): void {
  let pairs: FoundPair[] = []
  for (let b = 0; b < people; b += 1) {
    for (const found of finder.find(b)) {
      if (!isWorthOffering(found)) continue
      pairs.push({ a: found.person, b, verdict: found.verdict, weight: weightOf(found) })
    }
    if ((b + 1) % PEOPLE_AT_ONCE > 0 && b + 1 < people) continue
    tell({ type: 'pairs', pairs, done: b + 1 })
    pairs = []
  }
  tell({ type: 'done' })
}

port.on('message', (question: LookQuestion) => {
  try {
    if (question.type === 'look') look()
    else {
      for (const each of question.people) finder.add(each)
      people += question.people.length
    }
  } catch {
    tell({ type: 'failed' })
  }
})
