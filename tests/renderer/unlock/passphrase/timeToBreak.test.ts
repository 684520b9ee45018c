import { describe, expect, it } from 'vitest'
import { timeToBreak } from '../../../../renderer/unlock/passphrase/timeToBreak.ts'

const of = (seconds: number) => timeToBreak(Math.log10(seconds))
const YEAR = 365.25 * 86_400

describe('the time to break', () => {
  it('changes its unit where the unit is full', () => {
    expect(of(1.9)).toEqual({ unit: 'instant' })
    expect(of(2)).toEqual({ unit: 'seconds', count: 2 })
    expect(of(59.5)).toEqual({ unit: 'seconds', count: 50 })
    expect(of(60.5)).toEqual({ unit: 'minutes', count: 1 })
    expect(of(3601)).toEqual({ unit: 'hours', count: 1 })
    expect(of(86_401)).toEqual({ unit: 'days', count: 1 })
    expect(of(YEAR * 0.99)).toEqual({ unit: 'months', count: 11 })
    expect(of(YEAR * 1.01)).toEqual({ unit: 'years', count: 1 })
    expect(of(YEAR * 999)).toEqual({ unit: 'years', count: 900 })
    expect(of(YEAR * 1001)).toEqual({ unit: 'thousands' })
    expect(of(YEAR * 1.01e6)).toEqual({ unit: 'millions' })
    expect(of(YEAR * 5e9)).toEqual({ unit: 'billions' })
  })
  it('never promises more than was estimated', () => {
    for (let log = 0.4; log < 10; log += 0.013) {
      const time = timeToBreak(log)
      if (!('count' in time)) continue
      const lengths = {
        seconds: 1,
        minutes: 60,
        hours: 3600,
        days: 86_400,
        months: YEAR / 12,
        years: YEAR,
      }
      expect(time.count * lengths[time.unit]).toBeLessThanOrEqual(10 ** log * (1 + 1e-9))
    }
  })
  it('stays finite for what no computer can count', () => {
    expect(timeToBreak(400)).toEqual({ unit: 'billions' })
    expect(timeToBreak(0)).toEqual({ unit: 'instant' })
  })
})
