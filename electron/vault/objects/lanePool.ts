/**
 * The lanes of one object store: started when a large file comes or may come soon, kept while more may follow,
 * ended when idle or when the vault closes. Two, so that a slow push does not keep other files waiting;
 * more would only share the same cores.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { Lane, type LaneJob } from './lane.ts'
import type { LaneRun } from './laneRun.ts'

const MAX_LANES = 2
const IDLE_MS = 60_000

export class LanePool {
  readonly #build: SodiumBuild
  readonly #idle: Lane[] = []
  readonly #lanes = new Set<Lane>()
  readonly #waiting: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(build: SodiumBuild) {
    this.#build = build
  }

  /** Starts a job as soon as a lane is free. Throws `cancelled` when `signal` fires while waiting. */
  async start(job: LaneJob, signal?: AbortSignal): Promise<LaneRun> {
    const lane = await this.#take(signal)
    const run = lane.start(job)
    const give = () => this.#give(lane)
    run.done.then(give, give)
    return run
  }

  /**
   * A job may come soon: starts a lane unless there is one. Resolves when its threads can take a job, which
   * nobody has to wait for.
   */
  async prepare(): Promise<void> {
    if (this.#isClosed) return
    if (this.#lanes.size === 0) this.#give(this.#add())
    await Promise.all([...this.#lanes].map((lane) => lane.ready))
  }

  /** Ends all threads; a job in work fails. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    for (const wake of this.#waiting.splice(0)) wake()
    await this.#endLanes([...this.#lanes])
  }

  async #take(signal?: AbortSignal): Promise<Lane> {
    for (;;) {
      if (this.#isClosed || signal?.aborted) throw new VaultError('cancelled')
      const idle = this.#idle.pop()
      if (idle && !idle.isBroken) return idle
      if (idle) this.#lanes.delete(idle)
      if (this.#lanes.size < MAX_LANES) return this.#add()
      await this.#untilFree(signal)
    }
  }

  #add(): Lane {
    const lane = new Lane(this.#build)
    this.#lanes.add(lane)
    return lane
  }

  #untilFree(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.push(wake)
      signal?.addEventListener('abort', wake)
    })
  }

  #give(lane: Lane): void {
    if (lane.isBroken) this.#lanes.delete(lane)
    else this.#idle.push(lane)
    // Every waiting job looks again: the first may have been cancelled meanwhile.
    for (const wake of this.#waiting.splice(0)) wake()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#endLanes(this.#idle.splice(0)), IDLE_MS)
    this.#timer.unref()
  }

  async #endLanes(lanes: readonly Lane[]): Promise<void> {
    for (const lane of lanes) this.#lanes.delete(lane)
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}
