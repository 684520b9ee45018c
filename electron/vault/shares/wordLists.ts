/** The word lists a card may be written in. */
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import type { WordList } from './cardText.ts'

export const WORD_LISTS = { en: english } as const satisfies Record<string, WordList>

/** For reading, where the words themselves say which list they are from. */
export const ALL_WORD_LISTS: readonly WordList[] = Object.values(WORD_LISTS)
