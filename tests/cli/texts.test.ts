/** Texts that go in and out: files from any program, passphrases in UTF-16, names with signs that lead a terminal. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../electron/cli/commands/importCommands.ts'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { MAX_LABEL_BYTES } from '../../electron/vault/session/slotDirectory.ts'
import { ERROR_EXIT_CODES, type ErrorCode } from '../../shared/errors.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const PHRASE = 'чайник велосипед тринадцять хмара'
const NAME = 'Айдер Зразковий'

let root = ''
const at = (name: string) => path.join(root, name)
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}
const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
/** Letters of the alphabet as Windows-1251 has them. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
    }),
  )

beforeAll(async () => {
  root = tempFolder()
  put('phrase', PHRASE)
  const { vault } = await createVault({
    folder: at('V.emanet'),
    passphrase: Secret.fromText(PHRASE),
    kdf: 'moderate',
    deviceSecret: Secret.random(32),
    sodium: await loadSodium(),
  })
  vault.close()
}, 60_000)
afterAll(() => removeFolder(root))

const run = (...args: readonly string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: at('state') },
  })
  return { status, stdout }
}
const open = (command: readonly string[], phrase = at('phrase')) =>
  run(...command, '--vault', at('V.emanet'), '--passphrase-file', phrase, '--json')
const fails = (code: ErrorCode, { status, stdout }: ReturnType<typeof run>) => {
  expect(JSON.parse(stdout)).toMatchObject({ error: { code } })
  expect(status).toBe(ERROR_EXIT_CODES[code])
}

describe('a passphrase file', () => {
  it.each([
    ['UTF-8 with a mark and CR LF', () => Buffer.from(`\ufeff${PHRASE}\r\n`)],
    ['UTF-16, little-endian', () => utf16(`${PHRASE}\r\n`)],
    ['UTF-16, big-endian', () => utf16(`${PHRASE}\n`, true)],
  ])('opens the vault in %s', (_what, bytes) => {
    expect(open(['slots', 'list'], put('other phrase', bytes())).status).toBe(0)
  })

  it('is told what it is when it holds no passphrase', () => {
    const told = (content: string | Uint8Array) => {
      const result = open(['slots', 'list'], put('none', content))
      fails('usage', result)
      return (JSON.parse(result.stdout) as { error: { details: unknown } }).error.details
    }
    expect(told('\n')).toEqual({ passphrase: 'missing' })
    expect(told('a'.repeat(4097))).toEqual({ passphrase: 'too long' })
    expect(told(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).toEqual({
      passphrase: 'not a text',
    })
  })
})

describe('a file of names', () => {
  it.each([
    ['UTF-16', () => utf16(`${NAME}\r\n`)],
    ['Windows-1251', () => windows1251(`${NAME}\r\n`)],
  ])('is read in %s', (_what, bytes) => {
    const { stdout } = run('names', 'rank', NAME, '--against', put('names', bytes()), '--json')
    expect(JSON.parse(stdout)).toMatchObject({ results: [{ name: NAME, score: 1 }] })
  })

  it('is refused when it is no text, instead of being compared or printed as nonsense', () => {
    const bytes = Buffer.from([0x80, 0x81, 0xfe, 0x0a])
    fails(
      'import_encoding_unknown',
      run('names', 'rank', NAME, '--against', put('names', bytes), '--json'),
    )
    const cards = ['shares', 'make', '--k', '2', '--n', '3', '--out', at('cards')]
    fails('import_encoding_unknown', open([...cards, '--holders', put('holders', bytes)]))
  })
})

it('shows nothing that would lead a terminal', () => {
  const { stdout } = run('names', 'match', 'a\u001b[31m\u202eb\n', 'c')
  expect(stdout).toContain('a: a\ufffd[31m\ufffdb\ufffd\n')
  for (const sign of ['\u001b', '\u202e']) expect(stdout).not.toContain(sign)
})

it('takes no name of a slot that would be cut', () => {
  const label = (bytes: number) => ['slots', 'rename', '--slot', '0', '--label', 'x'.repeat(bytes)]
  fails('usage', open(label(MAX_LABEL_BYTES + 1)))
  expect(open(label(MAX_LABEL_BYTES)).status).toBe(0)
})

describe('a map of columns', () => {
  it('may name them as they are written, whatever their capitals', () => {
    const list = put('list.csv', 'İSİM;Дата\nAyder Zrazkovıy;1980\n')
    const map = put('map.json', JSON.stringify({ İSİM: 'name_crh', ДАТА: 'birth_date' }))
    const { stdout } = open(['import', list, '--map', map])
    expect(JSON.parse(stdout)).toMatchObject({ imported: 1, unknownColumns: [] })
  })

  it('names no column that there is not: a slip would leave it out', () => {
    const list = put('list.csv', 'name_uk;Дата\nАйдер Зразковий;1980\n')
    const map = put('map.json', JSON.stringify({ Дата: 'birthdate' }))
    fails('usage', open(['import', list, '--map', map]))
    expect(JSON.parse(open(['info']).stdout)).toMatchObject({ counts: { person: 1 } })
  })
})

it('stops an import when it is told to, and nothing of it is there', async () => {
  const list = put('list.csv', 'name_uk\nОсоба Зайва\n')
  const people = () => (JSON.parse(open(['info']).stdout) as { counts: { person: number } }).counts
  const before = people()
  const controller = new AbortController()
  const output = { result: () => {}, row: () => {}, say: () => {}, progress: () => {} }
  const options = { vault: at('V.emanet'), passphraseFile: at('phrase') }
  const importing = importFile(
    list,
    { ...options, sheet: '1', duplicates: 'new' },
    // At the first progress, which is that of the writing.
    { output: { ...output, progress: () => controller.abort() }, signal: controller.signal },
  )
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' })
  expect(people()).toEqual(before)
  await expect(
    importFile(
      list,
      { ...options, sheet: '1', duplicates: 'new' },
      { output, signal: AbortSignal.abort() },
    ),
  ).rejects.toMatchObject({ code: 'cancelled' })
  expect(people()).toEqual(before)
}, 60_000)

it('does not turn custodian mode on without anything that opens it', () => {
  fails('usage', open(['custody', 'enable']))
})
