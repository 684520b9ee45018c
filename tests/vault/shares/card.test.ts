import { describe, expect, it } from 'vitest'
import {
  CARD_BYTES,
  cardCommitment,
  isThreshold,
  readCard,
  type ShareCard,
  writeCard,
} from '../../../electron/vault/shares/card.ts'
import { eachBuild, failure, failureCode, flipByte, NATIVE, WASM } from '../../support/coreVault.ts'

const card = (change: Partial<ShareCard> = {}): ShareCard => ({
  purpose: 'vault',
  vaultMark: Buffer.from('0011223344556677', 'hex'),
  setId: Buffer.from('8899aabbccddeeff', 'hex'),
  number: 2,
  k: 3,
  n: 5,
  share: Buffer.from(Array.from({ length: 33 }, (_, i) => i + 1)),
  ...change,
})

/** The check as docs/format.md says it, over bytes that no program would write. */
const withCheck = (head: readonly number[], rest = Buffer.alloc(49, 1)): Buffer => {
  const checked = Buffer.concat([Buffer.from(head), rest])
  const domain = Buffer.concat([Buffer.from('EmShareCard1'), Buffer.alloc(4)])
  return Buffer.concat([checked, NATIVE.hash([domain, checked]).subarray(0, 3)])
}

eachBuild('a share card', (sodium) => {
  it('has the bytes the format says', () => {
    const bytes = writeCard(sodium, card())
    expect(bytes).toHaveLength(CARD_BYTES)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('111240')
    expect(bytes.subarray(3, 52).toString('hex')).toBe(
      `00112233445566778899aabbccddeeff${card().share.toString('hex')}`,
    )
    expect(bytes).toEqual(withCheck([...bytes.subarray(0, 3)], Buffer.from(bytes.subarray(3, 52))))
  })

  it('comes back as it was, from each build', () => {
    for (const purpose of ['vault', 'custodians'] as const)
      for (const [number, k, n] of [
        [1, 2, 2],
        [16, 16, 16],
        [1, 2, 16],
      ] as const) {
        const written = card({ purpose, number, k, n })
        for (const reader of [NATIVE, WASM])
          expect(readCard(reader, writeCard(sodium, written))).toEqual(written)
      }
  })

  it('is damaged by one flipped bit anywhere', async () => {
    const bytes = writeCard(sodium, card())
    for (let at = 0; at < CARD_BYTES; at += 1)
      expect(await failureCode(() => readCard(sodium, flipByte(bytes, at)))).toBe('card_damaged')
  })

  it('is damaged when a byte is missing or one too many', async () => {
    const bytes = writeCard(sodium, card())
    for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)])])
      expect(await failureCode(() => readCard(sodium, wrong))).toBe('card_damaged')
  })

  it('is refused under a right check when it says what no set can', async () => {
    const heads = {
      'purpose 0': [0x10, 0x12, 0x40],
      'purpose 3': [0x13, 0x12, 0x40],
      'one card opens': [0x11, 0x10, 0x40],
      'more needed than made': [0x11, 0x05, 0x40],
      'number above n': [0x11, 0x52, 0x40],
      'bits that mean nothing': [0x11, 0x12, 0x41],
    }
    expect(readCard(sodium, withCheck([0x11, 0x12, 0x40]))).toMatchObject({ number: 2, k: 3, n: 5 })
    for (const head of Object.values(heads))
      expect(await failureCode(() => readCard(sodium, withCheck(head)))).toBe('card_damaged')
  })

  it('of a version to come is said to be newer', async () => {
    expect((await failure(() => readCard(sodium, withCheck([0x21, 0x12, 0x40])))).code).toBe(
      'newer_format',
    )
  })
})

describe('a threshold', () => {
  it('lies between 2 and the number of cards, of which there are 16 at most', () => {
    expect([1, 2, 3, 4].map((k) => isThreshold(k, 3))).toEqual([false, true, true, false])
    expect([1, 2, 15, 16, 17].map((n) => isThreshold(2, n))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(isThreshold(2.5, 3)).toBe(false)
    expect(isThreshold(Number.NaN, 3)).toBe(false)
  })
})

describe('what the vault remembers of a card', () => {
  it('differs with set, number and share, and not with the rest', () => {
    const of = (change: Partial<ShareCard>) => cardCommitment(NATIVE, card(change)).toString('hex')
    const all = [
      of({}),
      of({ number: 3 }),
      of({ setId: Buffer.alloc(8, 1) }),
      of({ share: Buffer.alloc(33, 9) }),
    ]
    expect(new Set(all).size).toBe(4)
    expect(of({ k: 2 })).toBe(all[0])
  })
})
