/**
 * How long the event loop of a process was kept at a time at most: here, or in the main process of a built app. Counted
 * is the processor time of the thread from one tick of a timer to the next: between two ticks lies one turn of the
 * loop, and what other programs run meanwhile, on machines that have less to do or more, is not ours. By the clock a
 * turn is longer by what it waits for (a flush of the disk, which only the disk can shorten: see the benchmark of
 * saves). From Linux's `schedstat`, whose first number is the thread's time on a processor; elsewhere by the clock.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

/** The longest turn of `main` that nobody notices, in milliseconds. */
export const MOST_PER_TURN_MS = 50

export interface LoopWatch {
  /** Milliseconds since the start or the last `reset`. */
  longest(): Promise<number>
  reset(): void
  stop(): void
}

/** Of this thread. What runs now counts when the loop has had its turn: `longest` gives it one. */
export function watchEventLoop(): LoopWatch {
  const time = processorTime('/proc/thread-self/schedstat')
  let longest = 0
  let last = time.read()
  const tick = () => {
    const now = time.read()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(tick, 1).unref()
  return {
    async longest() {
      await new Promise((resolve) => setTimeout(resolve, 5))
      tick()
      return longest
    },
    reset() {
      tick()
      longest = 0
    },
    stop() {
      clearInterval(timer)
      time.close()
    },
  }
}

/** Milliseconds of a thread on a processor. */
function processorTime(path: string): { read(): number; close(): void } {
  try {
    const file = openSync(path, 'r')
    const text = Buffer.alloc(128)
    const read = () =>
      Number.parseInt(text.toString('latin1', 0, readSync(file, text, 0, 128, 0)), 10) / 1e6
    read()
    return { read, close: () => closeSync(file) }
  } catch {
    return { read: () => performance.now(), close: () => {} }
  }
}

/** Between two looks at the clock of an app: each wakes its process, and the windows' tests are short of processors. */
const LOOK_MS = 10

/**
 * Of an app's main process, from now on; the returned function reads the longest turn in milliseconds so far, with
 * what else ran within `LOOK_MS` of it: rather too much than too little.
 */
export async function watchMainProcess(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(async (_, lookMs) => {
    // What comes from the page of the inspector has no `import` of its own.
    const { openSync: open, readSync: readInto } = process.getBuiltinModule('node:fs')
    const text = Buffer.alloc(128)
    const file = process.platform === 'linux' ? open('/proc/self/schedstat', 'r') : -1
    const time = () =>
      file < 0
        ? performance.now()
        : Number.parseInt(text.toString('latin1', 0, readInto(file, text, 0, 128, 0)), 10) / 1e6
    const turns = { longest: 0 }
    let last = time()
    setInterval(() => {
      const now = time()
      turns.longest = Math.max(turns.longest, now - last)
      last = now
    }, lookMs).unref()
    Object.assign(globalThis, { emanetTurns: turns })
  }, LOOK_MS)
  return () =>
    app.evaluate(() => {
      const { emanetTurns } = globalThis as unknown as { emanetTurns: { longest: number } }
      return emanetTurns.longest
    })
}
