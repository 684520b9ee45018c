import { describe, expect, it } from 'vitest'
import {
  Charge,
  Claim,
  LongText,
  Name,
  PartialDate,
  Sentence,
  ShortText,
} from '../../../shared/model/values.ts'

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('a partial date', () => {
  it('is a year, a month or a day, estimated or not, or a range of two', () => {
    for (const date of [
      '2019',
      '2019-03',
      '2019-03-27',
      '2019~',
      '2019-03~',
      '2019-03-27~',
      '2019/2020',
      '2019-03~/2019-05-02',
      '0001-01-01',
    ]) {
      expect(takes(PartialDate, date), date).toBe(true)
    }
  })

  it('has only days that exist', () => {
    const days = {
      '2020-02-29': true,
      '2021-02-29': false,
      '2021-02-28': true,
      '1900-02-29': false,
      '2000-02-29': true,
      '2021-04-30': true,
      '2021-04-31': false,
      '2021-12-31': true,
      '2021-12-32': false,
      '2021-01-00': false,
      '2021-00-01': false,
      '2021-13-01': false,
    }
    for (const [day, exists] of Object.entries(days))
      expect(takes(PartialDate, day), day).toBe(exists)
  })

  it('is nothing else', () => {
    for (const date of [
      '',
      '19',
      '20190',
      '2019-3',
      '2019-03-1',
      '2019-03-27T10:00',
      ' 2019',
      '2019 ',
      '~2019',
      '2019~~',
      '2019/',
      '/2019',
      '2019/2020/2021',
      '2019-02-30/2020',
      'вчора',
      '٢٠١٩',
      2019,
      null,
    ]) {
      expect(takes(PartialDate, date), `${date}`).toBe(false)
    }
  })
})

describe('a text', () => {
  it('has its limits at the letter, without the blanks around it', () => {
    for (const [schema, limit] of [
      [ShortText, 500],
      [LongText, 100_000],
    ] as const) {
      expect(takes(schema, 'ї'.repeat(limit - 1))).toBe(true)
      expect(schema.parse(` ${'ї'.repeat(limit)}\n`)).toBe('ї'.repeat(limit))
      expect(takes(schema, 'ї'.repeat(limit + 1))).toBe(false)
      expect(takes(schema, 'ї')).toBe(true)
      expect(takes(schema, '')).toBe(false)
      expect(takes(schema, ' \t\u00a0')).toBe(false)
    }
  })
})

describe('a name', () => {
  it('is a spelling with its language; its parts are known only sometimes', () => {
    expect(takes(Name, { text: 'Особа', lang: 'uk' })).toBe(true)
    expect(takes(Name, { text: 'Osoba', lang: 'en', type: 'passport_ua', surname: 'Osoba' })).toBe(
      true,
    )
    expect(takes(Name, { text: 'Особа' })).toBe(false)
    expect(takes(Name, { text: 'Особа', lang: 'xx' })).toBe(false)
    expect(takes(Name, { text: 'Особа', lang: 'uk', type: 'nickname' })).toBe(false)
    expect(takes(Name, { text: 'Особа', lang: 'uk', given: '' })).toBe(false)
    expect(takes(Name, { text: 'Особа', lang: 'uk', title: 'Dr' })).toBe(false)
  })

  it('has its limit at the letter', () => {
    const name = (length: number) => ({ text: 'н'.repeat(length), lang: 'uk' })
    expect([299, 300, 301].map((length) => takes(Name, name(length)))).toEqual([true, true, false])
  })
})

describe('a sentence', () => {
  it('has months beyond whole years', () => {
    expect([0, 11, 12].map((months) => takes(Sentence, { years: 1, months }))).toEqual([
      true,
      true,
      false,
    ])
    expect([-1, 0, 100, 101].map((years) => takes(Sentence, { years, months: 0 }))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(takes(Sentence, { years: 1.5, months: 0 })).toBe(false)
  })
})

describe('a charge and a claim', () => {
  it('say what they are about', () => {
    expect(takes(Charge, { article: '205.5 ч. 2' })).toBe(true)
    expect(takes(Charge, { caption: 'x' })).toBe(false)
    const claim = { text: 'близько 10', publisher: 'Часопис', date: '2024', definition: 'усі' }
    expect(takes(Claim, claim)).toBe(true)
    for (const part of ['text', 'publisher', 'date', 'definition']) {
      expect(takes(Claim, { ...claim, [part]: undefined }), part).toBe(false)
    }
  })
})
