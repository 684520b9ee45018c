/**
 * resources/recover/recover.py, which was written from docs/format.md alone, reads a vault that the program wrote, and a
 * backup of it, with the real key derivation: every record, statement and file is what the program itself says.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupDocuments } from '../../electron/cli/documents.ts'
import { makeBackup } from '../../electron/vault/backup/makeBackup.ts'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { spellRecoveryCode } from '../../electron/vault/crypto/recoveryCode.ts'
import { objectPath, vaultPaths } from '../../electron/vault/folder/layout.ts'
import type { Workspace } from '../../electron/vault/workspace.ts'
import type { ObjectId, RecordId } from '../../shared/ids.ts'
import { KINDS } from '../../shared/model/kind.ts'
import { isSealedKind } from '../../shared/model/model.ts'
import type { RecordState } from '../../shared/model/statement.ts'
import { PYTHON, RECOVER_SCRIPT, runRecover } from '../support/recoverScript.ts'
import {
  makeRichVault,
  RICH_FILE_SIZES,
  RICH_PASSPHRASE,
  type RichVault,
} from '../support/richVault.ts'

interface Recovered {
  readonly records: ReadonlyArray<{
    readonly id: RecordId
    readonly kind: string | null
    readonly state: string
    readonly createdAt: number
    readonly updatedAt: number
    readonly statements: RecordState['statements']
    readonly preferred: Readonly<Record<string, string>>
    readonly files: ReadonlyArray<{
      readonly objectId: ObjectId
      readonly sha256: string
      readonly size: number
      readonly mime: string
      readonly name: { readonly text?: string }
      readonly path: string | null
    }>
  }>
  readonly problems: ReadonlyArray<{ readonly what: string; readonly id: string }>
}

const root = mkdtempSync(join(tmpdir(), 'emanet-recover-'))
const backup = join(root, 'stick')
const sodium = await loadSodium()
/** What the program says of every record that is not erased. */
const said = new Map<string, RecordState>()
let rich: RichVault

function recover(folder: string, secret: string, options?: { script: string }) {
  const run = runRecover(folder, secret, options)
  return { ...run, found: run.found as Recovered | undefined }
}

function note({ records }: Workspace): void {
  for (const kind of KINDS) {
    if (isSealedKind(kind)) continue
    const page = { kind, query: '', filter: {}, offset: 0, limit: 500 }
    for (const { id } of records.list(page).rows) said.set(id, records.get(id).record)
  }
  for (const { id, kind } of [...said.values()]) {
    if (kind !== 'witness') continue
    const identity = records.reveal(id, 'перевірка')
    if (identity) said.set(identity.id, identity)
  }
}

beforeAll(async () => {
  rich = await makeRichVault(root, { sodium, before: note })
  await makeBackup({ vaultFolder: rich.folder, to: backup, sodium, documents: backupDocuments() })
}, 120_000)

afterAll(() => rmSync(root, { recursive: true, force: true }))

