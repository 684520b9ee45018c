/** The test vectors of share cards and of sets of them, with both builds. They were made once and never again. */
import { expect } from 'vitest'
import { readCard, type ShareCard, writeCard } from '../../../electron/vault/shares/card.ts'
import { cardQr, cardWords, readCardText } from '../../../electron/vault/shares/cardText.ts'
import { secretOfCards } from '../../../electron/vault/shares/gather.ts'
import { ALL_WORD_LISTS, wordListFor } from '../../../electron/vault/shares/wordLists.ts'
import { vectorSuite } from '../../support/vectorSuite.ts'
import type { Vector } from '../../support/vectors.ts'

function expectCard(card: ShareCard, vector: Vector): 'opens' {
  const { purpose, vaultMark, setId, number, k, n, share } = card
  const bytes = { vaultMark, setId, share }
  const hex = Object.entries(bytes).map(([name, each]) => [name, each.toString('hex')])
  expect({ purpose, number, k, n, ...Object.fromEntries(hex) }).toEqual(vector.json('card'))
  return 'opens'
}

vectorSuite('cards', {
  card(sodium, vector) {
    const card = readCard(sodium, vector.bytes)
    expectCard(card, vector)
    expect(writeCard(sodium, card)).toEqual(vector.bytes)
    expect(cardWords(sodium, card, wordListFor('en')).join(' ')).toBe(vector.text('english'))
    expect(cardWords(sodium, card, wordListFor('uk')).join(' ')).toBe(vector.text('ukrainian'))
    expect(cardQr(sodium, card)).toBe(vector.text('qr'))
    return 'opens'
  },
  'card text': (sodium, vector) =>
    expectCard(readCardText(sodium, vector.text('text'), ALL_WORD_LISTS), vector),
  async cards(sodium, vector) {
    const texts: string[] = []
    for (let number = 1; vector.optional(`card ${number}`) !== undefined; number += 1) {
      texts.push(vector.text(`card ${number}`))
    }
    const purpose = vector.text('purpose') === 'vault' ? 'vault' : 'custodians'
    const asked = { vaultId: vector.hex('vault id'), purpose } as const
    const { secret } = await secretOfCards(sodium, texts, asked)
    expect(secret.bytes.toString('hex')).toBe(vector.text('secret'))
    return 'opens'
  },
})
