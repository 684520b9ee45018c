/** What happens to a name on its way: cases, misprints, and what a scanner reads. Seeded. */
import type { Random } from '../generator/random.ts'

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)
const VOWEL = /[аеєиіїоуюяёэыaeiouâıöü]$/i

/** Genitive, dative, instrumental, locative and plural of one word in Russian or Ukrainian. */
export function oblique(
  word: string,
  language: 'ru' | 'uk',
  female: boolean,
  chance: Random,
): string {
  const uk = language === 'uk'
  if (/(?:[оеєёі]в|ін|ин)а$/u.test(word)) {
    const endings = uk ? ['ої', 'ій', 'у', 'ою'] : ['ой', 'ой', 'у', 'ою']
    return word.slice(0, -1) + chance.pick(endings)
  }
  if (/[оеєё]в$/u.test(word)) {
    return word + chance.pick(uk ? ['а', 'у', 'им', 'і', 'их'] : ['а', 'у', 'ым', 'е', 'ых', 'ы'])
  }
  if (/(?:ий|ый)$/u.test(word)) {
    const endings = uk ? ['ого', 'ому', 'им'] : ['ого', 'ому', 'им']
    return word.slice(0, -2) + chance.pick(endings)
  }
  if (/[йь]$/u.test(word) && !female) {
    return word.slice(0, -1) + chance.pick(uk ? ['я', 'ю', 'єм'] : ['я', 'ю', 'ем'])
  }
  if (/а$/u.test(word)) {
    return word.slice(0, -1) + chance.pick(uk ? ['и', 'і', 'у', 'ою'] : ['ы', 'е', 'у', 'ой'])
  }
  if (VOWEL.test(word) || female) return word
  return word + chance.pick(uk ? ['а', 'у', 'ом', 'ові'] : ['а', 'у', 'ом', 'е'])
}

/** Case endings of Turkish and Crimean Tatar, after an apostrophe or without. */
export function turkic(name: string, chance: Random): string {
  if (chance.chance(0.5))
    return `${name}${chance.pick(['’', "'"])}${chance.pick(['in', 'e', 'i', 'den'])}`
  return name + chance.pick(['nıñ', 'ni', 'ge', 'dan'])
}

const ROWS = ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function neighbour(letter: string, chance: Random): string {
  const row = ROWS.find((each) => each.includes(letter.toLowerCase()))
  if (!row) return letter
  const place = row.indexOf(letter.toLowerCase())
  return chance.pick([row[place - 1], row[place + 1]].filter((each) => each !== undefined))
}

export type Misprint = 'swapped' | 'dropped' | 'doubled' | 'neighbour' | 'vowel'
export const MISPRINTS: readonly Misprint[] = [
  'swapped',
  'dropped',
  'doubled',
  'neighbour',
  'vowel',
]

/** One slip inside the longest word. */
export function misprinted(name: string, how: Misprint, chance: Random): string {
  const word = name.split(/[\s-]/).reduce((a, b) => (b.length > a.length ? b : a))
  let place = chance.int(1, Math.max(1, word.length - 3))
  if (how === 'vowel') {
    const vowels = [...word].flatMap((each, at) => (at > 0 && VOWEL.test(each) ? [at] : []))
    if (vowels.length === 0) return name
    place = chance.pick(vowels)
  }
  const [letter, next] = [word[place] ?? '', word[place + 1] ?? '']
  const [head, tail] = [word.slice(0, place), word.slice(place + 1)]
  const others = isCyrillic(word) ? [...'аеиоу'] : [...'aeiou']
  const slipped = {
    swapped: head + next + letter + tail.slice(1),
    dropped: head + tail,
    doubled: head + letter + letter + tail,
    neighbour: head + neighbour(letter, chance) + tail,
    vowel: head + chance.pick(others) + tail,
  }[how]
  return name.replace(word, slipped)
}

const SCANNED: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['i', 'l'],
  ['О', '0'],
  ['о', '0'],
  ['o', '0'],
  ['З', '3'],
  ['з', '3'],
  ['й', 'и'],
  ['ї', 'i'],
  ['і', 'i'],
  ['ш', 'щ'],
  ['ı', 'i'],
  ['ş', '?'],
  ['cl', 'd'],
  ['б', '6'],
  ['c', 'e'],
]

/** One thing misread; the same name when nothing in it is. */
export function scanned(name: string, chance: Random): string {
  const possible = SCANNED.filter(([what]) => name.slice(1).includes(what))
  if (possible.length === 0) return name
  const [what, read] = chance.pick(possible)
  const place = name.indexOf(what, 1)
  return name.slice(0, place) + read + name.slice(place + what.length)
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', К: 'K', М: 'M', А: 'A' },
  ...{ В: 'B', Н: 'H', Т: 'T', О: 'O', Е: 'E', С: 'C', Р: 'P' },
}

/** Some Cyrillic letters exchanged for Latin ones that look the same. */
export const lookAlike = (name: string, chance: Random): string =>
  [...name].map((each) => (chance.chance(0.5) ? (LOOK_ALIKES[each] ?? each) : each)).join('')

/** Broken at the end of a line, or with soft hyphens in it. */
export function broken(name: string, chance: Random): string {
  const word = name.split(/[\s-]/).reduce((a, b) => (b.length > a.length ? b : a))
  const place = chance.int(3, Math.max(3, word.length - 3))
  return name.replace(
    word,
    `${word.slice(0, place)}${chance.pick(['-\n', '\u00ad'])}${word.slice(place)}`,
  )
}
