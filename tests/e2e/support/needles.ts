/**
 * What must not be found: texts that were typed, and every key of the vault, in all the spellings in which a program
 * could hold them. The marks are new for each run, so nothing else on the machine has them by chance.
 */
import { randomInt } from 'node:crypto'

export interface Needle {
  readonly label: string
  readonly bytes: Buffer
}

const pick = (letters: string, length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** Lower case, as folded texts are; letters that transliteration and folding leave alone. */
export const LATIN_MARK = `kanarka${pick('bdfgmnprtvz', 8)}`
export const CYRILLIC_MARK = `канарка${pick('бвгдзклмнпрт', 8)}`

/** For a dossier, whose guard would not let a word of a witness's name out. */
export const DOSSIER_MARK = `spysok${pick('bdfgmnprtvz', 8)}`

let made = 0
/** A text to type, which no other place of the run has. */
export function canary(what: string): string {
  made += 1
  return `${LATIN_MARK}${made} ${what} ${CYRILLIC_MARK}${made}`
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

export function textNeedles(label: string, text: string): Needle[] {
  return [
    { label: `${label} (UTF-8)`, bytes: Buffer.from(text, 'utf8') },
    { label: `${label} (UTF-16LE)`, bytes: Buffer.from(text, 'utf16le') },
    { label: `${label} (UTF-16BE)`, bytes: utf16be(text) },
  ]
}

export const MARK_NEEDLES: readonly Needle[] = [
  ...textNeedles('a text in Latin', LATIN_MARK),
  ...textNeedles('a text in Cyrillic', CYRILLIC_MARK),
  ...textNeedles('a text of a dossier', DOSSIER_MARK),
]

/** A key as bytes, and as the texts that stand for bytes. */
export function keyNeedles(label: string, key: Uint8Array): Needle[] {
  const bytes = Buffer.from(key)
  const texts = [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]
  texts.push(bytes.toString('base64').replace(/=+$/, ''))
  texts.push(bytes.toString('base64url').replace(/=+$/, ''))
  return [
    { label: `${label} (bytes)`, bytes },
    ...[...new Set(texts)].flatMap((text) => [
      { label: `${label} (text)`, bytes: Buffer.from(text, 'latin1') },
      { label: `${label} (text, UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
    ]),
  ]
}
