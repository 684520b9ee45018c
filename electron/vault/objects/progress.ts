/** Progress of long work: told about ten times a second, and once at the end. Counts in plaintext bytes. */

export interface Progress {
  readonly done: number
  /** Absent while nobody knows. */
  readonly total?: number
}

export interface WorkOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Stops the work soon, with the error `cancelled` and nothing left behind. */
  readonly signal?: AbortSignal | undefined
}

export const PROGRESS_EVERY_MS = 100

/** Lets a call through when enough time has passed since the last. */
export function throttled(tell: ((progress: Progress) => void) | undefined) {
  let last = Number.NEGATIVE_INFINITY
  return (progress: Progress): void => {
    const now = performance.now()
    if (!tell || now - last < PROGRESS_EVERY_MS) return
    last = now
    tell(progress)
  }
}
