import { describe, expect, it } from 'vitest'
import { onlyStyleText } from '../../../renderer/shared/trustedTypes.ts'

describe('the one policy for trusted types', () => {
  it('lets the text of a style element through as it is', () => {
    const css = '.a{--b:1px;}@media (min-width: 62em){.a > .b{color:red}}'
    expect(onlyStyleText(css)).toBe(css)
  })
  it('refuses everything that could begin an element or end the style', () => {
    for (const text of ['<img src=x>', '.a{}</style><script>', '<', 'a<b']) {
      expect(() => onlyStyleText(text)).toThrow(TypeError)
    }
  })
})
