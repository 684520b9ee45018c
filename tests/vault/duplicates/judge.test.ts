/** The judgement about two people: what says "same", what never does, and what is told as a reason. Invented people. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, profileOf, type Somebody } from '../../../electron/vault/duplicates/judge.ts'

const NOBODY: Somebody = { names: [], birthDates: [], facilities: [], court: '', verdictDate: '' }
const named = (names: string | readonly string[], rest: Partial<Somebody> = {}): Somebody => ({
  ...NOBODY,
  names: typeof names === 'string' ? [names] : names,
  ...rest,
})
const born = (...birthDates: string[]): Partial<Somebody> => ({ birthDates })
const judged = (a: Somebody, b: Somebody) => judge(profileOf(a), profileOf(b))
const verdictOn = (a: Somebody, b: Somebody) => judged(a, b).verdict

const CASE = { court: 'Пробний окружний суд', verdictDate: '2020-09-16' }
const FULL = 'Тестенко Емір-Усеїн Пробович'

describe('homonyms', () => {
  it('are never the same by their names, however many parts agree', () => {
    expect(verdictOn(named(FULL), named(FULL))).toBe('possible')
    expect(verdictOn(named(FULL, born('1980')), named(FULL, born('1980')))).toBe('possible')
  })

  it('are not the same by a facility either', () => {
    const held = { facilities: ['СІЗО-9'] }
    expect(verdictOn(named(FULL, held), named(FULL, held))).toBe('possible')
  })

  it.each([
    ['1980', '1975'],
    ['1980-03-12', '1975-11-02'],
    ['1980-03', '1980-05-01'],
  ])('born in %s and %s are different', (one, other) => {
    expect(verdictOn(named(FULL, born(one)), named(FULL, born(other)))).toBe('different')
  })

  it('born on one day of two years are not called the same, and the dates are told', () => {
    const { verdict, reasons } = judged(
      named(FULL, born('1980-03-12')),
      named(FULL, born('1985-03-12')),
    )
    expect(verdict).toBe('possible')
    expect(reasons).toContainEqual({
      ...{ type: 'birthDate', here: '1980-03-12', there: '1985-03-12', how: 'close' },
    })
  })

  it('judged in one case and born in different years are left to people', () => {
    const [one, other] = [
      named(FULL, { ...CASE, ...born('1950-01-02') }),
      named(FULL, { ...CASE, ...born('1980-03-12') }),
    ]
    expect(judged(one, other)).toMatchObject({ verdict: 'possible' })
  })

  it('are the same by the day of birth, and by the case', () => {
    expect(verdictOn(named(FULL, born('1980-03-12')), named(FULL, born('1980-03-12')))).toBe('same')
    expect(verdictOn(named(FULL, CASE), named(FULL, CASE))).toBe('same')
  })

  it('never become the same by any names, scripts or years alone', () => {
    const names = fc.uniqueArray(
      fc.constantFrom(FULL, 'Testenko Emir Üsein', 'Тестенко Эмир-Усеин Пробович', 'E. Testenko'),
      { minLength: 1 },
    )
    const years = fc.subarray(['1980', '1981', '1980-03', '1980~'])
    fc.assert(
      fc.property(names, names, years, years, (ours, theirs, x, y) => {
        expect(verdictOn(named(ours, born(...x)), named(theirs, born(...y)))).not.toBe('same')
      }),
    )
  })
})

describe('brothers with one patronymic', () => {
  it.each([
    ['Тестенко Рустем Пробович', 'Тестенко Сервер Пробович'],
    ['Тестенко Асан Пробович', 'Тестенко Усеїн Пробович'],
    ['Тестенко Айдер Пробович', 'Тестенко Ескендер Пробович'],
  ])('%s and %s are different, even twins in one case', (one, other) => {
    expect(verdictOn(named(one), named(other))).toBe('different')
    const twins = { ...CASE, ...born('1980-03-12'), facilities: ['СІЗО-9'] }
    expect(verdictOn(named(one, twins), named(other, twins))).toBe('different')
  })

  it('whose given names are alike are not called the same, even as twins in one case', () => {
    const twins = { ...CASE, ...born('1980-03-12') }
    const [one, other] = ['Тестенко Руслан Пробович', 'Тестенко Рустам Пробович']
    expect(verdictOn(named(one, twins), named(other, twins))).not.toBe('same')
  })

  it('are different where only the longer spelling names the father', () => {
    const [one, other] = [
      named(['Тестенко Емір', 'Тестенко Емір Пробович']),
      named(['Тестенко Емір', 'Тестенко Емір Айдерович']),
    ]
    expect(verdictOn(one, other)).toBe('different')
  })
})

describe('one person in four scripts', () => {
  const spellings = ['Тестенко Емір-Усеїн', 'Тестенко Эмир-Усеин', 'Emir Üsein Testenko']
  /** Written so by a press office: an h more is not as good as written the same. */
  const farther = 'Testenko Emir-Huseyin'
  const day = born('1980-03-12')
  const pairs = spellings.flatMap((a) => spellings.map((b) => [a, b] as const))

  it.each(pairs)('%s and %s, born on one day, are the same', (a, b) => {
    expect(verdictOn(named(a, day), named(b, day))).toBe('same')
  })

  it.each(spellings)('%s and the farther spelling, born on one day, may be one', (a) => {
    expect(verdictOn(named(a, day), named(farther, day))).toBe('possible')
    expect(verdictOn(named([a, farther], day), named(farther, day))).toBe('same')
  })

  it('is told once for each script that both have', () => {
    const { reasons } = judged(named([...spellings, farther]), named([farther, ...spellings]))
    const names = reasons.flatMap((reason) => (reason.type === 'name' ? reason.scripts : []))
    expect(names.map(({ here, there }) => [here, there])).toEqual([
      ['cyrillic', 'cyrillic'],
      ['latin', 'latin'],
    ])
  })

  it('is told across scripts where they have none in common', () => {
    const { reasons } = judged(named('Тестенко Эмир-Усеин'), named('Emir-Usein Testenko'))
    expect(reasons).toMatchObject([
      {
        ...{ type: 'name', here: 'Тестенко Эмир-Усеин', there: 'Emir-Usein Testenko' },
        scripts: { here: 'cyrillic', there: 'latin' },
      },
    ])
  })
})

