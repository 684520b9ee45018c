/** A source is read into the ring as far as there is room, each chunk where it will be sealed. */
import { appendFileSync, closeSync, openSync, truncateSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { HEADER_BYTES } from '../../../electron/vault/objects/format.ts'
import { makeRingMemory, Ring, SPAN_BYTES } from '../../../electron/vault/objects/ring.ts'
import { SourceReader } from '../../../electron/vault/objects/sourceReader.ts'
import { pattern, sourceFile } from './support/objects.ts'

const CHUNK = 2 ** 18
const BOX = CHUNK + 16
const failing = (code: string) => expect.objectContaining({ code })

const files: number[] = []
afterEach(() => {
  for (const file of files.splice(0)) closeSync(file)
})

function reading(content: Buffer, { size = content.length, flags = 'r' } = {}) {
  const path = sourceFile(content)
  const file = openSync(path, flags)
  files.push(file)
  const ring = new Ring(makeRingMemory())
  return { path, ring, reader: new SourceReader(ring, file, size) }
}

const chunkIn = (ring: Ring, index: number, length = CHUNK): Buffer => {
  const bytes = Buffer.alloc(length)
  ring.copyOut(HEADER_BYTES + index * BOX, bytes)
  return bytes
}

describe('a source reader', () => {
  it('leaves room for the tags between the chunks', () => {
    const plain = pattern(3 * CHUNK + 5)
    const { ring, reader } = reading(plain)
    reader.readAhead()
    ring.waitForRead(4)
    for (const index of [0, 1, 2]) {
      expect(chunkIn(ring, index).equals(plain.subarray(index * CHUNK, (index + 1) * CHUNK))).toBe(
        true,
      )
    }
    expect(chunkIn(ring, 3, 5).equals(plain.subarray(3 * CHUNK))).toBe(true)
  })

  it('stops where the ring is full and goes on, around its end, when there is room', () => {
    const plain = pattern(40 * CHUNK)
    const { ring, reader } = reading(plain)
    // Eight spans hold 31 chunks with their tags, and not 32.
    reader.readAhead()
    reader.readAhead()
    ring.waitForRead(31)
    expect(chunkIn(ring, 30).equals(plain.subarray(30 * CHUNK, 31 * CHUNK))).toBe(true)
    ring.release(1)
    reader.readAhead()
    ring.waitForRead(35)
    expect(ring.view(HEADER_BYTES + 31 * BOX, BOX)).toBeUndefined()
    expect(chunkIn(ring, 31).equals(plain.subarray(31 * CHUNK, 32 * CHUNK))).toBe(true)
    expect(chunkIn(ring, 34).equals(plain.subarray(34 * CHUNK, 35 * CHUNK))).toBe(true)
    expect(ring.hasRoom(HEADER_BYTES + 36 * BOX)).toBe(false)
    expect(ring.releasedBytes).toBe(SPAN_BYTES)
  })

  it.each([2 * CHUNK, 2 * CHUNK + 1])('notices that %i bytes became one more', (size) => {
    const { path, reader } = reading(pattern(size))
    appendFileSync(path, 'x')
    expect(() => reader.readAhead()).toThrow(failing('file_changed_while_read'))
  })

  it.each([0, 1, CHUNK, 2 * CHUNK - 1])('notices that the file was cut to %i bytes', (length) => {
    const { path, reader } = reading(pattern(2 * CHUNK))
    truncateSync(path, length)
    expect(() => reader.readAhead()).toThrow(failing('file_changed_while_read'))
  })

  it('says that a file cannot be read', () => {
    const { reader } = reading(pattern(10), { flags: 'r+' })
    reader.readAhead()
    const { reader: unreadable } = reading(pattern(10), { flags: 'a' })
    expect(() => unreadable.readAhead()).toThrow(failing('file_unreadable'))
  })

  it('reads nothing more once it is cancelled', () => {
    const { ring, reader } = reading(pattern(CHUNK))
    ring.cancel()
    reader.readAhead()
    expect(chunkIn(ring, 0).equals(Buffer.alloc(CHUNK))).toBe(true)
    expect(() => ring.waitForRead(1)).toThrow(failing('cancelled'))
  })
})
