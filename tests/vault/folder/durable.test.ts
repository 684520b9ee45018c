/** Files are replaced whole or not at all, and every failure of the file system has a code and no path. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  makeFolder,
  namesIn,
  readFileIfThere,
  removeLeftOvers,
  writeFileDurably,
} from '../../../electron/vault/folder/durable.ts'
import { mapFsErrors } from '../../../electron/vault/folder/fsErrors.ts'
import { failure, failureCode, tempFolder } from '../../support/coreVault.ts'

const fsError = (code: string) => Object.assign(new Error('/home/name/secret'), { code })

describe('failures of the file system', () => {
  it.each([
    ['ENOSPC', 'disk_full', 'disk_full'],
    ['EDQUOT', 'disk_full', 'disk_full'],
    ['EROFS', 'read_only', 'read_only'],
    ['EACCES', 'file_unreadable', 'read_only'],
    ['EPERM', 'file_unreadable', 'read_only'],
    ['EFBIG', 'too_large', 'too_large'],
    ['EIO', 'io_failed', 'io_failed'],
    ['ENOENT', 'io_failed', 'io_failed'],
  ])('%s has a code', async (code, reading, writing) => {
    for (const [intent, expected] of [
      ['read', reading],
      ['write', writing],
    ] as const) {
      const error = await failure(() =>
        mapFsErrors(intent, () => {
          throw fsError(code)
        }),
      )
      expect(error.code).toBe(expected)
      expect(`${error.message}${JSON.stringify(error)}`).not.toContain('secret')
    }
  })

  it('leave mistakes of the program what they are', () => {
    const mistake = new TypeError('mistake')
    expect(() =>
      mapFsErrors('read', () => {
        throw mistake
      }),
    ).toThrow(mistake)
  })
})

describe('a file that is written durably', () => {
  it('is replaced, for this user only, and nothing is left beside it', () => {
    const folder = tempFolder()
    const path = join(folder, 'header')
    writeFileSync(path, 'old')
    writeFileDurably(path, Buffer.from('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['header'])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('keeps its old content when the new cannot be put in its place', async () => {
    const folder = tempFolder()
    // A folder that is not empty cannot be renamed over.
    mkdirSync(join(folder, 'header', 'full'), { recursive: true })
    expect(
      await failureCode(() => writeFileDurably(join(folder, 'header'), Buffer.from('x'))),
    ).toBe('io_failed')
    expect(readdirSync(folder)).toEqual(['header'])
    expect(
      await failureCode(() => writeFileDurably(join(folder, 'no', 'x'), Buffer.from('x'))),
    ).toBe('io_failed')
  })

  it('is swept up when it was cut off, and nothing else is', () => {
    const folder = tempFolder()
    const others = ['.header', '.hidden-file', 'header', 'vault.db', '.header-0123456789AB']
    for (const name of [...others, '.header-0123456789ab']) writeFileSync(join(folder, name), '')
    removeLeftOvers(folder)
    expect(readdirSync(folder).sort()).toEqual(others.sort())
  })
})

describe('reading', () => {
  it('gives nothing for what is not there', () => {
    const folder = tempFolder()
    expect(readFileIfThere(join(folder, 'none'))).toBeUndefined()
    expect(readFileIfThere(join(folder, 'none', 'none'))).toBeUndefined()
    expect(namesIn(join(folder, 'none'))).toBeUndefined()
    writeFileSync(join(folder, 'file'), 'x')
    expect(namesIn(join(folder, 'file'))).toBeUndefined()
    expect(namesIn(folder)).toEqual(['file'])
  })
})

describe('a folder', () => {
  it('is made with its parents, may be there already, and may not be a file', async () => {
    const folder = tempFolder()
    const deep = join(folder, 'a', 'b', 'c')
    makeFolder(deep)
    makeFolder(deep)
    expect(statSync(deep).isDirectory()).toBe(true)
    writeFileSync(join(folder, 'file'), '')
    expect(await failureCode(() => makeFolder(join(folder, 'file')))).toBe('io_failed')
    expect(await failureCode(() => makeFolder(join(folder, 'file', 'x')))).toBe('io_failed')
  })

  it.skipIf(process.getuid?.() === 0)('that refuses permission says read-only', async () => {
    const folder = tempFolder()
    chmodSync(folder, 0o500)
    expect(await failureCode(() => makeFolder(join(folder, 'x')))).toBe('read_only')
    chmodSync(folder, 0o700)
  })
})
