/**
 * Whether an open database still lies where it was opened. On a stick that was taken out of its place, or in a folder
 * that was removed or moved, the system goes on writing to a file that nobody will find: SQLite notices nothing.
 */
import { type BigIntStats, statSync } from 'node:fs'
import { VaultError } from '../../../shared/errors.ts'

export class FilePlace {
  readonly #path: string
  readonly #file: BigIntStats | undefined
  #log: BigIntStats | undefined

  /** Of a database that is open. */
  constructor(path: string) {
    this.#path = path
    this.#file = found(path)
  }

  /** Errors: `io_failed` when the database or its log is not there any more, or another is. */
  check(): void {
    const log = found(`${this.#path}-wal`)
    this.#log ??= log
    if (!isSame(found(this.#path), this.#file) || !isSame(log, this.#log)) {
      throw new VaultError('io_failed', { moved: true })
    }
  }
}

/** Undefined when there is none, for whatever reason. */
const found = (path: string): BigIntStats | undefined => {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const isSame = (one: BigIntStats | undefined, other: BigIntStats | undefined): boolean =>
  one?.ino === other?.ino && one?.dev === other?.dev
