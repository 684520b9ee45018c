/** What the command line says when it is used wrongly, and when nobody hears what it says. */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_EXIT_CODES } from '../../shared/errors.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

let root = ''
beforeAll(() => {
  root = tempFolder()
  writeFileSync(path.join(root, 'names'), 'Айдер Зразковий\n'.repeat(20_000))
})
afterAll(() => removeFolder(root))

const env = () => ({ ...process.env, XDG_STATE_HOME: path.join(root, 'state') })
const run = (args: readonly string[], stdout: number | 'pipe' = 'pipe') =>
  spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: env(),
    stdio: ['ignore', stdout, 'pipe'],
  })

describe('a command that is not understood', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['bogus']],
    ['an option that is missing', ['list', 'person']],
    ['an argument that is missing', ['search', '--vault', 'V']],
    ['a value that is not one of the choices', ['create', '--vault', 'V', '--kdf', 'huge']],
    ['an unknown option', ['info', '--vault', 'V', '--bogus']],
  ])('is told in JSON too: %s', (_what, args) => {
    const { status, stdout, stderr } = run([...args, '--json'])
    expect(status).toBe(ERROR_EXIT_CODES.usage)
    expect(JSON.parse(stdout)).toEqual({ error: { code: 'usage' } })
    expect(stderr).not.toBe('')
    const inWords = run(args)
    expect([inWords.status, inWords.stdout]).toEqual([ERROR_EXIT_CODES.usage, ''])
  })

  it('prints no words on standard output with --json, not even help', () => {
    const { status, stdout, stderr } = run(['--help', '--json'])
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toContain('Usage')
    expect(run(['--help']).stdout).toContain('Usage')
  })

  it('takes what stands behind -- for no option', () => {
    const { stdout } = run(['names', 'match', '--', '--json', 'Айдер'])
    expect(stdout).toMatch(/^a: --json\n/)
  })
})

describe('output that is lost', () => {
  it('is noticed by the exit code, without a trace of the program', async () => {
    const names = path.join(root, 'names')
    const child = spawn(process.execPath, [MAIN, 'names', 'match', '--pairs', names, '--json'], {
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (text) => {
      said += String(text)
    })
    child.stdout?.once('data', () => child.stdout?.destroy())
    const exit = await new Promise((resolve) => child.once('close', resolve))
    expect([exit, said]).toEqual([ERROR_EXIT_CODES.io_failed, ''])
  })

  it.runIf(existsSync('/dev/full'))('is noticed on a full disk', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = run(['names', 'match', 'Айдер', 'Ajder', '--json'], full)
    closeSync(full)
    expect([status, stderr]).toEqual([ERROR_EXIT_CODES.disk_full, ''])
  })
})

describe('the folder for this machine', () => {
  it.each(['', 'a/relative/path'])(
    'is never the one somebody stands in: XDG_STATE_HOME=%s',
    (said) => {
      const home = path.join(root, `home${said.length}`)
      const here = path.join(root, `here${said.length}`)
      for (const folder of [home, here]) mkdirSync(folder)
      writeFileSync(path.join(here, 'phrase'), 'чайник велосипед тринадцять хмара')
      const { status } = spawnSync(
        process.execPath,
        [MAIN, 'create', '--vault', path.join(home, 'V.emanet'), '--passphrase-file', 'phrase'],
        { cwd: here, env: { ...process.env, HOME: home, XDG_STATE_HOME: said } },
      )
      expect(status).toBe(0)
      expect(readdirSync(here)).toEqual(['phrase'])
      expect(existsSync(path.join(home, '.local', 'state', 'emanet', 'device'))).toBe(true)
    },
  )
})
