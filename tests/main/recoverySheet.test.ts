import { describe, expect, it } from 'vitest'
import { recoveryHtml, recoveryText } from '../../electron/main/recoverySheet.ts'
import { wordsOf } from '../../electron/main/words.ts'
import { vaultFingerprint } from '../../shared/fingerprint.ts'
import { LANGUAGES } from '../../shared/i18n/languages.ts'

const CODE = 'one two three four five six seven eight nine ten eleven twelve'
const SHEET = {
  code: CODE,
  vaultName: 'North & <South>.emanet',
  vaultId: '0123456789abcdef'.repeat(2),
}
const DAY = new Date('2026-02-03T12:00:00Z')

describe.each(LANGUAGES)('the sheet in %s', (language) => {
  const words = wordsOf(language)

  it('as text holds the words in order, which vault they open, and what they are', () => {
    const text = recoveryText(SHEET, language, DAY)
    const numbered = [...text.matchAll(/^ +(\d+)\. (\w+)$/gm)].map(([, n, word]) => [
      Number(n),
      word,
    ])
    expect(numbered).toEqual(CODE.split(' ').map((word, index) => [index + 1, word]))
    for (const part of [words.sheetWhat, words.sheetKeep, words.sheetFile, '2026-02-03']) {
      expect(text).toContain(part)
    }
    expect(text).toContain(vaultFingerprint(SHEET.vaultId))
    expect(text).toContain(SHEET.vaultName)
  })

  it('as a page holds the same, and nothing that was not written for it', () => {
    const html = recoveryHtml(SHEET, language, DAY)
    expect([...html.matchAll(/<li>(\w+)<\/li>/g)].map(([, word]) => word).join(' ')).toBe(CODE)
    expect(html).not.toContain('<South>')
    expect(html).toContain('North &#38; &#60;South&#62;')
    expect(html).not.toMatch(/<script|src=|href=/)
  })
})

it('the fingerprint is short enough to compare by eye', () => {
  expect(vaultFingerprint(SHEET.vaultId)).toBe('0123 4567 89ab cdef')
})
