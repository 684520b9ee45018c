/**
 * The end of every process that held plaintext. JavaScript cannot wipe a string, so a lock is not a state of this
 * process but its end: keys are wiped, the vault is closed, the windows go, and a fresh process starts that knows
 * nothing. Quitting is the same without the fresh process.
 */
import { app } from 'electron'
import type { AppSession } from '../ipc/appSession.ts'
import type { ClipboardGuard } from '../ipc/clipboard.ts'
import type { Drafts } from '../ipc/drafts.ts'
import type { Jobs } from '../ipc/jobs.ts'
import type { Uploads } from '../ipc/uploads.ts'
import type { EndReason, Log } from './log.ts'
import type { Windows } from './windows.ts'

/** How long running jobs may take to stop by themselves before the vault is closed under them. */
export const JOB_STOP_MS = 1_500

/** How long the clipboard may take to say whether what lies on it is ours. */
const LAST_WORDS_MS = 300

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
  readonly drafts: Drafts
  readonly clipboard: ClipboardGuard
  readonly log: Log
  /** Other things to drop: threads, links, codes. */
  readonly release: () => void
}

export function createEnd(parts: EndingParts): End {
  const { session, jobs, uploads, windows, drafts, clipboard, log, release } = parts
  let ending = false
  return async ({ reason, relaunch, urgent = false }) => {
    if (ending && !urgent) return
    ending = true
    log('ended', { reason })
    if (!urgent) {
      // A page that failed is not asked for anything any more.
      const asked = reason !== 'uncaught' && reason !== 'renderer_gone'
      await Promise.all([asked && drafts.gather(), within(LAST_WORDS_MS, clipboard.clear())])
    }
    // From here on the gate lets nothing through.
    session.beginEnd()
    windows.end()
    if (!urgent) {
      void uploads.cancelAll()
      await jobs.cancelAll(JOB_STOP_MS)
    }
    try {
      drafts.end()
      session.end()
      clipboard.clearNow()
      release()
    } finally {
      if (relaunch && process.env[RELAUNCH_VARIABLE] !== 'off') app.relaunch()
      app.exit(0)
    }
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
