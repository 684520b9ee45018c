import { describe, expect, it } from 'vitest'
import { LAYOUTS, otherReadings } from '../../../../renderer/unlock/passphrase/layouts.ts'

const reading = (text: string, as: string) =>
  otherReadings(text)
    .filter((each) => each.as === as)
    .map((each) => each.text)

describe('the same keys in other layouts', () => {
  it('give what was meant by somebody who typed Ukrainian with the English layout on', () => {
    expect(reading('gfhjkm', 'uk')).toContain('пароль')
    expect(reading("Sp'dcmrbq", 'uk')).toContain('Ізєвський')
    expect(reading('пароль', 'en')).toContain('gfhjkm')
  })

  it('tell Ukrainian from Russian, where the same key has another letter', () => {
    expect(reading('s', 'uk')).toContain('і')
    expect(reading('s', 'ru')).toContain('ы')
    expect(reading('ы', 'uk')).toContain('і')
  })

  it('know the letters that only Turkish has', () => {
    expect(reading('istanbul', 'en')).toContain("'stanbul")
    expect(reading('çığ', 'en')).toContain('.i[')
    expect(reading("d'kkat", 'tr')).toContain('dikkat')
  })

  it('keep blanks and Shift', () => {
    expect(reading('Rhbv z', 'uk')).toContain('Крим я')
    expect(reading('Крим я', 'en')).toContain('Rhbv z')
  })

  it('offer Caps Lock the other way', () => {
    expect(reading('LANTERN orbit', 'caps')).toEqual(['lantern ORBIT'])
  })

  it('never hold what was typed, and nothing twice', () => {
    for (const text of ['lantern orbit', 'пароль', '12345', 'ğüşiöç', 'a', ' ']) {
      const texts = otherReadings(text).map((each) => each.text)
      expect(texts).not.toContain(text)
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it('say nothing of letters that no layout here has', () => {
    for (const as of LAYOUTS) expect(reading('漢字', as)).toEqual([])
  })

  it('have a key of its own for every key of the other keyboard', () => {
    const english = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    for (const [text, keys] of [
      [english, 47],
      ['~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?', 47],
    ] as const) {
      for (const as of ['uk', 'ru', 'tr'] as const) {
        const [other = ''] = reading(text, as)
        expect(new Set(other).size, `${as} ${other}`).toBe(keys)
      }
    }
  })
})
