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
  const bytes = asUtf8(file === undefined ? readStandardInput() : readPassphraseFile(file))
  let end = bytes.length
  if (bytes[end - 1] === 0x0a) end -= 1
  if (bytes[end - 1] === 0x0d) end -= 1
  if (end === 0) throw new VaultError('usage', { passphrase: 'missing' })
  if (end > MAX_BYTES) throw new VaultError('usage', { passphrase: 'too long' })
  const secret = Secret.fromBytes(bytes.subarray(0, end))
  bytes.fill(0)
  return secret
}

const UTF16 = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
] as const

/** Some shells write UTF-16, with a mark that is in no UTF-8. Errors: `usage` when it is not that either. */
function asUtf8(bytes: Buffer): Buffer {
  const [, , encoding] = UTF16.find(([a, b]) => bytes[0] === a && bytes[1] === b) ?? []
  if (encoding === undefined) return bytes
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), 'utf8')
  } catch {
    throw new VaultError('usage', { passphrase: 'not a text' })
  } finally {
    bytes.fill(0)
  }
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
