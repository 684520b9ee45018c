/**
 * When the vault has been left alone. Counted is what is typed and moved in the program's own windows: the
 * system's idle time would keep a vault open for as long as somebody uses the machine for something else. Native
 * dialogs raise no such events, so while one is open the system's idle time counts instead.
 */
export interface IdleParts {
  /** Seconds that never run backwards. */
  readonly now: () => number
  /** Seconds since anybody touched the machine, as the system tells. */
  readonly systemIdle: () => number
  readonly dialogOpen: () => boolean
  readonly jobsRunning: () => boolean
}

/** A running job puts the lock off, for a backup should not die of a coffee break; but no longer than this. */
export const JOB_GRACE_SECONDS = 60 * 60

export class IdleClock {
  readonly #parts: IdleParts
  #lastInput: number

  constructor(parts: IdleParts) {
    this.#parts = parts
    this.#lastInput = parts.now()
  }

  /** Somebody did something in one of the windows. */
  touch(): void {
    this.#lastInput = this.#parts.now()
  }

  mustLock(idleLockMinutes: number): boolean {
    const { now, systemIdle, dialogOpen, jobsRunning } = this.#parts
    const sinceInput = now() - this.#lastInput
    const idle = dialogOpen() ? Math.min(sinceInput, systemIdle()) : sinceInput
    const limit = idleLockMinutes * 60
    return idle >= limit + (jobsRunning() ? JOB_GRACE_SECONDS : 0)
  }
}
