import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FolderTokens } from '../../electron/ipc/folderTokens.ts'
import { isVaultFolder } from '../../electron/ipc/vaultFolder.ts'

describe('a folder token', () => {
  it('stands for its folder and shows only the last part of its path', () => {
    const tokens = new FolderTokens()
    const { token, name } = tokens.issue('/home/somebody/Case files/North.emanet')
    expect(token).toMatch(/^[0-9a-f]{32}$/)
    expect(name).toBe('North.emanet')
    expect(tokens.resolve(token)).toBe('/home/somebody/Case files/North.emanet')
    expect(tokens.issue('/home/somebody/Case files/North.emanet').token).not.toBe(token)
  })

  it('that was never given out stands for nothing', () => {
    expect(() => new FolderTokens().resolve('0'.repeat(32))).toThrow('bad_input')
  })
})

describe('a folder', () => {
  it('looks like a vault when it has the database or the copy of the header', () => {
    const folder = mkdtempSync(join(tmpdir(), 'emanet-folder-'))
    expect(isVaultFolder(folder)).toBe(false)
    expect(isVaultFolder(join(folder, 'absent'))).toBe(false)
    writeFileSync(join(folder, 'header'), '')
    expect(isVaultFolder(folder)).toBe(true)
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'vault.db'), '')
    expect(isVaultFolder(other)).toBe(true)
  })
})
