import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkOutside, isInside } from '../../../electron/vault/folder/inside.ts'
import { failureCode, tempFolder } from '../../support/coreVault.ts'

describe('a place inside a folder', () => {
  it.each([
    ['/a/b', true],
    ['/a/b/', true],
    ['/a/b/c.txt', true],
    ['/a/b/..c', true],
    ['/a/b/c/../d', true],
    ['/a', false],
    ['/a/bc', false],
    ['/a/b/../c', false],
    ['/', false],
  ])('/a/b holds %s: %s', (path, held) => {
    expect(isInside(path, '/a/b')).toBe(held)
    expect(isInside(path, '/')).toBe(true)
  })

  it('is found behind a link, on either side, and where nothing is yet', async () => {
    const root = tempFolder()
    const vault = join(root, 'V.emanet')
    mkdirSync(vault)
    symlinkSync(vault, join(root, 'link'))
    expect(isInside(join(root, 'link', 'not yet', 'x.pdf'), vault)).toBe(true)
    expect(isInside(join(vault, 'x.pdf'), join(root, 'link'))).toBe(true)
    expect(isInside(join(root, 'x.pdf'), join(root, 'link'))).toBe(false)
    expect(await failureCode(() => checkOutside(join(root, 'link', 'x'), vault))).toBe('bad_input')
  })
})
