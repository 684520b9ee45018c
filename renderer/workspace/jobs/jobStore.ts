/**
 * Long work as the workspace knows it: what main reports about each job, joined with the words of the screen that
 * started it. An event may come before the call that started the job has answered, so both orders are kept.
 */
import type { BridgeError, Result } from '../../../shared/contract/define.ts'
import type { EventPayload, JobId, JobOutcome } from '../../../shared/contract/work.ts'
import { call, onEvent } from '../../shared/bridge/client.ts'

export type JobResult = Result<JobOutcome>

export interface Job {
  readonly id: JobId
  /** Words of the screen that started it; empty until that screen has the id. */
  readonly label: string
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'items'
  readonly startedAt: number
  readonly ended: JobEnd | undefined
}

/** `bad`: it ran to its end and brought bad news, which must not pass as a success. */
export type JobEnd =
  | { readonly ok: true; readonly bad?: BadNews }
  | { readonly ok: false; readonly error: BridgeError }

export interface BadNews {
  /**
   * Damaged parts that a check found, files that could not be taken in, files that a backup no longer had whole, files that
   * a backup could not take because the vault has lost them.
   */
  readonly what: 'damaged' | 'not_taken' | 'not_restored' | 'gone'
  readonly count: number
}

function badNewsOf(outcome: JobOutcome): BadNews | undefined {
  if (outcome.type === 'verify' && !outcome.report.ok) {
    return { what: 'damaged', count: outcome.report.damaged.length }
  }
  if (outcome.type === 'attach' && outcome.failed.length > 0) {
    return { what: 'not_taken', count: outcome.failed.length }
  }
  if (outcome.type === 'restore' && outcome.damaged.length > 0) {
    return { what: 'not_restored', count: outcome.damaged.length }
  }
  if (outcome.type === 'backup' && outcome.report.goneObjects > 0) {
    return { what: 'gone', count: outcome.report.goneObjects }
  }
  return undefined
}

function endOf(result: EventPayload<'job.ended'>['result']): JobEnd {
  if (!result.ok) return result
  const bad = badNewsOf(result.outcome)
  return bad ? { ok: true, bad } : { ok: true }
}

export interface JobStore {
  /** The same array until something changes, newest first, only jobs that have a label. */
  readonly list: () => readonly Job[]
  readonly subscribe: (listener: () => void) => () => void
  /** Names a job for the tray and resolves with its outcome. */
  readonly track: (id: JobId, label: string) => Promise<JobResult>
  /** For work whose steps this view makes itself, such as the bytes of a dropped file. */
  readonly progress: (progress: EventPayload<'job.progress'>) => void
  readonly end: (id: JobId, result: JobEnd) => void
  /** Takes in work that this view steps through itself; `cancel` stops it. */
  readonly adopt: (id: JobId, label: string, cancel: () => void) => void
  readonly cancel: (id: JobId) => void
  readonly dismiss: (id: JobId) => void
  /** Begins to listen to main; answers with the function that stops. */
  readonly start: () => () => void
}

export function createJobStore(): JobStore {
  const jobs = new Map<JobId, Job>()
  const results = new Map<JobId, JobResult>()
  const waiting = new Map<JobId, Array<(result: JobResult) => void>>()
  const listeners = new Set<() => void>()
  const cancels = new Map<JobId, () => void>()
  let shown: readonly Job[] = []

  const changed = () => {
    shown = [...jobs.values()].filter((job) => job.label !== '').reverse()
    for (const listener of listeners) listener()
  }

  const change = (id: JobId, part: Partial<Job>) => {
    const before = jobs.get(id) ?? {
      id,
      label: '',
      done: 0,
      total: 0,
      unit: 'items' as const,
      startedAt: Date.now(),
      ended: undefined,
    }
    jobs.set(id, { ...before, ...part })
    changed()
  }

  const settle = (id: JobId, result: JobResult) => {
    results.set(id, result)
    for (const resolve of waiting.get(id) ?? []) resolve(result)
    waiting.delete(id)
  }

  const store: JobStore = {
    list: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    track(id, label) {
      change(id, { label })
      const known = results.get(id)
      if (known) return Promise.resolve(known)
      return new Promise((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      })
    },
    progress({ job, done, total, unit }) {
      if (!jobs.get(job)?.ended) change(job, { done, total, unit })
    },
    end(id, result) {
      if (!jobs.get(id)?.ended) change(id, { ended: result })
    },
    adopt(id, label, cancel) {
      cancels.set(id, cancel)
      change(id, { label })
    },
    cancel(id) {
      const own = cancels.get(id)
      if (own) own()
      else void call('job.cancel', { job: id })
    },
    dismiss(id) {
      jobs.delete(id)
      cancels.delete(id)
      results.delete(id)
      changed()
    },
    start() {
      const stopProgress = onEvent('job.progress', store.progress)
      const stopEnded = onEvent('job.ended', ({ job, result }) => {
        store.end(job, endOf(result))
        settle(job, result.ok ? { ok: true, value: result.outcome } : result)
      })
      return () => {
        stopProgress()
        stopEnded()
      }
    },
  }
  return store
}

/** The one of this workspace. */
export const jobStore: JobStore = createJobStore()
