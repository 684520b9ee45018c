/** The three kinds of long work of the backup screen, each going on at most once. */
import { useSyncExternalStore } from 'react'
import { jobStore } from '../jobs/jobStore.ts'
import { createRun, type OutcomeType, type Run, type RunState } from './run.ts'

export interface VerifyAsked {
  readonly of: 'open' | 'chosen'
  readonly full: boolean
}

export const makeRun = createRun<'backup', undefined>('backup', jobStore.track)
export const verifyRun = createRun<'verify', VerifyAsked>('verify', jobStore.track)
export const restoreRun = createRun<'restore', undefined>('restore', jobStore.track)

export const useRun = <T extends OutcomeType, Asked>(run: Run<T, Asked>): RunState<T, Asked> =>
  useSyncExternalStore(run.subscribe, run.get, run.get)
