/** The bytes of a key file: what opens it, and that damage, another passphrase and another file are told apart. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { u16, u32 } from '../../../electron/vault/crypto/bytes.ts'
import { DOMAINS } from '../../../electron/vault/crypto/domains.ts'
import { KDF_POLICY } from '../../../electron/vault/crypto/kdf.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { loadXWing } from '../../../electron/vault/crypto/xwing.ts'
import {
  checkKeyFile,
  KEY_FILE_BYTES,
  makeKeyFile,
  openKeyFile,
} from '../../../electron/vault/keyfile/keyFile.ts'
import {
  eachBuild,
  eachPair,
  failure,
  failureCode,
  flipByte,
  NATIVE,
} from '../../support/coreVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const PASSPHRASE = 'мій ключ на флешці'
const secret = (text: string) => Secret.fromText(text)
const make = (sodium: Sodium) => makeKeyFile(sodium, secret(PASSPHRASE), { policy: WEAK_KDF })
const open = (sodium: Sodium, bytes: Buffer, passphrase = PASSPHRASE) =>
  openKeyFile(sodium, bytes, secret(passphrase), WEAK_KDF)
const codeOf = (bytes: Buffer, passphrase?: string) =>
  failureCode(() => open(NATIVE, bytes, passphrase))

/** As somebody does who knows the format: changed, with the checksum made anew. */
function forge(bytes: Buffer, at: number, change: Buffer): Buffer {
  const body = Buffer.from(bytes.subarray(0, bytes.length - 32))
  change.copy(body, at)
  return Buffer.concat([body, NATIVE.hash([DOMAINS.keyFileSum, body])])
}

/** Where each field begins and ends, and what a changed byte in it is called. */
const FIELDS = [
  ['magic', 0, 8, 'not_a_key_file'],
  ['version', 8, 10, 'key_file_damaged'],
  ['passes', 10, 14, 'key_file_damaged'],
  ['memory', 14, 18, 'key_file_damaged'],
  ['salt', 18, 34, 'key_file_damaged'],
  ['nonce', 34, 58, 'key_file_damaged'],
  ['box', 58, 106, 'key_file_damaged'],
  ['checksum', 106, 138, 'key_file_damaged'],
] as const

eachPair('a key file', ({ writer, reader }) => {
  it('gives the private key of its public key to its passphrase, and to no other', async () => {
    const { bytes, publicKey } = await make(writer)
    expect(bytes).toHaveLength(KEY_FILE_BYTES)
    const { kind, privateKey } = await open(reader, bytes)
    expect(kind).toBe('keyFile')
    expect((await loadXWing()).publicKeyOf(privateKey)).toEqual(publicKey)
    // й as two code points, as another system types it.
    const decomposed = PASSPHRASE.normalize('NFD')
    expect(decomposed).not.toBe(PASSPHRASE.normalize('NFC'))
    expect((await open(reader, bytes, decomposed)).privateKey.equals(privateKey)).toBe(true)
    for (const wrong of ['', ' ', `${PASSPHRASE} `, PASSPHRASE.toUpperCase()])
      expect(await failureCode(() => open(reader, bytes, wrong))).toBe('wrong_key_file_passphrase')
  })
})

eachBuild('making key files', (sodium) => {
  it('gives another key, salt and nonce each time', async () => {
    const [one, two] = [await make(sodium), await make(sodium)]
    expect(one.publicKey).not.toEqual(two.publicKey)
    for (const [name, from, to] of FIELDS.slice(4))
      expect([name, one.bytes.subarray(from, to)]).not.toEqual([name, two.bytes.subarray(from, to)])
  })

  it('refuses an empty passphrase', async () => {
    const policy = WEAK_KDF
    expect(await failureCode(() => makeKeyFile(sodium, secret(''), { policy }))).toBe(
      'passphrase_too_weak',
    )
  })
})

