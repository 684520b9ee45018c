/**
 * Worker thread: takes plaintext in, from an opened file or pushed, and its SHA-256. While the ring is full it
 * helps to seal. It may block: nothing else runs on it. It keeps neither plaintext nor key when a job ends.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import { ChunkSealer } from './chunkSealer.ts'
import { chunkAad, encodeHeader } from './format.ts'
import type { LaneWorkerData, Ready, SourceAnswer, SourceRequest } from './laneMessages.ts'
import { PlainStream } from './plainStream.ts'
import { Ring } from './ring.ts'
import { RingSealing } from './ringSealing.ts'
import { RingSink } from './ringSink.ts'
import { readSource } from './sourceReader.ts'

invariant(parentPort, 'sourceWorker runs as a worker thread')
const main = parentPort
const { build, memory, port } = workerData as LaneWorkerData
const ring = new Ring(memory, () => port.postMessage('look'))
const sodium = await loadSodium(build)

let job: { stream: PlainStream; sealing: RingSealing } | undefined

const answer = (message: SourceAnswer): void => main.postMessage(message)

function begin({ input, vaultId }: Extract<SourceRequest, { type: 'begin' }>): void {
  const header = encodeHeader()
  const sealer = new ChunkSealer(sodium, ring.key, chunkAad(header, vaultId))
  const sealing = new RingSealing(ring, sealer)
  const stream = new PlainStream(new RingSink(ring, header, () => sealing.sealLast()))
  job = { stream, sealing }
  if (input === 'pushed') return
  readSource(input.file, input.size, stream)
  finish()
}

function finish(): void {
  if (!job) return
  const value = job.stream.finish()
  while (job.sealing.sealLast());
  job = undefined
  answer({ type: 'done', value })
}

function handle(request: SourceRequest): void {
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

main.on('message', (request: SourceRequest) => {
  try {
    handle(request)
  } catch (error) {
    if (!job) throw error
    job = undefined
    const code = isVaultError(error) ? error.code : 'internal'
    answer(code === 'cancelled' ? { type: 'stopped' } : { type: 'failed', code })
  }
})
main.postMessage({ type: 'ready' } satisfies Ready)
