/** Where a command cannot write it says so before the work, and the vault says of nothing that it was done. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { ERROR_EXIT_CODES, type ErrorCode } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'
import { adding, statement } from '../vault/records/support.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const PHRASE = 'чайник велосипед тринадцять хмара'

let root = ''
let person: RecordId
let objectId = ''
const at = (...names: string[]) => path.join(root, ...names)
const vault = () => at('Проба.emanet')

beforeAll(async () => {
  root = tempFolder()
  writeFileSync(at('phrase'), PHRASE)
  writeFileSync(at('лист.txt'), 'лист')
  mkdirSync(at('a folder'))
  const made = await createVault({
    folder: vault(),
    passphrase: Secret.fromText(PHRASE),
    kdf: 'moderate',
    deviceSecret: Secret.random(32),
    sodium: await loadSodium(),
  })
  const workspace = await openWorkspace(made.vault)
  person = workspace.records.create('person', adding(statement('sex', 'male'))).id
  const evidence = workspace.records.create('evidence', adding(statement('title', 'Лист'))).id
  const file = await workspace.evidence.attachFile(evidence, at('лист.txt'), { name: 'лист.txt' })
  objectId = file.objectId
  workspace.close()
}, 60_000)
afterAll(() => removeFolder(root))

type Row = Record<string, unknown>

function run(command: string, ...args: readonly string[]) {
  const opened = ['--vault', vault(), '--passphrase-file', at('phrase'), '--json']
  const result = spawnSync(process.execPath, [MAIN, command, ...args, ...opened], {
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: at('state') },
  })
  const lines = result.stdout.split('\n').filter((each) => each !== '')
  return { exit: result.status, rows: lines.map((line) => JSON.parse(line) as Row) }
}
const fails = (code: ErrorCode, command: string, ...args: readonly string[]) => {
  const { exit, rows } = run(command, ...args)
  expect(rows).toEqual([{ error: expect.objectContaining({ code }) }])
  expect(exit).toBe(ERROR_EXIT_CODES[code])
}
const countOf = (kind: string) => run('list', kind).rows.length

it('writes no file where none can be', () => {
  fails('usage', 'export', '--object', objectId, '--out', at('no folder', 'x'))
  fails('usage', 'export', '--object', objectId, '--out', at('a folder'))
  fails('usage', 'export', '--list', 'person', '--out', at('no folder', 'x.csv'))
  fails('usage', 'export', '--list', 'person', '--out', at('a folder'))
  fails('usage', 'export', '--list', 'person', '--out', '')
  expect(readdirSync(at('a folder'))).toEqual([])
  expect(countOf('dossier')).toBe(0)
})

it('puts nothing in the clear into the vault', () => {
  const before = readdirSync(vault())
  fails('usage', 'export', '--object', objectId, '--out', path.join(vault(), 'vault.db'))
  fails('usage', 'export', '--list', 'person', '--out', path.join(vault(), 'x.csv'))
  const dossier = ['--audience', 'mediator', '--people', person, '--lang', 'en']
  fails('usage', 'dossier', ...dossier, '--out', path.join(vault(), 'dossiers'))
  fails('target_not_empty', 'backup', '--to', path.join(vault(), 'backup'))
  expect(readdirSync(vault())).toEqual(before)
  expect(countOf('dossier')).toBe(0)
}, 60_000)

it('issues no dossier that cannot be written', () => {
  const dossier = ['--audience', 'mediator', '--people', person, '--lang', 'en']
  fails('usage', 'dossier', ...dossier, '--out', at('лист.txt'))
  fails('io_failed', 'dossier', ...dossier, '--out', at('лист.txt', 'under a file'))
  expect(countOf('dossier')).toBe(0)
  expect(run('dossier', ...dossier, '--out', at('new', 'folder')).exit).toBe(0)
  expect(countOf('dossier')).toBe(1)
}, 60_000)

it('takes in all files or says first that one cannot be read', () => {
  const before = countOf('evidence')
  fails('file_unreadable', 'attach', '--to', person, at('лист.txt'), at('nothing'))
  fails('file_unreadable', 'attach', '--to', person, at('a folder'))
  expect(countOf('evidence')).toBe(before)
  expect(run('attach', '--to', person, at('лист.txt'), at('лист.txt')).rows).toHaveLength(2)
  expect(countOf('evidence')).toBe(before + 1)
})

it('begins no backup of a vault that is not there', () => {
  const { status } = spawnSync(process.execPath, [
    ...[MAIN, 'backup', '--vault', at('nowhere'), '--to', at('backup'), '--json'],
  ])
  expect(status).toBe(ERROR_EXIT_CODES.not_a_vault)
  expect(existsSync(at('backup'))).toBe(false)
})
