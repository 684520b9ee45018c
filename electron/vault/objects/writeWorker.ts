/**
 * Worker thread: writes the sealed bytes of the lane's ring to the file and takes the BLAKE2b-256 over
 * them, which becomes the object's name. Writes run in the background while it hashes; it never sees
 * plaintext and holds no key.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '../../../shared/errors.ts'
import { fasterHash } from './fasterHash.ts'
import type { LaneWorkerData, WriteAnswer, WriteRequest } from './laneMessages.ts'
import { Ring } from './ring.ts'
import { SpanWriter } from './spanWriter.ts'

invariant(parentPort, 'writeWorker runs as a worker thread')
const main = parentPort
const { build, memory, port } = workerData as LaneWorkerData
const makeHash = await fasterHash(build)
const ring = new Ring(memory)

let job: SpanWriter | undefined

/** A job that has ended hears nothing more; what was still under way for it is dropped here. */
function end(ended: SpanWriter, message: WriteAnswer): void {
  if (job !== ended) return
  job = undefined
  main.postMessage(message)
}

port.on('message', (request: WriteRequest) => {
  if (request.type === 'begin') {
    const begun: SpanWriter = new SpanWriter(ring, request.output, makeHash(), (message) =>
      end(begun, message),
    )
    job = begun
  }
  if (request.type === 'sealed') job?.sealed(request.end)
  if (request.type === 'finish') job?.finish(request.end)
  if (request.type === 'stop') job?.stop()
})
