/** A certificate says when, what and whether it is the same, in every language, and nothing else. */
import { describe, expect, it } from 'vitest'
import type { RestoreCertificate } from '../../electron/ipc/desktop.ts'
import { certificateText } from '../../electron/main/restoreCertificate.ts'
import { wordsOf } from '../../electron/main/words.ts'
import { vaultFingerprint } from '../../shared/fingerprint.ts'
import { LANGUAGES } from '../../shared/i18n/languages.ts'

const WHOLE: RestoreCertificate = {
  restoredAt: Date.UTC(2026, 1, 3, 21, 59, 30),
  vaultId: '0123456789abcdef'.repeat(2),
  madeAt: Date.UTC(2026, 0, 2, 3, 4),
  snapshot: '20260102-0304',
  name: 'Restored.emanet',
  entries: 1234,
  head: 'ab'.repeat(32),
  files: 56,
  bytes: 7890,
  damaged: [],
  beside: 'same',
  entriesSince: 0,
}

describe.each(LANGUAGES)('a certificate in %s', (language) => {
  const words = wordsOf(language)
  const lines = (change: Partial<RestoreCertificate> = {}) =>
    certificateText({ ...WHOLE, ...change }, language).split('\n')
  const compared = (change: Partial<RestoreCertificate>) =>
    lines(change)
      .find((line) => line.startsWith(`${words.certificateCompared}: `))
      ?.slice(words.certificateCompared.length + 2)

  it('says when, of what, and what was read', () => {
    const text = lines()
    for (const part of [
      `${words.certificateRestored}: 2026-02-03 21:59 UTC`,
      `${words.sheetFingerprint}: ${vaultFingerprint(WHOLE.vaultId)}`,
      `${words.certificateMade}: 2026-01-02 03:04 UTC (20260102-0304)`,
      `${words.certificateName}: Restored.emanet`,
      `${words.certificateEntries}: 1234`,
      `${words.certificateHead}: ${'ab'.repeat(32)}`,
      `${words.certificateFiles}: 56 (7890 B)`,
      words.certificateWhole,
      words.certificateWhat,
      words.certificateNoNames,
    ])
      expect(text).toContain(part)
  })

  it('names what is not whole, and does not say that all is', () => {
    const text = lines({ damaged: ['5f1c'.repeat(16)] })
    expect(text).toContain(`  ${'5f1c'.repeat(16)}`)
    expect(text).not.toContain(words.certificateWhole)
  })

  it('tells a vault that is the same from one that is not', () => {
    expect(compared({})).toBe(words.certificateSame)
    expect(compared({ entriesSince: 3 })).toBe(
      `${words.certificateSame}; ${words.certificateSince}: 3`,
    )
    expect(compared({ beside: 'different', entriesSince: 3 })).toBe(words.certificateDifferent)
    expect(compared({ beside: 'another' })).toBe(words.certificateAnother)
  })
})
