/** A key file on a disk or a stick: written once, durably, for its user alone, and never over anything. */
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { loadXWing } from '../crypto/xwing.ts'
import { writeNewFileDurably } from '../folder/durable.ts'
import { readSmallFile } from '../folder/smallFile.ts'
import { type KeyFileOptions, makeKeyFile } from './keyFile.ts'

export const KEY_FILE_EXTENSION = 'emanet-key'

/** Room for versions to come; nothing larger is a key file. */
const MOST_BYTES = 64 * 1024

/**
 * Makes a key file and gives its public key. Errors: `file_exists`, `passphrase_too_weak`, `bad_input`, `read_only`,
 * `disk_full`, `io_failed`; nothing is left behind then.
 */
export async function createKeyFile(
  sodium: Sodium,
  path: string,
  passphrase: Secret,
  options: KeyFileOptions = {},
): Promise<Buffer> {
  const { bytes, publicKey } = await makeKeyFile(sodium, passphrase, options)
  writeNewFileDurably(path, bytes)
  return publicKey
}

/** The bytes of what may be a key file. Errors: `not_a_key_file` for no file or a large one, `file_unreadable`, `io_failed`. */
export const readKeyFile = (path: string): Buffer =>
  readSmallFile(path, MOST_BYTES, 'not_a_key_file')

/** The public key of a private one. */
export async function publicKeyOf(privateKey: Secret): Promise<Buffer> {
  return (await loadXWing()).publicKeyOf(privateKey)
}
