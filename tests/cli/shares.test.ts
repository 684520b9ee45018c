/** Share cards from the command line: real processes, real key derivation, cards read back from their PDFs. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { ERROR_EXIT_CODES, type ErrorCode } from '../../shared/errors.ts'
import { pdfPages } from '../support/pdfText.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const PASSPHRASE = 'чайник велосипед тринадцять хмара'

let root = ''
let vault = ''
const at = (name: string) => path.join(root, name)

beforeAll(async () => {
  root = tempFolder()
  vault = at('Проба.emanet')
  writeFileSync(at('passphrase'), PASSPHRASE)
  const made = await createVault({
    folder: vault,
    passphrase: Secret.fromText(PASSPHRASE),
    kdf: 'moderate',
    deviceSecret: Secret.random(32),
    sodium: await loadSodium(),
  })
  made.vault.close()
}, 60_000)
afterAll(() => removeFolder(root))

function run(args: readonly string[], input = '') {
  const result = spawnSync(process.execPath, [MAIN, ...args, '--vault', vault, '--json'], {
    encoding: 'utf8',
    input,
    env: { ...process.env, XDG_STATE_HOME: at('state') },
  })
  expect(result.stdout + result.stderr).not.toContain(PASSPHRASE)
  const line = result.stdout.split('\n').find((each) => each !== '') ?? '{}'
  return { exit: result.status, value: JSON.parse(line) as Record<string, unknown> }
}
const open = (args: readonly string[], input?: string) =>
  run([...args, '--passphrase-file', at('passphrase')], input)
const ok = ({ exit, value }: ReturnType<typeof run>) => {
  expect([exit, value.error]).toEqual([0, undefined])
  return value
}
const fails = ({ exit, value }: ReturnType<typeof run>, code: ErrorCode) => {
  expect(value).toMatchObject({ error: { code } })
  expect(exit).toBe(ERROR_EXIT_CODES[code])
}

/** The words as they stand on the page: a number, a word, a number, a word. */
function wordsOf(pdf: string): string {
  const lines = pdfPages(readFileSync(pdf)).join('\n').split('\n')
  const words = new Map<number, string>()
  for (const [index, line] of lines.entries()) {
    const number = /^\d{1,2}$/.test(line) ? Number(line) : 0
    const word = lines[index + 1] ?? ''
    if (number >= 1 && number <= 40 && /^\p{L}[\p{L}’'ʼ]*$/u.test(word)) words.set(number, word)
  }
  return Array.from({ length: 40 }, (_, place) => words.get(place + 1) ?? '?').join(' ')
}

it('makes cards, checks one, and opens the vault with enough of them', { timeout: 120_000 }, () => {
  const out = at('cards')
  writeFileSync(at('holders'), 'Перша Людина\tuk\nSecond Person\n')
  const made = ok(
    open([
      ...['shares', 'make', '--k', '2', '--n', '3'],
      ...['--holders', at('holders'), '--lang', 'en', '--out', out],
    ]),
  )
  expect(readdirSync(out).toSorted()).toEqual(made.files)
  const cards = (made.files as string[]).map((file) => wordsOf(path.join(out, file)))
  expect(cards[0]).toMatch(/^[\p{Script=Cyrillic}’ʼ' ]+$/u)
  expect(cards[1]).toMatch(/^[a-z ]+$/)

  const checked = ok(open(['shares', 'check'], cards[0]))
  expect(checked).toMatchObject({
    ...{ setId: made.setId, number: 1, k: 2, n: 3 },
    ...{ holder: 'Перша Людина', inUse: true, recorded: true },
  })
  writeFileSync(at('two'), `${cards[2]}\n${cards[0]}\n`)
  const status = ok(run(['shares', 'status', '--shares-file', at('two')]))
  expect(status).toMatchObject({ setId: made.setId, inUse: true })
  const seen = (status.cards as { checkedAt: number | null }[]).map(({ checkedAt }) => checkedAt)
  expect(seen).toEqual([expect.any(Number), null, null])

  writeFileSync(at('one'), `${cards[0]}\n`)
  fails(run(['list', 'person', '--shares-file', at('one')]), 'cards_too_few')
  fails(open(['list', 'person', '--shares-file', at('two')]), 'usage')
  fails(open(['shares', 'check'], 'no card'), 'card_damaged')
})

it('leaves no card of a set that it could not make', { timeout: 60_000 }, () => {
  const out = at('none')
  const custodians = ['shares', 'make', '--for', 'custodians', '--lang', 'en', '--out', out]
  fails(open([...custodians, '--k', '4', '--n', '3']), 'bad_input')
  fails(open([...custodians, '--k', '2', '--n', 'many']), 'usage')
  expect(existsSync(out)).toBe(false)
  mkdirSync(out)
  writeFileSync(path.join(out, 'mine'), 'x')
  fails(open([...custodians, '--k', '2', '--n', '3']), 'target_not_empty')
  expect(readdirSync(out)).toEqual(['mine'])
})

it('closes the witness compartment with cards of custodians', { timeout: 60_000 }, () => {
  const out = at('custodians')
  const make = ['shares', 'make', '--for', 'custodians', '--k', '2', '--n', '2']
  const { setId } = ok(open([...make, '--out', out]))
  expect(ok(open(['custody', 'status']))).toMatchObject({
    mode: 'custodian',
    ways: [{ kind: 'shares', setId, k: 2, n: 2 }],
  })
  fails(open([...make, '--out', at('again')]), 'custodian_closed')
  expect(readdirSync(at('again'))).toEqual([])
})
