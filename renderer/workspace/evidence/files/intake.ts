/**
 * Files on their way into the vault, one after another, whichever screen they were dropped on: leaving the screen
 * does not stop them. What failed stays in the list until it is dismissed, with its reason.
 */
import type { BridgeError } from '../../../../shared/contract/define.ts'
import type { JobId } from '../../../../shared/contract/work.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import { type JobStore, jobStore } from '../../jobs/jobStore.ts'
import { type DroppedFile, uploadFile } from './upload.ts'

export interface Incoming {
  readonly key: number
  readonly record: RecordId
  readonly name: string
  readonly size: number
  readonly done: number
  readonly state: 'waiting' | 'running' | 'failed'
  readonly error: BridgeError | undefined
}

export interface Intake {
  readonly list: () => readonly Incoming[]
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (record: RecordId, files: readonly DroppedFile[]) => void
  /** Cancels what waits or runs, removes what failed. */
  readonly remove: (key: number) => void
}

interface Queued {
  readonly key: number
  readonly file: DroppedFile
  readonly abort: AbortController
}

export function createIntake(jobs: Pick<JobStore, 'adopt' | 'progress' | 'end'>): Intake {
  let items: readonly Incoming[] = []
  let nextKey = 1
  let running = false
  const queue: Queued[] = []
  const aborts = new Map<number, AbortController>()
  const listeners = new Set<() => void>()

  const set = (next: readonly Incoming[]) => {
    items = next
    for (const listener of listeners) listener()
  }
  const change = (key: number, part: Partial<Incoming>) =>
    set(items.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const drop = (key: number) => {
    aborts.delete(key)
    set(items.filter((item) => item.key !== key))
  }

  const runOne = async ({ key, file, abort }: Queued) => {
    const item = items.find((each) => each.key === key)
    if (!item) return
    let job: JobId | undefined
    change(key, { state: 'running' })
    const result = await uploadFile(item.record, file, {
      signal: abort.signal,
      onStarted(started) {
        job = started
        jobs.adopt(started, item.name, () => abort.abort())
        jobs.progress({ job: started, done: 0, total: item.size, unit: 'bytes' })
      },
      onProgress(done) {
        change(key, { done })
        if (job) jobs.progress({ job, done, total: item.size, unit: 'bytes' })
      },
    })
    if (job) jobs.end(job, result.ok ? { ok: true } : result)
    if (result.ok || result.error.code === 'cancelled') drop(key)
    else change(key, { state: 'failed', error: result.error })
  }

  const run = async () => {
    if (running) return
    running = true
    for (let next = queue.shift(); next; next = queue.shift()) await runOne(next)
    running = false
  }

  return {
    list: () => items,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(record, files) {
      const added = files.map((file) => {
        const key = nextKey++
        const abort = new AbortController()
        aborts.set(key, abort)
        queue.push({ key, file, abort })
        return {
          key,
          record,
          name: file.name,
          size: file.size,
          done: 0,
          state: 'waiting' as const,
          error: undefined,
        }
      })
      set([...items, ...added])
      void run()
    },
    remove(key) {
      const item = items.find((each) => each.key === key)
      aborts.get(key)?.abort()
      // What runs is dropped when its last piece has been answered.
      if (item?.state !== 'running') drop(key)
    },
  }
}

/** The one of this workspace. */
export const intake: Intake = createIntake(jobStore)
