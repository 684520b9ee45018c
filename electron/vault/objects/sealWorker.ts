/**
 * Worker thread: takes the SHA-256 of plaintext that lies in the lane's ring, or is pushed into it, and
 * seals it there. It may block: nothing else runs on it. It keeps neither plaintext nor key when a job ends.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import type { DiskRequest, LaneWorkerData, SealAnswer, SealRequest } from './laneMessages.ts'
import { Ring, RingTarget } from './ring.ts'
import { SealStream } from './sealStream.ts'

invariant(parentPort, 'sealWorker runs as a worker thread')
const main = parentPort
const { build, memory, port } = workerData as LaneWorkerData
const sodium = await loadSodium(build)
const ring = new Ring(memory)

let job: { stream: SealStream; target: RingTarget } | undefined

const answer = (message: SealAnswer): void => main.postMessage(message)
const tellDisk = (message: DiskRequest): void => port.postMessage(message)

function begin({ input, output, vaultId }: Extract<SealRequest, { type: 'begin' }>): void {
  tellDisk({ type: 'begin', input, output })
  const isPushed = input === 'pushed'
  const target = new RingTarget(ring, !isPushed, (end) => tellDisk({ type: 'sealed', end }))
  job = { stream: new SealStream({ sodium, key: ring.key, vaultId }, target), target }
  if (isPushed) return
  sealInPlace(input.size, job.stream)
  finish()
}

/** The disk worker puts the plaintext of each chunk where the chunk will be. */
function sealInPlace(size: number, stream: SealStream): void {
  for (let chunk = 1; stream.size < size; chunk += 1) {
    ring.waitForRead(chunk)
    const space = stream.space()
    stream.advance(Math.min(space.length, size - stream.size))
  }
}

function finish(): void {
  if (!job) return
  const value = job.stream.finish()
  job.target.end(value.storedSize)
  tellDisk({ type: 'finish', end: value.storedSize })
  job = undefined
  answer({ type: 'done', value })
}

function handle(request: SealRequest): void {
  if (request.type === 'begin') begin(request)
  // Bytes that were on their way when the job failed are dropped without an answer.
  if (request.type === 'bytes' && job) {
    job.stream.write(request.bytes)
    request.bytes.fill(0)
    answer({ type: 'taken', bytes: request.bytes.length })
  }
  if (request.type === 'finish') finish()
  if (request.type === 'cancelled' && job) throw new VaultError('cancelled')
}

main.on('message', (request: SealRequest) => {
  try {
    handle(request)
  } catch (error) {
    if (!job) throw error
    job.target.wipe()
    job = undefined
    tellDisk({ type: 'stop' })
    const code = isVaultError(error) ? error.code : 'internal'
    answer(code === 'cancelled' ? { type: 'stopped' } : { type: 'failed', code })
  }
})
