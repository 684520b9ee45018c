/**
 * The secret of this machine: 32 random bytes in the user-data folder, readable by this user only. The key that
 * signs ledger entries derives from it and from the vault's root key, so it opens nothing by itself; without it
 * this machine appears in the ledger as a new device.
 */
import { join } from 'node:path'
import { Secret } from '../vault/crypto/secret.ts'
import { readFileIfThere, writeFileDurably } from '../vault/folder/durable.ts'

export const DEVICE_FILE = 'device.key'
export const DEVICE_SECRET_BYTES = 32

/** A file of another length is damage and is replaced. Errors: `disk_full`, `read_only`, `file_unreadable`. */
export function deviceSecret(folder: string): Secret {
  const file = join(folder, DEVICE_FILE)
  const stored = readFileIfThere(file)
  if (stored?.length === DEVICE_SECRET_BYTES) {
    const secret = Secret.fromBytes(stored)
    stored.fill(0)
    return secret
  }
  const made = Secret.random(DEVICE_SECRET_BYTES)
  writeFileDurably(file, made.bytes)
  return made
}
