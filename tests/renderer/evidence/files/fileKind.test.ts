import { describe, expect, it } from 'vitest'
import { fileKind, viewKind } from '../../../../renderer/workspace/evidence/files/fileKind.ts'

const BYTES = 'application/octet-stream'

describe('the kind of a file', () => {
  it('follows its bytes, whatever its name says', () => {
    expect(fileKind({ mime: 'image/png', name: 'letter.txt' })).toBe('image')
    expect(fileKind({ mime: 'application/pdf', name: 'photo.jpg' })).toBe('pdf')
    expect(fileKind({ mime: BYTES, name: 'photo.jpg' })).toBe('other')
  })
  it('takes the ending for text, which no bytes tell', () => {
    expect(fileKind({ mime: BYTES, name: 'ЛИСТ.TXT' })).toBe('text')
    expect(fileKind({ mime: BYTES, name: 'page.html' })).toBe('text')
    expect(fileKind({ mime: BYTES, name: 'txt' })).toBe('other')
    expect(fileKind({ mime: BYTES, name: 'a.txt.exe' })).toBe('other')
  })
})

describe('how a file is shown', () => {
  it('shows raster pictures only: a drawing in SVG can hold scripts', () => {
    expect(viewKind({ mime: 'image/jpeg', name: 'a' })).toBe('image')
    expect(viewKind({ mime: 'image/svg+xml', name: 'a.svg' })).toBeUndefined()
    expect(viewKind({ mime: 'image/tiff', name: 'a' })).toBeUndefined()
    expect(viewKind({ mime: 'image/heic', name: 'a' })).toBeUndefined()
  })
  it('shows a web page as text and a PDF not at all', () => {
    expect(viewKind({ mime: BYTES, name: 'page.html' })).toBe('text')
    expect(viewKind({ mime: 'application/pdf', name: 'a.pdf' })).toBeUndefined()
    expect(viewKind({ mime: 'video/quicktime', name: 'a.mov' })).toBeUndefined()
    expect(viewKind({ mime: 'video/mp4', name: 'a.mov' })).toBe('video')
  })
})
