/** Custodian mode and re-keying from the command line: real processes, real key derivation. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { ERROR_EXIT_CODES, type ErrorCode } from '../../shared/errors.ts'
import type { StatementInput } from '../../shared/model/statement.ts'
import { runRecover } from '../support/recoverScript.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const SECRETS = {
  first: 'чайник велосипед тринадцять хмара',
  second: 'друга фраза хранителів 17',
  next: 'нова фраза після обшуку 58',
  third: 'третя фраза хранителів 91',
} as const
const NAME = 'Вимишлена Свідка'

let root = ''
let vault = ''
let witness = ''
const fileOf = (name: keyof typeof SECRETS) => path.join(root, name)

const add = (field: string, value: unknown): StatementInput =>
  ({ field, value, source: null, grade: 'A1', asOf: null, confidentiality: 'C3' }) as StatementInput

beforeAll(async () => {
  root = tempFolder()
  vault = path.join(root, 'Проба.emanet')
  for (const [name, text] of Object.entries(SECRETS)) writeFileSync(path.join(root, name), text)
  const made = await createVault({
    folder: vault,
    passphrase: Secret.fromText(SECRETS.first),
    kdf: 'moderate',
    deviceSecret: Secret.random(32),
    sodium: await loadSodium(),
  })
  const workspace = await openWorkspace(made.vault)
  const change = (...statements: StatementInput[]) => ({ add: statements, retract: [], prefer: {} })
  witness = workspace.records.create('witness', change(add('codeName', 'Сова'))).id
  const identity = change(add('name', { text: NAME, lang: 'uk' }))
  workspace.records.saveIdentity(witness as never, identity)
  workspace.close()
}, 60_000)
afterAll(() => removeFolder(root))

function run(...args: readonly string[]) {
  const result = spawnSync(process.execPath, [MAIN, ...args, '--json'], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, XDG_STATE_HOME: path.join(root, 'state') },
  })
  const said = result.stdout + result.stderr
  for (const secret of Object.values(SECRETS)) expect(said).not.toContain(secret)
  const line = result.stdout.split('\n').find((each) => each !== '') ?? '{}'
  return { exit: result.status, value: JSON.parse(line) as Record<string, unknown>, said }
}
const by = (name: keyof typeof SECRETS) => ['--vault', vault, '--passphrase-file', fileOf(name)]
const fails = (code: ErrorCode, ...args: readonly string[]) => {
  const result = run(...args)
  expect(result.value).toMatchObject({ error: { code } })
  expect(result.exit).toBe(ERROR_EXIT_CODES[code])
}

/** Everything that lies in a folder, as text. */
const textsBelow = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

it('custodian mode and a re-key, from the beginning to the end', { timeout: 240_000 }, () => {
  const reveal = ['--witness', witness, '--reason', 'Запит слідчого судді']
  expect(run('custody', 'status', ...by('first')).value).toEqual({ mode: 'root', ways: [] })
  const enabled = run(
    ...['custody', 'enable', ...by('first'), '--second-passphrase-file', fileOf('second')],
  )
  expect(enabled.value).toMatchObject({ mode: 'custodian', ways: [{ kind: 'passphrase' }] })

  fails('custodian_closed', 'custody', 'reveal', ...by('first'), ...reveal)
  // Nor by the ways that need no program that keeps its word: what is salvaged, and the second decryptor.
  const salvaged = path.join(root, 'salvaged')
  expect(run('salvage', ...by('first'), '--out', salvaged).exit).toBe(0)
  expect(textsBelow(salvaged)).toContain('Сова')
  expect(textsBelow(salvaged)).not.toContain(NAME)
  const { out, found } = runRecover(vault, SECRETS.first)
  expect(textsBelow(out)).toContain('Сова')
  expect(textsBelow(out)).not.toContain(NAME)
  expect((found as { records: unknown[] }).records).toContainEqual(
    expect.objectContaining({ state: 'closed', statements: [] }),
  )
  const wrong = ['--custody-passphrase-file', fileOf('first')]
  fails('wrong_passphrase', 'custody', 'reveal', ...by('first'), ...reveal, ...wrong)
  const second = ['--custody-passphrase-file', fileOf('second')]
  fails('usage', 'custody', 'reveal', ...by('first'), ...second, '--witness', witness)
  const shown = run('custody', 'reveal', ...by('first'), ...reveal, ...second)
  expect(shown.exit).toBe(0)
  expect(shown.value.identity).toContainEqual({ field: 'name', value: { text: NAME, lang: 'uk' } })

  const next = ['--new-passphrase-file', fileOf('next')]
  fails('usage', 'rekey', ...by('first'))
  fails('custodian_closed', 'rekey', ...by('first'), ...next)
  // Neither is left out silently: what opens the compartment, and what is to open it.
  fails('usage', 'rekey', ...by('first'), ...next, ...second, '--reason', 'Обшук')
  fails('usage', 'rekey', ...by('first'), ...next, '--second-passphrase-file', fileOf('third'))
  expect(run('rekey', '--vault', vault, '--discard').value).toEqual({ discarded: false })
  const rekeyed = run(
    ...['rekey', ...by('first'), ...next, ...second, '--reason', 'Обшук'],
    ...['--second-passphrase-file', fileOf('third'), '--recovery-language', 'uk'],
  )
  expect(rekeyed.value).toMatchObject({ before: 'Проба.before-rekey', resumed: false })
  expect(String(rekeyed.value.recoveryCode)).toMatch(/^\p{Script=Cyrillic}/u)
  expect(rekeyed.said).not.toContain(NAME)

  fails('wrong_passphrase', 'info', ...by('first'))
  fails('wrong_passphrase', 'custody', 'reveal', ...by('next'), ...reveal, ...second)
  const third = ['--custody-passphrase-file', fileOf('third')]
  const again = run('custody', 'reveal', ...by('next'), ...reveal, ...third)
  expect(again.value).toEqual(shown.value)
  expect(run('custody', 'disable', ...by('next'), ...third, '--reason', 'Кінець').value).toEqual({
    mode: 'root',
  })

  const last = run(
    ...['rekey', ...by('next'), '--new-passphrase-file', fileOf('first')],
    '--delete-old',
  )
  expect(last.value).toMatchObject({ before: null })
  expect(readdirSync(root).filter((name) => name.includes('before-rekey'))).toEqual([
    'Проба.before-rekey',
  ])
  expect(existsSync(vault)).toBe(true)
})
