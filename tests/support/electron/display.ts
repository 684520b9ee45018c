// A screen for the program's windows. On a machine with a screen it is that one; otherwise, and
// whenever the program runs as another user (who may not use root's screen), an Xvfb of the run's
// own. Its number is drawn at random and held by Xvfb's lock file: asked to find a free number by
// itself (-displayfd), it takes no lock, and two servers have been seen to take the same one.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

export interface Display {
  readonly env: Readonly<Record<string, string>>
  stop(): void
}

const firstNumber = 100
const lastNumber = 9_999
const attempts = 10

const passedOn = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR'] as const

/** Whether a screen is there that a person may be looking at, and the program may use. */
export const hasPresentDisplay = (otherUser: boolean): boolean =>
  !otherUser && Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** @param otherUser whether the program runs as another user than this process */
export async function startDisplay(otherUser: boolean): Promise<Display> {
  if (hasPresentDisplay(otherUser)) {
    const present = passedOn.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value] as const]
    })
    return { env: Object.fromEntries(present), stop: () => {} }
  }

  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const number = randomInt(firstNumber, lastNumber + 1)
    const xvfb = await startXvfb(number)
    if (!xvfb) continue
    let wanted = true
    xvfb.once('exit', (code, signal) => {
      if (wanted) process.stdout.write(`screen :${number} ended by itself: ${signal ?? code}\n`)
    })
    const stop = () => {
      wanted = false
      xvfb.kill()
    }
    process.once('exit', stop)
    return {
      env: { DISPLAY: `:${number}` },
      stop: () => {
        process.off('exit', stop)
        stop()
      },
    }
  }
  throw new Error('Xvfb did not start on any of the display numbers that were tried.')
}

/** Whether the server of a screen is running; `true` for a screen that is not an Xvfb of ours. */
export async function isRunning(env: Display['env']): Promise<boolean> {
  const number = /^:(\d+)$/.exec(env.DISPLAY ?? '')?.[1]
  return number === undefined || Number(number) < firstNumber || answers(Number(number))
}

/** @returns undefined if the server did not start, as when the number is taken */
async function startXvfb(number: number): Promise<ChildProcess | undefined> {
  const screen = ['-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset']
  // No screen saver: after ten minutes, in which nobody moves this server's mouse, it would come, and the program
  // takes that for a screen that was locked, and locks the vault.
  const xvfb = spawn('Xvfb', [`:${number}`, ...screen, '-s', '0'], { stdio: 'ignore' })
  let failure: unknown
  xvfb.on('error', (error) => {
    failure = error
  })
  while (xvfb.exitCode === null && xvfb.signalCode === null && failure === undefined) {
    if (lockHolder(number) === xvfb.pid && (await answers(number))) {
      xvfb.unref()
      return xvfb
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  if (failure !== undefined) throw failure
  return undefined
}

/** The process that owns a display number, from the lock file that X servers agree on. */
function lockHolder(number: number): number | undefined {
  try {
    return Number(readFileSync(`/tmp/.X${number}-lock`, 'utf8'))
  } catch {
    return undefined
  }
}

function answers(number: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${number}`)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
