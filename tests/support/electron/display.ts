// A screen for the program's windows. On a machine with a screen it is that one; otherwise, and
// whenever the program runs as another user (who may not use root's screen), an Xvfb of the run's
// own, on a number that Xvfb itself finds free.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export interface Display {
  readonly env: Readonly<Record<string, string>>
  stop(): void
}

const passedOn = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR'] as const

/** @param otherUser whether the program runs as another user than this process */
export async function startDisplay(otherUser: boolean): Promise<Display> {
  if (!otherUser && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) {
    const present = passedOn.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value] as const]
    })
    return { env: Object.fromEntries(present), stop: () => {} }
  }

  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const exited = once(xvfb, 'exit').then(
    () => Promise.reject(new Error('Xvfb ended before it was ready.')),
    (error) => Promise.reject(new Error(`Xvfb could not be started: ${error}`)),
  )
  const number = String(
    await Promise.race([once(xvfb.stdio[3] as Readable, 'data').then(([data]) => data), exited]),
  ).trim()
  exited.catch(() => {})
  xvfb.unref()
  ;(xvfb.stdio[3] as Readable).destroy()

  const stop = () => void xvfb.kill()
  process.once('exit', stop)
  return {
    env: { DISPLAY: `:${number}` },
    stop: () => {
      process.off('exit', stop)
      stop()
    },
  }
}
