/** A file name from a stranger can be shown, exported and kept, and does no harm in any of the three. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  MAX_EXPORT_BYTES,
  MAX_NAME_CHARS,
  UntrustedFileName,
} from '../../../electron/vault/objects/fileName.ts'

const exported = (text: string) => UntrustedFileName.fromText(text).forExport()

describe('a name for export', () => {
  it.each([
    ['протокол допиту.pdf', 'протокол допиту.pdf'],
    ['Bağçasaray ñ.jpg', 'Bağçasaray ñ.jpg'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['..', 'file'],
    ['.', 'file'],
    ['...', 'file'],
    ['   ', 'file'],
    ['/', 'file'],
    ['..\\..\\evil.exe', '__.._evil.exe'],
    ['a/b\\c:d', 'a_b_c_d'],
    ['.bashrc', '_bashrc'],
    ['-rf', '_rf'],
    ['report.pdf...', 'report.pdf'],
    ['report.pdf. .', 'report.pdf'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Aux .tar.gz', '_Aux .tar.gz'],
    ['COM1', '_COM1'],
    ['lpt¹.doc', '_lpt¹.doc'],
    ['COM10', 'COM10'],
    ['console.log', 'console.log'],
    ['nul', '_nul'],
    ['a\u0000b\u0007c\n.txt', 'a_b_c_.txt'],
    ['photo\u202Egnp.exe', 'photo_gnp.exe'],
    ['zero\u200Bwidth\uFEFF', 'zero_width_'],
    ['\uD800lone', '_lone'],
    ['notes.txt:hidden', 'notes.txt_hidden'],
    [`con${' '.repeat(300)}x.txt`, '_con.txt'],
    [`nul${' '.repeat(300)}x`, '_nul'],
    [`:${' '.repeat(300)}x`, 'file'],
  ])('turns %j into %j', (text, name) => {
    expect(exported(text)).toBe(name)
  })

  it.each([MAX_EXPORT_BYTES - 1, MAX_EXPORT_BYTES, MAX_EXPORT_BYTES + 1, 1000])(
    'of %i characters keeps its ending and fits',
    (length) => {
      const name = exported(`${'a'.repeat(length - 4)}.pdf`)
      expect(name).toMatch(/^a+\.pdf$/)
      expect(name).toHaveLength(Math.min(length, MAX_EXPORT_BYTES))
    },
  )

  it('of 1,000 Cyrillic letters or pictures is cut between characters', () => {
    for (const char of ['щ', '🕊']) {
      const name = exported(`${char.repeat(1000)}.jpeg`)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_EXPORT_BYTES)
      expect(Buffer.byteLength(name)).toBeGreaterThan(MAX_EXPORT_BYTES - 5)
      expect(name).not.toMatch(/\p{Cs}/u)
      expect(name.endsWith('.jpeg')).toBe(true)
    }
  })

  it('takes a very long ending for a part of the name', () => {
    expect(Buffer.byteLength(exported(`a.${'b'.repeat(400)}`))).toBe(MAX_EXPORT_BYTES)
  })

  describe('whatever was given', () => {
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'emanet-names-'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    const part = {
      unit: fc.oneof(
        fc.constantFrom('.', '/', '\\', ' ', '-', ':', '\u202E', '\u0000', 'con', 'nul', '\uD83D'),
        // So long that the name is cut in it, or behind.
        fc.constantFrom(' '.repeat(250), '.'.repeat(250), `${'щ'.repeat(124)}.txt`),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    }
    const nasty = fc.oneof(
      fc.string({ ...part, minLength: 1, maxLength: 5 }),
      fc
        .string({ ...part, minLength: 1, maxLength: 400 })
        .map((text) => text.slice(0, MAX_NAME_CHARS)),
    )

    it('names one file in the folder it is put in', () => {
      fc.assert(
        fc.property(nasty, (text) => {
          const name = exported(text)
          writeFileSync(join(folder, name), '', { flag: 'wx' })
          expect(readdirSync(folder)).toEqual([name])
          rmSync(join(folder, name))
        }),
      )
    })

    it('is a name that Windows takes, and cleaning it again changes nothing', () => {
      fc.assert(
        fc.property(nasty, (text) => {
          const name = exported(text)
          expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]|[. ]$|^[.\- ]/u)
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
          expect(exported(name)).toBe(name)
        }),
      )
    })
  })
})

describe('a name on the screen', () => {
  it('shows that something invisible or turning is in it', () => {
    const name = UntrustedFileName.fromText('photo\u202Egnp.exe\n\u2066x')
    expect(name.display('all')).toBe('photo\uFFFDgnp.exe\uFFFD\uFFFDx')
  })

  it('keeps its beginning and its ending when it is longer than the limit', () => {
    const name = UntrustedFileName.fromText(`${'a'.repeat(1000)}.exe`)
    expect(name.display(20)).toBe('aaaaaaaaaa…aaaaa.exe')
    expect([...name.display(20)]).toHaveLength(20)
    expect([...name.display(1003)]).toHaveLength(1003)
    expect(name.display(1004)).toBe(`${'a'.repeat(1000)}.exe`)
    expect(name.display('all')).toHaveLength(1004)
  })
})

describe('a name kept as evidence', () => {
  it.each(['a\u0000b', '..\\x', '\u202E', ' '])('is exactly what was given: %j', (text) => {
    const kept = UntrustedFileName.fromText(text).toEvidence()
    expect(kept).toEqual({ text })
    expect(UntrustedFileName.fromEvidence(kept).toEvidence()).toEqual(kept)
  })

  it('is exactly the bytes when they are not UTF-8', () => {
    const bytes = Buffer.from([0x70, 0xff, 0xfe, 0x2e, 0x74])
    const name = UntrustedFileName.fromBytes(bytes)
    const kept = JSON.parse(JSON.stringify(name.toEvidence()))
    expect(kept).toEqual({ base64: bytes.toString('base64') })
    expect(UntrustedFileName.fromEvidence(kept).toEvidence()).toEqual(kept)
    expect(name.display('all')).toBe('p\uFFFD\uFFFD.t')
    expect(name.forExport()).not.toMatch(/\p{Cs}/u)
  })

  it('survives JSON with a lone surrogate in it', () => {
    const kept = UntrustedFileName.fromText('x\uD800').toEvidence()
    expect(JSON.parse(JSON.stringify(kept))).toEqual({ text: 'x\uD800' })
  })
})

it('takes the last part of a path', () => {
  expect(UntrustedFileName.fromPath('/a/b/c.txt').toEvidence()).toEqual({ text: 'c.txt' })
  expect(UntrustedFileName.fromPath('c.txt').toEvidence()).toEqual({ text: 'c.txt' })
})

it('refuses an empty name and one above the limit', () => {
  const refused = { code: 'bad_file_name' }
  expect(() => UntrustedFileName.fromText('')).toThrow(expect.objectContaining(refused))
  expect(() => UntrustedFileName.fromPath('/')).toThrow(expect.objectContaining(refused))
  expect(() => UntrustedFileName.fromText('a'.repeat(MAX_NAME_CHARS + 1))).toThrow(
    expect.objectContaining(refused),
  )
  for (const length of [1, 1000, MAX_NAME_CHARS - 1, MAX_NAME_CHARS]) {
    expect(exported('a'.repeat(length))).toHaveLength(Math.min(length, MAX_EXPORT_BYTES))
  }
})

it('does not slip into a text, a log or a message', () => {
  const name = UntrustedFileName.fromText('canary.txt')
  expect(`${name} ${JSON.stringify({ name })} ${inspect({ name })}`).not.toContain('canary')
})
