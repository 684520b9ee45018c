/** Files go in durably under the hash of what is stored, come out as they were, and leave no trace of themselves. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import { objectShape } from '../../../electron/vault/objects/format.ts'
import type { ObjectFile } from '../../../electron/vault/objects/inventory.ts'
import type { Progress } from '../../../electron/vault/objects/progress.ts'
import { SMALL_BYTES } from '../../../electron/vault/objects/writer.ts'
import { ObjectId } from '../../../shared/ids.ts'
import { eachBuild, eachPair, NATIVE, WASM } from '../../support/coreVault.ts'
import {
  fails,
  makeStore,
  objectFiles,
  pattern,
  readAll,
  sourceFile,
  storedBytes,
  temporaryFolder,
} from './support/objects.ts'

const CHUNK = 2 ** 18
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const threads = () => readdirSync('/proc/self/task').length

async function listed(store: ReturnType<typeof makeStore>['store']): Promise<ObjectFile[]> {
  const found: ObjectFile[] = []
  for await (const file of store.list()) found.push(file)
  return found
}

/** Sizes around everything that changes the way: chunks, the lane's beginning, the ring's spans and its end. */
const SIZES = [
  0,
  1,
  4096,
  CHUNK - 1,
  CHUNK,
  CHUNK + 1,
  SMALL_BYTES - 1,
  SMALL_BYTES,
  SMALL_BYTES + 1,
  3 * SMALL_BYTES + 7,
  8 * SMALL_BYTES - 600,
  8 * SMALL_BYTES,
  21 * SMALL_BYTES + 12_345,
]

eachPair('a stored file', ({ writer, reader }) => {
  it.each(SIZES)('of %i bytes comes back, with its hashes', async (size) => {
    const plain = pattern(size)
    const { store, folder } = makeStore(writer)
    const stored = await store.put(sourceFile(plain))
    expect(stored).toMatchObject({
      size,
      sha256: sha256(plain),
      storedSize: objectShape(size).storedSize,
    })
    const bytes = storedBytes(folder, stored.objectId)
    expect(bytes).toHaveLength(stored.storedSize)
    expect(sha256(bytes)).toBe(stored.objectId)
    expect(objectFiles(folder)).toEqual([stored.objectId])

    const { store: other } = makeStore(reader, folder)
    expect((await readAll(other, stored)).equals(plain)).toBe(true)
    expect(await other.check(stored.objectId)).toEqual({
      objectId: stored.objectId,
      storedSize: stored.storedSize,
    })
  })
})

it('is named by what sha256sum says of it', async () => {
  const { store, folder } = makeStore(NATIVE)
  for (const size of [0, 5000, 2 * SMALL_BYTES]) {
    const { objectId } = await store.put(sourceFile(pattern(size)))
    const path = objectPath(folder, objectId)
    const said = execFileSync('sha256sum', [path], { encoding: 'utf8' })
    expect(said.split(' ')[0]).toBe(objectId)
    expect(dirname(path)).toBe(join(folder, 'objects', objectId.slice(0, 2)))
  }
})

eachBuild('the stored bytes', (sodium) => {
  it.each([2000, 3 * SMALL_BYTES])(
    'hold nothing of a file of %i bytes or its name',
    async (size) => {
      const canary = 'CANARY-of-the-content'
      const plain = Buffer.alloc(size, `${canary} `)
      const { store, folder } = makeStore(sodium)
      const { objectId } = await store.put(sourceFile(plain, 'CANARY-of-the-name.txt'))
      const names = readdirSync(folder, { recursive: true }).join('\n')
      expect(names).not.toContain('CANARY')
      expect(storedBytes(folder, objectId).includes('CANARY')).toBe(false)
    },
  )

  it('of one file taken in twice have nothing in common', async () => {
    const path = sourceFile(pattern(3 * SMALL_BYTES))
    const { store, folder } = makeStore(sodium)
    const first = await store.put(path)
    const second = await store.put(path)
    expect(first.fileKey.equals(second.fileKey)).toBe(false)
    const [a, b] = [first, second].map(({ objectId }) => storedBytes(folder, objectId))
    for (let at = 16; at + 16 <= (a?.length ?? 0); at += CHUNK + 16) {
      expect(a?.subarray(at, at + 16)).not.toEqual(b?.subarray(at, at + 16))
    }
  })
})

describe('an object file', () => {
  it('can be read by this user only, and not be written', async () => {
    const { store, folder } = makeStore(NATIVE)
    for (const size of [10, 2 * SMALL_BYTES]) {
      const { objectId } = await store.put(sourceFile(pattern(size)))
      const path = objectPath(folder, objectId)
      expect(statSync(path).mode & 0o777).toBe(0o400)
      expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    }
  })

  it('is checked without a key', async () => {
    const { store, folder } = makeStore(NATIVE)
    const { objectId, storedSize } = await store.put(sourceFile(pattern(3 * SMALL_BYTES)))
    const path = objectPath(folder, objectId)
    truncateSync(path, storedSize - 1)
    await fails(store.check(objectId), 'object_damaged')
    const signal = AbortSignal.abort()
    await fails(store.check(objectId, { signal }), 'cancelled')
    expect(await store.remove(objectId)).toBe(true)
    expect(await store.remove(objectId)).toBe(false)
    await fails(store.check(objectId), 'object_missing')
  })
})

