/** The words of every language, held against English: nothing is missing, left over, or written with foreign letters. */
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../../electron/main/words.ts'
import { ERROR_TEXTS, WORDS } from '../../../../renderer/shared/i18n/words.ts'
import { ERROR_CODES } from '../../../../shared/errors.ts'
import { MODEL_LABELS } from '../../../../shared/i18n/index.ts'
import { LANGUAGE_FACTS, LANGUAGES, type Language } from '../../../../shared/i18n/languages.ts'

/** Dotted keys with their texts. */
function texts(tree: object, path = ''): ReadonlyArray<readonly [string, string]> {
  return Object.entries(tree).flatMap(([key, value]): ReadonlyArray<readonly [string, string]> => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[at, value]] : texts(value as object, at)
  })
}

const PLURAL = /_(?:one|few|many|other)$/
const bare = (key: string) => key.replace(PLURAL, '')
const bases = (keys: Iterable<string>) => [...new Set([...keys].map(bare))].sort()
const variables = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort()

/** What every language says: the screens, the failures, the model and main. */
const said = (language: Language) =>
  new Map([
    ...texts(WORDS[language]),
    ...texts(ERROR_TEXTS[language], 'error'),
    ...texts(MODEL_LABELS[language], 'model'),
    ...texts(wordsOf(language), 'main'),
  ])
const english = said('en')
const counterpart = (key: string): string =>
  english.get(key) ?? english.get(`${bare(key)}_other`) ?? ''

const screens = new Map(texts(WORDS.en))
const counted = new Set([...screens.keys()].filter((key) => PLURAL.test(key)).map(bare))
const others = LANGUAGES.filter((language) => language !== 'en')

const CYRILLIC = /\p{Script=Cyrillic}/u
/** Letters that a language with the same script has and this one has not. */
const FOREIGN: Readonly<Record<keyof typeof LANGUAGE_FACTS, RegExp>> = {
  en: /\p{Script=Cyrillic}|[âçğıñöşüÇĞİÑÖŞÜ]/u,
  uk: /[ыэъё]/iu,
  ru: /[іїєґ]/iu,
  tr: /\p{Script=Cyrillic}|[ñÑ]/u,
  // Nor the commonest words and endings of Turkish, which is not what its readers speak.
  crh: /\p{Script=Cyrillic}|(?<!\p{L})(?:için|değil|olarak|kadar|daha|var|yok|evet|hayır)(?!\p{L})|[ıiuü]yor/iu,
}

/** Names, abbreviations and signs that are the same everywhere; words in Latin script that languages share. */
const SAME_EVERYWHERE =
  /^(?:Emanet|Ctrl|Shift|Enter|Esc|SHA-256|SHA-512|MIME|QR|PDF|Word|CSV|GPS|EXIF|OK|[A-Z]\d?|…|—|\d.*)$/
const SHARED_LATIN: readonly string[] = ['Ombudsman', 'video']

/** A Latin letter in place of a Cyrillic word of one letter; a grade stands before a sign, as in "A: ". */
const ONE_LETTER = /(?<![\p{L}\d-])[aciokyACKO](?![\p{L}\d:.-])/u

describe.each(others)('the words in %s', (language) => {
  const own = said(language)
  const cyrillic = LANGUAGE_FACTS[language].locale.match(/^(?:uk|ru)/) !== null

  it('are the same keys as in English, plural forms aside', () => {
    expect(bases(own.keys())).toEqual(bases(english.keys()))
  })

  it('have all plural forms of the language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(
      LANGUAGE_FACTS[language].locale,
    ).resolvedOptions()
    expect(counted.size).toBeGreaterThan(10)
    for (const base of counted) {
      const forms = [...own.keys()].filter((key) => bare(key) === base && PLURAL.test(key))
      const wanted = pluralCategories.map((form) => `${base}_${form}`)
      expect(forms.sort(), base).toEqual(wanted.sort())
    }
  })

  it('take the same variables as in English', () => {
    for (const [key, text] of own) {
      expect(variables(text), key).toEqual(variables(counterpart(key)))
    }
  })

  it('have no letter of another alphabet', () => {
    for (const [key, text] of own) {
      // A Latin letter that looks like a Cyrillic one is found by no search.
      const mixed = text.match(
        /\p{Script=Cyrillic}[\p{Script=Latin}]|\p{Script=Latin}\p{Script=Cyrillic}/u,
      )
      expect(mixed, key).toBeNull()
      expect(text.match(FOREIGN[language]), `${key}: ${text}`).toBeNull()
      const plain = text.replaceAll(/`[^`]*`|\{\{\w+\}\}/g, '')
      if (cyrillic && CYRILLIC.test(plain)) {
        expect(plain.match(ONE_LETTER), `${key}: ${text}`).toBeNull()
      }
    }
  })

  it('are nowhere left in English', () => {
    const left = [...own]
      .filter(([key, text]) => text === counterpart(key) && !SAME_EVERYWHERE.test(text))
      .filter(([, text]) => /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')))
      .filter(([, text]) => cyrillic || !SHARED_LATIN.includes(text))
    expect(left).toEqual([])
    if (!cyrillic) return
    const unwritten = [...own].filter(
      ([key, text]) =>
        /[a-z]{3}/i.test(text.replaceAll(/\{\{\w+\}\}/g, '')) &&
        !CYRILLIC.test(text) &&
        text !== counterpart(key),
    )
    expect(unwritten).toEqual([])
  })
})

describe('the words in every language', () => {
  it('are nowhere empty and nowhere have blanks at an end, or two of them', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of said(language)) {
        expect(text, `${language} ${key}`).not.toBe('')
        expect(text.trim(), `${language} ${key}`).toBe(text)
        expect(text, `${language} ${key}`).not.toContain('  ')
      }
    }
  })

  it('have no foreign letter in English', () => {
    for (const [key, text] of english) expect(text.match(FOREIGN.en), key).toBeNull()
  })

  it('say of every failure what happened, what was kept safe and what to do next', () => {
    for (const code of ERROR_CODES) {
      for (const language of LANGUAGES) {
        const words = ERROR_TEXTS[language][code]
        for (const sentence of [words.what, words.safe, words.next]) {
          expect(sentence, `${language} ${code}`).toMatch(/[.]$/)
        }
        if (language !== 'en') expect(words.what, code).not.toBe(ERROR_TEXTS.en[code].what)
      }
    }
  })

  it('tell apart what people confuse most: a wrong passphrase and a damaged vault', () => {
    for (const language of LANGUAGES) {
      const words = ERROR_TEXTS[language]
      const about = [
        words.wrong_passphrase,
        words.header_damaged,
        words.vault_in_use,
        words.newer_format,
      ]
      expect(new Set(about.map(({ what }) => what)).size).toBe(about.length)
      expect(new Set(about.map(({ next }) => next)).size).toBe(about.length)
    }
  })
})
