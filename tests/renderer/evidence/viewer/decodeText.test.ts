import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../renderer/workspace/evidence/viewer/decodeText.ts'

const TEXT = 'Вигаданий лист, ğ ñ.'

describe('the text of a file', () => {
  it('is read as UTF-8, with a mark at its beginning or without', () => {
    expect(decodeText(Buffer.from(TEXT))).toBe(TEXT)
    expect(decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)]))).toBe(
      TEXT,
    )
  })
  it('is read as UTF-16 when its mark says so, in either order', () => {
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])
    expect(decodeText(little)).toBe(TEXT)
    expect(decodeText(Buffer.from(little).swap16())).toBe(TEXT)
  })
  it('is read as Windows-1251 when it is no UTF-8', () => {
    expect(decodeText(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2]))).toBe('Привіт')
  })
  it('loses only the last character when it was cut in the middle of one', () => {
    expect(decodeText(Buffer.from('лист').subarray(0, 7))).toBe('лис')
  })
  it('is nothing for nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })
})
