/**
 * Long work that a page starts and then hears about: an id at once, progress now and then, one end. Whatever
 * happens to the work, exactly one `job.ended` follows, and a cancelled job ends with the code `cancelled`.
 */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { EventName, EventPayload, JobId, JobOutcome } from '../../shared/contract/work.ts'
import { VaultError } from '../../shared/errors.ts'
import { toBridgeError } from './bridgeError.ts'

export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void
export type Outcome = z.infer<typeof JobOutcome>
export type Unit = EventPayload<'job.progress'>['unit']
export type OnProgress = (done: number, total: number) => void

/** At most one event of progress in this many milliseconds: a page redraws for each. */
export const PROGRESS_INTERVAL_MS = 100

interface Job {
  readonly abort: AbortController
  readonly ended: Promise<void>
}

export class Jobs {
  readonly #emit: Emit
  readonly #now: () => number
  readonly #jobs = new Map<JobId, Job>()

  constructor(emit: Emit, now: () => number = () => performance.now()) {
    this.#emit = emit
    this.#now = now
  }

  get running(): number {
    return this.#jobs.size
  }

  /** Starts `run` after this turn of the event loop, so that the page knows the id before it hears of it. */
  start(unit: Unit, run: (onProgress: OnProgress, signal: AbortSignal) => Promise<Outcome>): JobId {
    const job = randomBytes(8).toString('hex')
    const abort = new AbortController()
    const ended = new Promise<void>((resolve) => {
      setImmediate(async () => {
        this.#emit('job.ended', { job, result: await this.#settle(job, unit, abort.signal, run) })
        this.#jobs.delete(job)
        resolve()
      })
    })
    this.#jobs.set(job, { abort, ended })
    return job
  }

  /** Asks the job to stop; it may still end well if it was done already. An unknown id is one that has ended. */
  cancel(job: JobId): void {
    this.#jobs.get(job)?.abort.abort()
  }

  /** Resolves when all have ended, or after `milliseconds`. */
  async cancelAll(milliseconds: number): Promise<void> {
    const jobs = [...this.#jobs.values()]
    for (const { abort } of jobs) abort.abort()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds)
    })
    await Promise.race([Promise.all(jobs.map(({ ended }) => ended)), late])
    clearTimeout(timer)
  }

  async #settle(
    job: JobId,
    unit: Unit,
    signal: AbortSignal,
    run: (onProgress: OnProgress, signal: AbortSignal) => Promise<Outcome>,
  ): Promise<EventPayload<'job.ended'>['result']> {
    let last = Number.NEGATIVE_INFINITY
    const onProgress: OnProgress = (done, total) => {
      const now = this.#now()
      if (done !== total && now - last < PROGRESS_INTERVAL_MS) return
      last = now
      this.#emit('job.progress', { job, done, total, unit })
    }
    try {
      if (signal.aborted) throw new VaultError('cancelled')
      return { ok: true, outcome: await run(onProgress, signal) }
    } catch (error) {
      const cancelled = signal.aborted && error instanceof Error && error.name === 'AbortError'
      return {
        ok: false,
        error: cancelled ? { code: 'cancelled' } : toBridgeError(error),
      }
    }
  }
}
