/**
 * Sort keys: text turned into a string whose plain binary order is the alphabet's order, so that the working
 * index sorts and pages without asking a collator. Cyrillic first in the Ukrainian order with the letters of
 * Russian at their usual places, then Latin in the Crimean Tatar order, which holds for Turkish and English too.
 * Case, apostrophes and unknown marks do not count. A record without a title sorts last.
 */

const CYRILLIC = 'абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя'
const LATIN = 'aâbcçdefgğhıijklmnñoöpqrsştuüvwxyz'
const DIGITS = '0123456789'

/** One private-use character per place in the order; a gap between words sorts before every letter. */
const FIRST = 0x21
const BREAK = String.fromCharCode(FIRST)
const KEYS = new Map(
  [...DIGITS, ...CYRILLIC, ...LATIN].map((letter, place) => [
    letter,
    String.fromCharCode(FIRST + 1 + place),
  ]),
)
export const LAST_KEY = '\uffff'

const IGNORED = /['`´ʹʺʼʾʿ‘’′]/g

export function sortKey(text: string): string {
  let key = ''
  // İ and I are two letters here: lower-casing them by itself would make both i.
  const lower = text.normalize('NFC').replace(/İ/g, 'i').replace(IGNORED, '').toLowerCase()
  for (const letter of lower) {
    const known = KEYS.get(letter) ?? KEYS.get(letter.normalize('NFD').charAt(0))
    if (known) key += known
    else if (key !== '' && !key.endsWith(BREAK) && !/\p{M}/u.test(letter)) key += BREAK
  }
  if (key.endsWith(BREAK)) key = key.slice(0, -1)
  return key === '' ? LAST_KEY : key
}
