/** Words as people type them: what is taken for one another, over the whole of both lists, never makes two words one. */
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'
import { foldLetters, inOtherLayouts } from '../../../electron/vault/crypto/typedWords.ts'
import { UKRAINIAN_WORDS } from '../../../electron/vault/crypto/wordsUk.ts'

const all = [...english, ...UKRAINIAN_WORDS]

describe('the words of both lists', () => {
  it('stay different words when і, и, ї and г, ґ are taken for one another', () => {
    expect(new Set(all.map(foldLetters)).size).toBe(4096)
  })

  it('come back from the wrong layout', () => {
    const [toLatin, toUkrainian] = [0, 1].map(
      (at) => (word: string) => inOtherLayouts(word)[at] ?? '',
    )
    if (!toLatin || !toUkrainian) expect.fail('there are two layouts')
    for (const word of english) expect(toLatin(toUkrainian(word))).toBe(word)
    for (const word of UKRAINIAN_WORDS) expect(toUkrainian(toLatin(word))).toBe(word)
  })

  it('are no words of either list when typed with the wrong layout on', () => {
    const known = new Set(all.map(foldLetters))
    const typed = all.flatMap((word) => inOtherLayouts(word).filter((other) => other !== word))
    expect(typed).toHaveLength(4096)
    expect(typed.filter((word) => known.has(foldLetters(word)))).toEqual([])
  })
})
