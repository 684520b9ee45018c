/** Whatever fails on the way in, nothing is left of it and what was there before is unharmed. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DISK_FILES, type ObjectFiles } from '../../../electron/vault/objects/objectFiles.ts'
import { SMALL_BYTES } from '../../../electron/vault/objects/writer.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { eachBuild, NATIVE, WASM } from '../../support/coreVault.ts'
import { canMount, onOwnDisk } from '../../support/ownDisk.ts'
import {
  fails,
  makeStore,
  objectFiles,
  pattern,
  readAll,
  sourceFile,
  temporaryFolder,
} from './support/objects.ts'

const LARGE = 5 * SMALL_BYTES
type Operation = keyof ObjectFiles

/** The disk, but one operation fails the way the system would say it. */
function failing(operation: Operation, code: string): ObjectFiles {
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }))
  return { ...DISK_FILES, [operation]: fail }
}

/** A file of many gigabytes that takes no room. */
function hugeFile(bytes: number): string {
  const path = sourceFile(Buffer.alloc(0))
  truncateSync(path, bytes)
  return path
}

describe.each([
  ['small', 5000],
  ['large', LARGE],
])('when storing a %s file', (_, size) => {
  const failures: [Operation, string, ErrorCode][] = [
    ['makeFolder', 'EROFS', 'read_only'],
    ['create', 'EACCES', 'read_only'],
    ['create', 'ENOSPC', 'disk_full'],
    ['sync', 'ENOSPC', 'disk_full'],
    ['sync', 'EIO', 'io_failed'],
    ['rename', 'EDQUOT', 'disk_full'],
    ['syncFolder', 'EIO', 'io_failed'],
  ]
  if (size < SMALL_BYTES)
    failures.push(['write', 'ENOSPC', 'disk_full'], ['write', 'EFBIG', 'too_large'])

  it.each(failures)('%s fails with %s, the outcome is %s', async (operation, code, expected) => {
    const { store: whole, folder } = makeStore(NATIVE)
    const kept = await whole.put(sourceFile(pattern(100)))
    const { store } = makeStore(NATIVE, folder, failing(operation, code))
    await fails(store.put(sourceFile(pattern(size))), expected)
    expect(objectFiles(folder)).toEqual([kept.objectId])
    expect((await readAll(whole, kept)).equals(pattern(100))).toBe(true)
  })

  it('the content is on the disk before the name, and the name before the end', async () => {
    const calls: string[] = []
    const files = Object.fromEntries(
      Object.entries(DISK_FILES).map(([name, operation]) => [
        name,
        async (...given: never[]) => {
          const result = await (operation as (...all: never[]) => Promise<unknown>)(...given)
          calls.push(name)
          return result
        },
      ]),
    ) as unknown as ObjectFiles
    const { store } = makeStore(NATIVE, temporaryFolder(), files)
    await store.put(sourceFile(pattern(size)))
    const ofContent = size > SMALL_BYTES ? ['openDirect'] : ['write']
    expect(calls).toEqual([
      ...['makeFolder', 'syncFolder', 'create', ...ofContent, 'sync'],
      ...['makeFolder', 'syncFolder', 'rename', 'syncFolder'],
    ])
  })

  it('a way past the cache that is not there makes no difference', async () => {
    const files = { ...DISK_FILES, openDirect: async () => undefined }
    const { store } = makeStore(NATIVE, temporaryFolder(), files)
    const stored = await store.put(sourceFile(pattern(size)))
    expect((await readAll(store, stored)).equals(pattern(size))).toBe(true)
    expect(await store.check(stored.objectId)).toMatchObject({ storedSize: stored.storedSize })
  })
})

interface AttachOutcome {
  readonly before: string
  readonly outcome: string
  readonly after: string
  readonly files: readonly string[]
  readonly temporaries: number
}

