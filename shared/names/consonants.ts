/** Which consonants of a skeleton stand for each other. */

/** By letter from a to z: its class from 1, and 0 for vowels and h, which come and go. */
export const CONSONANT_CLASSES = classTable(['bp', 'dt', 'vf', 'czsqw', 'k', 'l', 'm', 'n', 'r'])

function classTable(groups: readonly string[]): Uint8Array {
  const table = new Uint8Array(26)
  for (const [place, letters] of groups.entries()) {
    for (const letter of letters) table[letter.charCodeAt(0) - 97] = place + 1
  }
  return table
}
