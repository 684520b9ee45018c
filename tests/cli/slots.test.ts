/** Key files and slots from the command line: real processes and real key derivation. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { ERROR_EXIT_CODES, type ErrorCode } from '../../shared/errors.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const VAULT_PHRASE = 'чайник велосипед тринадцять хмара'
const FILE_PHRASE = 'ключ на флешці у шухляді'

let root = ''
const at = (name: string) => path.join(root, name)

beforeAll(async () => {
  root = tempFolder()
  writeFileSync(at('vault phrase'), VAULT_PHRASE)
  writeFileSync(at('file phrase'), FILE_PHRASE)
  const { vault } = await createVault({
    folder: at('Проба.emanet'),
    passphrase: Secret.fromText(VAULT_PHRASE),
    kdf: 'moderate',
    deviceSecret: Secret.random(32),
    sodium: await loadSodium(),
  })
  vault.close()
}, 60_000)
afterAll(() => removeFolder(root))

type Row = Record<string, unknown>

function run(...args: readonly string[]) {
  const result = spawnSync(process.execPath, [MAIN, ...args, '--json'], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, XDG_STATE_HOME: at('state') },
  })
  expect(result.stdout + result.stderr).not.toContain(VAULT_PHRASE)
  expect(result.stdout + result.stderr).not.toContain(FILE_PHRASE)
  const lines = result.stdout.split('\n').filter((each) => each !== '')
  return { exit: result.status, rows: lines.map((line) => JSON.parse(line) as Row) }
}
const ok = (...args: readonly string[]): Row[] => {
  const { exit, rows } = run(...args)
  expect([exit, rows[0]?.error]).toEqual([0, undefined])
  return rows
}
const fails = (code: ErrorCode, ...args: readonly string[]) => {
  const { exit, rows } = run(...args)
  expect(rows[0]).toMatchObject({ error: { code } })
  expect(exit).toBe(ERROR_EXIT_CODES[code])
}
const vault = () => ['--vault', at('Проба.emanet')]
const byPhrase = () => [...vault(), '--passphrase-file', at('vault phrase')]
const byKey = (file = at('a.emanet-key'), phrase = 'file phrase') => [
  ...[...vault(), '--key-file', file],
  ...['--passphrase-file', at(phrase)],
]

it('a key file, from its making to its removal', { timeout: 120_000 }, () => {
  const file = at('a.emanet-key')
  const phrase = ['--passphrase-file', at('file phrase')]
  const [made] = ok('keyfile', 'create', '--out', file, ...phrase)
  expect(made?.publicKey).toMatch(/^emanet-key1[\w-]{1627}$/)
  expect(made?.fingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const before = readFileSync(file)
  fails('file_exists', 'keyfile', 'create', '--out', file, ...phrase)
  expect(readFileSync(file)).toEqual(before)
  expect(ok('keyfile', 'public', file, ...phrase)).toEqual([made])

  fails('wrong_key_file', 'slots', 'list', ...byKey())
  writeFileSync(at('public'), `${String(made?.publicKey)}\n`)
  const label = ['--label', 'Шухляда']
  expect(ok('slots', 'add-key', at('public'), ...label, ...byPhrase())).toEqual([{ slot: 2 }])

  // The key file authorises a change as a passphrase does.
  writeFileSync(at('next'), 'п’ятеро гусей на льоду')
  const next = ['--new-passphrase-file', at('next')]
  expect(ok('slots', 'add-passphrase', ...next, ...byKey())).toEqual([{ slot: 3 }])
  ok('slots', 'rename', '--slot', '3', '--label', 'Друга', ...byKey())
  const slots = ok('slots', 'list', ...byKey())
  expect(slots.map(({ kind, label: name, current }) => [kind, name, current])).toEqual([
    ['passphrase', '', false],
    ['recovery', '', false],
    ['keyFile', 'Шухляда', true],
    ['passphrase', 'Друга', false],
  ])
  expect(ok('verify', at('Проба.emanet'), ...byKey().slice(2))[0]).toMatchObject({ ok: true })
  expect(ok('info', ...byKey())[0]).toMatchObject({ slotsInUse: 4 })

  fails('wrong_key_file_passphrase', 'slots', 'list', ...byKey(file, 'vault phrase'))
  fails('not_a_key_file', 'slots', 'list', ...byKey(at('public')))
  writeFileSync(at('cut.emanet-key'), before.subarray(0, 100))
  fails('key_file_damaged', 'slots', 'list', ...byKey(at('cut.emanet-key')))
  fails('public_key_damaged', 'slots', 'add-key', file, ...byPhrase())
  fails('usage', 'slots', 'list', ...byKey(), '--shares-file', at('public'))
  fails('usage', 'slots', 'remove', '--slot', '8', ...byPhrase())
  fails('not_found', 'slots', 'remove', '--slot', '7', ...byPhrase())

  ok('slots', 'remove', '--slot', '2', ...byPhrase())
  fails('wrong_key_file', 'slots', 'list', ...byKey())
  expect(ok('slots', 'list', ...byPhrase())).toHaveLength(3)
})
