/**
 * Comparing all people with all, in a thread of its own: twenty thousand take seconds, and its memory ends with it.
 * Ending the thread is how it is cancelled.
 */
import { Worker } from 'node:worker_threads'
import type { OfferedVerdict } from '../../../shared/contract/duplicates.ts'
import { VaultError } from '../../../shared/errors.ts'
import { workerUrl } from '../workers.ts'
import type { Somebody } from './judge.ts'

/** Two people by the order in which they were given. */
export interface FoundPair {
  readonly a: number
  readonly b: number
  readonly verdict: OfferedVerdict
  /** Larger is likelier. */
  readonly weight: number
}

export type LookQuestion =
  | { readonly type: 'know'; readonly people: readonly Somebody[] }
  | { readonly type: 'look' }

export type LookAnswer =
  | { readonly type: 'pairs'; readonly pairs: readonly FoundPair[]; readonly done: number }
  | { readonly type: 'done' }
  | { readonly type: 'failed' }

export interface LookOptions {
  /** People compared. */
  readonly onProgress?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** `people` come in pieces. Errors: `cancelled`, and those of giving them out. */
export async function lookInThread(
  people: AsyncIterable<readonly Somebody[]>,
  { onProgress, signal }: LookOptions = {},
): Promise<readonly FoundPair[]> {
  const worker = new Worker(workerUrl('duplicateWorker'))
  const tell = (question: LookQuestion) => worker.postMessage(question)
  const pairs: FoundPair[] = []
  let stop: () => void = () => {}
  const end = new Promise<void>((resolve, reject) => {
    stop = () => reject(new VaultError('cancelled'))
    worker.on('message', (answer: LookAnswer) => {
      if (answer.type === 'done') resolve()
      else if (answer.type === 'failed') reject(new VaultError('internal'))
      else {
        pairs.push(...answer.pairs)
        onProgress?.(answer.done)
      }
    })
    worker.on('error', () => reject(new VaultError('internal')))
    worker.on('exit', () => reject(new VaultError('cancelled')))
  })
  // It may be stopped before anybody waits for it.
  end.catch(() => {})
  signal?.addEventListener('abort', stop)
  try {
    if (signal?.aborted) throw new VaultError('cancelled')
    for await (const piece of people) tell({ type: 'know', people: piece })
    tell({ type: 'look' })
    await end
    return pairs
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
