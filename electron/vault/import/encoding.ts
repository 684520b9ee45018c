/**
 * Which encoding a text table is in. A byte order mark says it; bytes that are valid UTF-8 are UTF-8; what is left is
 * told apart by what it would say: Cyrillic words (Windows-1251) or Turkish and Crimean Tatar ones (Windows-1254).
 * What reads as neither is refused instead of being stored as nonsense.
 */
import { VaultError } from '../../../shared/errors.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1254'] as const
export type Encoding = (typeof ENCODINGS)[number]

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** What one-byte encodings are told apart by: more says nothing new. */
const SAMPLE_BYTES = 1 << 20
/** Of the letters beyond ASCII this share has to make sense. */
const SENSIBLE = 0.95

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** Errors: `import_encoding_unknown`. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  try {
    // A mark at the beginning is taken off by the decoder.
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    throw new VaultError('import_encoding_unknown')
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  for (const [encoding, mark] of MARKS)
    if (mark.every((byte, place) => bytes[place] === byte)) return encoding
  if (isUtf8(bytes)) return 'utf-8'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const cyrillic = sense(new TextDecoder('windows-1251').decode(sample), CYRILLIC)
  const turkish = sense(new TextDecoder('windows-1254').decode(sample), TURKISH)
  if (Math.max(cyrillic, turkish) < SENSIBLE || cyrillic === turkish)
    throw new VaultError('import_encoding_unknown')
  return cyrillic > turkish ? 'windows-1251' : 'windows-1254'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Words that an encoding may bring out: one alphabet, never two in a word. */
const CYRILLIC = /^[а-яёіїєґ]+$/iu
const TURKISH = /^[a-zçğıİöşüâîûñ]+$/iu

/** Quotes, dashes and signs that stand in either. */
const PUNCTUATION = /[«»„“”‘’‚–—…№°§·•™©®€\u00a0]/u

const WORD = /[\p{L}\p{M}]+/gu

/** The share of what is beyond ASCII that makes sense, 0 to 1. */
function sense(text: string, letters: RegExp): number {
  let all = 0
  let good = 0
  for (const [word] of text.matchAll(WORD)) {
    const foreign = countForeign(word)
    all += foreign
    if (letters.test(word) && isCased(word)) good += foreign
  }
  for (const sign of text.replace(WORD, '')) {
    if (sign < '\u0080') continue
    all += 1
    if (PUNCTUATION.test(sign)) good += 1
  }
  return all === 0 ? 0 : good / all
}

const countForeign = (word: string): number => [...word].filter((sign) => sign >= '\u0080').length

/** KOI8 read as Windows-1251 has its case the wrong way round: "тЕСТЕНКО". */
const isCased = (word: string): boolean => !/^\p{Ll}\p{Lu}{2,}$/u.test(word)
