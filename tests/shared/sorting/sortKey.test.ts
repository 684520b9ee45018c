import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../shared/i18n/languages.ts'
import {
  comparing,
  LAST_KEY,
  sortedBy,
  sortKey,
  sortKeyFrom,
} from '../../../shared/sorting/sortKey.ts'

const inOrder = (language: Language, words: readonly string[]) => {
  expect(words.toReversed().sort(comparing(language))).toEqual(words)
  expect(sortedBy(language, words.toReversed(), (word) => word)).toEqual(words)
}

const sign = (language: Language, a: string, b: string): number => {
  const [left, right] = [sortKey(language, a), sortKey(language, b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const UKRAINIAN = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'
const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const ENGLISH = 'abcdefghijklmnopqrstuvwxyz'
const TURKISH = 'abcçdefgğhıijklmnoöprsştuüvyz'
const CRIMEAN_TATAR = 'aâbcçdefgğhıijklmnñoöpqrsştuüvyz'
const MARKED = 'áàâäãåčćçěéêëğíîïñńóôöőřšşśúûüűýžźż'
const ALL = [...UKRAINIAN, ...RUSSIAN, ...CRIMEAN_TATAR, ...ENGLISH, ...MARKED]

describe('the order of a language', () => {
  it('is that of its alphabet, in small letters and in capitals', () => {
    inOrder('uk', [...UKRAINIAN])
    inOrder('uk', [...UKRAINIAN.toUpperCase()])
    inOrder('ru', [...RUSSIAN])
    inOrder('ru', [...RUSSIAN.toUpperCase()])
    inOrder('en', [...ENGLISH])
    inOrder('tr', [...TURKISH])
    inOrder('tr', [...TURKISH.toLocaleUpperCase('tr')])
    inOrder('crh', [...CRIMEAN_TATAR])
    inOrder('crh', [...CRIMEAN_TATAR.toLocaleUpperCase('tr')])
  })

  it('has the words of every letter of the Crimean Tatar alphabet between those of its neighbours', () => {
    inOrder(
      'crh',
      [...CRIMEAN_TATAR].flatMap((letter) => [`a${letter}`, `a${letter}a`, `a${letter}z`]),
    )
    inOrder('crh', ['Cepparov', 'Çiygöz', 'Danışman', 'Gafarov', 'Ğafarov', 'Ilyasov', 'İbraimov'])
    inOrder('crh', ['Qurtseit', 'Razov', 'Suleyman', 'Şevket', 'Usein', 'Ümerov', 'Veli'])
  })

  it('has Ґ, Є, І, Ї and Ь where Ukrainian has them', () => {
    inOrder('uk', ['Гук', 'Ґалаґан', 'Дуб', 'Ель', 'Єва', 'Жук', 'Илля', 'Іван', 'Їжак', 'Йосип'])
    inOrder('uk', ['ращ', 'раь', 'раю', 'рая'])
    // Elsewhere they are letters of another alphabet beside those they are like.
    inOrder('ru', ['Гак', 'Ґалаґан', 'Гук'])
    inOrder('ru', ['Елец', 'Ёлка', 'Ель'])
  })

  it('tells ı from i where Turkish does, and nowhere else makes two of I', () => {
    inOrder('tr', ['Iraz', 'Işık', 'İbrahim', 'İlmi', 'ipek'])
    inOrder('crh', ['Iraz', 'Işıq', 'İbraim', 'İlmi', 'ipek'])
    inOrder('en', ['Ibrahim', 'ilmi', 'Iraz'])
    for (const language of ['tr', 'crh'] as const) {
      expect(sign(language, 'İBRAİM', 'ibraim')).toBe(sign(language, 'Z', 'y'))
      expect(sortKey(language, 'ıraz') < sortKey(language, 'ibraim')).toBe(true)
    }
  })

  it('puts its own script first and letters of others behind', () => {
    inOrder('uk', ['2', 'Яна', 'Anna', 'Ωμέγα', 'عثمان'])
    inOrder('ru', ['2', 'Яна', 'Anna', 'Ωμέγα', 'عثمان'])
    for (const language of ['en', 'tr', 'crh'] as const) inOrder(language, ['2', 'Zoya', 'Анна'])
  })

  it('goes by what a number counts, wherever it stands', () => {
    for (const language of LANGUAGES) {
      inOrder(language, ['СІЗО-1', 'СІЗО-2', 'СІЗО-8', 'СІЗО-11', 'СІЗО-А'])
      inOrder(language, ['IK 2', 'IK 16', 'IK 16 A', `IK 1${'0'.repeat(40)}`])
      expect(sign(language, 'IK-007', 'IK-7')).toBe(0)
    }
  })

  it('does not look at case, apostrophes, how a letter is composed, or how wide a gap is', () => {
    for (const language of LANGUAGES) {
      expect(sign(language, "Темер'янов", 'ТЕМЕРʼЯНОВ')).toBe(0)
      expect(sign(language, 'Йосип'.normalize('NFD'), 'йосип')).toBe(0)
      expect(sign(language, 'Çelebi'.normalize('NFD'), 'çelebi')).toBe(0)
      expect(sign(language, 'Абла  - Амет', ' Абла Амет. ')).toBe(0)
      inOrder(language, ['Аблаєв', 'Аблаєв Амет', 'Аблаєв-Бекір', 'Аблаєва'])
    }
  })

  it('puts what has no letter last', () => {
    for (const language of LANGUAGES) {
      inOrder(language, ['2', 'я', 'عثمان', '—'].toSorted(comparing(language)))
      expect(sortKey(language, ' — ')).toBe(LAST_KEY)
      expect(sortKey(language, '')).toBe(LAST_KEY)
    }
  })

  it('is the same in UTF-8, by which the index sorts', () => {
    const bytes = (language: Language, text: string) => Buffer.from(sortKey(language, text), 'utf8')
    const text = fc
      .array(fc.constantFrom(...ALL, ' ', '7', 'Ω', 'ع', '𝔸'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), text, text, (language, a, b) => {
        expect(Buffer.compare(bytes(language, a), bytes(language, b))).toBe(sign(language, a, b))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('beside the collator of the runtime', () => {
  // Apostrophes and the gap that a hyphen is weigh with it, and a Turkish Î is an accented ı to it: neither is how
  // people look for a name.
  const capitals = ALL.map((letter) => letter.toUpperCase()).filter(
    (letter) => !/[ÍÎÏ]/.test(letter),
  )
  const letters = fc.constantFrom(...ALL, ...capitals, 'İ')
  const word = fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => all.join(''))
  const number = fc.integer({ min: 0, max: 2000 }).map(String)
  const text = fc
    .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: number }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) => all.join(' '))

  it.each(['en', 'uk', 'ru', 'tr'] as const)(
    'agrees in %s on texts of every alphabet',
    (language) => {
      const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'accent' })
      fc.assert(
        fc.property(text, text, (a, b) => {
          const order = collator.compare(a, b)
          // Of two texts that are the same to the collator, which capital I stands in one is kept in its key.
          const [left, right] =
            order === 0 ? [a, b].map((each) => each.toLocaleLowerCase(language)) : [a, b]
          expect([a, b, sign(language, left ?? '', right ?? '')]).toEqual([a, b, Math.sign(order)])
        }),
        { numRuns: 20_000, examples: [['I', 'ı']] },
      )
    },
  )
})

describe('a key of another language', () => {
  const characters = fc.oneof(
    fc.constantFrom(...ALL, ...ALL.map((letter) => letter.toUpperCase()), 'İ', 'I', 'ı', 'Ґ', 'æ'),
    fc.constantFrom(...['\u0308', '\u0307', '\u0327', '\u0301', '\u0342', "'", ' ', '-', '0', '7']),
    // Vowels and ends of Korean syllables, which letters before them are composed with.
    fc.constantFrom('가', 'ᄀ', 'ᅡ', 'ᆨ', '\ua66f'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
  )
  const text = fc.array(characters, { maxLength: 40 }).map((all) => all.join(''))
  const language = fc.constantFrom(...LANGUAGES)

  it('is what the text would have had', () => {
    fc.assert(
      fc.property(language, language, text, (from, to, each) => {
        expect(sortKeyFrom(from, sortKey(from, each), to)).toBe(sortKey(to, each))
      }),
      {
        numRuns: 20_000,
        examples: [
          // A capital with a mark that is one character only as a small letter.
          ['en', 'uk', 'Α\u0342'],
          // One of whose two marks it makes a character with, the later of them.
          ['en', 'uk', 'Α\u0342\u0345'],
          // A letter that is another with a mark, and more marks that go before it.
          ['uk', 'ru', 'ґ\u0323'],
          ['ru', 'uk', 'ґ\u0323'],
          // The mark that stands for the turn of that letter.
          ['ru', 'uk', 'г\u036f'],
          // A mark that does not count, between two that would be one character without it.
          ['en', 'tr', '가\ua66fᆨ'],
        ],
      },
    )
  })

  it('is that even of a text too long to be looked at whole', () => {
    const long = `${'Ğçı İ7'.repeat(60)}${'9'.repeat(300)}`
    for (const from of LANGUAGES)
      for (const to of LANGUAGES)
        expect(sortKeyFrom(from, sortKey(from, long), to)).toBe(sortKey(to, long))
  })
})
