/** Reads a file that somebody chose and that ought to be small: never waits for a pipe, never takes memory for a large one. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { type ErrorCode, VaultError } from '../../../shared/errors.ts'
import { mapFsErrors } from './fsErrors.ts'

/** Its bytes. Errors: `otherwise` for what is no file or larger than `most` bytes; `file_unreadable`, `io_failed`. */
export function readSmallFile(path: string, most: number, otherwise: ErrorCode): Buffer {
  return mapFsErrors('read', () => {
    // A pipe would wait for whoever writes to it; the second look is at what was then opened.
    if (!statSync(path).isFile()) throw new VaultError(otherwise)
    const file = openSync(path, constants.O_RDONLY)
    try {
      const { size } = fstatSync(file)
      if (size > most) throw new VaultError(otherwise)
      const bytes = Buffer.alloc(size)
      return bytes.subarray(0, readSync(file, bytes, 0, size, 0))
    } finally {
      closeSync(file)
    }
  })
}
