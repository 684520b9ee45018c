/** How long the event loop of a process was blocked at most: here, or in the main process of a built app. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ElectronApplication } from '@playwright/test'

export interface LoopWatch {
  /** Milliseconds since the start or the last `reset`. */
  longest(): Promise<number>
  reset(): void
  stop(): void
}

const NS_PER_MS = 1e6

/** Of this process. What runs now counts when the loop has had its turn: `longest` gives it one. */
export function watchEventLoop(): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  return {
    async longest() {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return delays.max / NS_PER_MS
    },
    reset: () => delays.reset(),
    stop: () => delays.disable(),
  }
}

/** Of an app's main process, from now on; the returned function reads the longest block in milliseconds so far. */
export async function watchMainProcess(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(async () => {
    const { monitorEventLoopDelay: monitor } = await import('node:perf_hooks')
    const delays = monitor({ resolution: 1 })
    delays.enable()
    Object.assign(globalThis, { emanetLoopDelays: delays })
  })
  return () =>
    app.evaluate(() => {
      const { emanetLoopDelays } = globalThis as unknown as { emanetLoopDelays: { max: number } }
      return emanetLoopDelays.max / 1e6
    })
}
