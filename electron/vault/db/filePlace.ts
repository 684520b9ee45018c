/**
 * Whether an open database still lies where it was opened. On a stick that was taken out of its place, or in a folder
 * that was removed or moved, the system goes on writing to a file that nobody will find: SQLite notices nothing.
 */
import { statSync } from 'node:fs'
import { VaultError } from '../../../shared/errors.ts'

export class FilePlace {
  readonly #path: string
  readonly #file: string | undefined
  #log: string | undefined

  /** Of a database that is open. */
  constructor(path: string) {
    this.#path = path
    this.#file = identity(path)
  }

  /** Errors: `io_failed` when the database or its log is not there any more, or another is. */
  check(): void {
    const log = identity(`${this.#path}-wal`)
    this.#log ??= log
    if (identity(this.#path) !== this.#file || log !== this.#log) {
      throw new VaultError('io_failed', { moved: true })
    }
  }
}

/** Undefined when there is none, for whatever reason. */
function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}/${ino}`
  } catch {
    return undefined
  }
}
