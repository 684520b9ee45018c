/**
 * A lane: two worker threads and a ring of memory between them, which together store one object at a time
 * while the main thread only waits. One takes in plaintext and its SHA-256, the other the SHA-256 of what is
 * sealed, and writes; whichever has time seals. Plaintext and key leave the ring when a job ends.
 */
import { MessageChannel, Worker } from 'node:worker_threads'
import { type ErrorCode, invariant } from '../../../shared/errors.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { workerUrl } from '../workers.ts'
import type {
  DiskAnswer,
  DiskRequest,
  LaneInput,
  LaneOutput,
  LaneWorkerData,
  Ready,
  SourceAnswer,
  SourceRequest,
} from './laneMessages.ts'
import { LaneRun } from './laneRun.ts'
import { makeRingMemory, RING_BYTES, Ring, SMALL_RING_BYTES } from './ring.ts'

export interface LaneJob {
  readonly input: LaneInput
  readonly output: LaneOutput
  readonly key: Uint8Array
  readonly vaultId: Uint8Array
}

export class Lane {
  /** When both threads can take a job; a job may be started before. Never rejects. */
  readonly ready: Promise<void>
  readonly #source: Worker
  readonly #disk: Worker
  readonly #ring: Ring
  #run: LaneRun | undefined
  #isBroken = false

  constructor(build: SodiumBuild) {
    const memory = makeRingMemory(build === 'native' ? RING_BYTES : SMALL_RING_BYTES)
    const { port1, port2 } = new MessageChannel()
    const data: Omit<LaneWorkerData, 'port'> = { build, memory }
    this.#ring = new Ring(memory)
    this.#source = startWorker('objectSourceWorker', { ...data, port: port1 })
    this.#disk = startWorker('objectDiskWorker', { ...data, port: port2 })
    const sourceReady = answers<SourceAnswer>(this.#source, (said) => this.#run?.hearSource(said))
    const diskReady = answers<DiskAnswer>(this.#disk, (said) => this.#run?.hearDisk(said))
    // A process does not end in the middle of a start or a job, and does not live on for an idle lane.
    this.ready = Promise.all([sourceReady, diskReady]).then(() => {
      if (!this.#run) this.#unref()
    })
    for (const worker of [this.#source, this.#disk]) {
      worker.on('error', () => void this.#break())
      worker.on('exit', () => void this.#break())
    }
  }

  /** A worker died: the lane is of no more use. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  start(job: LaneJob): LaneRun {
    invariant(!this.#run && !this.#isBroken, 'a lane does one job at a time')
    this.#ring.key.set(job.key)
    const tellSource = (request: SourceRequest) => this.#source.postMessage(request)
    const tellDisk = (request: DiskRequest) => this.#disk.postMessage(request)
    const run = new LaneRun(this.#ring, tellSource, () => {
      tellSource({ type: 'cancelled' })
      tellDisk({ type: 'cancelled' })
    })
    this.#run = run
    this.#source.ref()
    this.#disk.ref()
    const { input, output, vaultId } = job
    tellDisk({ type: 'begin', output, vaultId })
    tellSource({ type: 'begin', input, vaultId })
    const over = () => {
      this.#run = undefined
      this.#unref()
    }
    run.done.then(
      () => {
        this.#ring.wipeKey()
        over()
      },
      () => {
        this.#ring.wipe()
        over()
      },
    )
    return run
  }

  /** Ends both threads; a job in work fails with `cancelled`. */
  close(): Promise<void> {
    return this.#end('cancelled')
  }

  #unref(): void {
    this.#source.unref()
    this.#disk.unref()
  }

  async #break(): Promise<void> {
    if (!this.#isBroken) await this.#end('internal')
  }

  async #end(code: ErrorCode): Promise<void> {
    this.#isBroken = true
    await Promise.all([this.#source.terminate(), this.#disk.terminate()])
    this.#run?.fail(code)
    this.#ring.wipe()
  }
}

/** Hands on what a worker says; resolves at its first word, or when it dies. */
function answers<Answer>(worker: Worker, hear: (answer: Answer) => void): Promise<void> {
  return new Promise((resolve) => {
    worker.on('exit', () => resolve())
    worker.on('message', (said: Answer | Ready) => {
      if (isReady(said)) resolve()
      else hear(said)
    })
  })
}

const isReady = (said: unknown): said is Ready => (said as Ready).type === 'ready'

function startWorker(
  name: 'objectSourceWorker' | 'objectDiskWorker',
  workerData: LaneWorkerData,
): Worker {
  return new Worker(workerUrl(name), {
    workerData,
    transferList: [workerData.port],
    // The WebAssembly build gives each sealed chunk in memory of its own: that is to be collected often.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  })
}
