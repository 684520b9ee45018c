/** What a person types becomes the same bytes on every keyboard, and a recovery code survives being copied by hand. */
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'
import { checkCost, KDF_POLICY } from '../../../electron/vault/crypto/kdf.ts'
import {
  deriveMaster,
  kdfInput,
  MAX_PASSPHRASE_BYTES,
} from '../../../electron/vault/crypto/passphrase.ts'
import {
  canonicalRecoveryCode,
  judgeRecoveryCode,
  newRecoveryCode,
} from '../../../electron/vault/crypto/recoveryCode.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { failureCode, NATIVE } from '../../support/coreVault.ts'

const input = (text: string) => kdfInput(Secret.fromText(text)).bytes.toString('utf8')

describe('a passphrase', () => {
  it.each([
    ['й as one code point and as two', 'мо\u0439', 'мо\u0438\u0306'],
    ['Turkish İ', '\u0130stanbul', 'I\u0307stanbul'],
    ['Crimean Tatar ñ', 'ta\u00f1', 'tan\u0303'],
    ['full-width digits', '１２３', '123'],
    ['the ligature ﬁ', 'ﬁle', 'file'],
  ])('is the same with %s', (_name, composed, decomposed) => {
    expect(composed).not.toBe(decomposed)
    expect(input(composed)).toBe(input(decomposed))
  })

  it.each([
    ['i and ı', 'ısı', 'isi'],
    ['Latin a and Cyrillic а', 'a', 'а'],
    ['a space at the end', 'word', 'word '],
    ['case', 'Word', 'word'],
    ['й and и', 'й', 'и'],
  ])('differs with %s', (_name, one, other) => {
    expect(input(one)).not.toBe(input(other))
  })

  it('loses a byte order mark at its start, which an editor put there', () => {
    expect(input('\ufeffword')).toBe('word')
  })

  it('is refused when it is empty, too long or not UTF-8', async () => {
    expect(await failureCode(() => kdfInput(Secret.fromText('')))).toBe('passphrase_too_weak')
    const long = (length: number) => kdfInput(Secret.fromText('a'.repeat(length))).length
    expect(long(MAX_PASSPHRASE_BYTES - 1)).toBe(MAX_PASSPHRASE_BYTES - 1)
    expect(long(MAX_PASSPHRASE_BYTES)).toBe(MAX_PASSPHRASE_BYTES)
    expect(await failureCode(() => long(MAX_PASSPHRASE_BYTES + 1))).toBe('bad_input')
    const latin1 = Secret.fromBytes(Buffer.from([0x63, 0xe9]))
    expect(await failureCode(() => kdfInput(latin1))).toBe('bad_input')
  })
})

describe('the cost of key derivation', () => {
  const { minimum, maximum } = KDF_POLICY

  it('is at least libsodium’s MODERATE and offers SENSITIVE', () => {
    expect(KDF_POLICY.levels.moderate).toEqual({ ops: 3, memKiB: 256 * 1024 })
    expect(KDF_POLICY.levels.sensitive).toEqual({ ops: 4, memKiB: 1024 * 1024 })
    expect(minimum).toEqual(KDF_POLICY.levels.moderate)
    for (const level of Object.values(KDF_POLICY.levels)) checkCost(level, KDF_POLICY)
  })

  it.each([
    ['fewer passes', { ...minimum, ops: minimum.ops - 1 }],
    ['less memory', { ...minimum, memKiB: minimum.memKiB - 1 }],
    ['more passes', { ...maximum, ops: maximum.ops + 1 }],
    ['more memory', { ...maximum, memKiB: maximum.memKiB + 1 }],
  ])('is refused with %s than the policy', async (_name, cost) => {
    checkCost(minimum, KDF_POLICY)
    checkCost(maximum, KDF_POLICY)
    expect(await failureCode(() => checkCost(cost, KDF_POLICY))).toBe('kdf_out_of_range')
  })

  it('is checked before any memory is taken', async () => {
    const never = { ...NATIVE, pwhash: () => expect.fail('no memory may be taken') }
    const cost = { ...maximum, memKiB: maximum.memKiB + 1 }
    const derive = () =>
      deriveMaster(never, Secret.fromText('x'), Buffer.alloc(16), cost, KDF_POLICY)
    expect(await failureCode(derive)).toBe('kdf_out_of_range')
  })
})

describe('a recovery code', () => {
  it('is twelve words of the list, and new every time', () => {
    const codes = Array.from({ length: 50 }, () => newRecoveryCode())
    for (const code of codes) {
      expect(code.split(' ')).toHaveLength(12)
      expect(code.split(' ').every((word) => wordlist.includes(word))).toBe(true)
      expect(canonicalRecoveryCode(code)).toBe(code)
    }
    expect(new Set(codes).size).toBe(50)
  })

  it('opens the same whatever the case, spacing, numbers and line breaks', () => {
    const code = newRecoveryCode()
    const words = code.split(' ')
    const spellings = [
      code.toUpperCase(),
      `  ${words.join('\n')}\n`,
      words.map((word, index) => `${index + 1}. ${word}`).join(', '),
      words.join('-'),
      words.map((word, index) => `${index + 1})${word}`).join('\t'),
    ]
    for (const spelling of spellings) expect(input(spelling)).toBe(code)
  })

  it('is not recognised with a wrong, missing or further word', () => {
    const words = newRecoveryCode().split(' ')
    const code = words.join(' ')
    expect(canonicalRecoveryCode(words.slice(0, 11).join(' '))).toBeUndefined()
    expect(canonicalRecoveryCode([...words, 'abandon'].join(' '))).toBeUndefined()
    expect(canonicalRecoveryCode(words.with(3, 'шифр').join(' '))).toBeUndefined()
    expect(judgeRecoveryCode(code).is).toBe('code')
    expect(judgeRecoveryCode(words.with(3, 'abandn').join(' ')).is).toBe('mistyped')
    expect(judgeRecoveryCode(words.slice(1).join(' ')).is).toBe('mistyped')
    expect(judgeRecoveryCode('correct horse battery staple').is).toBe('other')
  })

  it('has a checksum that notices most exchanged words', () => {
    const words = newRecoveryCode().split(' ')
    const passed = wordlist.filter((word) => canonicalRecoveryCode(words.with(0, word).join(' ')))
    // 4 bits of checksum: one replacement in sixteen.
    expect(passed.length).toBeLessThan(wordlist.length / 8)
  })
})
