import { afterAll, describe, expect, it } from 'vitest'
import {
  ACCEPTABLE_SCORE,
  asKeys,
  estimateStrength,
  GUESSES_PER_SECOND,
  MIN_CHARACTERS,
  SCORE_SECONDS,
  wordGuesses,
} from '../../../electron/ipc/passphrase/estimate.ts'
import { StrengthMeter } from '../../../electron/ipc/passphrase/strengthMeter.ts'

describe('the score', () => {
  const scoreAt = (log10Seconds: number) =>
    // A text of which only the given estimate is the lowest.
    estimateStrength('щ'.repeat(96), () => log10Seconds + Math.log10(GUESSES_PER_SECOND)).score

  it.each(SCORE_SECONDS.map((seconds, index) => [index + 1, seconds] as const))(
    'is %i from %f seconds on',
    (score, seconds) => {
      expect(scoreAt(Math.log10(seconds) - 0.001)).toBe(score - 1)
      expect(scoreAt(Math.log10(seconds) + 0.001)).toBe(score)
    },
  )

  it('does not make up for a length below the least', () => {
    const strong = () => 40
    const of = (length: number) => estimateStrength('§%&$=?¶#+*^~'.slice(0, length), strong)
    expect(MIN_CHARACTERS).toBe(12)
    expect(of(11)).toMatchObject({ score: 4, acceptable: false })
    expect(of(12)).toMatchObject({ score: 4, acceptable: true })
  })

  it('of nothing is zero', () => {
    expect(estimateStrength('', () => 99)).toEqual({ score: 0, log10Seconds: 0, acceptable: false })
  })
})

describe('words', () => {
  it('count as one of 20,000 each, whatever the script', () => {
    expect(wordGuesses('мама мила раму')).toBeCloseTo(3 * Math.log10(20_000))
    expect(wordGuesses('one')).toBeCloseTo(Math.log10(20_000))
  })

  it('count by their letters when they are long, and other characters by themselves', () => {
    expect(wordGuesses('а'.repeat(20))).toBeCloseTo(12)
    expect(wordGuesses('2024!')).toBe(5.5)
    expect(wordGuesses('   ')).toBe(0)
  })
})

describe('keys', () => {
  it('are those that were pressed, on the Ukrainian and the Russian layout', () => {
    expect(asKeys('йцукен')).toBe('qwerty')
    expect(asKeys('ЇЖАК ыъэё')).toBe("];FR s]'ё")
    expect(asKeys('already latin 1!')).toBe('already latin 1!')
  })
})

describe('the meter', () => {
  const meter = new StrengthMeter()
  afterAll(() => meter.stop())

  it.each([
    'password',
    'password1234',
    'йцукенгшщзхї',
    'qwertyuiop[]',
    'ghbdtn ghbdtn',
    'мама мила раму',
    'Севастополь2014',
    'aaaaaaaaaaaaaaaaaaaa',
    '111111111111',
  ])('refuses %s', async (text) => {
    expect((await meter.judge(text)).acceptable).toBe(false)
    await expect(meter.require(text)).rejects.toMatchObject({ code: 'passphrase_too_weak' })
  })

  it.each([
    'lantern orbit velvet thimble quarry',
    'абрикос вітер глечик дорога килим',
    'x7#Qm!b2$Lp9&Wt4',
  ])('accepts %s', async (text) => {
    expect((await meter.judge(text)).score).toBeGreaterThanOrEqual(ACCEPTABLE_SCORE)
    await expect(meter.require(text)).resolves.toBeUndefined()
  })

  it('answers questions that overlap, each with its own answer', async () => {
    const [weak, strong] = await Promise.all([
      meter.judge('password'),
      meter.judge('lantern orbit velvet thimble quarry'),
    ])
    expect(weak.score).toBe(0)
    expect(strong.score).toBe(4)
  })

  it('judges the longest text that the contract lets through', async () => {
    expect((await meter.judge('x7#Qm!'.repeat(170))).score).toBeGreaterThanOrEqual(0)
  })

  it('leaves nobody waiting when it is stopped, and starts again when asked', async () => {
    const other = new StrengthMeter()
    const waiting = other.judge('password')
    other.stop()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect((await other.judge('password')).score).toBe(0)
    other.stop()
  })
})
