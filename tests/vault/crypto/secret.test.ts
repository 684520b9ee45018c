/** A secret shows itself nowhere, and is gone when it is wiped. */
import { format, inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'

const WORD = 'canary-кенар'

describe('a secret', () => {
  it('is never printed, joined to text or turned into JSON', () => {
    const secret = Secret.fromText(WORD)
    const hex = Buffer.from(WORD).toString('hex').slice(0, 12)
    const shown = [
      `${secret}`,
      String(secret),
      secret.toString(),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ secret }, { depth: 9, showHidden: true }),
      format('%s %o %j', secret, secret, { secret }),
      Object.keys(secret).join(),
      JSON.stringify(Object.entries(secret)),
    ]
    for (const text of shown) {
      expect(text).not.toContain(WORD)
      expect(text.replaceAll(' ', '')).not.toContain(hex)
    }
    expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}')
  })

  it('does not travel by structured clone', () => {
    expect(structuredClone(Secret.fromText(WORD))).toEqual({})
  })

  it('keeps a copy of its own', () => {
    const bytes = Buffer.from(WORD)
    const secret = Secret.fromBytes(bytes)
    bytes.fill(0)
    expect(secret.bytes.toString()).toBe(WORD)
  })

  it('is overwritten when wiped and refuses to be used afterwards', () => {
    const secret = Secret.fromText(WORD)
    const { bytes } = secret
    secret.wipe()
    secret.wipe()
    expect(bytes.equals(Buffer.alloc(bytes.length))).toBe(true)
    expect(secret.isWiped).toBe(true)
    expect(() => secret.bytes).toThrow('invariant')
  })

  it('is equal to the same bytes only', () => {
    expect(Secret.fromText('a').equals(Secret.fromText('a'))).toBe(true)
    expect(Secret.fromText('a').equals(Secret.fromText('b'))).toBe(false)
    expect(Secret.fromText('a').equals(Secret.fromText('aa'))).toBe(false)
  })
})
