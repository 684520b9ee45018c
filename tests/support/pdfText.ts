/**
 * Reads the text of a PDF back from its own font maps (ToUnicode), as a reader's "copy" does, so that tests know what
 * letters come out without a program that may not be installed. Knows what the project's printer writes, no more.
 */
import { inflateSync } from 'node:zlib'

interface PdfObject {
  readonly dictionary: string
  readonly stream: Buffer | undefined
}

/** Objects by number. */
export function pdfObjects(pdf: Uint8Array): ReadonlyMap<number, PdfObject> {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const streamAt = text.indexOf('stream\n', start)
    const end = text.indexOf('endobj', start)
    const hasStream = streamAt !== -1 && streamAt < end
    const dictionary = text.slice(start, hasStream ? streamAt : end)
    let stream: Buffer | undefined
    if (hasStream) {
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
      const raw = bytes.subarray(streamAt + 7, streamAt + 7 + length)
      stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw
    }
    objects.set(Number(match[1]), { dictionary, stream })
  }
  return objects
}

const utf16 = (hex: string): string => {
  let out = ''
  for (let at = 0; at < hex.length; at += 4)
    out += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16))
  return out
}

/** Glyph → letters of one font, from its ToUnicode map. */
function glyphMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(range[1] ?? '', 16)
    const letters = [...(range[3] ?? '').matchAll(/<([0-9a-f ]*)>/gi)]
    letters.forEach((letter, index) => {
      map.set(first + index, utf16((letter[1] ?? '').replaceAll(' ', '')))
    })
  }
  return map
}

/** The text of each page, one line for each piece that was placed. */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  const objects = pdfObjects(pdf)
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const { dictionary } of objects.values()) {
    for (const [, name, number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(number))?.dictionary ?? ''
      const cmap = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]))?.stream
      if (name !== undefined && cmap) fonts.set(name, glyphMap(cmap.toString('latin1')))
    }
  }
  const pages: string[] = []
  for (const { dictionary } of objects.values()) {
    if (!/\/Type \/Page\b/.test(dictionary)) continue
    const contents = objects.get(Number(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]))?.stream
    pages.push(contents ? pageText(contents.toString('latin1'), fonts) : '')
  }
  return pages
}

function pageText(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
): string {
  const lines: string[] = []
  let font: ReadonlyMap<number, string> = new Map()
  for (const [, name, pieces] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    else {
      const glyphs = [...(pieces ?? '').matchAll(/<([0-9a-f]+)>/gi)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      )
      lines.push(glyphs.map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join(''))
    }
  }
  return lines.join('\n')
}
