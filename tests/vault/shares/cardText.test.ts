import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { inOtherLayouts } from '../../../electron/vault/crypto/typedWords.ts'
import { UKRAINIAN_WORDS } from '../../../electron/vault/crypto/wordsUk.ts'
import { SHARE_BYTES, type ShareCard } from '../../../electron/vault/shares/card.ts'
import {
  CARD_WORDS,
  cardQr,
  cardWords,
  readCardText,
  type WordList,
} from '../../../electron/vault/shares/cardText.ts'
import { splitSecret } from '../../../electron/vault/shares/split.ts'
import { ALL_WORD_LISTS } from '../../../electron/vault/shares/wordLists.ts'
import { failure, failureCode, NATIVE } from '../../support/coreVault.ts'

/** Words with apostrophes, as the Ukrainian list has them. */
const apostrophes = english.map((word, index) =>
  index % 2 === 0
    ? `м’я${[...word].map((l) => String.fromCodePoint(l.charCodeAt(0) + 0x3cf)).join('')}`
    : word,
)

let card: ShareCard
let words: readonly string[] = []
const read = (text: string, lists: readonly WordList[] = [english]) =>
  readCardText(NATIVE, text, lists)

beforeAll(async () => {
  const request = { vaultId: Buffer.alloc(16, 3), purpose: 'vault', k: 2, n: 3 } as const
  const cards = await splitSecret(NATIVE, request, Secret.random(32))
  // A share with letters that keyboards and readers exchange in its words: by chance there would be none now and then.
  card = { ...(cards[1] as ShareCard), share: Buffer.alloc(SHARE_BYTES, 'sss!') }
  words = cardWords(NATIVE, card, english)
})

describe('a card in words', () => {
  it('is 40 words of the list and comes back', () => {
    expect(words).toHaveLength(40)
    expect(CARD_WORDS).toBe(40)
    for (const word of words) expect(english).toContain(word)
    expect(read(words.join(' '))).toEqual(card)
  })

  it('is read as people type it', () => {
    const numbered = words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n')
    expect(read(numbered)).toEqual(card)
    expect(read(`  ${words.join(',\t')}.\r\n`)).toEqual(card)
    expect(read(words.map((word, index) => `${index + 1}) ${word}`).join('; '))).toEqual(card)
  })

  it('is read with any apostrophe or none', () => {
    const own = cardWords(NATIVE, card, apostrophes)
    expect(own.join(' ')).toContain('’')
    for (const sign of ['’', "'", 'ʼ', '`', '‘', '´', ''])
      expect(read(own.join(' ').replaceAll('’', sign), [english, apostrophes])).toEqual(card)
  })

  it('is read with і, и, ї and г, ґ taken for one another', () => {
    const own = cardWords(NATIVE, card, UKRAINIAN_WORDS)
    const mixed = own.map((word) => word.replace(/[іи]/g, 'ї').replaceAll('г', 'ґ')).join(' ')
    expect(mixed).not.toBe(own.join(' '))
    expect(read(mixed, ALL_WORD_LISTS)).toEqual(card)
  })

  it('is read when the wrong keyboard layout was on, numbered and in capital letters too', () => {
    const forms = [
      [words, 1],
      [cardWords(NATIVE, card, UKRAINIAN_WORDS), 0],
    ] as const
    for (const [own, layout] of forms) {
      const typed = own.map((word) => inOtherLayouts(word)[layout] ?? '')
      expect(typed).not.toEqual(own)
      expect(read(typed.join(' '), ALL_WORD_LISTS)).toEqual(card)
      const numbered = typed.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n')
      expect(read(numbered, ALL_WORD_LISTS)).toEqual(card)
    }
  })

  it('is read when a Russian layout was on', () => {
    const russian = (text: string) => text.replace(/і/g, 'ы').replace(/є/g, 'э').replace(/ї/g, 'ъ')
    const own = cardWords(NATIVE, card, UKRAINIAN_WORDS).join(' ')
    expect(russian(own)).not.toBe(own)
    expect(read(russian(own), ALL_WORD_LISTS)).toEqual(card)
    const typed = russian(words.map((word) => inOtherLayouts(word)[1] ?? '').join(' '))
    expect(typed).toContain('ы')
    expect(read(typed, ALL_WORD_LISTS)).toEqual(card)
  })

  it('typed with the wrong layout on is damaged when one of its words is wrong', async () => {
    const other = english[(english.indexOf(words[7] ?? '') + 1) % 2048] ?? ''
    const typed = inOtherLayouts(words.with(7, other).join(' '))[1] ?? ''
    expect(await failureCode(() => read(typed, ALL_WORD_LISTS))).toBe('card_damaged')
  })

  it('is found to be of the list that knows its words', () => {
    expect(read(words.join(' '), [apostrophes, english])).toEqual(card)
  })

  it('names the first word that is in no list', async () => {
    const error = await failure(() => read(words.with(16, 'zzzz').with(30, 'yyyy').join(' ')))
    expect([error.code, error.details]).toEqual(['card_damaged', { word: 17 }])
  })

  it('says how many words there are when it is not forty', async () => {
    for (const text of [words.slice(1).join(' '), `${words.join(' ')} ${words[0]}`, '']) {
      const error = await failure(() => read(text))
      const count = text.split(' ').filter((word) => word !== '').length
      expect([error.code, error.details]).toEqual(['card_damaged', { words: count }])
    }
  })

  it('is damaged when one word is another of the list, at each place', async () => {
    for (let at = 0; at < CARD_WORDS; at += 1) {
      const other = english[(english.indexOf(words[at] ?? '') + 1) % 2048] ?? ''
      expect(await failureCode(() => read(words.with(at, other).join(' ')))).toBe('card_damaged')
    }
  })

  it('is damaged when two neighbours change places', async () => {
    const at = words.findIndex((word, index) => word !== words[index + 1])
    const swapped = words.with(at, words[at + 1] ?? '').with(at + 1, words[at] ?? '')
    expect(await failureCode(() => read(swapped.join(' ')))).toBe('card_damaged')
  })
})

describe('a card in a QR code', () => {
  it('is a text that the densest letters of a QR code can hold, and comes back', () => {
    const text = cardQr(NATIVE, card)
    expect(text).toMatch(/^EMANET-SHARE-1:[A-Z2-7]{88}$/)
    expect(read(text)).toEqual(card)
  })

  it('is read in small letters, broken into lines, and with digits for the letters they look like', () => {
    const text = cardQr(NATIVE, card)
    expect(read(text.toLowerCase())).toEqual(card)
    expect(read(`${text.slice(0, 40)}\n ${text.slice(40)}\n`)).toEqual(card)
    const [prefix, digits = ''] = text.split(/(?<=:)/)
    const typed = digits.replaceAll('O', '0').replaceAll('I', '1').replaceAll('B', '8')
    expect(read(`${prefix}${typed}`)).toEqual(card)
  })

  it('is damaged when a letter is wrong, missing or too many', async () => {
    const text = cardQr(NATIVE, card)
    const wrong = [text.slice(0, -1), `${text}A`, `${text.slice(0, -1)}9`]
    for (let at = 15; at < text.length; at += 1)
      wrong.push(text.slice(0, at) + (text[at] === 'A' ? 'C' : 'A') + text.slice(at + 1))
    for (const each of wrong) expect(await failureCode(() => read(each))).toBe('card_damaged')
  })

  it('of a version to come is said to be newer', async () => {
    const text = cardQr(NATIVE, card).replace('SHARE-1', 'SHARE-2')
    expect(await failureCode(() => read(text))).toBe('newer_format')
  })
})
