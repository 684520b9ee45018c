/** From a card to what is printed of it. The words and the QR text are strings, which nothing can wipe: print, and end. */
import { hexGroups } from '../../../shared/fingerprint.ts'
import type { CardLanguage } from '../../../shared/shares/languages.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { ShareCard } from './card.ts'
import { cardQr, cardWords } from './cardText.ts'
import type { PrintedCard } from './pdf/layout.ts'
import { wordListFor } from './wordLists.ts'

/** @param madeOn YYYY-MM-DD */
export function printedCard(
  sodium: Sodium,
  card: ShareCard,
  { language, madeOn }: { readonly language: CardLanguage; readonly madeOn: string },
): PrintedCard {
  const { purpose, number, k, n, vaultMark, setId } = card
  return {
    ...{ language, purpose, number, k, n, madeOn },
    fingerprint: hexGroups(vaultMark.toString('hex')),
    set: hexGroups(setId.toString('hex')),
    words: cardWords(sodium, card, wordListFor(language)),
    qr: cardQr(sodium, card),
  }
}
