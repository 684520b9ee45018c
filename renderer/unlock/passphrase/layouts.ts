/**
 * The same keys in other keyboard layouts: what somebody meant who typed with the wrong one on. It is shown when it
 * is asked for, and never tried by itself: each try would tell a watcher more, and a vault that opens by accident
 * teaches nobody what the passphrase is.
 */

export const LAYOUTS = ['uk', 'ru', 'en', 'tr'] as const
export type Layout = (typeof LAYOUTS)[number]

/** Key by key from the top left: without and with Shift. As the layouts are printed on keyboards sold there. */
const KEYS: Readonly<Record<Layout, readonly [string, string]>> = {
  en: [
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
  ],
  uk: [
    "'1234567890-=йцукенгшщзхїґфівапролджєячсмитьбю.",
    '₴!"№;%:?*()_+ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,',
  ],
  ru: [
    'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.',
    'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
  ],
  tr: [
    '"1234567890*-qwertyuıopğü,asdfghjklşizxcvbnmöç.',
    "é!'^+%&/()=?_QWERTYUIOPĞÜ;ASDFGHJKLŞİZXCVBNMÖÇ:",
  ],
}

/** A key and whether Shift was held, as one number. */
function keysOf(text: string, layout: Layout): readonly number[] | undefined {
  const [plain, shifted] = KEYS[layout]
  const keys: number[] = []
  for (const character of text) {
    const at = plain.indexOf(character)
    const above = shifted.indexOf(character)
    if (character === ' ') keys.push(-1)
    else if (at >= 0) keys.push(at * 2)
    else if (above >= 0) keys.push(above * 2 + 1)
    else return undefined
  }
  return keys
}

const typedWith = (keys: readonly number[], layout: Layout): string =>
  keys.map((key) => (key < 0 ? ' ' : (KEYS[layout][key % 2]?.[Math.floor(key / 2)] ?? ''))).join('')

export interface OtherReading {
  /** The layout that may have been meant, or Caps Lock the other way. */
  readonly as: Layout | 'caps'
  readonly text: string
}

/** What the same keys give in the other layouts, each text once; nothing when no layout gives the text at all. */
export function otherReadings(text: string): readonly OtherReading[] {
  const seen = new Set([text])
  const found: OtherReading[] = []
  const add = (as: OtherReading['as'], other: string) => {
    if (seen.has(other)) return
    seen.add(other)
    found.push({ as, text: other })
  }
  const typed = text.normalize('NFC')
  for (const target of LAYOUTS) {
    for (const source of LAYOUTS) {
      const keys = keysOf(typed, source)
      if (keys && source !== target) add(target, typedWith(keys, target))
    }
  }
  add('caps', otherCase(typed))
  return found
}

const otherCase = (text: string): string =>
  [...text]
    .map((letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    .join('')
