/**
 * Where a passphrase comes from: `--passphrase-file`, or one line of standard input. Never from the arguments,
 * which every user of the machine can read.
 */
import { readFileSync } from 'node:fs'
import { stdin } from 'node:process'
import { VaultError } from '../../shared/errors.ts'
import { Secret } from '../vault/crypto/secret.ts'

const MAX_BYTES = 4096

/** One trailing newline is not part of the passphrase. Errors: `usage` when there is none. */
export function readPassphrase(file: string | undefined): Secret {
  const bytes = file === undefined ? readStandardInput() : readPassphraseFile(file)
  let end = bytes.length
  if (bytes[end - 1] === 0x0a) end -= 1
  if (bytes[end - 1] === 0x0d) end -= 1
  if (end === 0 || end > MAX_BYTES) throw new VaultError('usage', { passphrase: 'missing' })
  const secret = Secret.fromBytes(bytes.subarray(0, end))
  bytes.fill(0)
  return secret
}

function readPassphraseFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new VaultError('file_unreadable')
  }
}

function readStandardInput(): Buffer {
  try {
    return readFileSync(stdin.fd)
  } catch {
    throw new VaultError('usage', { passphrase: 'missing' })
  }
}
