/** What is ready in the ring is written once, in order, and the end is told when the file is free. */
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { LaneOutput, Outcome } from '../../../electron/vault/objects/laneMessages.ts'
import {
  makeRingMemory,
  RING_BYTES,
  Ring,
  SMALL_RING_BYTES,
  SPAN_BYTES,
} from '../../../electron/vault/objects/ring.ts'
import { SpanWriter } from '../../../electron/vault/objects/spanWriter.ts'
import { pattern, temporaryFolder } from './support/objects.ts'

const files: number[] = []
afterEach(() => {
  for (const file of files.splice(0)) closeSync(file)
})
const opened = (path: string, flags = 'w'): number => {
  const file = openSync(path, flags)
  files.push(file)
  return file
}

/** Lets the ring's bytes be written, `atOnce` at a time as room becomes free, and hears the outcome. */
function writeThrough(output: LaneOutput, bytes: Buffer): Promise<Outcome<void>> {
  const ring = new Ring(makeRingMemory())
  return new Promise((resolve) => {
    const writer = new SpanWriter(ring, output, resolve)
    let at = 0
    const fill = () => {
      while (at < bytes.length) {
        const next = Math.min(bytes.length, at + 300_000)
        if (!ring.hasRoom(next)) {
          setTimeout(fill, 1)
          return
        }
        let from = at
        for (const part of ring.parts(at, next - at)) {
          part.set(bytes.subarray(from, from + part.length))
          from += part.length
        }
        at = next
        writer.ready(at)
      }
      writer.finish(at)
    }
    fill()
  })
}

describe('a span writer', () => {
  it.each([1, SPAN_BYTES - 1, SPAN_BYTES, SPAN_BYTES + 1, 8 * SPAN_BYTES, 20 * SPAN_BYTES + 5])(
    'writes %i bytes',
    async (length) => {
      const path = join(temporaryFolder(), 'out')
      const bytes = pattern(length)
      const answer = await writeThrough({ file: opened(path), direct: undefined }, bytes)
      expect(answer).toEqual({ type: 'done', value: undefined })
      expect(readFileSync(path).equals(bytes)).toBe(true)
    },
  )

  it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
    const output = { file: opened('/dev/full'), direct: undefined }
    for (const length of [1, 3 * SPAN_BYTES]) {
      expect(await writeThrough(output, pattern(length))).toEqual({
        type: 'failed',
        code: 'disk_full',
      })
    }
  })

  it.runIf(process.platform === 'linux')(
    'goes the ordinary way where the way past the cache is refused',
    async () => {
      const path = join(temporaryFolder(), 'out')
      const bytes = pattern(3 * SPAN_BYTES + 9)
      // This file of the system answers EINVAL to whatever is not a small number, as a disk does that has no such way.
      const direct = opened('/proc/self/oom_score_adj', 'r+')
      const answer = await writeThrough({ file: opened(path), direct }, bytes)
      expect(answer).toEqual({ type: 'done', value: undefined })
      expect(readFileSync(path).equals(bytes)).toBe(true)
    },
  )

  it.runIf(process.platform === 'linux')(
    'flushes on the way what went past the cache, and a flush that fails fails the object',
    async () => {
      // Takes whatever is written, and refuses to be flushed.
      const nowhere = opened('/dev/null')
      const bytes = Buffer.alloc(33 * SPAN_BYTES)
      const failed = { type: 'failed', code: 'io_failed' }
      const done = { type: 'done', value: undefined }
      const past = { file: nowhere, direct: nowhere }
      expect(await writeThrough(past, bytes)).toEqual(failed)
      expect(await writeThrough(past, bytes.subarray(2 * SPAN_BYTES))).toEqual(done)
      // Through the cache a flush would be the writing itself, which a cancel would wait for.
      expect(await writeThrough({ file: nowhere, direct: undefined }, bytes)).toEqual(done)
    },
  )

  it('stops when it is told, once', async () => {
    const answers: Outcome<void>[] = []
    const output = { file: opened(join(temporaryFolder(), 'out')), direct: undefined }
    const ring = new Ring(makeRingMemory())
    const writer = new SpanWriter(ring, output, (answer) => answers.push(answer))
    writer.ready(3 * SPAN_BYTES)
    writer.stop()
    writer.stop()
    writer.finish(3 * SPAN_BYTES)
    // Not while writes are under way: their file must stay open.
    expect(answers).toEqual([])
    while (answers.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(answers).toEqual([{ type: 'stopped' }])
  })
})

describe('the ring', () => {
  it.each([SMALL_RING_BYTES, RING_BYTES])(
    'of %i bytes has room for so many, around its end',
    (bytes) => {
      const ring = new Ring(makeRingMemory(bytes))
      expect([ring.hasRoom(bytes), ring.hasRoom(bytes + 1)]).toEqual([true, false])
      ring.release(1)
      expect(ring.hasRoom(bytes + SPAN_BYTES)).toBe(true)
      expect(ring.hasRoom(bytes + SPAN_BYTES + 1)).toBe(false)
      ring.parts(bytes - 1, 3).forEach((part, index) => {
        part.fill(index + 1)
      })
      expect([...ring.parts(bytes, 2)[0]]).toEqual([2, 2])
      expect([...ring.parts(bytes - 1, 1)[0]]).toEqual([1])
    },
  )

  it('forgets the key when a job ends, and every byte when one failed', () => {
    const ring = new Ring(makeRingMemory(SMALL_RING_BYTES))
    const fill = () => {
      ring.key.fill(7)
      ring.parts(0, SMALL_RING_BYTES)[0].fill(7)
      ring.board.ready(0)
      ring.release(1)
      ring.cancel()
    }
    fill()
    ring.wipeKey()
    expect(ring.key.every((byte) => byte === 0)).toBe(true)
    expect([ring.isCancelled, ring.releasedBytes, ring.board.takeFirst(0)]).toEqual([
      ...[false, 0, undefined],
    ])
    fill()
    ring.wipe()
    expect(ring.key.every((byte) => byte === 0)).toBe(true)
    expect(
      Buffer.from(ring.parts(0, SMALL_RING_BYTES)[0]).equals(Buffer.alloc(SMALL_RING_BYTES)),
    ).toBe(true)
  })

  it('refuses room to a cancelled job', () => {
    const ring = new Ring(makeRingMemory())
    ring.waitForRoom(RING_BYTES)
    ring.cancel()
    expect(() => ring.waitForRoom(1)).toThrow(expect.objectContaining({ code: 'cancelled' }))
    ring.wipe()
    ring.waitForRoom(1)
  })
})
