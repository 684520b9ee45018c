/**
 * Folding of names and words, so that one person is found whichever script and system a name was written in.
 *
 * `foldText` is for words of any text: case, marks and apostrophes go, the script stays.
 * `nameTokens` is for names: every part gets a skeleton, a rough sound in Latin letters that is the same for
 * Ukrainian, Russian, Crimean Tatar (both alphabets), Turkish, English and passport spellings:
 *
 *   Джеппаров  Cepparov  Dzhepparov  Džepparov   → ceparov
 *   Зекір'яєв  Зекирьяев  Zekiryayev  Zekiriaiev  → zekiraev
 *
 * Letters of a skeleton: c is дж and ж, q is ч, w is ш and щ, h is г, ґ, ғ and х, i is и, і, ї, й, ы and ı. An i
 * before a vowel is dropped (ye, ie, іє are e; ya, ia, â are a) and double letters are one.
 *
 * Signs that take no room are left out, and letters of another alphabet read as what they look like.
 *
 * A first, simple folding: equal skeletons do not mean the same person, and every use shows what matched. It
 * never leaves the program: nothing is written to a document from a skeleton.
 */

import { inOneAlphabet } from './lookAlikes.ts'

/** One part of a name: the word as written (folded for case and marks) and its skeleton. */
export interface NameToken {
  readonly word: string
  readonly skeleton: string
}

const APOSTROPHE = /['`´ʹʺʼʾʿˈ‘’‚‛′＇]/
const APOSTROPHES = new RegExp(APOSTROPHE, 'g')
const MARKS = /\p{M}+/gu
const WORD = /\S+/g

/** Letters that Unicode does not take apart. */
// biome-ignore format: an alphabet reads better in lines
const SINGLE: Readonly<Record<string, string>> = {
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'e', œ: 'o', ə: 'e', ґ: 'г',
}
const SINGLES = /[ıłøđßæœəґ]/g

/** Small letters without marks, whatever the language of the system: I, İ, ı and i are one, й is и, ё is е. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SINGLES, (letter) => SINGLE[letter] ?? letter)

const GONE = 0
const SPACE = 0x20
const SEVERAL = 0xfffe
const NOT_YET_KNOWN = 0xffff
/** What becomes of each character, found when it is first met: folding is the most frequent thing of an unlock. */
const codes = new Uint16Array(0x10000).fill(NOT_YET_KNOWN)
const piece = new Uint16Array(4096)

function foldedCode(character: string): number {
  const letters = plain(character)
  if (letters === '' || APOSTROPHE.test(letters) || /^\p{Cf}$/u.test(letters)) return GONE
  // Letters beyond the first plane are of none of our scripts, and are seen here in halves.
  if (!/^[\p{L}\p{N}]+$/u.test(letters) || /[\ud800-\udfff]/.test(letters)) return SPACE
  return letters.length === 1 ? letters.charCodeAt(0) : SEVERAL
}

const pieceText = (length: number): string =>
  String.fromCharCode.apply(null, piece.subarray(0, length) as unknown as number[])

/**
 * The words of a text, folded, with spaces between them. Apostrophes go, so `зв'язок` is one word. For indexing
 * and for queries alike.
 */
export function foldText(text: string): string {
  let words = ''
  let filled = 0
  for (let place = 0; place < text.length; place += 1) {
    const source = text.charCodeAt(place)
    let code = codes[source] ?? SPACE
    if (code === NOT_YET_KNOWN) {
      code = foldedCode(text.charAt(place))
      codes[source] = code
    }
    if (code === SEVERAL || filled === piece.length) {
      words += pieceText(filled)
      filled = 0
    }
    if (code === SEVERAL) words += plain(text.charAt(place))
    else if (code !== GONE) {
      piece[filled] = code
      filled += 1
    }
  }
  return words + pieceText(filled)
}

/** As foldText, word by word. */
export const foldWords = (text: string): string[] => foldText(text).match(WORD) ?? []

/** Turkish and Crimean Tatar case endings after an apostrophe: Celâl'in, Ümerova'nın. */
const CASE_AFTER_APOSTROPHE =
  /(?<=\p{Script=Latin}{2})['’ʼ](?:[yn]?[aeıiuü]|[yns]?[ıiuü]n|[dt][ae]n?|ge|ğa|ga|qa|ke|n[ıi]ñ)(?![\p{L}\p{M}])/giu

/** Soft hyphens and other signs that take no room: inside a name they hide it from nobody but a program. */
export const UNSEEN_CLASS =
  '\\u034f|[\\u00ad\\u061c\\u115f\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff]'
const UNSEEN = new RegExp(UNSEEN_CLASS, 'g')
/** What stands for a letter that some program could not show. */
const LOST_LETTER = /(?<=\p{L})[?\ufffd](?=\p{L})/gu
/** German, Polish and scholarly Latin (-ow, Dsch-, cz, ž): there j is й, and ch is х. */
const CENTRAL = /(?:o|(?<!andr|matth)e)wa?(?!\p{L})|dsch|tsch|dż|szcz|[žšč]/iu

/**
 * The parts of a name in their order. Particles (оглу, kızı) have none: they tell nobody apart. `isCentral` says
 * whether to read Latin letters as Central Europe does; the name itself shows it when it is not said.
 */
export function nameTokens(name: string, isCentral?: boolean): NameToken[] {
  const text = name
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(LOST_LETTER, '')
    .replace(CASE_AFTER_APOSTROPHE, '')
    .replace(APOSTROPHES, '')
  const tokens: NameToken[] = []
  const parts = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const asCentralEurope = parts.length > 0 && (isCentral ?? CENTRAL.test(text))
  for (const part of parts) {
    const token = tokenOf(part, asCentralEurope)
    if (token) tokens.push(token)
  }
  return tokens
}

/** Of the parts read lately, by whether they are read as Central Europe does: most names share theirs with others. */
const remembered = [
  new Map<string, NameToken | undefined>(),
  new Map<string, NameToken | undefined>(),
]
const MOST_REMEMBERED = 8192

function tokenOf(part: string, isCentral: boolean): NameToken | undefined {
  const known = remembered[Number(isCentral)] as Map<string, NameToken | undefined>
  const found = known.get(part)
  if (found || known.has(part)) return found
  const skeleton = skeletonOf(part, isCentral)
  const isPart = skeleton !== '' && !PARTICLES.has(skeleton)
  const token = isPart ? { word: plain(part), skeleton } : undefined
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(part, token)
  return token
}

/** оглы, oğlu; кызы, qızı, gyzy. */
const PARTICLES: ReadonlySet<string> = new Set(['ohli', 'ohlu', 'kizi', 'hizi'])

const CYRILLIC = /\p{Script=Cyrillic}/u

function skeletonOf(part: string, isCentral: boolean): string {
  const lower = inOneAlphabet(part.toLowerCase().normalize('NFC'))
  const sounds = CYRILLIC.test(lower)
    ? fromCyrillic(readDigits(lower, CYRILLIC_DIGITS))
    : fromLatin(readDigits(isCentral ? asCentral(lower) : lower, LATIN_DIGITS))
  return sounds.replace(/i+(?=[aeou])/g, '').replace(/(.)\1+/gu, '$1')
}

const asCentral = (lower: string): string =>
  lower.replace(/(?<!d)j/g, 'i').replace(/(?<![ts])ch/g, 'h')

const CYRILLIC_DIGITS: Readonly<Record<string, string>> = { 0: 'о', 1: 'і', 3: 'з', 4: 'ч', 6: 'б' }
const LATIN_DIGITS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  3: 'z',
  5: 's',
  6: 'b',
  8: 'b',
}

/** Digits that a scanner read instead of letters: inside a word only, and of one with more letters than that. */
const readDigits = (lower: string, letters: Readonly<Record<string, string>>): string =>
  /\d/.test(lower) && /^\p{L}[\p{L}\p{M}]*\d{1,2}[\p{L}\p{M}]+$/u.test(lower)
    ? lower.replace(/\d/g, (digit) => letters[digit] ?? '')
    : lower

// biome-ignore format: an alphabet reads better in lines
const CYRILLIC_SOUNDS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'h', ғ: 'h', д: 'd', е: 'e', є: 'e', э: 'e', ё: 'e', ә: 'e',
  ж: 'c', җ: 'c', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm',
  н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'u', ф: 'f', х: 'h',
  һ: 'h', ц: 'ts', ч: 'q', ш: 'w', щ: 'w', ю: 'u', я: 'a', ъ: '', ь: '',
  // Latin look-alikes typed into a Cyrillic word.
  a: 'a', b: 'v', c: 's', e: 'e', h: 'n', i: 'i', ı: 'i', k: 'k', m: 'm', o: 'o', p: 'r', t: 't',
  x: 'h', y: 'u',
  // And letters of a word that somebody wrote half in the one and half in the other.
  d: 'd', f: 'f', g: 'h', l: 'l', n: 'n', r: 'r', s: 's', u: 'u', v: 'v', z: 'z',
}

