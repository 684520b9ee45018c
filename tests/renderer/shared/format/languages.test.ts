/** Every language has its own months, plurals and alphabet, and none of them those of the machine. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../../renderer/shared/format/format.ts'
import { type AnyLanguage, dateFormatter } from '../../../../renderer/shared/format/intl.ts'
import { countBy } from '../../../../renderer/shared/i18n/i18n.ts'
import { formatDate } from '../../../../renderer/workspace/records/dates/format.ts'
import { LANGUAGE_FACTS } from '../../../../shared/i18n/languages.ts'
import { PartialDate } from '../../../../shared/model/values.ts'

const ALL = Object.keys(LANGUAGE_FACTS) as AnyLanguage[]
const DAY = 86_400_000
// At noon of wherever the tests run.
const AT = new Date(2024, 5, 10, 12).getTime()

describe('Intl', () => {
  it('has data for the tag of every language', () => {
    for (const language of ALL) {
      const { locale } = LANGUAGE_FACTS[language]
      expect(Intl.PluralRules.supportedLocalesOf([locale]), language).toEqual([locale])
      expect(Intl.Collator.supportedLocalesOf([locale]), language).toEqual([locale])
      expect(Intl.DateTimeFormat.supportedLocalesOf([locale]), language).toEqual([locale])
      expect(Intl.ListFormat.supportedLocalesOf([locale]), language).toEqual([locale])
      expect(Intl.RelativeTimeFormat.supportedLocalesOf([locale]), language).toEqual([locale])
    }
  })

  it('has none for Crimean Tatar; once it has, the table of our own can go', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(['crh'])).toEqual([])
  })

  it('is used nowhere in the pages but in one file', () => {
    const root = join(import.meta.dirname, '../../../../renderer')
    const users = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dev/'))
      .filter((file) =>
        /new Intl\.(?!Segmenter)|\.toLocale(?:Date|Time)?String|localeCompare/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      )
    expect(users).toEqual(['shared/format/intl.ts'])
  })
})

describe('a date', () => {
  const long = (language: AnyLanguage, date: string) =>
    formatDate(PartialDate.parse(date), { language, about: (text) => `~${text}` }, 'long')

  it.each([
    ['en', '10 June 2024', 'June 2024'],
    ['uk', '10 червня 2024 р.', 'червень 2024 р.'],
    ['ru', '10 июня 2024 г.', 'июнь 2024 г.'],
    ['tr', '10 Haziran 2024', 'Haziran 2024'],
    ['crh', '10 iyün 2024', 'iyün 2024'],
  ] as const)('in %s reads as people write it', (language, day, month) => {
    expect(long(language, '2024-06-10')).toBe(day)
    expect(long(language, '2024-06')).toBe(month)
  })

  it('is short in figures, but in English', () => {
    const short = (language: AnyLanguage) =>
      formatDate(PartialDate.parse('2024-06-10'), { language, about: (text) => text })
    expect(ALL.map(short)).toEqual(['10 Jun 2024', ...ALL.slice(1).map(() => '10.06.2024')])
  })

  it('in Crimean Tatar takes the month of its own time zone', () => {
    const edge = Date.UTC(2024, 5, 30, 23)
    const month = (timeZone: string) => dateFormatter('crh', { month: 'long', timeZone })(edge)
    expect(month('UTC')).toBe('iyün')
    expect(month('Europe/Simferopol')).toBe('iyül')
  })

  it('in Crimean Tatar has no Turkish month in any style', () => {
    for (let month = 0; month < 12; month++) {
      const at = new Date(2024, month, 15).getTime()
      const turkish = new Intl.DateTimeFormat('tr', { month: 'long' }).format(at)
      const shown = [formatsOf('crh').day(at), formatsOf('crh').moment(at)].join(' ')
      if (turkish !== 'Mart') expect(shown).not.toContain(turkish.slice(0, 3))
      expect(shown).toMatch(/15 \p{Ll}+ 2024/u)
    }
  })
})

describe('how long ago', () => {
  it('is counted in each language', () => {
    const ago = (language: AnyLanguage, days: number) => formatsOf(language).ago(0, days * DAY)
    expect(ago('ru', 2)).toBe('2 дня назад')
    expect(ago('ru', 5)).toBe('5 дней назад')
    expect(ago('tr', 5)).toBe('5 gün önce')
    expect(ago('crh', 5)).toBe('5 kün evel')
    expect(ago('crh', 400)).toBe('1 yıl evel')
  })
})

describe('a list of alternatives', () => {
  it('has the word for "or" of the language', () => {
    const any = (language: AnyLanguage) => formatsOf(language).any(['A', 'B', 'C'])
    expect(ALL.map(any)).toEqual([
      'A, B or C',
      'A, B або C',
      'A, B или C',
      'A, B veya C',
      'A, B yaki C',
    ])
  })
})

describe('sorting', () => {
  const sorted = (language: AnyLanguage, ...texts: string[]) =>
    [...texts].sort(formatsOf(language).compare)
  it('follows the alphabet of the language', () => {
    expect(sorted('uk', 'Яна', 'Ірина', 'Андрій', 'Ґеорґій')).toEqual([
      'Андрій',
      'Ґеорґій',
      'Ірина',
      'Яна',
    ])
    expect(sorted('ru', 'Ёлкин', 'Яна', 'Жанна', 'Егор')).toEqual(['Егор', 'Ёлкин', 'Жанна', 'Яна'])
    for (const language of ['tr', 'crh'] as const) {
      expect(sorted(language, 'Ömer', 'Ozan', 'İlmi', 'Idris', 'Çelebi', 'Dilara')).toEqual([
        'Çelebi',
        'Dilara',
        'Idris',
        'İlmi',
        'Ozan',
        'Ömer',
      ])
    }
    expect(sorted('crh', 'Remzi', 'Qurtseit', 'Rustem', 'Polat')).toEqual([
      'Polat',
      'Qurtseit',
      'Remzi',
      'Rustem',
    ])
  })
  it('takes numbers for what they count', () => {
    expect(sorted('en', 'Group 10', 'Group 9')).toEqual(['Group 9', 'Group 10'])
  })
})

it('the words are counted by the rules of the language, not by those of the machine', async () => {
  const words = { translation: { file_one: '{{count}} dosye', file_other: '{{count}} dosye.' } }
  const made = i18next.createInstance()
  await made.init({ lng: 'crh', resources: { crh: words } })
  const plurals = made.services.pluralResolver
  countBy(plurals)
  for (const language of ALL) {
    const { locale } = LANGUAGE_FACTS[language]
    expect(plurals.getRule(language).resolvedOptions().locale.slice(0, 2)).toBe(locale.slice(0, 2))
  }
  const t = made.t as unknown as (key: string, values: object) => string
  expect([1, 2, 5].map((count) => t('file', { count }))).toEqual([
    '1 dosye',
    '2 dosye.',
    '5 dosye.',
  ])
})

it('a moment is shown in the words of the language', () => {
  expect(formatsOf('ru').day(AT)).toBe('10 июн. 2024 г.')
})
