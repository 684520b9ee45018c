import { describe, expect, it } from 'vitest'
import { scriptOf } from '../../../../renderer/unlock/passphrase/keyboard.ts'

describe('the alphabet of what is typed', () => {
  it('is told by letters alone', () => {
    expect(scriptOf('hunter 2!')).toBe('latin')
    expect(scriptOf('Qırım arhivi, ş ğ ñ â')).toBe('latin')
    expect(scriptOf('пароль ґ ї 7')).toBe('cyrillic')
    expect(scriptOf('къ гъ')).toBe('cyrillic')
    expect(scriptOf('12 34 -- !')).toBe('none')
    expect(scriptOf('')).toBe('none')
    expect(scriptOf('სიტყვა')).toBe('other')
  })
  it('is mixed as soon as one letter is of the other, even one that looks the same', () => {
    expect(scriptOf('сhair')).toBe('mixed')
    expect(scriptOf('пapoль')).toBe('mixed')
  })
})
