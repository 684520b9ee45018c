import { describe, expect, it } from 'vitest'
import { SNIFF_BYTES, sniffType, UNKNOWN_TYPE } from '../../../electron/vault/evidence/sniff.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const box = (brand: string) => bytes(`\0\0\0\x20ftyp${brand}\0\0\0\0`)
const padded = (head: Buffer) =>
  Buffer.concat([head, Buffer.alloc(SNIFF_BYTES)]).subarray(0, SNIFF_BYTES)

const KNOWN: ReadonlyArray<readonly [string, Buffer]> = [
  ['image/jpeg', bytes('\xff\xd8\xff\xe0')],
  ['image/png', bytes('\x89PNG\r\n\x1a\n')],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
  ['image/tiff', bytes('II*\0')],
  ['image/heic', box('heic')],
  ['image/avif', box('avif')],
  ['application/pdf', bytes('%PDF-1.7')],
  ['application/zip', bytes('PK\x03\x04')],
  ['audio/wav', bytes('RIFF\0\0\0\0WAVEfmt ')],
  ['audio/mpeg', bytes('ID3\x04')],
  ['audio/ogg', bytes('OggS')],
  ['audio/mp4', box('M4A ')],
  ['video/mp4', box('isom')],
  ['video/quicktime', box('qt  ')],
]

describe('the type of a file', () => {
  for (const [mime, head] of KNOWN) {
    it(`is ${mime} by its first bytes`, () => {
      expect(sniffType(padded(head))).toBe(mime)
    })
  }

  it('is not known for anything else, however short', () => {
    const others = [
      '',
      'P',
      '%PDF',
      'RIFF',
      'RIFF\0\0\0\0AVI ',
      '<svg xmlns=',
      '<!doctype html>',
      'MZ',
      '#!/bin/sh',
      ' %PDF-1.7',
    ]
    for (const head of others) expect(sniffType(bytes(head)), head).toBe(UNKNOWN_TYPE)
    for (const brand of ['constructor', 'toString', 'xxxx', '']) {
      expect(sniffType(box(brand)), brand).toBe(UNKNOWN_TYPE)
    }
  })

  it('is never one that a browser would run', () => {
    for (const [mime] of KNOWN) expect(mime).not.toMatch(/svg|html|xml|script/)
  })
})
