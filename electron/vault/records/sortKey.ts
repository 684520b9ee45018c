/**
 * Sort keys: text turned into a string whose plain binary order is the alphabet's order, so that the working
 * index sorts and pages without asking a collator. Digits, then Cyrillic in the Ukrainian order with the letters of
 * Russian at their usual places, then Latin in the Crimean Tatar order, which holds for Turkish and English too.
 * Case, apostrophes and unknown marks do not count. What has no letter sorts last.
 */

const DIGITS = '0123456789'
const CYRILLIC = 'абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя'
const LATIN = 'aâbcçdefgğhıijklmnñoöpqrsştuüvwxyz'
const APOSTROPHES = "'`´ʹʺʼʾʿ‘’′"

/** Keys are characters from here on: a gap between words first, then one per place in the order. */
const BREAK = 0x21
const PLACES = new Map(
  [...DIGITS, ...CYRILLIC, ...LATIN].map((letter, place) => [letter, BREAK + 1 + place]),
)
const IGNORED = 0
const NOT_YET_KNOWN = 0xffff
export const LAST_KEY = '\uffff'

/** Key of each character, found when it is first met. */
const keys = new Uint16Array(0x10000).fill(NOT_YET_KNOWN)

export function sortKey(text: string): string {
  const composed = text.normalize('NFC')
  const found: number[] = []
  for (let place = 0; place < composed.length; place += 1) {
    const code = composed.charCodeAt(place)
    let key = keys[code] ?? IGNORED
    if (key === NOT_YET_KNOWN) {
      key = keyOf(String.fromCharCode(code))
      keys[code] = key
    }
    const isRepeatedBreak = key === BREAK && (found.length === 0 || found.at(-1) === BREAK)
    if (key !== IGNORED && !isRepeatedBreak) found.push(key)
  }
  if (found.at(-1) === BREAK) found.pop()
  return found.length === 0 ? LAST_KEY : String.fromCharCode(...found)
}

function keyOf(letter: string): number {
  if (APOSTROPHES.includes(letter) || /\p{M}/u.test(letter)) return IGNORED
  // Lower-casing would make an i with a mark of it. I stands for i as well: few names begin with ı.
  const small = letter === 'İ' ? 'i' : letter.toLowerCase()
  return PLACES.get(small) ?? PLACES.get(small.normalize('NFD').charAt(0)) ?? BREAK
}
