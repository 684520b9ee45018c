/** Reads a text file that somebody made with whatever program: UTF-8, UTF-16 or one of the encodings of an import. */
import { readFileSync } from 'node:fs'
import { VaultError } from '../../shared/errors.ts'
import { decode } from '../vault/import/encoding.ts'

/** Errors: `file_unreadable`, `import_encoding_unknown`. */
export function readText(file: string): string {
  return decode(readBytes(file)).text
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new VaultError('file_unreadable')
  }
}
