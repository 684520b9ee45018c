/**
 * The words of a running text as they may sound, for finding names that must not stand in it. High recall: a word
 * has every reading that its letters allow, words broken at the end of a line or s p a c e d apart are also read as
 * one, and words written together are also read apart.
 */
import { nameTokens, UNSEEN_CLASS } from './fold.ts'
import { cyrillicLook } from './lookAlikes.ts'

export interface TextSound {
  readonly sound: string
  /** Which word of the text it is, from 0. */
  readonly place: number
  /** Where in the text it stands. */
  readonly start: number
  readonly end: number
}

const WORDS = new RegExp(`\\p{L}(?:[\\p{L}\\p{M}\\p{N}'’ʼ\`´ʹʺ?\\ufffd]|${UNSEEN_CLASS})*`, 'gu')
/** What stands between two halves of a word that was broken, or that is written with a hyphen or without. */
const BROKEN = /^\s*[-‐‑‒–­]\s*$|^[^\S\r\n]*\r?\n[^\S\r\n]*$/u
const SPACED = /(?<![\p{L}\p{M}])(?:\p{L}[\s._·-]{1,2}){3,}\p{L}(?![\p{L}\p{M}])/gu
/** ЗаремаПробна, zaremaProbna. */
const WRITTEN_TOGETHER = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/u

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

export function textSounds(text: string): TextSound[] {
  const sounds: TextSound[] = []
  const words = [...text.matchAll(WORDS)].map(
    ({ 0: word, index }): Word => ({ text: word, start: index, end: index + word.length }),
  )
  const say = (word: string, place: number, start: number, end: number) => {
    for (const sound of readings(word)) sounds.push({ sound, place, start, end })
  }
  // Two places a word: its second half, when it was written together with another, has one of its own.
  for (const [at, word] of words.entries()) {
    const place = at * 2
    say(word.text, place, word.start, word.end)
    const halves = word.text.split(WRITTEN_TOGETHER)
    if (halves.length > 1)
      for (const [half, part] of halves.entries()) say(part, place + half, word.start, word.end)
    const next = words[at + 1]
    if (next && BROKEN.test(text.slice(word.end, next.start)))
      say(word.text + next.text, place, word.start, next.end)
  }
  for (const { 0: spaced, index } of text.matchAll(SPACED)) {
    const at = words.findIndex(({ start }) => start >= index)
    say(spaced.replace(/[^\p{L}\p{M}]/gu, ''), at * 2, index, index + spaced.length)
  }
  return sounds
}

/** Longer than any name and any word: of such a run of letters only the beginning is read, as its sounds take long. */
export const LONGEST_WORD = 400

/** Every sound that a word may have: in each of the Latin systems, and as the Cyrillic word it looks like. */
function readings(whole: string): ReadonlySet<string> {
  const word = whole.slice(0, LONGEST_WORD)
  const look = cyrillicLook(word)
  const texts = look === undefined ? [word] : [word, look]
  return new Set(
    texts.flatMap((text) =>
      [false, true].flatMap((isCentral) => {
        const tokens = nameTokens(text, isCentral)
        return tokens.length > 0 ? [tokens.map(({ skeleton }) => skeleton).join('')] : []
      }),
    ),
  )
}
