/** What two dates of birth say, held against a reading of them digit by digit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDatesOf, bornOn, isBornApart } from '../../../electron/vault/duplicates/birthDates.ts'

const how = (here: string, there: string) => birthDatesOf([bornOn(here)], [bornOn(there)])?.how
const apart = (here: string, there: string) => isBornApart([bornOn(here)], [bornOn(there)])

/** Few values of each part, so that parts agree often. */
const days = fc
  .tuple(
    fc.constantFrom('1952', '1980', '2003'),
    fc.constantFrom('01', '02', '11', '12'),
    fc.constantFrom('01', '02', '11', '12', '28'),
  )
  .map((parts) => parts.join('-'))

function readSlowly(here: string, there: string): string {
  const [one, other] = [here.split('-'), there.split('-')]
  const agreeing = one.filter((part, at) => part === other[at]).length
  const isExchanged = one[0] === other[0] && one[1] === other[2] && one[2] === other[1]
  if (agreeing === 3) return 'same'
  return agreeing === 2 || isExchanged ? 'close' : 'differs'
}

describe('two days of birth', () => {
  it('are the same, close or apart as their parts say', () => {
    fc.assert(
      fc.property(days, days, (here, there) => {
        expect(how(here, there)).toBe(readSlowly(here, there))
        expect(apart(here, there)).toBe(readSlowly(here, there) === 'differs')
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['1980-03-12', '1980-03-12', 'same'],
    ['1980-03-12', '1980-12-03', 'close'],
    ['1980-03-12', '1981-03-12', 'close'],
    ['1980-03-12', '1981-12-03', 'differs'],
    ['1980-03-12', '1980', 'fits'],
    ['1980-03-12', '1980-04', 'differs'],
    ['1980', '1981', 'differs'],
  ])('%s and %s: %s', (here, there, expected) => {
    expect(how(here, there)).toBe(expected)
    expect(how(there, here)).toBe(expected)
    expect(apart(here, there)).toBe(expected === 'differs')
  })

  it('are not apart when one of several agrees, or nobody knows one', () => {
    expect(isBornApart([bornOn('1980-03-12'), bornOn('1990-01-01')], [bornOn('1990-01-01')])).toBe(
      false,
    )
    expect(isBornApart([bornOn('1980-03-12')], [])).toBe(false)
    expect(isBornApart([], [bornOn('1980-03-12')])).toBe(false)
  })
})
