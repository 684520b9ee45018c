/** A file that arrives in pieces is stored like one that was read, or not at all. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISK_FILES } from '../../../electron/vault/objects/objectFiles.ts'
import type { Progress } from '../../../electron/vault/objects/progress.ts'
import { SMALL_BYTES } from '../../../electron/vault/objects/writer.ts'
import { eachBuild, NATIVE } from '../../support/coreVault.ts'
import {
  fails,
  makeStore,
  objectFiles,
  pattern,
  readAll,
  temporaryFolder,
} from './support/objects.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Cut at the given places. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const bounds = [0, ...cuts.filter((cut) => cut <= bytes.length), bytes.length]
  bounds.sort((a, b) => a - b)
  return bounds.slice(1).map((end, index) => bytes.subarray(bounds[index], end))
}

eachBuild('an intake', (sodium) => {
  it.each([0, 1, SMALL_BYTES - 1, SMALL_BYTES, SMALL_BYTES + 1, 12 * SMALL_BYTES + 99])(
    'of %i bytes stores them',
    async (size) => {
      const plain = pattern(size)
      const { store, folder } = makeStore(sodium)
      const intake = store.begin()
      for (const piece of pieces(plain, [1, 70_000, 300_000, SMALL_BYTES, 5 * SMALL_BYTES])) {
        await intake.write(piece)
      }
      const stored = await intake.finish()
      expect(stored).toMatchObject({ size, sha256: sha256(plain) })
      expect((await readAll(store, stored)).equals(plain)).toBe(true)
      expect(objectFiles(folder)).toEqual([stored.objectId])
      await store.check(stored.objectId)
    },
  )

  it('keeps the order of pieces that nobody waits for', async () => {
    const plain = pattern(9 * SMALL_BYTES)
    const { store } = makeStore(sodium)
    const intake = store.begin()
    for (let at = 0; at < plain.length; at += 777_777) {
      void intake.write(plain.subarray(at, at + 777_777))
    }
    const stored = await intake.finish()
    expect((await readAll(store, stored)).equals(plain)).toBe(true)
  })
})

describe('an intake', () => {
  it('does not depend on how the bytes are cut', async () => {
    const plain = pattern(2 * SMALL_BYTES + 5)
    const { store } = makeStore(NATIVE)
    const cut = fc.integer({ min: 0, max: plain.length })
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 12 }), async (cuts) => {
        const intake = store.begin()
        for (const piece of pieces(plain, cuts)) await intake.write(piece)
        const stored = await intake.finish()
        expect(stored.sha256).toBe(sha256(plain))
        expect((await readAll(store, stored)).equals(plain)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('takes copies: what the sender does with its memory afterwards changes nothing', async () => {
    const { store } = makeStore(NATIVE)
    for (const size of [1000, 3 * SMALL_BYTES]) {
      const plain = pattern(size)
      const intake = store.begin()
      const written = intake.write(plain)
      const expected = Buffer.from(plain)
      plain.fill(0)
      await written
      expect((await readAll(store, await intake.finish())).equals(expected)).toBe(true)
    }
  })

  it('stores several at once, one of them slow', async () => {
    const { store } = makeStore(NATIVE)
    const plain = pattern(3 * SMALL_BYTES)
    const slow = store.begin()
    await slow.write(plain.subarray(0, 2 * SMALL_BYTES))
    const quick = store.begin()
    await quick.write(plain)
    const stored = await quick.finish()
    expect((await readAll(store, stored)).equals(plain)).toBe(true)
    await slow.write(plain.subarray(2 * SMALL_BYTES))
    expect((await readAll(store, await slow.finish())).equals(plain)).toBe(true)
  })

  it('tells its progress, up to the end', async () => {
    const { store } = makeStore(NATIVE)
    for (const size of [100, 3 * SMALL_BYTES]) {
      const told: Progress[] = []
      const intake = store.begin({ onProgress: (progress) => told.push(progress) })
      await intake.write(pattern(size))
      await intake.finish()
      expect(told[0]).toEqual({ done: size })
      expect(told.at(-1)).toEqual({ done: size, total: size })
    }
  })
})

describe.each([
  ['small', 1000],
  ['large', 6 * SMALL_BYTES],
])('a %s intake that does not end', (_, size) => {
  it('leaves nothing when it is aborted', async () => {
    const { store, folder } = makeStore(NATIVE)
    mkdirSync(join(folder, 'objects'))
    const intake = store.begin()
    await intake.write(pattern(size))
    await intake.abort()
    await intake.abort()
    expect(objectFiles(folder)).toEqual([])
    expect(() => intake.write(pattern(1))).toThrow('invariant')
    expect(() => intake.finish()).toThrow('invariant')
  })

  it('leaves nothing when it is aborted while it ends', async () => {
    const { store, folder } = makeStore(NATIVE)
    mkdirSync(join(folder, 'objects'))
    const intake = store.begin()
    void intake.write(pattern(size)).catch(() => {})
    const finished = intake.finish()
    const aborted = intake.abort()
    await fails(finished, 'cancelled')
    await aborted
    expect(objectFiles(folder)).toEqual([])
  })

  it('leaves nothing when its signal fires, and says so at the next piece', async () => {
    const { store, folder } = makeStore(NATIVE)
    mkdirSync(join(folder, 'objects'))
    const controller = new AbortController()
    const intake = store.begin({ signal: controller.signal })
    await intake.write(pattern(size))
    const late = intake.write(pattern(10))
    controller.abort()
    await fails(late, 'cancelled')
    await intake.abort()
    expect(objectFiles(folder)).toEqual([])
  })

  it('never begins when its signal fired before', async () => {
    const { store } = makeStore(NATIVE)
    const intake = store.begin({ signal: AbortSignal.abort() })
    await fails(intake.write(pattern(size)), 'cancelled')
    await intake.abort()
  })

  it('is kept when it is aborted after its end', async () => {
    const { store, folder } = makeStore(NATIVE)
    const intake = store.begin()
    await intake.write(pattern(size))
    const { objectId } = await intake.finish()
    await intake.abort()
    expect(objectFiles(folder)).toEqual([objectId])
  })

  it('says what the disk said, at every call from then on', async () => {
    const full = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }))
    const { store, folder } = makeStore(NATIVE, temporaryFolder(), { ...DISK_FILES, create: full })
    mkdirSync(join(folder, 'objects'))
    const intake = store.begin()
    const written = intake.write(pattern(size))
    if (size > SMALL_BYTES) {
      await fails(written, 'disk_full')
      await fails(intake.write(pattern(1)), 'disk_full')
    }
    await fails(intake.finish(), 'disk_full')
    expect(objectFiles(folder)).toEqual([])
  })
})

it('a lane that is free again stores the next file after an intake was aborted', async () => {
  const { store } = makeStore(NATIVE)
  for (let turn = 0; turn < 6; turn += 1) {
    const intake = store.begin()
    await intake.write(pattern(3 * SMALL_BYTES))
    await intake.abort()
  }
  const intake = store.begin()
  await intake.write(pattern(3 * SMALL_BYTES))
  expect((await intake.finish()).sha256).toBe(sha256(pattern(3 * SMALL_BYTES)))
})
