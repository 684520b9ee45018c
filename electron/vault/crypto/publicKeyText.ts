/**
 * The public key of a key file as text: `emanet-key1`, then base64url (RFC 4648, without padding) of the key and a
 * checksum of 4 bytes. Long, because a public key that a quantum computer does not break is long; so it is pasted,
 * not typed, and the checksum notices a piece that is missing or was changed by a program on the way.
 */
import { VaultError } from '../../../shared/errors.ts'
import { DOMAINS } from './domains.ts'
import type { Sodium } from './sodium.ts'
import { XWING_PUBLIC_KEY_BYTES } from './xwing.ts'

export const PUBLIC_KEY_PREFIX = 'emanet-key1'
const CHECK_BYTES = 4
const TEXT_BYTES = XWING_PUBLIC_KEY_BYTES + CHECK_BYTES

const checkOf = (sodium: Sodium, publicKey: Uint8Array): Buffer =>
  sodium.hash([DOMAINS.publicKeyText, publicKey]).subarray(0, CHECK_BYTES)

export const formatPublicKey = (sodium: Sodium, publicKey: Uint8Array): string =>
  PUBLIC_KEY_PREFIX + Buffer.concat([publicKey, checkOf(sodium, publicKey)]).toString('base64url')

/** White space anywhere is passed over. Errors: `public_key_damaged` for everything that is not exactly such a text. */
export function parsePublicKey(sodium: Sodium, text: string): Buffer {
  const written = text.replace(/\s+/g, '')
  const bytes = Buffer.from(written.slice(PUBLIC_KEY_PREFIX.length), 'base64url')
  const key = Buffer.from(bytes.subarray(0, XWING_PUBLIC_KEY_BYTES))
  // Written back and compared: one key has one spelling, whatever a lenient decoder passes over.
  if (bytes.length !== TEXT_BYTES || formatPublicKey(sodium, key) !== written) {
    throw new VaultError('public_key_damaged')
  }
  return key
}

/** Tells public keys apart: 64 hexadecimal digits. */
export const publicKeyDigest = (sodium: Sodium, publicKey: Uint8Array): string =>
  sodium.hash([DOMAINS.publicKeyText, publicKey]).toString('hex')

/** 8 bytes in four groups, to be read out when the text came by a way that somebody could have changed it on. */
export const publicKeyFingerprint = (sodium: Sodium, publicKey: Uint8Array): string =>
  sodium
    .hash([DOMAINS.publicKeyText, publicKey])
    .toString('hex', CHECK_BYTES, CHECK_BYTES + 8)
    .match(/.{4}/g)
    ?.join(' ') ?? ''