function fromCyrillic(lower: string): string {
  let sounds = ''
  for (const letter of lower.replace(/дь?ж/g, 'ж')) sounds += CYRILLIC_SOUNDS[letter] ?? ''
  return sounds
}

/** Letters whose mark carries the sound; every other mark is dropped. Capitals are sounds already settled. */
// biome-ignore format: an alphabet reads better in lines
const LATIN_MARKED: Readonly<Record<string, string>> = {
  ç: 'Q', č: 'Q', ć: 'Q', ş: 'W', š: 'W', ś: 'W', ŝ: 'W', ș: 'W', ž: 'C', ż: 'C', ĵ: 'C', ğ: 'H',
}
const LATIN_MARKED_LETTERS = new RegExp(`[${Object.keys(LATIN_MARKED).join('')}]`, 'g')

/** In this order: a longer spelling before its own parts. */
const LATIN_SPELLINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/sch?tsch|shch|shh|szcz|WQ/g, 'W'],
  [/dz?sch|dzh|dj|dC|zh/g, 'C'],
  [/tsch|tch|cz|(?<!s)ch/g, 'Q'],
  // In İshaq s and h are two sounds.
  [/sch|sz|(?<!i)sh|sh(?!a[kq])/g, 'W'],
  [/kh|gh/g, 'H'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/tz/g, 'ts'],
  [/ck|c(?=[tlr])/g, 'k'],
  [/(?<=[oe])ff$/g, 'v'],
  [/x/g, 'ks'],
  // French.
  [/ou/g, 'u'],
  // j is дж before a vowel (Jemil) and й elsewhere (Sejdamet, Rudenskij, Alijev, Lejlja).
  [/j(?=ev)|(?<=[bdgklmnprstvz])j(?=[aou])/g, 'i'],
  [/j(?=[aeiouyı])|c/g, 'C'],
  [/[jyı]/g, 'i'],
  [/q/g, 'k'],
  [/g/g, 'h'],
  [/w/g, 'v'],
]

function fromLatin(lower: string): string {
  const marked = lower.replace(LATIN_MARKED_LETTERS, (letter) => LATIN_MARKED[letter] ?? letter)
  let sounds = marked
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SINGLES, (letter) => SINGLE[letter] ?? letter)
  for (const [spelling, sound] of LATIN_SPELLINGS) sounds = sounds.replace(spelling, sound)
  return sounds.toLowerCase().replace(/[^a-z]/g, '')
}
