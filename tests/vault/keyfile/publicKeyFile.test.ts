// A public key as a file: one exact key or a clear error, nothing written over, and no device that never answers.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { formatPublicKey } from '../../../electron/vault/crypto/publicKeyText.ts'
import { XWING_PUBLIC_KEY_BYTES } from '../../../electron/vault/crypto/xwing.ts'
import {
  readPublicKeyFile,
  writePublicKeyFile,
} from '../../../electron/vault/keyfile/publicKeyFile.ts'
import { failureCode, NATIVE } from '../../support/coreVault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emanet-public-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const key = formatPublicKey(NATIVE, randomBytes(XWING_PUBLIC_KEY_BYTES))
const at = (name: string) => join(folder, name)
const refused = (name: string) => failureCode(() => readPublicKeyFile(NATIVE, at(name)))

it('comes back as it was written, and for its user alone', () => {
  writePublicKeyFile(NATIVE, at('key.txt'), key)
  expect(readFileSync(at('key.txt'), 'utf8')).toBe(`${key}\n`)
  expect(statSync(at('key.txt')).mode & 0o777).toBe(0o600)
  expect(readPublicKeyFile(NATIVE, at('key.txt'))).toBe(key)
})

it('is read from what a mail program or an editor made of it', () => {
  const lines = key.match(/.{1,64}/g) ?? []
  writeFileSync(at('mail.txt'), `\uFEFF${lines.join('\r\n')}\r\n\r\n`)
  expect(readPublicKeyFile(NATIVE, at('mail.txt'))).toBe(key)
})

it('is never written over anything, and nothing but a key is written', async () => {
  writeFileSync(at('key.txt'), 'mine')
  expect(await failureCode(() => writePublicKeyFile(NATIVE, at('key.txt'), key))).toBe(
    'file_exists',
  )
  expect(readFileSync(at('key.txt'), 'utf8')).toBe('mine')
  const other = await failureCode(() => writePublicKeyFile(NATIVE, at('new.txt'), key.slice(1)))
  expect(other).toBe('public_key_damaged')
  expect(existsSync(at('new.txt'))).toBe(false)
})

it.each([
  ['a letter less', key.slice(0, -1)],
  ['another letter', `${key.slice(0, 40)}${key[40] === 'A' ? 'B' : 'A'}${key.slice(41)}`],
  ['two keys', `${key}\n${key}`],
  ['nothing', ''],
  ['more than any key', `${key}${' '.repeat(64 * 1024)}`],
])('is refused with %s', async (_what, text) => {
  writeFileSync(at('key.txt'), text)
  expect(await refused('key.txt')).toBe('public_key_damaged')
})

it('does not wait for a pipe, nor read a device or a folder', async () => {
  execFileSync('mkfifo', [at('pipe')])
  symlinkSync('/dev/zero', at('zero'))
  for (const name of ['pipe', 'zero', '.']) expect(await refused(name)).toBe('public_key_damaged')
})
