/** Recovery codes in two languages: the same bits, read however a tired person typed them, and nothing else. */
import { readFileSync } from 'node:fs'
import { entropyToMnemonic } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'
import {
  canonicalRecoveryCode,
  judgeRecoveryCode,
  newRecoveryCode,
  spellRecoveryCode,
} from '../../../electron/vault/crypto/recoveryCode.ts'
import { UKRAINIAN_WORDS } from '../../../electron/vault/crypto/wordsUk.ts'

const ALPHABET = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'
const fold = (word: string) => word.replace(/[ії]/g, 'и').replace(/ґ/g, 'г')
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const UKRAINIAN = 'йцукенгшщзхїфівапролджєячсмитьбю'
const typedIn = (text: string, from: string, to: string) =>
  [...text].map((letter) => to[from.indexOf(letter)] ?? letter).join('')

describe('the Ukrainian words', () => {
  it('are 2048 of 4 to 9 Ukrainian letters, in the order of the alphabet', () => {
    expect(UKRAINIAN_WORDS).toHaveLength(2048)
    for (const word of UKRAINIAN_WORDS)
      expect(word).toMatch(/^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]{4,9}$/)
    const rank = (word: string) =>
      [...word].map((letter) => String.fromCharCode(65 + ALPHABET.indexOf(letter))).join('')
    const ranks = UKRAINIAN_WORDS.map(rank)
    expect(ranks).toEqual([...ranks].sort((a, b) => (a < b ? -1 : 1)))
  })

  it('differ in their first four letters, even where і, и, ї and г, ґ are taken for one another', () => {
    expect(new Set(UKRAINIAN_WORDS.map((word) => fold(word).slice(0, 4))).size).toBe(2048)
  })

  it('stand in the format document as they are', () => {
    const doc = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8')
    const listed = (language: string) =>
      new RegExp(`\`\`\`words-${language}\\n([^\`]*)\`\`\``).exec(doc)?.[1]?.trim().split(/\s+/)
    expect(listed('uk')).toEqual(UKRAINIAN_WORDS)
    expect(listed('en')).toEqual(english)
  })
})

describe.each(['en', 'uk'] as const)('a code in “%s”', (language) => {
  const code = newRecoveryCode(language)
  const canonical = canonicalRecoveryCode(code)
  const words = code.split(' ')

  it('is twelve words whose English spelling goes to the key', () => {
    expect(words).toHaveLength(12)
    if (!canonical) expect.fail('it is a code')
    for (const word of canonical.split(' ')) expect(english).toContain(word)
    for (const other of ['en', 'uk'] as const) {
      expect(canonicalRecoveryCode(spellRecoveryCode(canonical, other))).toBe(canonical)
    }
  })

  it('is read in any case, numbered, with punctuation, by its beginnings and in the other layout', () => {
    const other =
      language === 'en' ? typedIn(code, LATIN, UKRAINIAN) : typedIn(code, UKRAINIAN, LATIN)
    const forms = [
      code.toUpperCase(),
      words.map((word, index) => `${index + 1}. ${word},\n`).join(''),
      words.map((word) => word.slice(0, 4)).join('  '),
      `“${words.join('; ')}”.`,
      other,
      other.toUpperCase(),
    ]
    for (const form of forms.slice(0, -1)) expect(canonicalRecoveryCode(form)).toBe(canonical)
  })

  it('is nothing when a word is missing, foreign, or of the other list', () => {
    expect(canonicalRecoveryCode(words.slice(1).join(' '))).toBeUndefined()
    expect(canonicalRecoveryCode(words.with(4, 'ххххх').join(' '))).toBeUndefined()
    const foreign = language === 'en' ? UKRAINIAN_WORDS[0] : english[0]
    expect(canonicalRecoveryCode(words.with(2, foreign ?? '').join(' '))).toBeUndefined()
  })

  it('is said to be mistyped, and where', () => {
    expect(judgeRecoveryCode(code)).toEqual({ is: 'code' })
    const twice = words.with(3, 'ыыыыы').with(7, 'qqqqq').join(' ')
    expect(judgeRecoveryCode(twice)).toEqual({ is: 'mistyped', unknown: [3, 7] })
    expect(judgeRecoveryCode('просто довга парольна фраза')).toEqual({ is: 'other' })
  })
})

const APOSTROPHES = [..."'’‘‛ʼʻʹˈ`´′＇"]

it.each(APOSTROPHES)('passes over an apostrophe that is typed as %s', (sign) => {
  const code = newRecoveryCode('uk')
  const [first = '', ...others] = code.split(' ')
  const typed = [`${first.slice(0, 2)}${sign}${first.slice(2)}`, ...others].join(' ')
  expect(canonicalRecoveryCode(typed)).toBe(canonicalRecoveryCode(code))
  expect(canonicalRecoveryCode(typed.toUpperCase())).toBe(canonicalRecoveryCode(code))
})

it('is read when a Russian layout was on, in either language', () => {
  const russian = UKRAINIAN.replace('і', 'ы').replace('є', 'э').replace('ї', 'ъ')
  // Every letter that differs: s in English; і, є and ї in Ukrainian.
  const inEnglish = entropyToMnemonic(Buffer.from('sss!'.repeat(4)), [...english])
  expect(inEnglish).toContain('s')
  const typed = typedIn(inEnglish, LATIN, russian)
  expect(typed).toContain('ы')
  expect(canonicalRecoveryCode(typed)).toBe(inEnglish)
  for (let left = 20; left > 0; left -= 1) {
    const code = newRecoveryCode('uk')
    expect(canonicalRecoveryCode(typedIn(code, UKRAINIAN, russian))).toBe(
      canonicalRecoveryCode(code),
    )
  }
})

it('takes і, и and ї, г and ґ for one another', () => {
  const code = newRecoveryCode('uk')
  const smudged = code.replace(/[їи]/g, 'і').replace(/ґ/g, 'г')
  expect(canonicalRecoveryCode(smudged)).toBe(canonicalRecoveryCode(code))
})

it('notices fifteen of sixteen words put in the place of another', () => {
  const words = newRecoveryCode('uk').split(' ')
  const passed = UKRAINIAN_WORDS.filter((word) =>
    canonicalRecoveryCode(words.with(0, word).join(' ')),
  )
  expect(passed.length).toBeLessThan(2048 / 8)
  expect(passed).toContain(words[0])
})
