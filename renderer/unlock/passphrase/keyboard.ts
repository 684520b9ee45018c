/** What the keys tell about a passphrase without showing it: the alphabet, and Caps Lock. */

export type Script = 'latin' | 'cyrillic' | 'mixed' | 'other' | 'none'

/** The alphabet of a text's letters; digits, signs and spaces say nothing about the layout. */
export function scriptOf(text: string): Script {
  const latin = /\p{Script=Latin}/u.test(text)
  const cyrillic = /\p{Script=Cyrillic}/u.test(text)
  if (latin && cyrillic) return 'mixed'
  if (latin) return 'latin'
  if (cyrillic) return 'cyrillic'
  return /\p{L}/u.test(text) ? 'other' : 'none'
}

/** A key event knows the state of Caps Lock; the state before the first key is known to nobody. */
export const capsLockOn = (event: { getModifierState(key: 'CapsLock'): boolean }): boolean =>
  event.getModifierState('CapsLock')
