// Set-up as it is run: as a program of its own, on the machine that runs the tests.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAtLeast } from '../../scripts/setup/node.mjs'
import { run } from '../../scripts/setup/process.mjs'
import { parseDefines } from '../../scripts/setup/sqliteBinding.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('a Node version', () => {
  it.each([
    ['v22.17.9', false],
    ['v22.18.0', true],
    ['v22.19.0', true],
    ['v20.99.0', false],
    ['v24.0.0', true],
  ])('%s is new enough for running TypeScript: %s', (version, expected) => {
    expect(isAtLeast(version, [22, 18])).toBe(expected)
  })
})

describe("SQLite's compile-time options", () => {
  it('are those that better-sqlite3 builds its own binaries with', async () => {
    const file = join(root, 'node_modules/better-sqlite3/deps/defines.gypi')
    const text = await readFile(file, 'utf8')
    const defines = parseDefines(text)
    expect(defines).toHaveLength(text.match(/^ +'[A-Z]/gm)?.length ?? 0)
    expect(defines).toContain('SQLITE_DEFAULT_CACHE_SIZE=-16000')
  })

  it('are refused without full-text search', () => {
    expect(() => parseDefines("{\n  'defines': [\n    'SQLITE_DQS=0',\n  ],\n}")).toThrow(
      'defines.gypi',
    )
  })
})

describe('a program that is run', () => {
  it('returns its exit code', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(3)'])).toBe(3)
  })

  it('returns 128 and the number of the signal that ended it', async () => {
    expect(await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143)
  })

  it('is ended when its time is over', async () => {
    const forever = ['-e', 'setInterval(() => {}, 1000)']
    expect(await run(process.execPath, forever, { timeout: 200 })).toBe(143)
  })
})

describe.skipIf(process.platform !== 'linux')('missing system packages', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emanet-setup-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('end the set-up with exit code 3 and the exact line, without root', async () => {
    // A machine on which dpkg knows no package, and a user who is not root.
    for (const name of ['apt-get', 'dpkg-query']) {
      await symlink('/bin/true', join(folder, name))
    }
    const script = join(folder, 'script.mjs')
    await writeFile(
      script,
      `process.getuid = () => 1000
       const { setUp } = await import(${JSON.stringify(join(root, 'scripts/setup.mjs'))})
       const { runScript } = await import(${JSON.stringify(join(root, 'scripts/setup/process.mjs'))})
       await runScript(async () => void await setUp({ electron: 'none', peers: true }))`,
    )
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      const env = { ...process.env, PATH: folder }
      execFile(process.execPath, [script], { env }, (error, _, stderr) =>
        resolve({ code: error?.code, stderr }),
      )
    })
    expect(stderr).toMatch(
      /^ {2}sudo apt-get install -y .*\bage restic python3-nacl poppler-utils zbar-tools$/m,
    )
    expect(code).toBe(3)
  })
})
