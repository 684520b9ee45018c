/** Cards that people brought, and the secret in them. Needs no open vault: this is how one is opened. */
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { type ShareCard, type SharePurpose, vaultMarkOf } from './card.ts'
import { readCardText } from './cardText.ts'
import { combineCards, wipeCards } from './split.ts'
import { ALL_WORD_LISTS } from './wordLists.ts'

export interface GatheredSecret {
  readonly purpose: SharePurpose
  readonly setId: string
  /** The caller wipes it. */
  readonly secret: Secret
}

/**
 * @param texts words or QR text of one card each
 * @param vaultId of the vault that is to open
 *
 * Errors: those of reading a card, with the place of the card in `texts` (details: card, from 1), and of putting them
 * together (split.ts); `card_of_other_vault`; `card_of_other_set` for cards of another purpose.
 */
export async function secretOfCards(
  sodium: Sodium,
  texts: readonly string[],
  { vaultId, purpose }: { readonly vaultId: Uint8Array; readonly purpose: SharePurpose },
): Promise<GatheredSecret> {
  const cards: ShareCard[] = []
  try {
    for (const [index, text] of texts.entries())
      cards.push(naming(index + 1, () => readFitting(sodium, text, { vaultId, purpose })))
    const secret = await combineCards(sodium, cards)
    return { purpose, setId: cards[0]?.setId.toString('hex') ?? '', secret }
  } finally {
    wipeCards(sodium, cards)
  }
}

/** One card for this vault, without its share: for saying which it is and how many are needed. Errors: as above. */
export function readFittingCard(
  sodium: Sodium,
  text: string,
  where: { readonly vaultId: Uint8Array; readonly purpose: SharePurpose },
): {
  readonly set: string
  readonly number: number
  readonly needed: number
  readonly made: number
} {
  const card = readFitting(sodium, text, where)
  const { number, k: needed, n: made } = card
  wipeCards(sodium, [card])
  return { set: card.setId.toString('hex'), number, needed, made }
}

function readFitting(
  sodium: Sodium,
  text: string,
  { vaultId, purpose }: { readonly vaultId: Uint8Array; readonly purpose: SharePurpose },
): ShareCard {
  const card = readCardText(sodium, text, ALL_WORD_LISTS)
  if (!card.vaultMark.equals(vaultMarkOf(vaultId))) throw new VaultError('card_of_other_vault')
  if (card.purpose !== purpose) throw new VaultError('card_of_other_set')
  return card
}

function naming<Result>(card: number, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!isVaultError(error)) throw error
    throw new VaultError(error.code, { ...error.details, card })
  }
}