describe.runIf(canMount)('on a real disk', () => {
  const attach = (source: string, readOnly = false) =>
    onOwnDisk(temporaryFolder(), '6m', [
      { script: 'attachObjects', args: [source], readOnly },
    ]) as AttachOutcome

  it.each([
    ['in the middle', 20 * SMALL_BYTES],
    ['with the last bytes', 6 * SMALL_BYTES - 30_000],
  ])('that becomes full %s, nothing is left and the rest goes on', (_, size) => {
    const run = attach(sourceFile(pattern(size)))
    expect(run.outcome).toBe('disk_full')
    expect(run.files).toEqual([run.before, run.after].sort())
    expect(run.temporaries).toBe(0)
  })

  it('that is read-only, nothing is stored', () => {
    expect(attach(sourceFile(pattern(LARGE)), true)).toEqual({
      ...{ before: 'read_only', outcome: 'read_only', after: 'read_only' },
      ...{ files: [], temporaries: 0 },
    })
  })
})

eachBuild('a cancel', (sodium) => {
  it('before the beginning stores nothing', async () => {
    const { store, folder } = makeStore(sodium)
    mkdirSync(join(folder, 'objects'))
    const signal = AbortSignal.abort()
    for (const size of [10, LARGE]) {
      await fails(store.put(sourceFile(pattern(size)), { signal }), 'cancelled')
    }
    expect(objectFiles(folder)).toEqual([])
  })

  it('in the middle leaves nothing, and the next file is stored', async () => {
    const { store, folder } = makeStore(sodium)
    const controller = new AbortController()
    const work = store.put(hugeFile(2 ** 40), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await fails(work, 'cancelled')
    expect(objectFiles(folder)).toEqual([])
    const stored = await store.put(sourceFile(pattern(LARGE)))
    expect((await readAll(store, stored)).equals(pattern(LARGE))).toBe(true)
  })

  it('while waiting for a turn takes effect at once', async () => {
    const { store, folder } = makeStore(sodium)
    const others = new AbortController()
    const source = hugeFile(2 ** 40)
    const running = [1, 2].map(() => store.put(source, { signal: others.signal }))
    const ends = Promise.allSettled(running)
    const waiting = new AbortController()
    const third = store.put(source, { signal: waiting.signal })
    await setTimeout(50)
    waiting.abort()
    await fails(third, 'cancelled')
    others.abort()
    await ends
    expect(objectFiles(folder)).toEqual([])
  })
})

it('a process that is killed leaves one temporary file, which the next one sweeps', async () => {
  const folder = temporaryFolder()
  const objects = join(folder, 'objects')
  mkdirSync(objects)
  const script = fileURLToPath(new URL('../../support/children/attachObjects.ts', import.meta.url))
  const child = spawn(process.execPath, [script, hugeFile(2 ** 40), folder], { stdio: 'ignore' })
  const exited = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const temporary = () => readdirSync(objects).find((name) => name.startsWith('tmp-'))
  const written = () => {
    const name = temporary()
    return name === undefined
      ? 0
      : (statSync(join(objects, name), { throwIfNoEntry: false })?.size ?? 0)
  }
  while (written() < 4 * SMALL_BYTES) await setTimeout(5)
  child.kill('SIGKILL')
  expect(await exited).toBe('SIGKILL')

  const { store } = makeStore(NATIVE, folder)
  const left = objectFiles(folder)
  expect(left).toHaveLength(2)
  expect(left.filter((name) => name.startsWith('tmp-'))).toHaveLength(1)
  expect(await store.sweepTemporaries()).toBe(1)
  expect(objectFiles(folder)).toEqual(left.filter((name) => !name.startsWith('tmp-')))
})

it('the file key is gone from the memory of the threads when a file is stored', async () => {
  // The whole process is looked through from outside: a child stores a file, says its key, and waits.
  const script = fileURLToPath(new URL('support/keyInMemory.ts', import.meta.url))
  const source = sourceFile(pattern(LARGE))
  const said = execFileSync(process.execPath, [script, temporaryFolder(), source], {
    encoding: 'utf8',
  })
  expect(JSON.parse(said)).toEqual({ control: true, key: [], plaintext: [] })
})

it('a store of the WebAssembly build fails the same way', async () => {
  const { store, folder } = makeStore(WASM, temporaryFolder(), failing('sync', 'ENOSPC'))
  await fails(store.put(sourceFile(pattern(LARGE))), 'disk_full')
  expect(objectFiles(folder)).toEqual([])
})
