/**
 * The public key of a key file as a text file, to be carried from its holder's machine to the vault's: the two never
 * meet, and the key is too long to be typed. It holds nothing else, and nothing secret.
 */

import { formatPublicKey, parsePublicKey } from '../crypto/publicKeyText.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { writeNewFileDurably } from '../folder/durable.ts'
import { readSmallFile } from '../folder/smallFile.ts'

/** A key is 1,600 letters; the rest is room for what a mail program puts between its lines. */
const MOST_BYTES = 64 * 1024

/** Errors: `public_key_damaged`; `file_exists`, `disk_full`, `read_only`, `io_failed`, and nothing is there then. */
export function writePublicKeyFile(sodium: Sodium, path: string, publicKey: string): void {
  const text = formatPublicKey(sodium, parsePublicKey(sodium, publicKey))
  writeNewFileDurably(path, Buffer.from(`${text}\n`))
}

/** The key in its one spelling. Errors: `public_key_damaged` for anything that is not exactly one; `file_unreadable`, `io_failed`. */
export function readPublicKeyFile(sodium: Sodium, path: string): string {
  const text = readSmallFile(path, MOST_BYTES, 'public_key_damaged').toString('utf8')
  return formatPublicKey(sodium, parsePublicKey(sodium, text))
}
