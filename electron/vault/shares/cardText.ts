/**
 * A card as a person reads it, 40 words of a list of 2048, and as a camera reads it, the text of a QR code. Both
 * hold the same 55 bytes. Reading takes either, as people type: numbers, punctuation, line breaks, any case.
 */
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { foldLetters, inOtherLayouts, plainApostrophes, unnumbered } from '../crypto/typedWords.ts'
import { CARD_BYTES, readCard, type ShareCard, writeCard } from './card.ts'

/** 2048 different words, in the order that gives each its number. */
export type WordList = readonly string[]

const WORD_BITS = 11
const WORDS_IN_LIST = 2048
export const CARD_WORDS = (CARD_BYTES * 8) / WORD_BITS

const QR_PREFIX = 'EMANET-SHARE-1:'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BASE32_BITS = 5
const QR_DIGITS = (CARD_BYTES * 8) / BASE32_BITS

export function cardWords(sodium: Sodium, card: ShareCard, list: WordList): readonly string[] {
  invariant(list.length === WORDS_IN_LIST, 'a list has 2048 words')
  const bytes = writeCard(sodium, card)
  const words = regroup(bytes, 8, WORD_BITS).map((number) => list[number] ?? '')
  sodium.memzero(bytes)
  return words
}

/** Capital letters and digits only, which a QR code holds in the least space. */
export function cardQr(sodium: Sodium, card: ShareCard): string {
  const bytes = writeCard(sodium, card)
  const digits = regroup(bytes, 8, BASE32_BITS).map((number) => BASE32[number] ?? '')
  sodium.memzero(bytes)
  return QR_PREFIX + digits.join('')
}

/**
 * Errors: `card_damaged`, with the place of the first word that is in no list, or the number of words when it is
 * not that of a card; `newer_format`.
 */
export function readCardText(sodium: Sodium, text: string, lists: readonly WordList[]): ShareCard {
  try {
    return readBytes(sodium, qrBytes(text) ?? wordBytes(text, lists))
  } catch (error) {
    if (!isVaultError(error) || error.code !== 'card_damaged') throw error
    return readInOtherLayout(sodium, text, lists) ?? raise(error)
  }
}

/** Errors: `card_damaged`, `newer_format`. */
function readBytes(sodium: Sodium, bytes: Buffer): ShareCard {
  try {
    return readCard(sodium, bytes)
  } finally {
    sodium.memzero(bytes)
  }
}

/** Typed with the wrong layout on: taken so only when all the words are known then, and the checksum is right. */
function readInOtherLayout(
  sodium: Sodium,
  text: string,
  lists: readonly WordList[],
): ShareCard | undefined {
  for (const reading of inOtherLayouts(unnumbered(text))) {
    try {
      return readBytes(sodium, wordBytes(reading, lists))
    } catch (error) {
      if (!isVaultError(error) || error.code !== 'card_damaged') throw error
    }
  }
  return undefined
}

function raise(error: VaultError): never {
  throw error
}

/** Undefined when the text is not that of a QR code. */
function qrBytes(text: string): Buffer | undefined {
  const tight = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
  const [, version, digits = ''] = /EMANET-SHARE-(\d+):([A-Z0-9]*)/.exec(tight) ?? []
  if (version === undefined) return undefined
  if (version !== '1') throw new VaultError('newer_format')
  // Digits that base32 has not, typed for the letters they look like.
  const typed = digits.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B')
  const numbers = [...typed].map((digit) => BASE32.indexOf(digit))
  if (numbers.length !== QR_DIGITS || numbers.includes(-1)) throw new VaultError('card_damaged')
  return Buffer.from(regroup(numbers, BASE32_BITS, 8))
}

/** The list that knows the most of the words is the one they are from. */
function wordBytes(text: string, lists: readonly WordList[]): Buffer {
  const words = foldWords(text)
  if (words.length !== CARD_WORDS) throw new VaultError('card_damaged', { words: words.length })
  const readings = lists.map((list) => {
    const numbers = numbersOf(list)
    return words.map((word) => numbers.get(word) ?? -1)
  })
  const known = (reading: readonly number[]) => reading.filter((number) => number >= 0).length
  const [best = []] = readings.toSorted((a, b) => known(b) - known(a))
  const unknown = best.indexOf(-1)
  if (unknown >= 0) throw new VaultError('card_damaged', { word: unknown + 1 })
  return Buffer.from(regroup(best, WORD_BITS, 8))
}

/**
 * Letters only, in lower case, those that are taken for one another as one. An apostrophe inside a word is left out, as
 * there are many ways to type it.
 */
const foldWords = (text: string): readonly string[] =>
  plainApostrophes(text)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu)
    ?.map(foldLetters) ?? []

const foldedLists = new WeakMap<WordList, ReadonlyMap<string, number>>()

function numbersOf(list: WordList): ReadonlyMap<string, number> {
  let numbers = foldedLists.get(list)
  if (!numbers) {
    numbers = new Map(list.map((word, number) => [foldWords(word).join(''), number]))
    invariant(
      numbers.size === WORDS_IN_LIST,
      'a list has 2048 words that differ when typed plainly',
    )
    foldedLists.set(list, numbers)
  }
  return numbers
}

/** The same bits, most significant first, in groups of another size; both sizes divide the bits of a card. */
function regroup(groups: Iterable<number>, from: number, to: number): number[] {
  const out: number[] = []
  let pending = 0
  let bits = 0
  for (const group of groups) {
    pending = (pending << from) | group
    bits += from
    while (bits >= to) {
      bits -= to
      out.push((pending >> bits) & ((1 << to) - 1))
    }
    pending &= (1 << bits) - 1
  }
  return out
}
