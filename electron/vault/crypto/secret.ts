/**
 * Bytes that must not leak: passphrases and keys on their way through the program. A `Secret` shows
 * `[secret]` wherever a value could be printed, logged, compared as text or turned into JSON, and can be
 * wiped. It cannot protect the JavaScript string it may have been made from: strings cannot be wiped,
 * which is why a lock ends the process.
 */
import { randomFillSync, timingSafeEqual } from 'node:crypto'
import { invariant } from '../../../shared/errors.ts'

const SHOWN = '[secret]'

export class Secret {
  #bytes: Buffer | undefined

  private constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** Takes a copy; the caller wipes its own. */
  static fromBytes(bytes: Uint8Array): Secret {
    const copy = Buffer.alloc(bytes.length)
    copy.set(bytes)
    return new Secret(copy)
  }

  static fromText(text: string): Secret {
    const bytes = Buffer.from(text, 'utf8')
    const secret = Secret.fromBytes(bytes)
    bytes.fill(0)
    return secret
  }

  static random(length: number): Secret {
    return new Secret(randomFillSync(Buffer.alloc(length)))
  }

  /** The bytes themselves, not a copy: never keep them longer than the secret. */
  get bytes(): Buffer {
    invariant(this.#bytes, 'a secret is not used after it was wiped')
    return this.#bytes
  }

  get length(): number {
    return this.bytes.length
  }

  get isWiped(): boolean {
    return this.#bytes === undefined
  }

  /** Equal bytes, in a time that does not depend on where they differ. */
  equals(other: Secret): boolean {
    return this.length === other.length && timingSafeEqual(this.bytes, other.bytes)
  }

  /** Overwrites the bytes; using the secret afterwards is a mistake of the program. */
  wipe(): void {
    this.#bytes?.fill(0)
    this.#bytes = undefined
  }

  toJSON(): string {
    return SHOWN
  }

  toString(): string {
    return SHOWN
  }

  [Symbol.toPrimitive](): string {
    return SHOWN
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN
  }
}
