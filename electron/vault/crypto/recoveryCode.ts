/**
 * Recovery codes: 128 random bits as 12 words of the BIP 39 English list, the last of which carries a
 * 4-bit checksum, so most slips of the pen are noticed before the slow key derivation. Only the word list and the checksum of BIP 39
 * are used, not its seed derivation.
 */
import { entropyToMnemonic, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { randomBytes } from './bytes.ts'

export type RecoveryLanguage = 'en' | 'uk'

const RECOVERY_WORDS = 12
const ENTROPY_BYTES = 16

/** A new code, its words separated by single spaces. */
export function newRecoveryCode(_language: RecoveryLanguage = 'en'): string {
  const entropy = randomBytes(ENTROPY_BYTES)
  try {
    return entropyToMnemonic(entropy, wordlist)
  } finally {
    entropy.fill(0)
  }
}

/**
 * The code in its one spelling, or undefined when the text is not a recovery code. Case, line breaks,
 * and numbers or punctuation between the words ("1. abandon, 2. ability …") do not matter.
 */
export function canonicalRecoveryCode(text: string): string | undefined {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length !== RECOVERY_WORDS) return undefined
  const code = words.join(' ')
  return validateMnemonic(code, wordlist) ? code : undefined
}

/** For a hint on screen: is it a code, nearly one (12 words, one of them wrong or swapped), or something else? */
export function judgeRecoveryCode(text: string): 'code' | 'mistyped' | 'other' {
  if (canonicalRecoveryCode(text)) return 'code'
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  const known = words.filter((word) => wordlist.includes(word)).length
  const near = Math.abs(words.length - RECOVERY_WORDS) <= 1 && known >= RECOVERY_WORDS - 2
  return near ? 'mistyped' : 'other'
}
