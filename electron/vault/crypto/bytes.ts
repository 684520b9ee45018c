/**
 * Small byte tools the format is written with: little-endian integers, domain strings, fresh random
 * bytes. A domain string is at most 16 ASCII characters, padded with zero bytes to exactly 16, so that no
 * hash, MAC or associated data of one purpose can be taken for another's.
 */
import { randomFillSync } from 'node:crypto'
import { invariant } from '../../../shared/errors.ts'

export const DOMAIN_BYTES = 16
export const ID_BYTES = 16

/** Filled at once: asking the system for 24 bytes costs as much as asking for thousands. */
const ahead = Buffer.alloc(4096)
let taken = ahead.length

/**
 * Buffers of their own (never from Node's shared pool), filled from the system's random source. No byte is given out
 * twice, and none stays behind where it was taken from.
 */
export function randomBytes(length: number): Buffer {
  const own = Buffer.alloc(length)
  if (length > ahead.length / 8) return randomFillSync(own)
  if (taken + length > ahead.length) {
    randomFillSync(ahead)
    taken = 0
  }
  ahead.copy(own, 0, taken, taken + length)
  ahead.fill(0, taken, taken + length)
  taken += length
  return own
}

export function domain(text: string): Buffer {
  invariant(text.length <= DOMAIN_BYTES, 'a domain string has at most 16 characters')
  const bytes = Buffer.alloc(DOMAIN_BYTES)
  bytes.write(text, 'ascii')
  return bytes
}

export function u8(value: number): Buffer {
  return Buffer.from([value])
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

export function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  writeU64(bytes, value, 0)
  return bytes
}

/** For non-negative safe integers (sequence numbers, times): faster than going through BigInt. */
export function writeU64(bytes: Buffer, value: number, offset: number): void {
  invariant(Number.isSafeInteger(value) && value >= 0, 'a u64 is a non-negative safe integer')
  bytes.writeUInt32LE(value % 0x1_0000_0000, offset)
  bytes.writeUInt32LE(Math.floor(value / 0x1_0000_0000), offset + 4)
}

/** NaN for a value beyond JavaScript's safe integers: whoever reads checks the range it expects. */
export function readU64(bytes: Buffer, offset: number): number {
  const value = bytes.readUInt32LE(offset) + bytes.readUInt32LE(offset + 4) * 0x1_0000_0000
  return Number.isSafeInteger(value) ? value : Number.NaN
}

/** A loop and no `every`: it is asked of the key of each entry that is read. */
export function isAllZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] !== 0) return false
  return true
}
