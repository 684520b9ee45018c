/**
 * Words of letters from several alphabets that look the same (Cyrillic а, Latin a, Greek α): typed so by mistake, or
 * to hide a name from a search. A word is read in the alphabet that most of its other letters belong to.
 */

const pairs = (cyrillic: string, latin: string): ReadonlyMap<string, string> =>
  new Map([...cyrillic].map((letter, place) => [letter, [...latin][place] ?? '']))

const CYRILLIC_AS_LATIN = pairs('аеорсухікмтвнѕјһԁԛԝ', 'aeopcyxikmtbhsjhdqw')
const LATIN_AS_CYRILLIC = pairs('aeopcyxikmtbh', 'аеорсухікмтвн')
/** By the capital or the small letter, whichever is the same. */
const GREEK_AS_LATIN = pairs('αβεζηικμνορτυχςό', 'abezhikmnoptyxco')

const GREEK = /\p{Script=Greek}/u
const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u

const exchanged = (word: string, letters: ReadonlyMap<string, string>): string =>
  [...word].map((letter) => letters.get(letter) ?? letter).join('')

/** A word in small letters, with look-alikes from other alphabets put back where Latin letters prevail. */
export function inOneAlphabet(lower: string): string {
  const word = GREEK.test(lower) ? exchanged(lower, GREEK_AS_LATIN) : lower
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return word
  let own = 0
  for (const letter of word) {
    if (LATIN.test(letter) && !LATIN_AS_CYRILLIC.has(letter)) own += 1
    else if (CYRILLIC.test(letter) && !CYRILLIC_AS_LATIN.has(letter)) own -= 1
  }
  return own > 0 ? exchanged(word, CYRILLIC_AS_LATIN) : word
}

/** The Cyrillic word that a Latin one looks like, when each letter of it does: Omep, Омер. */
export function cyrillicLook(word: string): string | undefined {
  const lower = word.toLowerCase()
  return [...lower].every((letter) => LATIN_AS_CYRILLIC.has(letter))
    ? exchanged(lower, LATIN_AS_CYRILLIC)
    : undefined
}
