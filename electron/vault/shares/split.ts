/**
 * Splitting a secret into cards and putting it together again, by Shamir's scheme of `shamir-secret-sharing`. A
 * secret that comes out is known to be the one that went in: the set's own name is checked against it. Fewer than
 * k cards say nothing about the secret.
 */
import { combine, split } from 'shamir-secret-sharing'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import {
  isThreshold,
  SECRET_BYTES,
  type ShareCard,
  type SharePurpose,
  setIdOf,
  vaultMarkOf,
} from './card.ts'

export interface SplitRequest {
  readonly vaultId: Uint8Array
  readonly purpose: SharePurpose
  readonly k: number
  readonly n: number
}

/** n cards in the order of their numbers; the caller wipes them (`wipeCards`). Errors: `bad_input`. */
export async function splitSecret(
  sodium: Sodium,
  { vaultId, purpose, k, n }: SplitRequest,
  secret: Secret,
): Promise<readonly ShareCard[]> {
  if (!isThreshold(k, n)) throw new VaultError('bad_input')
  invariant(secret.length === SECRET_BYTES, 'a shared secret has 32 bytes')
  const set = { purpose, vaultMark: vaultMarkOf(vaultId), k, n }
  const setId = setIdOf(sodium, set, secret.bytes)
  // The library takes a plain Uint8Array and nothing derived from it.
  const plain = Uint8Array.from(secret.bytes)
  try {
    const shares = await split(plain, n, k)
    return shares.map((share, index) => ({
      ...set,
      setId,
      number: index + 1,
      share: Buffer.from(share.buffer, share.byteOffset, share.byteLength),
    }))
  } finally {
    sodium.memzero(plain)
  }
}

/**
 * The secret that k cards of one set hold. More than k are welcome; the first k are used. Errors:
 * `card_of_other_vault`, `card_of_other_set`, `card_repeated`, `cards_too_few` (have, need), and
 * `card_not_genuine` when cards that read well do not give the set's secret: one of them was forged.
 */
export async function combineCards(sodium: Sodium, cards: readonly ShareCard[]): Promise<Secret> {
  const [first] = cards
  if (!first) throw new VaultError('cards_too_few', { have: 0 })
  checkTogether(first, cards)
  if (cards.length < first.k)
    throw new VaultError('cards_too_few', { have: cards.length, need: first.k })
  const shares = cards.slice(0, first.k).map(({ share }) => Uint8Array.from(share))
  let plain: Uint8Array | undefined
  try {
    plain = await combineShares(shares)
    if (!setIdOf(sodium, first, plain).equals(first.setId)) throw new VaultError('card_not_genuine')
    return Secret.fromBytes(plain)
  } finally {
    for (const bytes of [...shares, ...(plain ? [plain] : [])]) sodium.memzero(bytes)
  }
}

/** The library throws for two shares at one place of the curve, which no true set has. */
async function combineShares(shares: Uint8Array[]): Promise<Uint8Array> {
  try {
    return await combine(shares)
  } catch {
    throw new VaultError('card_not_genuine')
  }
}

function checkTogether(first: ShareCard, cards: readonly ShareCard[]): void {
  const numbers = new Set<number>()
  for (const card of cards) {
    if (!card.vaultMark.equals(first.vaultMark)) throw new VaultError('card_of_other_vault')
    if (!card.setId.equals(first.setId) || card.purpose !== first.purpose)
      throw new VaultError('card_of_other_set')
    if (card.k !== first.k || card.n !== first.n) throw new VaultError('card_not_genuine')
    if (numbers.has(card.number)) throw new VaultError('card_repeated', { number: card.number })
    numbers.add(card.number)
  }
}

export function wipeCards(sodium: Sodium, cards: readonly ShareCard[]): void {
  for (const { share } of cards) sodium.memzero(share)
}