function expectEverything(found: Recovered | undefined, out: string): void {
  if (!found) expect.fail('records.json was written')
  expect(found.problems).toEqual([])
  const recovered = new Map(found.records.map((record) => [record.id as string, record]))
  for (const [id, expected] of said) {
    const record = recovered.get(id)
    const { kind, statements, createdAt, updatedAt } = expected
    expect(record).toMatchObject({ kind, state: 'open', statements, createdAt, updatedAt })
    for (const [field, statement] of Object.entries(record?.preferred ?? {})) {
      expect(expected.preferred[field]).toBe(statement)
    }
  }
  const chosen = found.records.filter(({ preferred }) => Object.keys(preferred).length > 0)
  expect(chosen.map(({ kind, preferred }) => [kind, Object.keys(preferred)])).toContainEqual([
    'source',
    ['publisher'],
  ])
  const open = found.records.filter(({ state }) => state === 'open')
  expect(open.map(({ id }) => id).sort()).toEqual([...said.keys()].sort())
  expect(new Set(open.map(({ kind }) => kind))).toEqual(new Set(KINDS))
  expect(recovered.get(rich.erased)).toMatchObject({ state: 'erased', statements: [], kind: null })
  const files = found.records.flatMap((record) => record.files)
  expect(files.map(({ name, sha256, size }) => ({ name: name.text, sha256, size }))).toEqual(
    rich.files.map(({ name, sha256, size }) => ({ name, sha256, size })),
  )
  for (const { path, sha256 } of files) {
    const bytes = readFileSync(join(out, path ?? ''))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
  expect(readdirSync(join(out, 'files'))).toHaveLength(RICH_FILE_SIZES.length)
}

describe('recover.py', { timeout: 60_000 }, () => {
  it('has fewer than 400 lines and imports nothing but Python and PyNaCl', () => {
    const lines = readFileSync(RECOVER_SCRIPT, 'utf8').split('\n')
    expect(lines.length - 1).toBeLessThan(400)
    const imported = lines.flatMap((line) => /^\s*(?:import|from) (.+)$/.exec(line)?.[1] ?? [])
    const names = imported.flatMap((line) => line.replace(/ (?:as|import) .*/, '').split(', '))
    expect(names.filter((name) => /^(?:nacl|cryptography)/.test(name))).toEqual([
      'nacl.bindings',
      'nacl.exceptions',
      'nacl.signing',
    ])
  })

  it('gives every record, with its history, and every file of a vault, by the passphrase', () => {
    const { status, stderr, found, out } = recover(rich.folder, RICH_PASSPHRASE)
    expectEverything(found, out)
    expect([status, stderr]).toEqual([0, ''])
  })

  it('gives the same of a backup, by the recovery code, with the script that lies in it', () => {
    const script = join(backup, 'recover.py')
    expect(readFileSync(script)).toEqual(readFileSync(RECOVER_SCRIPT))
    const code = rich.recoveryCode.toUpperCase().split(' ')
    const listed = code.map((word, index) => `${index + 1}. ${word}`).join('\n')
    const { status, stderr, found, out } = recover(backup, listed, { script })
    expectEverything(found, out)
    expect([status, stderr]).toEqual([0, ''])
  })

  it('takes the recovery code in Ukrainian words, by the list in the document that lies beside it', () => {
    const code = spellRecoveryCode(rich.recoveryCode, 'uk')
    const script = join(backup, 'recover.py')
    const { status, stderr, found, out } = recover(backup, plainly(code), { script })
    expectEverything(found, out)
    expect([status, stderr]).toEqual([0, ''])
  })

  it('lists without writing anything', () => {
    const passphrase = join(root, 'listing')
    writeFileSync(passphrase, RICH_PASSPHRASE)
    const before = readdirSync(rich.folder).sort()
    const args = [RECOVER_SCRIPT, 'list', rich.folder, '--passphrase-file', passphrase]
    const lines = execFileSync(PYTHON, args, { encoding: 'utf8' }).trim().split('\n')
    expect(lines).toHaveLength(said.size + 1)
    expect(readdirSync(rich.folder).sort()).toEqual(before)
  })

  it('lists where the terminal has not every letter, and says what file cannot be read', () => {
    const passphrase = join(root, 'narrow')
    writeFileSync(passphrase, `\ufeff${RICH_PASSPHRASE}\r\n`)
    const run = (file: string) =>
      spawnSync(PYTHON, [RECOVER_SCRIPT, 'list', rich.folder, '--passphrase-file', file], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'ascii', PYTHONUTF8: '0' },
      })
    const narrow = run(passphrase)
    expect([narrow.status, narrow.stderr]).toEqual([0, ''])
    expect(narrow.stdout.trim().split('\n')).toHaveLength(said.size + 1)
    const missing = run(join(root, 'no such file'))
    expect([missing.status, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toMatch(/^stopped: .*No such file.*\n$/)
  })

  it('refuses a wrong passphrase, and a folder that is no vault', () => {
    const wrong = recover(rich.folder, `${RICH_PASSPHRASE}.`)
    expect([wrong.status, wrong.found, existsSync(wrong.out)]).toEqual([2, undefined, false])
    expect(wrong.stderr).toMatch(/^stopped: wrong passphrase or recovery code; .*\n$/)
    const none = recover(root, RICH_PASSPHRASE)
    expect(none.status).toBe(2)
    expect(none.stderr).toMatch(/^stopped: .* neither a vault nor a backup\n$/)
  })

  it('names what is damaged and gives out the rest', () => {
    const folder = join(root, 'Damaged.emanet')
    cpSync(rich.folder, folder, { recursive: true })
    const [file] =
      recover(folder, RICH_PASSPHRASE)
        .found?.records.flatMap(({ files }) => files)
        .slice(-1) ?? []
    if (!file) expect.fail('there is a file')
    flip(objectPath(folder, file.objectId), 5000)
    const database = vaultPaths(folder).database
    flip(database, databasePlaceOfAnEntry(database))
    const { status, found } = recover(folder, RICH_PASSPHRASE)
    expect(status).toBe(1)
    const problems = found?.problems.map(({ what, id }) => `${what} ${what === 'object' ? id : ''}`)
    expect(problems).toContain(`object ${file.objectId}`)
    expect(problems).toContain('entry ')
    expect(found?.records.length).toBeGreaterThan(said.size - 2)
  })
})

/** As people write it down: the letters that are taken for one another, and the first four of each word. */
const plainly = (code: string): string =>
  code
    .split(' ')
    .map((word) => word.replaceAll('і', 'и').slice(0, 4))
    .join(', ')

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
  rmSync(path, { force: true })
  writeFileSync(path, bytes)
}

/** A place inside the box of some entry: far behind the types of a ledger row's record. */
function databasePlaceOfAnEntry(database: string): number {
  const at = readFileSync(database).lastIndexOf(Buffer.from([0x00, 0x4c, 0x3c]))
  return at + 5 + 32 + 24 + 40
}
