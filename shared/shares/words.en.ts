/** English words of a share card. */
import type { CardTexts } from './words.ts'

export const CARD_EN: CardTexts = {
  draft: undefined,
  title: 'Part of a key',
  number: (number, n) => `Card ${number} of ${n}`,
  opens: {
    vault: (k, n) => `Any ${k} of the ${n} cards, brought together, open the vault.`,
    custodians: (k, n) => `Any ${k} of the ${n} cards, brought together, open a closed part of it.`,
  },
  fingerprint: 'Fingerprint of the vault',
  set: 'Set',
  madeOn: 'Made on',
  words: 'The words, in this order',
  square: 'The same for a camera',
  keepTitle: 'How to keep it',
  keep: [
    'Where nobody else finds it: apart from the other cards, and from the computer with the vault.',
    'Do not photograph, copy or send it. Type these words into nothing but the program Emanet.',
    'Those who gave it to you will ask for it in person: to open the vault, or about twice a year to check that the card can still be read. It stays with you.',
    'If it is lost, damaged, or somebody has seen it, tell them at once: new cards can be made.',
  ],
  foundTitle: 'If you have found this card',
  found:
    'By itself it opens nothing. Give it back to the person who lost it, or tear it into small pieces and throw them away.',
}
