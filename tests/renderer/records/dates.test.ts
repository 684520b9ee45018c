/** Dates as people write them: what is understood, what is refused, and that editing never changes a value. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WORDS } from '../../../renderer/shared/i18n/words.ts'
import { dateForEditing, formatDate } from '../../../renderer/workspace/records/dates/format.ts'
import { parseDate } from '../../../shared/dates/parse.ts'
import { byDate, isoDayOf, spanOf } from '../../../shared/dates/span.ts'
import { LANGUAGES } from '../../../shared/i18n/languages.ts'
import { PartialDate } from '../../../shared/model/values.ts'

const TODAY = '2026-03-01'
const read = (text: string) => {
  const parsed = parseDate(text, TODAY)
  return parsed.ok ? parsed.value : `! ${parsed.problem}`
}

describe('a typed date', () => {
  it.each([
    ['2019', '2019'],
    ['03.2019', '2019-03'],
    ['3/2019', '2019-03'],
    ['27.03.2019', '2019-03-27'],
    ['7.3.2019', '2019-03-07'],
    ['27/03/2019', '2019-03-27'],
    ['2019-3-7', '2019-03-07'],
    ['2019.03', '2019-03'],
    ['  27 березня 2019 р. ', '2019-03-27'],
    ['березень 2019 року', '2019-03'],
    ['27 марта 2019 г.', '2019-03-27'],
    ['27 March 2019', '2019-03-27'],
    ['March 27, 2019', '2019-03-27'],
    ['Mart 2019', '2019-03'],
    ['мая 2019', '2019-05'],
    ['травень 2019', '2019-05'],
    ['листопада 2019', '2019-11'],
    ['близько 2019', '2019~'],
    ['Близько березня 2019', '2019-03~'],
    ['около 03.2019', '2019-03~'],
    ['c. 2019', '2019~'],
    ['ca 2019', '2019~'],
    ['about 27.03.2019', '2019-03-27~'],
    ['~2019', '2019~'],
    ['2019?', '2019~'],
    ['сьогодні', '2026-03-01'],
    ['yesterday', '2026-02-28'],
    ['tünevin', '2026-02-28'],
    ['27 sentâbr 2019', '2019-09-27'],
    ['3 İyün 2019', '2019-06-03'],
    ['Taqriben mart 2019', '2019-03~'],
  ])('%j is %s', (typed, value) => {
    expect(read(typed)).toBe(value)
  })

  it.each([
    ['2019-2020', '2019/2020'],
    ['2019-03/2019-05-02', '2019-03/2019-05-02'],
    ['03.2019 – 05.2019', '2019-03/2019-05'],
    ['03.2019 - 2.5.2019', '2019-03/2019-05-02'],
    ['27–30 березня 2019', '2019-03-27/2019-03-30'],
    ['27 березня – 2 квітня 2019', '2019-03-27/2019-04-02'],
    ['27.03 – 02.04.2019', '2019-03-27/2019-04-02'],
    ['березень — травень 2019', '2019-03/2019-05'],
    ['від 2019 до 2021', '2019/2021'],
    ['between 2019 and 2021', '2019/2021'],
    ['2019 – ~2021', '2019/2021~'],
    ['2019 – 2019', '2019'],
    ['mart – mayıs 2019', '2019-03/2019-05'],
    ['2019 ve 2021', '2019/2021'],
  ])('%j is the range %s', (typed, value) => {
    expect(read(typed)).toBe(value)
  })

  it.each(LANGUAGES)('is understood as the form in %s says that it may be typed', (language) => {
    const examples = WORDS[language].form.dateExample.split(', ')
    expect(examples.map(read)).toEqual(['2019-03-27', '2019-03', '2019~'])
  })

  it.each([
    ['27.03.19', 'two_digit_year'],
    ['03.19', 'two_digit_year'],
    ['30.02.2019', 'no_such_day'],
    ['29.02.2019', 'no_such_day'],
    ['13.2019', 'no_such_day'],
    ['0.2019', 'no_such_day'],
    ['2021 – 2019', 'backwards'],
    ['колись', 'unknown'],
    ['27 чогось 2019', 'unknown'],
    ['20190', 'unknown'],
    ['', 'unknown'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(read(typed)).toBe(`! ${problem}`)
  })

  it('takes the leap day of a leap year', () => {
    expect(read('29.02.2020')).toBe('2020-02-29')
  })
})

const anyDate = fc
  .record({
    year: fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.nat(120)),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    precision: fc.integer({ min: 1, max: 3 }),
    estimated: fc.boolean(),
  })
  .map(({ year, month, day, precision, estimated }) =>
    PartialDate.parse(
      [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
        .slice(0, precision)
        .join('-') + (estimated ? '~' : ''),
    ),
  )

describe('a stored date', () => {
  it('comes back unchanged from the form', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseDate(dateForEditing(date), TODAY)).toEqual({ ok: true, value: date })
      }),
    )
  })

  it('comes back unchanged from the form as a range', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        fc.pre(spanOf(a).from < spanOf(b).from)
        const range = PartialDate.parse(`${a}/${b}`)
        expect(parseDate(dateForEditing(range), TODAY)).toEqual({ ok: true, value: range })
      }),
    )
  })

  const uk = { language: 'uk' as const, about: (date: string) => `близько ${date}` }
  const en = { language: 'en' as const, about: (date: string) => `about ${date}` }

  it('is shown no more precisely than it is known', () => {
    const shown = (text: string) => formatDate(PartialDate.parse(text), uk)
    expect(shown('2019')).toBe('2019')
    expect(shown('2019-03')).toBe('03.2019')
    expect(shown('2019-03-27')).toBe('27.03.2019')
    expect(shown('2019~')).toBe('близько 2019')
    expect(shown('2019-03/2019-05-02')).toBe('03.2019 – 02.05.2019')
    expect(formatDate(PartialDate.parse('2019-03-27'), en)).toBe('27 Mar 2019')
    expect(formatDate(PartialDate.parse('2019-03~'), en, 'long')).toBe('about March 2019')
    expect(formatDate(PartialDate.parse('2019-03-27'), uk, 'long')).toBe('27 березня 2019 р.')
  })

  it('spans the days it may mean', () => {
    const days = (text: string) => {
      const span = spanOf(PartialDate.parse(text))
      return [span.to - span.from, span.uncertain]
    }
    expect(days('2019-03-27')).toEqual([1, false])
    expect(days('2019-02')).toEqual([28, true])
    expect(days('2020')).toEqual([366, true])
    expect(days('2019-03-27~')).toEqual([15, true])
    expect(days('2019-03-27/2019-03-30')).toEqual([4, true])
  })

  it('sorts by its first possible day, the unknown last', () => {
    const dates = [null, '2020', '2019-12-31', '2019~'].map((d) =>
      d ? PartialDate.parse(d) : null,
    )
    expect(dates.toSorted(byDate)).toEqual(['2019~', '2019-12-31', '2020', null])
  })

  it('of a year before 100 is shown and sorted as that year', () => {
    const slip = PartialDate.parse('0019-03-27')
    expect(formatDate(slip, uk)).toBe('27.03.0019')
    expect(formatDate(slip, en, 'long')).toBe('27 March 0019')
    expect(formatDate(PartialDate.parse('0819-03~'), en)).toBe('about Mar 0819')
    expect([PartialDate.parse('1850'), slip].toSorted(byDate)).toEqual([slip, '1850'])
    expect(read('27.03.1919 – 27.03.0020')).toBe('! backwards')
  })

  it('calls today the day of the local clock', () => {
    expect(isoDayOf(new Date(2026, 2, 1, 0, 1))).toBe('2026-03-01')
    expect(isoDayOf(new Date(2026, 2, 1, 23, 59))).toBe('2026-03-01')
  })
})
