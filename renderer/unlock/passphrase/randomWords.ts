/**
 * Five random words as a passphrase: 55 bits, of Latin letters that every keyboard has. The list is that of BIP 39,
 * whose 2048 words differ in their first four letters.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js'

export const SUGGESTED_WORDS = 5

export function randomWords(count = SUGGESTED_WORDS): string {
  // 2048 divides 65536, so every word is equally likely.
  const picks = crypto.getRandomValues(new Uint16Array(count))
  const words = [...picks].map((pick) => wordlist[pick % wordlist.length] ?? '')
  picks.fill(0)
  return words.join(' ')
}
