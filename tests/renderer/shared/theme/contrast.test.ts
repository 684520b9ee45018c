import { describe, expect, it } from 'vitest'
import { SURFACES, TIDE } from '../../../../renderer/shared/theme/theme.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on the surfaces it stands on. */
const PAIRS = [
  ['--ink', '--paper'],
  ['--ink', '--ground'],
  ['--ink', '--rail'],
  ['--ink', '--accent-wash'],
  ['--ink', '--danger-wash'],
  ['--ink', '--caution-wash'],
  ['--ink', '--good-wash'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--ground'],
  ['--ink-soft', '--rail'],
  ['--ink-soft', '--accent-wash'],
  ['--accent-ink', '--paper'],
  ['--accent-ink', '--ground'],
  ['--accent-ink', '--accent-wash'],
  ['--danger-ink', '--paper'],
  ['--danger-ink', '--danger-wash'],
  ['--caution-ink', '--paper'],
  ['--caution-ink', '--caution-wash'],
  ['--good-ink', '--paper'],
  ['--good-ink', '--good-wash'],
] as const

describe('the theme', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  for (const name of ['light', 'dark'] as const) {
    for (const [text, surface] of PAIRS) {
      it(`reaches AA in ${name} for ${text} on ${surface}`, () => {
        expect(contrast(SURFACES[name][text], SURFACES[name][surface])).toBeGreaterThanOrEqual(4.5)
      })
    }
  }

  it('carries white text on the accent of its buttons', () => {
    expect(contrast(TIDE[7], '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })
})
