import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../../renderer/shared/format/format.ts'

const en = formatsOf('en')
const uk = formatsOf('uk')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('sizes', () => {
  it('step up at a thousand, and not before', () => {
    expect(en.bytes(0)).toBe('0 bytes')
    expect(en.bytes(1)).toBe('1 byte')
    expect(en.bytes(999)).toBe('999 bytes')
    expect(en.bytes(1000)).toBe('1 kB')
    expect(en.bytes(999_499)).toBe('999 kB')
    expect(en.bytes(999_500)).toBe('1 MB')
    expect(en.bytes(1_250_000)).toBe('1.3 MB')
    expect(en.bytes(2.4e12)).toBe('2.4 TB')
    expect(en.bytes(5e15)).toBe('5,000 TB')
  })
  it('are written in Ukrainian with a comma and Cyrillic units', () => {
    expect(uk.bytes(1_250_000)).toBe('1,3 МБ')
    expect(uk.bytes(2)).toBe('2 байти')
  })
})

describe('how long ago', () => {
  const ago = (ms: number) => en.ago(0, ms)
  it('says nothing before a minute is over', () => {
    expect(ago(MINUTE - 1)).toBeUndefined()
    expect(ago(MINUTE)).toBe('1 minute ago')
  })
  it('takes the largest unit that is full', () => {
    expect(ago(HOUR - 1)).toBe('59 minutes ago')
    expect(ago(HOUR)).toBe('1 hour ago')
    expect(ago(DAY - 1)).toBe('23 hours ago')
    expect(ago(DAY)).toBe('1 day ago')
    expect(ago(7 * DAY - 1)).toBe('6 days ago')
    expect(ago(7 * DAY)).toBe('1 week ago')
    expect(ago(400 * DAY)).toBe('1 year ago')
  })
  it('does not speak of the future when a clock was set back', () => {
    expect(en.ago(HOUR, 0)).toBeUndefined()
  })
  it('declines in Ukrainian', () => {
    expect(uk.ago(0, 2 * DAY)).toBe('2 дні тому')
    expect(uk.ago(0, 5 * DAY)).toBe('5 днів тому')
  })
})
