/**
 * Copies or checks many objects on a few threads, so that the caller's thread keeps answering; what is done sooner than
 * a thread starts is done here, with a pause after each. Cancelling ends the threads at once and leaves no partial file.
 */
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type ErrorCode, VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { tryRemove } from '../folder/durable.ts'
import { workerUrl } from '../workers.ts'
import { runObjectTask } from './objectRun.ts'
import {
  type ObjectAnswer,
  type ObjectTask,
  type ObjectWorkerData,
  partialName,
} from './objectTask.ts'

/** A thread that copies waits for the disk at every write and flush: so many that the others keep the cores busy. */
const COPYING_THREADS = 4
/** One that checks does little but hash: more than cores bring nothing. */
const CHECKING_THREADS = 2
/** With no more than this no thread is started. */
const FEW_TASKS = 16
const FEW_BYTES = 2 << 20

export interface PoolOptions {
  readonly onDone?: (bytes: number) => void
  readonly signal?: AbortSignal
}

export interface PoolResult {
  readonly bytes: number
  readonly failed: readonly { readonly id: string; readonly code: ErrorCode }[]
}

/** Errors that concern one object are collected; where it cannot be written, and `cancelled`, end everything. */
export async function runObjectTasks(
  sodium: Sodium,
  tasks: readonly ObjectTask[],
  options: PoolOptions = {},
): Promise<PoolResult> {
  const failed: { id: string; code: ErrorCode }[] = []
  let bytes = 0
  /** Errors: what ends everything. */
  const take = (answer: ObjectAnswer): void => {
    if (answer.ok) {
      bytes += answer.bytes
      options.onDone?.(answer.bytes)
    } else if (answer.isTarget || ENDS_EVERYTHING.has(answer.code)) {
      throw new VaultError(answer.code)
    } else {
      failed.push({ id: answer.id, code: answer.code })
    }
  }
  if (isLittle(tasks)) {
    const stopIfCancelled = () => {
      if (options.signal?.aborted) throw new VaultError('cancelled')
    }
    stopIfCancelled()
    for (const task of tasks) {
      take(runObjectTask(sodium, task))
      await setImmediate()
      stopIfCancelled()
    }
    return { bytes, failed }
  }

  let next = 0
  const inWork = new Set<ObjectTask>()

  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData: ObjectWorkerData = { build: sodium.build }
      const worker = new Worker(workerUrl('objectWorker'), { workerData })
      let current: ObjectTask | undefined
      const stop = (error?: unknown) => {
        options.signal?.removeEventListener('abort', cancel)
        void worker.terminate().then(() => (error === undefined ? resolve() : reject(error)))
      }
      const cancel = () => stop(new VaultError('cancelled'))
      const giveNext = () => {
        if (current) inWork.delete(current)
        current = tasks[next]
        next += 1
        if (current === undefined) return stop()
        inWork.add(current)
        worker.postMessage(current)
      }
      worker.on('message', (answer: ObjectAnswer) => {
        try {
          take(answer)
        } catch (error) {
          return stop(error)
        }
        giveNext()
      })
      worker.on('error', () => stop(new VaultError('internal')))
      options.signal?.addEventListener('abort', cancel)
      if (options.signal?.aborted) cancel()
      else giveNext()
    })

  const most = tasks.some(({ to }) => to !== undefined) ? COPYING_THREADS : CHECKING_THREADS
  const threads = Array.from({ length: Math.min(most, tasks.length) }, runThread)
  const outcomes = await Promise.allSettled(threads)
  const rejected = outcomes.find((outcome) => outcome.status === 'rejected')
  if (rejected) {
    for (const task of inWork) if (task.to) tryRemove(partialName(task.to))
    throw rejected.reason
  }
  return { bytes, failed }
}

const isLittle = (tasks: readonly ObjectTask[]): boolean =>
  tasks.length <= FEW_TASKS && tasks.reduce((sum, { size }) => sum + size, 0) <= FEW_BYTES

const ENDS_EVERYTHING: ReadonlySet<ErrorCode> = new Set(['disk_full', 'read_only', 'internal'])
