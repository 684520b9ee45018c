import { describe, expect, it } from 'vitest'
import { ageOn, dateInWords, spanBetween, spanInWords } from '../../../shared/dossier/dates.ts'
import { DOSSIER_LANGUAGES } from '../../../shared/dossier/document.ts'
import { DOSSIER_WORDS } from '../../../shared/dossier/languages.ts'

const inAll = (date: string) =>
  DOSSIER_LANGUAGES.map((language) => dateInWords(DOSSIER_WORDS[language], date))

describe('a partial date', () => {
  it('is written as each language writes it', () => {
    expect(inAll('2019-03-27')).toEqual([
      '27 березня 2019',
      '27 March 2019',
      '27 Mart 2019',
      '27 mart 2019',
      '27 марта 2019',
    ])
    expect(inAll('2019-11')).toEqual([
      'листопад 2019',
      'November 2019',
      'Kasım 2019',
      'noyabr 2019',
      'ноябрь 2019',
    ])
    expect(inAll('2019')).toEqual(['2019', '2019', '2019', '2019', '2019'])
  })

  it('says when it is an estimate, with the month in the case that asks for', () => {
    expect(inAll('2019-03~')).toEqual([
      'приблизно березня 2019',
      'about March 2019',
      'yaklaşık Mart 2019',
      'taqriben mart 2019',
      'примерно марта 2019',
    ])
  })

  it('keeps both ends of a range', () => {
    expect(dateInWords(DOSSIER_WORDS.en, '2019-03/2019-05-02')).toBe('March 2019 – 2 May 2019')
  })

  it('has twelve different months in every language', () => {
    for (const words of Object.values(DOSSIER_WORDS)) {
      expect(new Set(words.monthsOfDay).size).toBe(12)
      expect(new Set(words.monthsAlone).size).toBe(12)
    }
  })
})

describe('a span', () => {
  it('counts whole years, months and days', () => {
    expect(spanBetween('2019-03-27', '2026-03-26')).toMatchObject({
      years: 6,
      months: 11,
      days: 27,
    })
    expect(spanBetween('2019-03-27', '2026-03-27')).toMatchObject({ years: 7, months: 0, days: 0 })
    expect(spanBetween('2019-03-27', '2026-03-28')).toMatchObject({ years: 7, months: 0, days: 1 })
  })

  it('counts from the last day of a month that is too short', () => {
    expect(spanBetween('2024-01-31', '2024-03-01')).toMatchObject({ years: 0, months: 1, days: 1 })
    expect(spanBetween('2023-12-31', '2024-01-01')).toMatchObject({ years: 0, months: 0, days: 1 })
  })

  it('is rough when the beginning is not known to the day', () => {
    const { en } = DOSSIER_WORDS
    const inWords = (from: string) => {
      const span = spanBetween(from, '2026-11-23')
      return span && spanInWords(en, span)
    }
    expect(inWords('2019-03')).toBe('about 7 years 8 months')
    expect(inWords('2019')).toBe('about 7 years')
    expect(inWords('2026-11')).toBe('about 0 months')
    expect(inWords('2019-03-27~')).toBe('about 7 years 7 months')
  })

  it('is nothing when it would be negative', () => {
    expect(spanBetween('2027-01-01', '2026-11-23')).toBeNull()
    expect(spanBetween('2026-11-24', '2026-11-23')).toBeNull()
    expect(spanBetween('2026-11-23', '2026-11-23')).toMatchObject({ years: 0, months: 0, days: 0 })
  })

  it('is counted in three forms where the language has them', () => {
    const { uk, ru, tr } = DOSSIER_WORDS
    expect([1, 2, 5, 11, 12, 21, 22, 112].map(uk.years)).toEqual([
      '1 рік',
      '2 роки',
      '5 років',
      '11 років',
      '12 років',
      '21 рік',
      '22 роки',
      '112 років',
    ])
    expect([1, 3, 14].map(ru.days)).toEqual(['1 день', '3 дня', '14 дней'])
    expect([1, 3].map(tr.months)).toEqual(['1 ay', '3 ay'])
  })
})

describe('an age', () => {
  it('changes on the birthday', () => {
    expect(ageOn('1966-11-24', '2026-11-23')).toBe(59)
    expect(ageOn('1966-11-23', '2026-11-23')).toBe(60)
    expect(ageOn('1966-11-22', '2026-11-23')).toBe(60)
  })

  it('is not told when the birth date is not known to the day', () => {
    for (const date of ['1966', '1966-11', '1966-11-23~', '1966/1967'])
      expect(ageOn(date, '2026-11-23')).toBeNull()
  })
})
