import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { ShareCard } from '../../../electron/vault/shares/card.ts'
import {
  combineCards,
  type SplitRequest,
  splitSecret,
  wipeCards,
} from '../../../electron/vault/shares/split.ts'
import { failure, failureCode, flipByte, NATIVE } from '../../support/coreVault.ts'

const VAULT = Buffer.alloc(16, 5)
const make = (secret: Secret, change: Partial<SplitRequest> = {}) =>
  splitSecret(NATIVE, { vaultId: VAULT, purpose: 'vault', k: 3, n: 5, ...change }, secret)
const pick = (cards: readonly ShareCard[], ...numbers: number[]) =>
  numbers.map((number) => cards[number - 1] as ShareCard)

describe('a secret in cards', () => {
  it('comes back from every k of them, in any order, and from more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc
          .integer({ min: 2, max: 16 })
          .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 2, max: n }))),
        fc.infiniteStream(fc.nat()),
        async (bytes, [n, k], order) => {
          const secret = Secret.fromBytes(bytes)
          const cards = await make(secret, { k, n })
          const shuffled = cards
            .map((card) => ({ card, at: order.next().value as number }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ card }) => card)
          for (const chosen of [shuffled.slice(0, k), shuffled])
            expect((await combineCards(NATIVE, chosen)).equals(secret)).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('says nothing with one card too few', async () => {
    const cards = await make(Secret.random(32))
    const error = await failure(() => combineCards(NATIVE, pick(cards, 1, 5)))
    expect([error.code, error.details]).toEqual(['cards_too_few', { have: 2, need: 3 }])
    expect(await failureCode(() => combineCards(NATIVE, []))).toBe('cards_too_few')
  })

  it('is spread anew each time, and a share by itself is not the secret', async () => {
    const secret = Secret.random(32)
    const [one, two] = [await make(secret), await make(secret)]
    expect(one[0]?.setId).toEqual(two[0]?.setId)
    expect(one[0]?.share).not.toEqual(two[0]?.share)
    for (const { share } of one) expect(share.subarray(0, 32).equals(secret.bytes)).toBe(false)
  })

  it('is not made of numbers no set can have, and 2 of 2 and 16 of 16 are sets', async () => {
    const secret = Secret.random(32)
    for (const [k, n] of [
      [1, 2],
      [3, 2],
      [2, 17],
      [17, 17],
    ])
      expect(await failureCode(() => make(secret, { k: k as number, n: n as number }))).toBe(
        'bad_input',
      )
    expect(await make(secret, { k: 2, n: 2 })).toHaveLength(2)
    expect(await make(secret, { k: 16, n: 16 })).toHaveLength(16)
  })

  it('does not come from cards that do not belong together', async () => {
    const cards = await make(Secret.random(32))
    const other = await make(Secret.random(32))
    const foreign = await make(Secret.random(32), { vaultId: Buffer.alloc(16, 6) })
    const [a, b] = pick(cards, 1, 2) as [ShareCard, ShareCard]
    const tried = async (third: ShareCard | undefined) =>
      failureCode(() => combineCards(NATIVE, [a, b, third as ShareCard]))
    expect(await tried(a)).toBe('card_repeated')
    expect(await tried(other[2])).toBe('card_of_other_set')
    expect(await tried(foreign[2])).toBe('card_of_other_vault')
    expect(await tried({ ...(cards[2] as ShareCard), purpose: 'custodians' })).toBe(
      'card_of_other_set',
    )
    expect(await tried({ ...(cards[2] as ShareCard), k: 2 })).toBe('card_not_genuine')
    expect(await tried({ ...(cards[2] as ShareCard), n: 6 })).toBe('card_not_genuine')
  })

  it('is not mistaken for another when a card was forged', async () => {
    const cards = await make(Secret.random(32))
    const [a, b, c] = pick(cards, 1, 2, 3) as [ShareCard, ShareCard, ShareCard]
    for (let at = 0; at < 33; at += 1) {
      const forged = { ...c, share: flipByte(c.share, at) }
      expect(await failureCode(() => combineCards(NATIVE, [a, b, forged]))).toBe('card_not_genuine')
    }
    const doubled = { ...c, share: b.share }
    expect(await failureCode(() => combineCards(NATIVE, [a, b, doubled]))).toBe('card_not_genuine')
  })

  it('cannot pass for a set that fewer cards open', async () => {
    const cards = await make(Secret.random(32))
    const lowered = pick(cards, 1, 2).map((card) => ({ ...card, k: 2 }))
    expect(await failureCode(() => combineCards(NATIVE, lowered))).toBe('card_not_genuine')
  })

  it('leaves zeros where the shares were', async () => {
    const cards = await make(Secret.random(32))
    wipeCards(NATIVE, cards)
    for (const { share } of cards) expect(share.every((byte) => byte === 0)).toBe(true)
  })
})
