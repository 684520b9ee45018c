/**
 * The end of every process that held plaintext. JavaScript cannot wipe a string, so a lock is not a state of this
 * process but its end: keys are wiped, the vault is closed, the windows go, and a fresh process starts that knows
 * nothing. Quitting is the same without the fresh process.
 */
import { app } from 'electron'
import type { AppSession } from '../ipc/appSession.ts'
import type { Jobs } from '../ipc/jobs.ts'
import type { Uploads } from '../ipc/uploads.ts'
import type { EndReason, Log } from './log.ts'
import type { Windows } from './windows.ts'

/** How long running jobs may take to stop by themselves before the vault is closed under them. */
export const JOB_STOP_MS = 1_500

/** `off`: a lock ends the program and does not start it again (tests, the demo). */
export const RELAUNCH_VARIABLE = 'EMANET_RELAUNCH'

interface EndOptions {
  readonly reason: EndReason
  readonly relaunch: boolean
  /** The machine stops in a moment: nothing is waited for. */
  readonly urgent?: boolean
}

export type End = (options: EndOptions) => Promise<void>

export interface EndingParts {
  readonly session: AppSession
  readonly jobs: Jobs
  readonly uploads: Uploads
  readonly windows: Windows
  readonly log: Log
  /** Other things to drop: threads, links, codes. */
  readonly release: () => void
}

export function createEnd({ session, jobs, uploads, windows, log, release }: EndingParts): End {
  let ending = false
  return async ({ reason, relaunch, urgent = false }) => {
    if (ending && !urgent) return
    ending = true
    log('ended', { reason })
    // From here on the gate lets nothing through.
    session.beginEnd()
    windows.end()
    if (!urgent) {
      void uploads.cancelAll()
      await jobs.cancelAll(JOB_STOP_MS)
    }
    try {
      release()
      session.end()
    } finally {
      if (relaunch && process.env[RELAUNCH_VARIABLE] !== 'off') app.relaunch()
      app.exit(0)
    }
  }
}
