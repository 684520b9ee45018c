/** Jobs in React: the list for the tray, and a call that starts one and waits for its outcome. */
import { useCallback, useState, useSyncExternalStore } from 'react'
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { JobId, JobOutcome } from '../../../shared/contract/work.ts'
import { type CallArguments, call } from '../../shared/bridge/client.ts'
import { type Job, jobStore } from './jobStore.ts'

export const useJobs = (): readonly Job[] =>
  useSyncExternalStore(jobStore.subscribe, jobStore.list, jobStore.list)

/** Calls that answer with a job, or with `null` when the user closed main's dialog. */
type JobCall = {
  [C in CallName]: CallOutput<C> extends { job: JobId } | null ? C : never
}[CallName]

type JobState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly job: JobId | undefined }
  | { readonly state: 'done'; readonly outcome: JobOutcome }
  | { readonly state: 'failed'; readonly error: BridgeError }

export interface StartedJobControls {
  readonly current: JobState
  readonly start: <C extends JobCall>(
    name: C,
    input: CallInput<C>,
    label: string,
  ) => Promise<JobOutcome | undefined>
  readonly reset: () => void
}

/** One place on a screen that runs one job at a time. The tray keeps showing it when the screen is left. */
export function useJob(): StartedJobControls {
  const [current, setCurrent] = useState<JobState>({ state: 'idle' })
  const start = useCallback(
    async <C extends JobCall>(name: C, input: CallInput<C>, label: string) => {
      setCurrent({ state: 'running', job: undefined })
      const answer = await call(name, ...([input] as unknown as CallArguments<C>))
      if (!answer.ok) {
        setCurrent({ state: 'failed', error: answer.error })
        return undefined
      }
      const started = answer.value as { job: JobId } | null
      if (started === null) {
        setCurrent({ state: 'idle' })
        return undefined
      }
      setCurrent({ state: 'running', job: started.job })
      const result = await jobStore.track(started.job, label)
      if (result.ok) {
        setCurrent({ state: 'done', outcome: result.value })
        return result.value
      }
      // Who cancels knows it; a red box about it would only frighten.
      setCurrent(
        result.error.code === 'cancelled'
          ? { state: 'idle' }
          : { state: 'failed', error: result.error },
      )
      return undefined
    },
    [],
  )
  const reset = useCallback(() => setCurrent({ state: 'idle' }), [])
  return { current, start, reset }
}
