/** Gives the thread back now and then, so that windows and the lock key answer, and stops when it was asked to. */
import { VaultError } from '../../../shared/errors.ts'

const SLICE_MS = 12

/** The returned function is awaited between small pieces of work. Errors: `cancelled`. */
export function slices(signal?: AbortSignal): () => Promise<void> {
  let until = performance.now() + SLICE_MS
  return async () => {
    if (performance.now() < until) return
    await new Promise((resolve) => setImmediate(resolve))
    if (signal?.aborted) throw new VaultError('cancelled')
    until = performance.now() + SLICE_MS
  }
}
