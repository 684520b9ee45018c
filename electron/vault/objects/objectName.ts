/**
 * The name of an object: the hash of the whole stored file, in hexadecimal. Which hash, the version in the
 * file's own header says: SHA-256 since version 2, BLAKE2b-256 in version 1. SHA-256 because processors have
 * instructions for it (it is twice as fast), and because every machine can check it without this program.
 */
import { createHash } from 'node:crypto'
import { VaultError } from '../../../shared/errors.ts'
import type { HashStream, Sodium } from '../crypto/sodium.ts'
import { HEADER_BYTES, parseHeader } from './format.ts'

/** Hashes a stored file that comes piece by piece, in order. */
export class NameHash {
  readonly #sodium: Sodium
  readonly #header = Buffer.alloc(HEADER_BYTES)
  #seen = 0
  #stream: HashStream | undefined

  constructor(sodium: Sodium) {
    this.#sodium = sodium
  }

  /** Errors: `object_damaged` when the file does not begin as an object does. */
  update(bytes: Uint8Array): void {
    if (this.#stream) {
      this.#stream.update(bytes)
      return
    }
    const missing = this.#header.subarray(this.#seen)
    const begin = bytes.subarray(0, missing.length)
    missing.set(begin)
    this.#seen += begin.length
    if (this.#seen < HEADER_BYTES) return
    this.#stream = nameHash(this.#sodium, this.#header)
    this.#stream.update(this.#header)
    this.#stream.update(bytes.subarray(begin.length))
  }

  /** Errors: `object_damaged` when the file ended within its header. */
  name(): string {
    if (!this.#stream) throw new VaultError('object_damaged')
    return this.#stream.final().toString('hex')
  }
}

function nameHash(sodium: Sodium, header: Buffer): HashStream {
  return parseHeader(header).version === 1 ? sodium.hashStream() : sha256Stream()
}

/** SHA-256 of a stored file: the name of what is written now. */
export function sha256Stream(): HashStream {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), final: () => hash.digest() }
}
