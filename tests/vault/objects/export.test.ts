/** What leaves the vault is exactly what came in, under the name that was asked for, or nothing is there. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import { DISK_FILES, type ObjectFiles } from '../../../electron/vault/objects/objectFiles.ts'
import type { Progress } from '../../../electron/vault/objects/progress.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { eachPair, NATIVE } from '../../support/coreVault.ts'
import {
  fails,
  makeStore,
  pattern,
  plant,
  sealObject,
  sourceFile,
  temporaryFolder,
} from './support/objects.ts'

const MIB = 2 ** 20

eachPair('an export', ({ writer, reader }) => {
  it.each([0, 1, MIB - 1, MIB, MIB + 1, 5 * MIB + 77])('of %i bytes is the file', async (size) => {
    const plain = pattern(size)
    const { store, folder } = makeStore(writer)
    const stored = await store.put(sourceFile(plain))
    const target = temporaryFolder()
    const told: Progress[] = []
    await makeStore(reader, folder).store.exportTo(stored, join(target, 'out'), {
      onProgress: (progress) => told.push(progress),
    })
    expect(readdirSync(target)).toEqual(['out'])
    expect(readFileSync(join(target, 'out')).equals(plain)).toBe(true)
    expect(told.at(-1)).toEqual({ done: size, total: size })
  })
})

describe('an export that fails', () => {
  const plain = pattern(3 * MIB)
  const stored = async (files: ObjectFiles = DISK_FILES) => {
    const { store: whole, folder } = makeStore(NATIVE)
    const object = await whole.put(sourceFile(plain))
    const { store } = makeStore(NATIVE, folder, files)
    return { store, folder, object, target: temporaryFolder() }
  }

  const failing = (operation: keyof ObjectFiles, code: string): ObjectFiles => ({
    ...DISK_FILES,
    [operation]: () => Promise.reject(Object.assign(new Error(), { code })),
  })

  it.each<[keyof ObjectFiles, string, ErrorCode]>([
    ['create', 'EROFS', 'read_only'],
    ['create', 'EACCES', 'read_only'],
    ['create', 'ENOENT', 'io_failed'],
    ['write', 'ENOSPC', 'disk_full'],
    ['write', 'EFBIG', 'too_large'],
    ['sync', 'EIO', 'io_failed'],
    ['rename', 'EACCES', 'read_only'],
  ])('in %s with %s leaves nothing and says %s', async (operation, code, expected) => {
    const { store, object, target } = await stored(failing(operation, code))
    await fails(store.exportTo(object, join(target, 'out')), expected)
    expect(readdirSync(target)).toEqual([])
  })

  it('leaves a file of that name as it was', async () => {
    const { store, object, target } = await stored(failing('sync', 'ENOSPC'))
    writeFileSync(join(target, 'out'), 'before')
    await fails(store.exportTo(object, join(target, 'out')), 'disk_full')
    expect(readFileSync(join(target, 'out'), 'utf8')).toBe('before')
    expect(readdirSync(target)).toEqual(['out'])
  })

  it('because the name is a folder leaves it', async () => {
    const { store, object, target } = await stored()
    mkdirSync(join(target, 'out', 'inside'), { recursive: true })
    await fails(store.exportTo(object, join(target, 'out')), 'io_failed')
    expect(readdirSync(target)).toEqual(['out'])
    expect(readdirSync(join(target, 'out'))).toEqual(['inside'])
  })

  it('because it was cancelled leaves nothing', async () => {
    const { store, object, target } = await stored()
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    await fails(
      store.exportTo(object, join(target, 'out'), { signal: controller.signal, onProgress }),
      'cancelled',
    )
    const signal = AbortSignal.abort()
    await fails(store.exportTo(object, join(target, 'out'), { signal }), 'cancelled')
    expect(readdirSync(target)).toEqual([])
  })

  it('because another SHA-256 is in the ledger leaves nothing', async () => {
    const { store, object, target } = await stored()
    const sha256 = '0'.repeat(64)
    await fails(store.exportTo({ ...object, sha256 }, join(target, 'out')), 'object_damaged')
    expect(readdirSync(target)).toEqual([])
  })

  it('because a chunk in the middle is damaged leaves nothing', async () => {
    const { store, folder } = makeStore(NATIVE)
    const object = sealObject(NATIVE, plain)
    const ref = plant(folder, object.stored, object)
    const bytes = readFileSync(objectPath(folder, ref.objectId))
    bytes.writeUInt8(bytes.readUInt8(2 * MIB) ^ 1, 2 * MIB)
    writeFileSync(objectPath(folder, ref.objectId), bytes)
    const target = temporaryFolder()
    await fails(store.exportTo({ ...ref, sha256: '' }, join(target, 'out')), 'object_damaged')
    expect(readdirSync(target)).toEqual([])
  })
})

it('replaces a file of that name at once', async () => {
  const { store } = makeStore(NATIVE)
  const object = await store.put(sourceFile(pattern(5000)))
  const target = temporaryFolder()
  writeFileSync(join(target, 'out'), pattern(100_000, 7))
  await store.exportTo(object, join(target, 'out'))
  expect(readFileSync(join(target, 'out')).equals(pattern(5000))).toBe(true)
})
