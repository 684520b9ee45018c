/** A file that leaves is in its place whole or not at all, and nothing of it lies beside its place afterwards. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beginUnnoted, stageLeaving } from '../../../electron/vault/folder/leaving.ts'
import { VaultError } from '../../../shared/errors.ts'
import { failureCode, tempFolder } from '../../support/coreVault.ts'

const fsError = (code: string) => Object.assign(new Error('/home/name/secret'), { code })

describe('a file that leaves in pieces', () => {
  async function* pieces(...texts: readonly (string | Error)[]) {
    for (const text of texts) {
      if (text instanceof Error) throw text
      yield Buffer.from(text)
    }
  }

  it('is in its place when it is published, whole, and not before', async () => {
    const folder = tempFolder()
    const path = join(folder, 'table.csv')
    writeFileSync(path, 'old')
    const staged = await stageLeaving(beginUnnoted, path, pieces('a', '', 'bc'))
    expect(readFileSync(path, 'utf8')).toBe('old')
    await staged.publish()
    expect(readFileSync(path, 'utf8')).toBe('abc')
    expect(readdirSync(folder)).toEqual(['table.csv'])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves nothing when it is given up, or when a piece fails, and the old one as it was', async () => {
    const folder = tempFolder()
    const path = join(folder, 'table.csv')
    writeFileSync(path, 'old')
    const given = await stageLeaving(beginUnnoted, path, pieces('a'))
    await given.discard()
    const failing = pieces('a', new VaultError('cancelled'))
    expect(await failureCode(() => stageLeaving(beginUnnoted, path, failing))).toBe('cancelled')
    const full = pieces('a', fsError('ENOSPC'))
    expect(await failureCode(() => stageLeaving(beginUnnoted, path, full))).toBe('disk_full')
    expect(readdirSync(folder)).toEqual(['table.csv'])
    expect(readFileSync(path, 'utf8')).toBe('old')
  })
})
