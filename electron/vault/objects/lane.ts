/**
 * A lane: two worker threads and a ring of memory between them, which together store one object at a time
 * while the main thread only waits. One worker takes the SHA-256 of the plaintext and seals it; the other
 * reads, takes the SHA-256 of what is sealed and writes: about the same work for each. Plaintext and key leave the ring when a job ends.
 */
import { MessageChannel, Worker } from 'node:worker_threads'
import { type ErrorCode, invariant } from '../../../shared/errors.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { workerUrl } from '../workers.ts'
import type {
  DiskAnswer,
  LaneInput,
  LaneOutput,
  LaneWorkerData,
  SealAnswer,
  SealRequest,
} from './laneMessages.ts'
import { LaneRun } from './laneRun.ts'
import { makeRingMemory, Ring } from './ring.ts'

export interface LaneJob {
  readonly input: LaneInput
  readonly output: LaneOutput
  readonly key: Uint8Array
  readonly vaultId: Uint8Array
}

export class Lane {
  readonly #sealer: Worker
  readonly #disk: Worker
  readonly #ring: Ring
  #run: LaneRun | undefined
  #isBroken = false

  constructor(build: SodiumBuild) {
    const memory = makeRingMemory()
    const { port1, port2 } = new MessageChannel()
    const data: Omit<LaneWorkerData, 'port'> = { build, memory }
    this.#ring = new Ring(memory)
    this.#sealer = startWorker('objectSealWorker', { ...data, port: port1 })
    this.#disk = startWorker('objectDiskWorker', { ...data, port: port2 })
    this.#sealer.on('message', (answer: SealAnswer) => this.#run?.hearSealer(answer))
    this.#disk.on('message', (answer: DiskAnswer) => this.#run?.hearDisk(answer))
    for (const worker of [this.#sealer, this.#disk]) {
      worker.on('error', () => void this.#break())
      worker.on('exit', () => void this.#break())
      worker.unref()
    }
  }

  /** A worker died: the lane is of no more use. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  start(job: LaneJob): LaneRun {
    invariant(!this.#run && !this.#isBroken, 'a lane does one job at a time')
    this.#ring.key.set(job.key)
    const run = new LaneRun(this.#ring, (request) => this.#sealer.postMessage(request))
    this.#run = run
    // A process does not end in the middle of a job, and does not live on for an idle lane.
    this.#sealer.ref()
    this.#disk.ref()
    const { input, output, vaultId } = job
    this.#sealer.postMessage({ type: 'begin', input, output, vaultId } satisfies SealRequest)
    const settled = () => {
      this.#run = undefined
      this.#ring.wipe()
      this.#sealer.unref()
      this.#disk.unref()
    }
    run.done.then(settled, settled)
    return run
  }

  /** Ends both threads; a job in work fails with `cancelled`. */
  close(): Promise<void> {
    return this.#end('cancelled')
  }

  async #break(): Promise<void> {
    if (!this.#isBroken) await this.#end('internal')
  }

  async #end(code: ErrorCode): Promise<void> {
    this.#isBroken = true
    await Promise.all([this.#sealer.terminate(), this.#disk.terminate()])
    this.#run?.fail(code)
    this.#ring.wipe()
  }
}

function startWorker(
  name: 'objectSealWorker' | 'objectDiskWorker',
  workerData: LaneWorkerData,
): Worker {
  return new Worker(workerUrl(name), { workerData, transferList: [workerData.port] })
}