describe('many files at once', () => {
  it('are all stored, small and large, by few threads', async () => {
    const { store, folder } = makeStore(NATIVE)
    const sizes = Array.from({ length: 8 }, (_, index) => index * 700_000)
    const stored = await Promise.all(
      sizes.map((size, index) => store.put(sourceFile(pattern(size, index)))),
    )
    for (const [index, object] of stored.entries()) {
      expect((await readAll(store, object)).equals(pattern(object.size, index))).toBe(true)
    }
    expect(await listed(store)).toEqual(
      stored
        .map(({ objectId, storedSize }) => ({ objectId, storedSize }))
        .sort((a, b) => (a.objectId < b.objectId ? -1 : 1)),
    )
    expect(objectFiles(folder)).toHaveLength(8)
  })

  it('give one end to a closed store', async () => {
    const { store, folder } = makeStore(NATIVE)
    const path = sourceFile(pattern(40 * SMALL_BYTES))
    const work = [store.put(path), store.put(path), store.put(path)]
    const ended = Promise.allSettled(work)
    await store.close()
    for (const outcome of await ended) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
    }
    expect(objectFiles(folder)).toEqual([])
    expect(() => store.put(path)).toThrow('invariant')
  })
})

it('tells its progress, up to the end', async () => {
  const { store } = makeStore(WASM)
  for (const size of [100, 40 * SMALL_BYTES]) {
    const told: Progress[] = []
    await store.put(sourceFile(pattern(size)), { onProgress: (progress) => told.push(progress) })
    expect(told.at(-1)).toEqual({ done: size, total: size })
    const done = told.map((progress) => progress.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
  }
})

describe('a list', () => {
  it('passes over what is not an object', async () => {
    const { store, folder } = makeStore(NATIVE)
    expect(await listed(store)).toEqual([])
    const { objectId, storedSize } = await store.put(sourceFile(pattern(10)))
    const objects = join(folder, 'objects')
    const name = 'cd'.repeat(32)
    mkdirSync(join(objects, 'cd', name), { recursive: true })
    mkdirSync(join(objects, 'zz'))
    mkdirSync(join(objects, 'ef'))
    writeFileSync(join(objects, 'ef', name), 'in the wrong folder')
    writeFileSync(join(objects, 'ef', 'notes.txt'), '')
    writeFileSync(join(objects, 'ef', 'EF'.repeat(32)), '')
    writeFileSync(join(objects, 'aa'), '')
    symlinkSync('/nowhere', join(objects, 'ef', 'ef'.repeat(32)))
    expect(await listed(store)).toEqual([{ objectId, storedSize }])
  })
})

describe('a sweep', () => {
  const leftOver = (folder: string) => {
    mkdirSync(join(folder, 'objects'), { recursive: true })
    writeFileSync(join(folder, 'objects', `tmp-${'0'.repeat(32)}`), 'half')
  }

  it('removes temporary files only', async () => {
    const { store, folder } = makeStore(NATIVE)
    expect(await store.sweepTemporaries()).toBe(0)
    leftOver(folder)
    const { objectId } = await store.put(sourceFile(pattern(10)))
    expect(await store.sweepTemporaries()).toBe(1)
    expect(objectFiles(folder)).toEqual([objectId])
  })

  it('removes objects that nobody knows, but none of this session', async () => {
    const { store: before, folder } = makeStore(NATIVE)
    const known = await before.put(sourceFile(pattern(10)))
    const orphan = await before.put(sourceFile(pattern(20)))
    const { store } = makeStore(NATIVE, folder)
    const fresh = await store.put(sourceFile(pattern(30)))
    leftOver(folder)
    expect(await store.sweepOrphans(new Set([known.objectId]))).toEqual({
      temporaries: 1,
      objects: 1,
    })
    const left = [known.objectId, fresh.objectId].sort()
    expect(objectFiles(folder)).toEqual(left)
    expect(left).not.toContain(orphan.objectId)
  })

  it('removes nothing of the session that follows', async () => {
    const { store, folder } = makeStore(NATIVE)
    for (let n = 1; n <= 20; n += 1) await store.put(sourceFile(pattern(n)))
    const { store: late } = makeStore(NATIVE, folder)
    const sweep = late.sweepOrphans(new Set())
    await late.close()
    const { store: next } = makeStore(NATIVE, folder)
    const fresh = await next.put(sourceFile(pattern(30)))
    leftOver(folder)
    await sweep
    await late.sweepOrphans(new Set())
    expect(objectFiles(folder)).toContain(fresh.objectId)
    expect(
      readdirSync(join(folder, 'objects')).filter((name) => name.startsWith('tmp-')),
    ).toHaveLength(1)
    expect(objectFiles(folder).length).toBeGreaterThan(10)
  })

  it('leaves alone what is being taken in meanwhile', async () => {
    const { store } = makeStore(NATIVE)
    const plain = pattern(12 * SMALL_BYTES)
    const work = store.put(sourceFile(plain))
    let isOver = false
    const ended = work.then(() => {
      isOver = true
    })
    do await store.sweepOrphans(new Set())
    while (!isOver)
    await ended
    await store.sweepOrphans(new Set())
    expect((await readAll(store, await work)).equals(plain)).toBe(true)
  })
})

it('has no object of a name nobody gave', async () => {
  const { store } = makeStore(NATIVE, temporaryFolder())
  const objectId = ObjectId.parse('00'.repeat(32))
  await fails(store.check(objectId), 'object_missing')
  expect(await store.remove(objectId)).toBe(false)
})

it('what was prepared for a large file stores the next one, and ends with the store', async () => {
  const { store } = makeStore(NATIVE)
  // The threads of Node itself are there from the first file on.
  await store.put(sourceFile(pattern(10)))
  const before = threads()
  await store.prepare()
  const prepared = threads()
  expect(prepared).toBeGreaterThan(before)
  await store.prepare()
  await store.put(sourceFile(pattern(2 * SMALL_BYTES)))
  expect(threads()).toBe(prepared)
  await store.close()
  expect(threads()).toBe(before)
  await store.prepare()
  expect(threads()).toBe(before)
})
