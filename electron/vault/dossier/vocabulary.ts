/**
 * The words of a text by how they sound, with the places they stand at: finds a name's part in any inflection, with
 * or without -ov, and one letter off.
 */

import { twinsOf } from '../../../shared/names/twins.ts'
import { isPatronymic } from './protectedForms.ts'

type Places = Map<number, number[]>

/** Longest case ending or suffix that may follow a name's part (-nıñki, -овичем). */
const LONGEST_ENDING = 4
/** A part as short as this is compared whole or with one or two letters more: Ali, Alini. */
const SHORT = 3
/** One letter off is another name in short words. */
const FUZZY_FROM = 6

/** What stays of a part in every inflection: without the vowel that declines. */
const stemOf = (sound: string): string =>
  sound.length > SHORT ? sound.replace(/[aeiou]$/, '') : sound

/** The family without -ov, -ev, -ova: lists write both Celâl and Celâlov. */
const familyOf = (sound: string): string => {
  const bare = sound.replace(/(?:ov|ev|in)a?$/, '').replace(/[aeiou]$/, '')
  return bare.length >= 5 ? bare : stemOf(sound)
}

export class Vocabulary {
  readonly #places = new Map<string, Places>()
  #sorted: readonly string[] | undefined
  #near: Map<string, string[]> | undefined

  add(sound: string, line: number, place: number): void {
    let places = this.#places.get(sound)
    if (!places) {
      places = new Map()
      this.#places.set(sound, places)
      this.#sorted = undefined
      this.#near = undefined
    }
    const inLine = places.get(line)
    if (inLine) inLine.push(place)
    else places.set(line, [place])
  }

  /** Makes ready what a search would make when it first needs it. `breathe` is awaited between words. */
  async prepare(breathe: () => Promise<void>): Promise<void> {
    this.#sorted ??= [...this.#places.keys()].sort()
    await breathe()
    if (this.#near) return
    const near = new Map<string, string[]>()
    for (const word of this.#places.keys()) {
      putNear(near, word)
      await breathe()
    }
    this.#near = near
  }

  /** Lines and places of every word that may be this part; `surname` also finds it with and without -ov. */
  find(
    part: string,
    role: 'surname' | 'given',
    fuzzy: boolean,
  ): ReadonlyMap<number, readonly number[]> {
    const words = new Set<string>()
    for (const twin of role === 'given' ? twinsOf(part) : [])
      for (const word of this.#inflections(twin, role)) words.add(word)
    for (const word of this.#inflections(part, role)) words.add(word)
    if (fuzzy && part.length >= FUZZY_FROM)
      for (const word of this.#oneLetterOff(part)) words.add(word)
    const found: Places = new Map()
    for (const word of words) {
      for (const [line, places] of this.#places.get(word) ?? []) {
        const known = found.get(line)
        if (known) known.push(...places)
        else found.set(line, [...places])
      }
    }
    return found
  }

  *#inflections(part: string, role: 'surname' | 'given'): Generator<string> {
    const stem = role === 'surname' ? familyOf(part) : stemOf(part)
    const longest =
      part.length <= SHORT
        ? part.length + 2
        : Math.max(part.length, stem.length + 2) + LONGEST_ENDING
    const patronymic = isPatronymic(part)
    // Somebody's father's name begins like a given name and is another person's.
    for (const word of this.#startingWith(stem))
      if (word.length <= longest && isPatronymic(word) === patronymic) yield word
  }

  *#startingWith(stem: string): Generator<string> {
    this.#sorted ??= [...this.#places.keys()].sort()
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < stem) low = middle + 1
      else high = middle
    }
    for (let at = low; ; at += 1) {
      const word = this.#sorted[at]
      if (word === undefined || !word.startsWith(stem)) return
      yield word
    }
  }

  /** Words that one letter added, lost, changed or swapped with its neighbour makes equal. */
  #oneLetterOff(part: string): readonly string[] {
    if (!this.#near) {
      this.#near = new Map()
      for (const word of this.#places.keys()) putNear(this.#near, word)
    }
    const near = this.#near
    return [...withOneLess(part)].flatMap((shorter) => near.get(shorter) ?? [])
  }
}

function putNear(near: Map<string, string[]>, word: string): void {
  if (word.length < FUZZY_FROM - 1) return
  for (const shorter of withOneLess(word)) {
    const list = near.get(shorter)
    if (list) list.push(word)
    else near.set(shorter, [word])
  }
}

/** A word and all it becomes when one letter is left out. */
function withOneLess(word: string): ReadonlySet<string> {
  const out = new Set([word])
  for (let at = 0; at < word.length; at += 1) out.add(word.slice(0, at) + word.slice(at + 1))
  return out
}
