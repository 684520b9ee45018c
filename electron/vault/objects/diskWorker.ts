/**
 * Worker thread: reads the source into the lane's ring, takes the SHA-256 over the sealed bytes, which
 * becomes the object's name, and writes them. Writes run in the background while it hashes. It never has
 * the key.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant, isVaultError } from '../../../shared/errors.ts'
import type { DiskAnswer, DiskRequest, LaneWorkerData } from './laneMessages.ts'
import { sha256Stream } from './objectName.ts'
import { Ring } from './ring.ts'
import { SourceReader } from './sourceReader.ts'
import { SpanWriter } from './spanWriter.ts'

invariant(parentPort, 'diskWorker runs as a worker thread')
const main = parentPort
const { memory, port } = workerData as LaneWorkerData
const ring = new Ring(memory)

let job: SpanWriter | undefined

function begin({ input, output }: Extract<DiskRequest, { type: 'begin' }>): void {
  const source = input === 'pushed' ? undefined : new SourceReader(ring, input.file, input.size)
  const readAhead = () => {
    try {
      source?.readAhead()
    } catch (error) {
      writer.fail(isVaultError(error) ? error.code : 'internal')
    }
  }
  const report = (answer: DiskAnswer) => {
    // What is still under way for a job that has ended is dropped.
    if (job !== writer) return
    job = undefined
    main.postMessage(answer)
  }
  const writer: SpanWriter = new SpanWriter(ring, output, sha256Stream(), report, readAhead)
  job = writer
  readAhead()
}

port.on('message', (request: DiskRequest) => {
  if (request.type === 'begin') begin(request)
  if (request.type === 'sealed') job?.sealed(request.end)
  if (request.type === 'finish') job?.finish(request.end)
  if (request.type === 'stop') job?.stop()
})
