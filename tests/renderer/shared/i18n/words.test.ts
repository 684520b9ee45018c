import { describe, expect, it } from 'vitest'
import { errorsEn } from '../../../../renderer/shared/i18n/en/errors.ts'
import { en } from '../../../../renderer/shared/i18n/en/index.ts'
import { errorsUk } from '../../../../renderer/shared/i18n/uk/errors.ts'
import { uk } from '../../../../renderer/shared/i18n/uk/index.ts'
import { ERROR_CODES } from '../../../../shared/errors.ts'

/** Dotted keys with their texts. */
function texts(tree: object, path = ''): ReadonlyArray<readonly [string, string]> {
  return Object.entries(tree).flatMap(([key, value]): ReadonlyArray<readonly [string, string]> => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[at, value]] : texts(value as object, at)
  })
}

const PLURAL = /_(?:one|few|many|other)$/
const variables = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort()

const english = new Map(texts(en))
const ukrainian = new Map(texts(uk))

/** The English text that a Ukrainian key translates; any of its plural forms will do. */
const counterpart = (key: string): string | undefined =>
  english.get(key) ?? english.get(key.replace(PLURAL, '_other'))

describe('the words of the interface', () => {
  it('are the same keys in both languages, plural forms aside', () => {
    const bare = (keys: Iterable<string>) =>
      [...new Set([...keys].map((key) => key.replace(PLURAL, '')))].sort()
    expect(bare(ukrainian.keys())).toEqual(bare(english.keys()))
  })

  it('have the four plural forms of Ukrainian and the two of English', () => {
    const forms = (keys: Iterable<string>, base: string) =>
      [...keys].filter((key) => key.replace(PLURAL, '') === base && PLURAL.test(key)).length
    const bases = new Set(
      [...english.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    )
    expect(bases.size).toBeGreaterThan(10)
    for (const base of bases) {
      expect(forms(english.keys(), base), base).toBe(2)
      expect(forms(ukrainian.keys(), base), base).toBe(4)
    }
  })

  it('take the same variables in both languages', () => {
    for (const [key, text] of ukrainian) {
      const other = counterpart(key)
      expect(other, key).toBeDefined()
      expect(variables(text), key).toEqual(variables(other ?? ''))
    }
  })

  it('are nowhere empty and nowhere have blanks at an end', () => {
    for (const [key, text] of [...english, ...ukrainian]) {
      expect(text, key).not.toBe('')
      expect(text.trim(), key).toBe(text)
    }
  })

  it('have no letter of the other alphabet in a word', () => {
    for (const [key, text] of ukrainian) {
      const mixed = text.match(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u)
      expect(mixed, key).toBeNull()
      // Letters that Russian has and Ukrainian has not.
      expect(text.match(/[ыэъё]/i), key).toBeNull()
    }
    for (const [key, text] of english) expect(text.match(/\p{Script=Cyrillic}/u), key).toBeNull()
  })

  it('say of every failure what happened, what was kept safe and what to do next', () => {
    for (const code of ERROR_CODES) {
      for (const words of [errorsEn[code], errorsUk[code]]) {
        for (const sentence of [words.what, words.safe, words.next]) {
          expect(sentence, code).toMatch(/[.]$/)
        }
      }
      expect(errorsUk[code].what, code).not.toBe(errorsEn[code].what)
    }
  })

  it('tell apart what people confuse most: a wrong passphrase and a damaged vault', () => {
    for (const words of [errorsEn, errorsUk]) {
      const said = [
        words.wrong_passphrase,
        words.header_damaged,
        words.vault_in_use,
        words.newer_format,
      ]
      expect(new Set(said.map(({ what }) => what)).size).toBe(said.length)
      expect(new Set(said.map(({ next }) => next)).size).toBe(said.length)
    }
  })
})
