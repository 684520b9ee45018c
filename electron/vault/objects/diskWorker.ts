/**
 * Worker thread: seals the chunks that wait in the lane's ring, takes the SHA-256 over the sealed bytes, which
 * becomes the object's name, and writes them. Writes run in the background meanwhile. The key lies in the ring.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import { DiskRun } from './diskRun.ts'
import type { DiskAnswer, DiskRequest, LaneWorkerData, Ready } from './laneMessages.ts'
import { Ring } from './ring.ts'

invariant(parentPort, 'diskWorker runs as a worker thread')
const main = parentPort
const { build, memory, port } = workerData as LaneWorkerData
const ring = new Ring(memory)
const sodium = await loadSodium(build)

let job: DiskRun | undefined

main.on('message', (request: DiskRequest) => {
  if (request.type === 'cancelled') job?.stop()
  else {
    const report = (answer: DiskAnswer) => {
      job = undefined
      main.postMessage(answer)
    }
    job = new DiskRun(sodium, ring, request, report)
    job.look()
  }
})
port.on('message', () => job?.look())
main.postMessage({ type: 'ready' } satisfies Ready)