describe('a damaged key file', async () => {
  const { bytes } = await make(NATIVE)

  it('is as long as its fields together', () => {
    expect(FIELDS.map(([, from]) => from)).toEqual([
      0,
      ...FIELDS.slice(0, -1).map(([, , to]) => to),
    ])
    expect(FIELDS.at(-1)?.[2]).toBe(KEY_FILE_BYTES)
  })

  it.each(FIELDS)(
    'is noticed without a passphrase in every byte of the %s',
    (_name, from, to, code) => {
      for (let at = from; at < to; at += 1)
        expect(failureCodeOfCheck(flipByte(bytes, at))).toBe(code)
    },
  )

  it('is noticed when it is cut anywhere, or longer', async () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(failureCodeOfCheck(bytes.subarray(0, length))).toBe(
        length < 8 ? 'not_a_key_file' : 'key_file_damaged',
      )
    for (const more of [Buffer.of(0), Buffer.of(10), bytes])
      expect(await codeOf(Buffer.concat([bytes, more]))).toBe('key_file_damaged')
  })

  it('is damaged with the right passphrase and with a wrong one', async () => {
    expect(await codeOf(flipByte(bytes, 60))).toBe('key_file_damaged')
    expect(await codeOf(flipByte(bytes, 60), 'another')).toBe('key_file_damaged')
    expect(await codeOf(bytes, 'another')).toBe('wrong_key_file_passphrase')
  })

  function failureCodeOfCheck(changed: Buffer): string | undefined {
    try {
      checkKeyFile(NATIVE, changed, WEAK_KDF)
      return undefined
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
})

describe('a key file that somebody changed', async () => {
  const { bytes } = await make(NATIVE)

  it('does not open when any field behind the cost was replaced', async () => {
    for (const at of [18, 33, 34, 57, 58, 105]) {
      const changed = forge(bytes, at, Buffer.of((bytes[at] ?? 0) ^ 0x80))
      expect(await codeOf(changed)).toBe('wrong_key_file_passphrase')
    }
  })

  it('does not open under another cost within the range', async () => {
    for (const [at, value] of [
      [10, 2],
      [14, 16],
    ] as const)
      expect(await codeOf(forge(bytes, at, u32(value)))).toBe('wrong_key_file_passphrase')
  })

  it('of a later version is of a newer format, and of version 0 damaged', async () => {
    const newer = await failure(() => open(NATIVE, forge(bytes, 8, u16(2))))
    expect([newer.code, newer.details]).toEqual(['newer_format', { version: 2 }])
    expect(await codeOf(forge(bytes, 8, u16(0)))).toBe('key_file_damaged')
  })

  it('asks for a cost outside the range in vain: nothing is derived', async () => {
    const derive = vi.spyOn(NATIVE, 'pwhash')
    const { length: before } = derive.mock.calls
    const { minimum, maximum } = KDF_POLICY
    const real = forge(forge(bytes, 10, u32(minimum.ops)), 14, u32(minimum.memKiB))
    expect(() => checkKeyFile(NATIVE, real)).not.toThrow()
    const outside = [
      [10, minimum.ops - 1],
      [10, maximum.ops + 1],
      [10, 0xffff_ffff],
      [14, minimum.memKiB - 1],
      [14, maximum.memKiB + 1],
      [14, 0xffff_ffff],
      [14, 0],
    ] as const
    for (const [at, value] of outside) {
      const doctored = forge(real, at, u32(value))
      expect(await failureCode(() => openKeyFile(NATIVE, doctored, secret(PASSPHRASE)))).toBe(
        'kdf_out_of_range',
      )
    }
    expect(derive.mock.calls).toHaveLength(before)
    derive.mockRestore()
    for (const [at, value] of [
      [10, maximum.ops],
      [14, maximum.memKiB],
    ] as const)
      expect(() => checkKeyFile(NATIVE, forge(real, at, u32(value)))).not.toThrow()
  })
})

it('the format document has the fields where they are', () => {
  const file = fileURLToPath(new URL('../../../docs/format.md', import.meta.url))
  const doc = readFileSync(file, 'utf8')
  const section = doc.slice(doc.indexOf('## 14. Key files'), doc.indexOf('## Appendix'))
  const rows = [...section.matchAll(/^\| (\d+)–(\d+) \|/gm)].map(([, from, to]) => [
    Number(from),
    Number(to) + 1,
  ])
  expect(rows).toEqual(FIELDS.map(([, from, to]) => [from, to]))
})
