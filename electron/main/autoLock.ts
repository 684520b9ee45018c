/**
 * Locks without being asked: when nobody is there, when the machine goes to sleep (which closing the lid does where
 * the system is set so), when its screen is locked.
 *
 * Linux does not tell a program of its screen's lock as the other systems do. What can be asked there is asked every
 * other second: X11 screen savers answer, Wayland desktops do not (SECURITY.md says so).
 */
import { app, powerMonitor } from 'electron'
import type { IdleClock } from './idle.ts'
import type { EndReason } from './log.ts'

export interface AutoLockParts {
  readonly idle: IdleClock
  readonly idleLockMinutes: () => number
  readonly isUnlocked: () => boolean
  /** `urgent`: the machine stops in a moment, nothing is waited for. */
  readonly lock: (reason: EndReason, urgent: boolean) => void
}

/** How often the idle time is looked at. A lock comes at most this much late. */
const IDLE_CHECK_MS = 2_000
/** Seconds without input after which the system would say `idle`; only its `locked` is of interest. */
const NEVER_IDLE = 1_000_000

export function setupAutoLock({ idle, idleLockMinutes, isUnlocked, lock }: AutoLockParts): void {
  // The machine sleeps as soon as these have been heard: what is not done then is done after it wakes up, and until
  // then lies in its memory.
  powerMonitor.on('suspend', () => lock('suspend', true))
  powerMonitor.on('shutdown', () => lock('shutdown', true))
  powerMonitor.on('lock-screen', () => lock('screen_locked', false))

  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', () => idle.touch())
  })
  setInterval(() => {
    if (!isUnlocked()) return
    if (idle.mustLock(idleLockMinutes())) lock('idle', false)
    else if (powerMonitor.getSystemIdleState(NEVER_IDLE) === 'locked') lock('screen_locked', false)
  }, IDLE_CHECK_MS).unref()
}
