/** What may be taken in, and what is noticed while it is. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DISK_FILES } from '../../../electron/vault/objects/objectFiles.ts'
import { SMALL_BYTES } from '../../../electron/vault/objects/writer.ts'
import { NATIVE } from '../../support/coreVault.ts'
import {
  fails,
  makeStore,
  objectFiles,
  pattern,
  readAll,
  sourceFile,
  temporaryFolder,
} from './support/objects.ts'

const inFolder = (make: (path: string) => void) => (): string => {
  const path = join(temporaryFolder(), 'source')
  make(path)
  return path
}

describe('a source that cannot be taken in', () => {
  it.each([
    ['a file that is not there', inFolder(() => {})],
    ['a folder', inFolder((path) => mkdirSync(path))],
    ['a pipe', inFolder((path) => execFileSync('mkfifo', [path]))],
    ['a device', () => '/dev/zero'],
    ['a link to a device', inFolder((path) => symlinkSync('/dev/zero', path))],
    ['a link to nothing', inFolder((path) => symlinkSync('/nowhere', path))],
    ['a link to itself', inFolder((path) => symlinkSync(path, path))],
    ['a file whose reading fails', () => '/proc/self/mem'],
    ['an impossible name', () => 'a\u0000b'],
  ])('is unreadable: %s', async (_, make) => {
    const { store, folder } = makeStore(NATIVE)
    mkdirSync(join(folder, 'objects'))
    await fails(store.put(make()), 'file_unreadable')
    expect(objectFiles(folder)).toEqual([])
  })

  it('is unreadable: a socket', async () => {
    const path = join(temporaryFolder(), 'socket')
    const server = createServer().listen(path)
    await new Promise((resolve) => server.once('listening', resolve))
    await fails(makeStore(NATIVE).store.put(path), 'file_unreadable')
    server.close()
  })
})

it('a link that the user chose is followed', async () => {
  const plain = pattern(5000)
  const link = join(temporaryFolder(), 'link')
  symlinkSync(sourceFile(plain), link)
  const { store } = makeStore(NATIVE)
  expect((await readAll(store, await store.put(link))).equals(plain)).toBe(true)
})

describe.each([
  ['small', 5000],
  ['large', 5 * SMALL_BYTES],
])('a %s file that changes while it is read', (_, size) => {
  it.each<[string, (path: string) => void]>([
    ['grows by a byte', (path) => appendFileSync(path, 'x')],
    ['shrinks by a byte', (path) => truncateSync(path, size - 1)],
    ['is emptied', (path) => truncateSync(path, 0)],
    ['is written to in place', (path) => writeFileSync(path, pattern(size, 2), { flag: 'r+' })],
    ['gets another time', (path) => utimesSync(path, 1, 1)],
    ['is removed', (path) => rmSync(path)],
    [
      'is replaced by an equal one',
      (path) => {
        copyFileSync(path, `${path}.new`)
        renameSync(`${path}.new`, path)
      },
    ],
    [
      'becomes another kind of thing',
      (path) => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
  ])('and %s is not kept', async (_name, change) => {
    const path = sourceFile(pattern(size))
    const files = {
      ...DISK_FILES,
      // Runs after the source was opened and, when it is small, read.
      create: (temporary: string) => {
        change(path)
        return DISK_FILES.create(temporary)
      },
    }
    const { store, folder } = makeStore(NATIVE, temporaryFolder(), files)
    await fails(store.put(path), 'file_changed_while_read')
    expect(objectFiles(folder)).toEqual([])
  })

  it('because its link is turned to an equal file is not kept', async () => {
    const link = join(temporaryFolder(), 'link')
    symlinkSync(sourceFile(pattern(size)), link)
    const files = {
      ...DISK_FILES,
      create: (temporary: string) => {
        rmSync(link)
        symlinkSync(sourceFile(pattern(size)), link)
        return DISK_FILES.create(temporary)
      },
    }
    const { store, folder } = makeStore(NATIVE, temporaryFolder(), files)
    await fails(store.put(link), 'file_changed_while_read')
    expect(objectFiles(folder)).toEqual([])
  })

  it('in its permissions only counts as changed too', async () => {
    const path = sourceFile(pattern(size))
    const files = {
      ...DISK_FILES,
      create: (temporary: string) => {
        execFileSync('chmod', ['600', path])
        return DISK_FILES.create(temporary)
      },
    }
    const { store } = makeStore(NATIVE, temporaryFolder(), files)
    await fails(store.put(path), 'file_changed_while_read')
  })
})

it('a file that says it is empty and is not has changed', async () => {
  await fails(makeStore(NATIVE).store.put('/proc/self/status'), 'file_changed_while_read')
})
