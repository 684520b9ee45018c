/**
 * The command line from outside, as a script would use it: real processes, real key derivation, JSON on standard
 * output, exit codes of the documentation, and no secret in anything that is printed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_EXIT_CODES } from '../../shared/errors.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const PASSPHRASE = 'чайник велосипед тринадцять хмара'
const LIST = [
  'name_uk;name_ru;name_crh;birth_date;status;charge;facility;arrest_date;source',
  'Тестенко Емір-Усеїн;Тестенко Эмир-Усеин;Testenko Emir-Üsein;1980-02-03;remand;205.5 p.2;SIZO-9;2019;Probe list',
  'Зразковий Айдер;Образцовый Айдер;Zrazkoviy Ayder;не знаю;remand;;;;',
].join('\n')

let root = ''
let vault = ''
let passphraseFile = ''
beforeAll(() => {
  root = tempFolder()
  vault = path.join(root, 'Проба.emanet')
  passphraseFile = path.join(root, 'passphrase')
  writeFileSync(passphraseFile, `${PASSPHRASE}\n`)
})
afterAll(() => removeFolder(root))

interface Run {
  readonly exit: number | null
  readonly out: string
  readonly err: string
  readonly lines: readonly Record<string, unknown>[]
}

function run(args: readonly string[], input = ''): Run {
  const result = spawnSync(process.execPath, [MAIN, ...args, '--json'], {
    encoding: 'utf8',
    input,
    env: { ...process.env, XDG_STATE_HOME: path.join(root, 'state') },
  })
  const lines = result.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(result.stdout + result.stderr).not.toContain(PASSPHRASE)
  return { exit: result.status, out: result.stdout, err: result.stderr, lines }
}
const open = (command: string, ...args: string[]) =>
  run([command, '--vault', vault, '--passphrase-file', passphraseFile, ...args])
const ok = (result: Run) => {
  expect([result.exit, result.err]).toEqual([0, expect.any(String)])
  return result.lines
}
const fails = (result: Run, code: keyof typeof ERROR_EXIT_CODES) => {
  expect(result.lines.at(-1)).toMatchObject({ error: { code } })
  expect(result.exit).toBe(ERROR_EXIT_CODES[code])
}

describe('the command line', () => {
  it('does the whole job', { timeout: 240_000 }, () => {
    const [made] = ok(open('create'))
    expect(made?.vaultId).toMatch(/^[0-9a-f]{32}$/)
    expect(String(made?.recoveryCode).split(' ')).toHaveLength(12)

    const list = path.join(root, 'list.csv')
    writeFileSync(list, LIST)
    expect(ok(open('import', list))).toEqual([
      {
        imported: 1,
        skipped: [{ row: 3, reason: 'birth_date: not_a_date', value: 'не знаю' }],
        unknownColumns: [],
        duplicates: [],
        import: expect.any(Number),
      },
    ])

    const people = ok(open('list', 'person'))
    expect(people).toHaveLength(1)
    const person = String(people[0]?.id)
    expect(people[0]).toMatchObject({ title: 'Тестенко Емір-Усеїн', status: ['remand'] })

    const [hit] = ok(open('search', 'Emir Huseyin'))
    expect(hit).toMatchObject({ id: person, kind: 'person' })
    expect(hit?.reasons).not.toEqual([])

    expect(ok(open('history', person)).map((entry) => entry.op)).toEqual(['record.set'])

    const info = ok(open('info'))[0]
    expect(info).toMatchObject({
      vaultId: made?.vaultId,
      slotsInUse: 2,
      counts: { person: 1, stay: 1 },
    })
    const outside = ok(run(['info', '--vault', vault]))[0]
    expect(outside).not.toHaveProperty('counts')
    expect(outside).not.toHaveProperty('slotsInUse')

    const out = path.join(root, 'dossier')
    const [dossier] = ok(
      open('dossier', '--audience', 'mediator', '--people', person, '--lang', 'en', '--out', out),
    )
    const pdf = path.join(out, String(dossier?.file))
    expect(createHash('sha256').update(readFileSync(pdf)).digest('hex')).toBe(dossier?.sha256)
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })
    expect(text).toContain('Testenko')
    expect(text).toContain('Тестенко')

    const table = path.join(root, 'people.csv')
    const [exported] = ok(
      open('export', '--list', 'person', '--audience', 'mediator', '--out', table),
    )
    expect(createHash('sha256').update(readFileSync(table)).digest('hex')).toBe(exported?.sha256)
    expect(exported).toMatchObject({ rows: 1, record: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(readFileSync(table, 'utf8')).toContain('"Тестенко Емір-Усеїн"')
    expect(ok(open('history', person)).map((entry) => entry.op)).toEqual(['record.set'])
    expect(ok(open('history', String(exported?.record))).map((entry) => entry.op)).toEqual(
      expect.arrayContaining(['table.export']),
    )
    const figures = path.join(root, 'figures.xlsx')
    ok(open('export', '--figures', '--lang', 'uk', '--out', figures))
    expect(readFileSync(figures).subarray(0, 2).toString()).toBe('PK')
    fails(open('export', '--figures', '--list', 'person', '--out', figures), 'usage')
    fails(open('export', '--list', 'person', '--audience', 'nobody', '--out', figures), 'usage')

    const backup = path.join(root, 'stick')
    const [first] = ok(run(['backup', '--vault', vault, '--to', backup]))
    expect(first?.snapshot).toEqual(expect.any(String))
    expect(ok(run(['verify', backup, '--full']))[0]).toMatchObject({ ok: true, damaged: [] })
    expect(
      ok(run(['verify', vault, '--full', '--passphrase-file', passphraseFile]))[0],
    ).toMatchObject({ ok: true })

    const restored = path.join(root, 'Друга.emanet')
    ok(run(['restore', backup, '--to', restored]))
    const again = run(['list', '--vault', restored, '--passphrase-file', passphraseFile, 'person'])
    expect(ok(again)).toEqual(people)
    const byCode = run(['list', '--vault', restored, 'person'], String(made?.recoveryCode))
    expect(ok(byCode)).toEqual(people)
  })

  it('puts evidence in and takes it out unchanged', { timeout: 60_000 }, () => {
    const file = path.join(root, 'лист.bin')
    writeFileSync(file, randomBytes(700_001))
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    const person = String(ok(open('list', 'person'))[0]?.id)
    const [attached] = ok(open('attach', '--to', person, file))
    expect(attached).toMatchObject({ sha256, size: 700_001 })
    const out = path.join(root, 'out.bin')
    expect(ok(open('export', '--object', String(attached?.objectId), '--out', out))[0]).toEqual({
      sha256,
    })
    expect(readFileSync(out)).toEqual(readFileSync(file))
    const stored = readdirSync(path.join(vault, 'objects'), { recursive: true }).map(String)
    expect(stored.join()).not.toContain('лист')
  })

  it('fails with the documented code and says nothing more', { timeout: 120_000 }, () => {
    fails(run(['list', '--vault', vault, 'person'], 'wrong'), 'wrong_passphrase')
    fails(run(['list', '--vault', root, 'person'], PASSPHRASE), 'not_a_vault')
    fails(run(['list', '--vault', vault, 'person'], ''), 'usage')
    fails(open('create'), 'vault_exists')
    fails(open('list', 'shoes'), 'usage')
    fails(open('history', 'f'.repeat(32)), 'not_found')
    fails(open('import', path.join(root, 'absent.csv')), 'file_unreadable')
    fails(run(['verify', root]), 'not_a_vault')
    fails(run(['restore', root, '--to', path.join(root, 'x')]), 'not_a_backup')
    fails(run(['backup', '--vault', vault, '--to', root]), 'target_not_empty')
    expect(run(['frobnicate']).exit).toBe(ERROR_EXIT_CODES.usage)
    expect(run(['list', 'person']).exit).toBe(ERROR_EXIT_CODES.usage)
  })

  it('takes no passphrase from the arguments', () => {
    expect(run(['list', '--vault', vault, '--passphrase', 'x', 'person']).exit).toBe(
      ERROR_EXIT_CODES.usage,
    )
  })

  it('says in a backup what the vault has lost, and restores it from there', {
    timeout: 60_000,
  }, () => {
    const backup = path.join(root, 'stick-of-files')
    const file = path.join(root, 'scan.txt')
    writeFileSync(file, 'an invented scan')
    const open = ['--vault', vault, '--passphrase-file', passphraseFile]
    const evidence = path.join(root, 'evidence.csv')
    writeFileSync(evidence, 'name_uk\nВигаданенко\n')
    ok(run(['import', ...open, evidence]))
    const person = ok(run(['list', ...open, 'person'])).at(-1)
    const [attached] = ok(run(['attach', ...open, '--to', String(person?.id), file]))
    const [first] = ok(run(['backup', '--vault', vault, '--to', backup]))
    expect(first).toMatchObject({ goneObjects: [], keptObjects: 0 })
    const id = String(attached?.objectId)
    rmSync(path.join(vault, 'objects', id.slice(0, 2), id))
    const result = run(['backup', '--vault', vault, '--to', backup])
    expect(ok(result)[0]).toMatchObject({ goneObjects: [id], keptObjects: 1 })
    expect(result.err).toContain('no longer in the vault')
    const restored = path.join(root, 'Третя.emanet')
    ok(run(['restore', backup, '--to', restored]))
    const report = run(['verify', restored, '--full', '--passphrase-file', passphraseFile])
    expect(ok(report)[0]).toMatchObject({ ok: true })
    expect(existsSync(path.join(restored, 'objects', id.slice(0, 2), id))).toBe(true)
  })

  it('names what is damaged in a backup and says so by its exit code', { timeout: 60_000 }, () => {
    const backup = path.join(root, 'stick')
    const ledger = path.join(backup, 'ledger')
    const segment = path.join(ledger, readdirSync(ledger)[0] ?? '')
    const bytes = readFileSync(segment)
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
    writeFileSync(segment, bytes)
    const result = run(['verify', backup])
    expect(result.exit).toBe(ERROR_EXIT_CODES.backup_damaged)
    expect(result.lines).toHaveLength(1)
    expect(result.lines[0]).toMatchObject({
      ok: false,
      damaged: [{ what: 'snapshot' }, { what: 'entry', id: '1' }],
    })
  })

  it('writes only for its user', () => {
    mkdirSync(path.join(root, 'seen'), { recursive: true })
    expect(existsSync(path.join(root, 'state', 'emanet', 'device'))).toBe(true)
    const modes = execFileSync('find', [vault, path.join(root, 'state'), '-perm', '/077'], {
      encoding: 'utf8',
    })
    expect(modes).toBe('')
  })
})
