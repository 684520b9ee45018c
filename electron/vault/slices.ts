/** Gives the thread back now and then, so that windows and the lock key answer, and stops when it was asked to. */
import { VaultError } from '../../shared/errors.ts'

const SLICE_MS = 10

const waiting: (() => void)[] = []

/**
 * Whoever else wants the thread has it first. Of all who wait one goes on in each turn of the event loop: together they
 * would make one long turn of many short slices.
 */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(goOn)
  })

function goOn(): void {
  const next = waiting.shift()
  // What is asked for in here comes in the next turn of the loop.
  if (waiting.length > 0) setImmediate(goOn)
  next?.()
}

/**
 * How many things to do between two looks at the clock. Few at first: code that runs for the first time is not compiled
 * yet and takes many times as long.
 */
export class Batches {
  readonly #most: number
  #next = 1

  constructor(most: number) {
    this.#most = most
  }

  next(): number {
    const size = this.#next
    this.#next = Math.min(this.#most, size * 2)
    return size
  }
}

/** The returned function is awaited between small pieces of work. Errors: `cancelled`. */
export function slices(signal?: AbortSignal): () => Promise<void> {
  let until = performance.now() + SLICE_MS
  return async () => {
    if (performance.now() < until) return
    await turn()
    if (signal?.aborted) throw new VaultError('cancelled')
    until = performance.now() + SLICE_MS
  }
}

/** Work that may be left and taken up again wherever it yields. */
export type Pausing<Result> = Generator<void, Result, void>

export function atOnce<Result>(work: Pausing<Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

export async function inSlices<Result>(work: Pausing<Result>): Promise<Result> {
  let until = performance.now() + SLICE_MS
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await turn()
    until = performance.now() + SLICE_MS
  }
}
