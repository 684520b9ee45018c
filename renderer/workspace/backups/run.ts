/**
 * One kind of long work and how it ended. It lives outside the screen: who starts a check of two hours and looks
 * at a person meanwhile finds its result here. Nothing of it outlasts the process.
 */
import type { BridgeError, Result } from '../../../shared/contract/define.ts'
import type { JobId, JobOutcome } from '../../../shared/contract/work.ts'
import type { JobResult } from '../jobs/jobStore.ts'

export type OutcomeType = JobOutcome['type']
export type OutcomeOf<T extends OutcomeType> = Extract<JobOutcome, { type: T }>

/** `choosing`: main's dialog is open. `Asked` is what the work was started with, to be said with its result. */
export type RunState<T extends OutcomeType, Asked> =
  | { readonly state: 'idle' | 'choosing' | 'cancelled' }
  | { readonly state: 'running'; readonly job: JobId; readonly asked: Asked }
  | { readonly state: 'done'; readonly outcome: OutcomeOf<T>; readonly asked: Asked }
  | { readonly state: 'failed'; readonly error: BridgeError }

export interface Run<T extends OutcomeType, Asked> {
  readonly get: () => RunState<T, Asked>
  readonly subscribe: (listener: () => void) => () => void
  /** Does nothing while this kind of work is going on already. */
  readonly start: (
    asked: Asked,
    label: string,
    call: () => Promise<Result<{ job: JobId } | null>>,
  ) => Promise<void>
}

export function createRun<T extends OutcomeType, Asked>(
  type: T,
  track: (job: JobId, label: string) => Promise<JobResult>,
): Run<T, Asked> {
  let now: RunState<T, Asked> = { state: 'idle' }
  const listeners = new Set<() => void>()
  const set = (next: RunState<T, Asked>) => {
    now = next
    for (const listener of listeners) listener()
  }
  const isEnd = (outcome: JobOutcome): outcome is OutcomeOf<T> => outcome.type === type

  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start(asked, label, call) {
      if (now.state === 'choosing' || now.state === 'running') return
      const before = now
      set({ state: 'choosing' })
      const started = await call()
      if (!started.ok) return set({ state: 'failed', error: started.error })
      // The dialog was closed: what stood there before stands there again.
      if (started.value === null) return set(before)
      const { job } = started.value
      set({ state: 'running', job, asked })
      const ended = await track(job, label)
      if (!ended.ok) {
        const { error } = ended
        return set(error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error })
      }
      if (isEnd(ended.value)) set({ state: 'done', outcome: ended.value, asked })
      else set({ state: 'failed', error: { code: 'internal' } })
    },
  }
}
