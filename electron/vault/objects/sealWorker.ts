/**
 * Worker thread: reads or receives plaintext, takes its SHA-256 and seals it into the lane's ring. It may
 * block: nothing else runs on it. Plaintext and key are gone from its memory when a job ends.
 */
import { readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import type { LaneWorkerData, SealAnswer, SealRequest, WriteRequest } from './laneMessages.ts'
import { Ring, RingTarget } from './ring.ts'
import { SealStream } from './sealStream.ts'

invariant(parentPort, 'sealWorker runs as a worker thread')
const main = parentPort
const { build, memory, port } = workerData as LaneWorkerData
const sodium = await loadSodium(build)
const ring = new Ring(memory)

let job: { stream: SealStream; target: RingTarget } | undefined

const answer = (message: SealAnswer): void => main.postMessage(message)
const tellWriter = (message: WriteRequest): void => port.postMessage(message)

function begin({ input, output, vaultId }: Extract<SealRequest, { type: 'begin' }>): void {
  tellWriter({ type: 'begin', output })
  const target = new RingTarget(ring, (end) => tellWriter({ type: 'sealed', end }))
  job = { stream: new SealStream({ sodium, key: ring.key, vaultId }, target), target }
  if (input === 'pushed') return
  readWhole(input.file, input.size, job.stream)
  finish()
}

/** The file must have exactly the size it was opened with: neither less nor more. */
function readWhole(file: number, size: number, stream: SealStream): void {
  while (stream.size < size) {
    const space = stream.space()
    const wanted = Math.min(space.length, size - stream.size)
    const length = read(file, space, wanted, stream.size)
    if (length === 0) throw new VaultError('file_changed_while_read')
    stream.advance(length)
  }
  if (read(file, Buffer.alloc(1), 1, size) > 0) throw new VaultError('file_changed_while_read')
}

function read(file: number, into: Uint8Array, length: number, position: number): number {
  try {
    return readSync(file, into, 0, length, position)
  } catch {
    throw new VaultError('file_unreadable')
  }
}

function finish(): void {
  if (!job) return
  const value = job.stream.finish()
  job.target.end(value.storedSize)
  tellWriter({ type: 'finish', end: value.storedSize })
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
    tellWriter({ type: 'stop' })
    const code = isVaultError(error) ? error.code : 'internal'
    answer(code === 'cancelled' ? { type: 'stopped' } : { type: 'failed', code })
  }
})
