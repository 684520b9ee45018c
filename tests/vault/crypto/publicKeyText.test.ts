/** The public key of a key file as text: one spelling, and every slip of a paste is noticed. */
import { expect, it } from 'vitest'
import { randomBytes } from '../../../electron/vault/crypto/bytes.ts'
import {
  formatPublicKey,
  parsePublicKey,
  publicKeyFingerprint,
} from '../../../electron/vault/crypto/publicKeyText.ts'
import { eachBuild, failureCode, NATIVE } from '../../support/coreVault.ts'

const key = randomBytes(1216)
const text = formatPublicKey(NATIVE, key)
const damaged = (changed: string) => failureCode(() => parsePublicKey(NATIVE, changed))

eachBuild('a public key as text', (sodium) => {
  it('is read back, with white space anywhere', () => {
    expect(formatPublicKey(sodium, key)).toBe(text)
    expect(text).toHaveLength('emanet-key1'.length + Math.ceil((1220 * 4) / 3))
    const wrapped = ` \t${text.replace(/(.{64})/g, '$1\r\n')}\n`
    for (const pasted of [text, wrapped]) expect(parsePublicKey(sodium, pasted)).toEqual(key)
    expect(publicKeyFingerprint(sodium, key)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
  })
})

it('is refused with any character changed, left out or doubled', async () => {
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === 'A' ? 'B' : 'A'
    const [before, after] = [text.slice(0, at), text.slice(at + 1)]
    expect(await damaged(before + other + after)).toBe('public_key_damaged')
    expect(await damaged(before + after)).toBe('public_key_damaged')
    expect(await damaged(before + text[at] + text[at] + after)).toBe('public_key_damaged')
  }
})

it('has one spelling: no padding, no other alphabet, no letters of the other case', async () => {
  for (const changed of ['', `${text}=`, text.toUpperCase(), `x${text}`, `${text}\0`])
    expect(await damaged(changed)).toBe('public_key_damaged')
  const standard = text.slice(11).replaceAll('-', '+').replaceAll('_', '/')
  expect(await damaged(`emanet-key1${standard}`)).toBe('public_key_damaged')
})
