/** Locks without being asked: when nobody is there, when the machine goes to sleep, when its screen is locked. */
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

export function setupAutoLock({ idle, idleLockMinutes, isUnlocked, lock }: AutoLockParts): void {
  powerMonitor.on('suspend', () => lock('suspend', true))
  powerMonitor.on('lock-screen', () => lock('screen_locked', true))
  powerMonitor.on('shutdown', () => lock('shutdown', true))

  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', () => idle.touch())
  })
  setInterval(() => {
    if (isUnlocked() && idle.mustLock(idleLockMinutes())) lock('idle', false)
  }, IDLE_CHECK_MS).unref()
}