describe('somebody without a name', () => {
  const held = { ...CASE, ...born('1980-03-12'), facilities: ['СІЗО-9'] }

  it.each([
    ['another one without', [], []],
    ['blank names', ['  '], ['—']],
    ['somebody with one', [], [FULL]],
  ])('is not taken for %s', (_who, ours, theirs) => {
    expect(verdictOn(named(ours, held), named(theirs, held))).toBe('different')
  })
})

it('says the same whoever is asked about whom', () => {
  const names = fc.subarray([FULL, 'Emir Üsein Testenko', 'Тестенко Рустем', 'Рустем Образцовий'])
  const dates = fc.subarray(['1980-03-12', '1980-12-03', '1980', '1971-05-30'])
  const people = fc
    .record({ names, birthDates: dates, inCase: fc.boolean() })
    .map(({ inCase, ...rest }) => ({ ...NOBODY, ...rest, ...(inCase ? CASE : {}) }))
  fc.assert(
    fc.property(people, people, (a, b) => {
      expect(judged(a, b).verdict).toBe(judged(b, a).verdict)
      expect(judged(a, b).reasons).toHaveLength(judged(b, a).reasons.length)
    }),
  )
})

it('does not take an empty facility for a shared one', () => {
  const { reasons } = judged(
    named(FULL, { facilities: ['', '—'] }),
    named(FULL, { facilities: ['', '…'] }),
  )
  expect(reasons.map(({ type }) => type)).toEqual(['name'])
})
