/** A source is read into the ring as far as there is room, each chunk where it will be sealed. */
import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, openSync, truncateSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeHeader } from '../../../electron/vault/objects/format.ts'
import { PlainStream } from '../../../electron/vault/objects/plainStream.ts'
import {
  makeRingMemory,
  RING_BYTES,
  Ring,
  SPAN_BYTES,
} from '../../../electron/vault/objects/ring.ts'
import { BOX_BYTES, CHUNK_BYTES, chunkOffset } from '../../../electron/vault/objects/ringSealing.ts'
import { RingSink } from '../../../electron/vault/objects/ringSink.ts'
import { readSource } from '../../../electron/vault/objects/sourceReader.ts'
import { pattern, sourceFile } from './support/objects.ts'

const failing = (code: string) => expect.objectContaining({ code })

const files: number[] = []
afterEach(() => {
  for (const file of files.splice(0)) closeSync(file)
})

/** `meanwhile` is what is done when the ring is full. */
function reading(content: Buffer, { size = content.length, flags = 'r' } = {}) {
  const path = sourceFile(content)
  const file = openSync(path, flags)
  files.push(file)
  const ring = new Ring(makeRingMemory())
  const run = (meanwhile: () => boolean = () => false) => {
    const stream = new PlainStream(new RingSink(ring, encodeHeader(), meanwhile))
    readSource(file, size, stream)
    return stream.finish()
  }
  return { path, ring, run }
}

const chunkIn = (ring: Ring, index: number, length = CHUNK_BYTES): Buffer =>
  Buffer.concat(ring.parts(chunkOffset(index), length))

const chunkOf = (plain: Buffer, index: number) =>
  plain.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)

describe('a source that is read', () => {
  it('leaves room for the header and for the tags between the chunks', () => {
    const plain = pattern(3 * CHUNK_BYTES + 5)
    const { ring, run } = reading(plain)
    const { size, sha256 } = run()
    expect(Buffer.concat(ring.parts(0, 16))).toEqual(encodeHeader())
    for (const index of [0, 1, 2]) {
      expect(chunkIn(ring, index).equals(chunkOf(plain, index))).toBe(true)
    }
    expect(chunkIn(ring, 3, 5).equals(chunkOf(plain, 3))).toBe(true)
    expect(size).toBe(plain.length)
    expect(sha256).toBe(createHash('sha256').update(plain).digest('hex'))
    expect([0, 1, 2, 3].map((index) => ring.board.isLast(index))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('stops where the ring is full and goes on, around its end, when there is room', () => {
    const count = RING_BYTES / CHUNK_BYTES + 3
    const plain = pattern(count * CHUNK_BYTES)
    const { ring, run } = reading(plain)
    const around = Math.floor(RING_BYTES / BOX_BYTES)
    const before: Buffer[] = []
    run(() => {
      before.push(chunkIn(ring, 1))
      // As the disk worker does: the first chunks are sealed, hashed, written.
      for (let left = ring.board.takeFirst(0); left !== undefined; left = ring.board.takeFirst(0)) {
        ring.board.sealed(left)
        ring.board.leave(left)
      }
      ring.release(before.length * 2)
      return true
    })
    expect(before[0]?.equals(chunkOf(plain, 1))).toBe(true)
    expect(ring.parts(chunkOffset(around), BOX_BYTES)[1].length).toBeGreaterThan(0)
    expect(chunkIn(ring, around).equals(chunkOf(plain, around))).toBe(true)
    expect(chunkIn(ring, count - 1).equals(chunkOf(plain, count - 1))).toBe(true)
    expect(ring.releasedBytes).toBe(before.length * 2 * SPAN_BYTES)
  })

  it.each([2 * CHUNK_BYTES, 2 * CHUNK_BYTES + 1])(
    'notices that %i bytes became one more',
    (size) => {
      const { path, run } = reading(pattern(size))
      appendFileSync(path, 'x')
      expect(() => run()).toThrow(failing('file_changed_while_read'))
    },
  )

  it.each([0, 1, CHUNK_BYTES, 2 * CHUNK_BYTES - 1])(
    'notices that the file was cut to %i bytes',
    (length) => {
      const { path, run } = reading(pattern(2 * CHUNK_BYTES))
      truncateSync(path, length)
      expect(() => run()).toThrow(failing('file_changed_while_read'))
    },
  )

  it('says that a file cannot be read', () => {
    reading(pattern(10), { flags: 'r+' }).run()
    expect(() => reading(pattern(10), { flags: 'a' }).run()).toThrow(failing('file_unreadable'))
  })

  it('is not read any more once the job is cancelled', () => {
    const { ring, run } = reading(pattern(CHUNK_BYTES))
    ring.cancel()
    expect(() => run()).toThrow(failing('cancelled'))
    expect(chunkIn(ring, 0).equals(Buffer.alloc(CHUNK_BYTES))).toBe(true)
  })
})
