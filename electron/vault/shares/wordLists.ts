/** The word lists a card may be written in. */
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import type { CardLanguage } from '../../../shared/shares/languages.ts'
import { UKRAINIAN_WORDS } from '../crypto/wordsUk.ts'
import type { WordList } from './cardText.ts'

/** For reading, where the words themselves say which list they are from. */
export const ALL_WORD_LISTS: readonly WordList[] = [english, UKRAINIAN_WORDS]

/** For printing. Where the holder's language has no list, words that any keyboard can type. */
export const wordListFor = (language: CardLanguage): WordList =>
  language === 'uk' ? UKRAINIAN_WORDS : english
