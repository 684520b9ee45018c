/**
 * Growing delays after wrong passphrases within one run of the program: nothing for the first two, then one second
 * and twice as long each time, half a minute at most. It slows down a person at the keyboard; whoever has a copy of
 * the vault does not ask this program, and is slowed down by Argon2id alone.
 */
import { isVaultError, VaultError } from '../../shared/errors.ts'

/** Wrong tries that cost nothing: a slip of the finger and a keyboard in the wrong layout. */
const FREE_TRIES = 2
const FIRST_DELAY_MS = 1_000
export const LONGEST_DELAY_MS = 30_000

/** How long to wait after so many wrong tries in a row. */
export function delayAfter(wrong: number): number {
  if (wrong <= FREE_TRIES) return 0
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (wrong - FREE_TRIES - 1))
}

/** Failures that mean "not the right secret", and nothing else. */
const WRONG: ReadonlySet<string> = new Set(['wrong_passphrase', 'wrong_key_file_passphrase'])

export class WrongTries {
  readonly #now: () => number
  #wrong = 0
  #openAt = 0
  #running = false

  /** `now`: milliseconds that never run backwards. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /**
   * Runs one try. Errors: `try_later` without trying, while the last wrong one still counts or another one runs;
   * what the try itself throws, with `retryAfterMs` in the details of a wrong one when there is something to wait for.
   */
  async attempt<T>(run: () => Promise<T>): Promise<T> {
    const wait = Math.ceil(this.#openAt - this.#now())
    if (this.#running || wait > 0) {
      throw new VaultError('try_later', { retryAfterMs: Math.max(wait, 0) })
    }
    this.#running = true
    try {
      const made = await run()
      this.#wrong = 0
      return made
    } catch (error) {
      if (!isVaultError(error) || !WRONG.has(error.code)) throw error
      this.#wrong += 1
      const retryAfterMs = delayAfter(this.#wrong)
      this.#openAt = this.#now() + retryAfterMs
      throw retryAfterMs === 0
        ? error
        : new VaultError(error.code, { ...error.details, retryAfterMs })
    } finally {
      this.#running = false
    }
  }
}
