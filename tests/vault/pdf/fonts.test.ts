import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FONT_FILES, readFonts } from '../../../electron/vault/pdf/fonts.ts'

const ORIGIN = new URL('../../../node_modules/@expo-google-fonts/noto-sans/', import.meta.url)

describe('the fonts of what is printed', () => {
  it('are byte for byte those of the package that the lock file pins', () => {
    const fonts = readFonts()
    const origins = {
      normal: '400Regular/NotoSans_400Regular.ttf',
      bold: '600SemiBold/NotoSans_600SemiBold.ttf',
    }
    expect(Object.keys(origins)).toEqual(Object.keys(FONT_FILES))
    for (const [style, origin] of Object.entries(origins))
      expect(
        readFileSync(new URL(origin, ORIGIN)).equals(fonts[style as keyof typeof origins]),
      ).toBe(true)
  })

  it('travel with their licence', () => {
    const licence = readFileSync(new URL('../../../resources/fonts/OFL.txt', import.meta.url))
    expect(licence.equals(readFileSync(new URL('LICENSE_FONT', ORIGIN)))).toBe(true)
  })
})
