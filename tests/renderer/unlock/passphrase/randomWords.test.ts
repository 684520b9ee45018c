import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it, vi } from 'vitest'
import { estimateStrength } from '../../../../electron/ipc/passphrase/estimate.ts'
import { randomWords, SUGGESTED_WORDS } from '../../../../renderer/unlock/passphrase/randomWords.ts'

describe('a suggested passphrase', () => {
  it('is five words of the list', () => {
    const words = randomWords().split(' ')
    expect(words).toHaveLength(SUGGESTED_WORDS)
    for (const word of words) expect(wordlist).toContain(word)
  })
  it('reaches every word of the list, the first and the last too, each by the same share of numbers', () => {
    expect(65_536 % wordlist.length).toBe(0)
    for (const pick of [0, wordlist.length - 1, 65_535]) {
      vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
        ;(array as Uint16Array).fill(pick)
        return array
      })
      expect(randomWords(1)).toBe(wordlist[pick % wordlist.length])
    }
  })
  it('is never the same twice in a thousand', () => {
    expect(new Set(Array.from({ length: 1000 }, () => randomWords())).size).toBe(1000)
  })
  it('passes the program’s own rule at the odds it has: 55 bits', () => {
    const log10Guesses = SUGGESTED_WORDS * Math.log10(wordlist.length)
    expect(estimateStrength(randomWords(), () => log10Guesses).acceptable).toBe(true)
  })
})
