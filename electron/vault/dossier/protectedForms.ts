/**
 * What must not stand in a dossier, as forms to search for: names, code names, telephone numbers, addresses of any
 * kind. Forms live as long as one search and go nowhere else.
 *
 * The bias is high recall: a form that hits by accident costs a look at the field that is named, a form that misses
 * can cost somebody's freedom.
 */
import type { Name } from '../../../shared/model/values.ts'
import { foldWords, nameTokens } from '../../../shared/names/fold.ts'

export type Form =
  /** A person's name. Where the parts are not known, all of it stands in `given` and `surname` is empty. */
  | {
      readonly kind: 'name'
      readonly surname: readonly string[]
      readonly given: readonly string[]
      readonly patronymic: readonly string[]
      /** Does the surname alone give the person away? And are spellings one letter off the same name? */
      readonly strict: boolean
    }
  /** Words that stand one after the other. */
  | {
      readonly kind: 'words'
      readonly words: readonly string[]
      readonly sounds: readonly string[]
    }
  /** Words that stand in one line, whatever is between. */
  | { readonly kind: 'place'; readonly sounds: readonly string[] }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'literal'; readonly text: string }

const sounds = (text: string | undefined): string[] =>
  text === undefined ? [] : nameTokens(text).map((token) => token.skeleton)

/** -ович, -евич, -івна, -овна and their Latin spellings, as a word sounds. */
const PATRONYMIC = /(?:[oei]viq|[oei]vna)[aeiou]?m?$/
export const isPatronymic = (sound: string): boolean => PATRONYMIC.test(sound)

/** Forms of one recorded name. A name of one word is searched for only where its surname is known. */
export function formsOfName(name: Name, strict: boolean): readonly Form[] {
  if (name.surname !== undefined) {
    const surname = sounds(name.surname)
    const given = sounds(name.given)
    const patronymic = sounds(name.patronymic)
    return surname.length > 0 ? [{ kind: 'name', surname, given, patronymic, strict }] : []
  }
  // Of a compound (Seyt-Asan) the last half stands for the whole: two halves of one name are not a full name.
  const parts = name.text.split(/\s+/).flatMap((word) => sounds(word).slice(-1))
  const telling = parts.filter((part) => !isPatronymic(part))
  const given = telling.length >= 2 ? telling : parts
  return given.length >= 2 ? [{ kind: 'name', surname: [], given, patronymic: [], strict }] : []
}

/** Two or three words with capitals in a row, as they stand in free text about a family or a lawyer. */
const CAPITALISED_RUN = /\p{Lu}[\p{L}\p{M}'’ʼ-]+(?:\s+\p{Lu}[\p{L}\p{M}'’ʼ-]+){1,3}/gu

/** Every name that a free text seems to hold. */
export const formsOfNamesIn = (text: string, strict: boolean): readonly Form[] =>
  [...text.normalize('NFC').matchAll(CAPITALISED_RUN)].flatMap(([run]) =>
    formsOfName({ text: run, lang: 'other' }, strict),
  )

const DIGIT_RUN = /\d[\d\s().+-]{4,}\d/g
const MAIL = /[\p{L}\d.+_-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const HANDLE = /(?<![\p{L}\d])@[\p{L}\d_]{4,}/gu
/** Shorter numbers (a flat, a cell, a year) stand in every text. */
export const FEWEST_DIGITS = 7
/** Country and trunk prefixes differ from paper to paper; the end of a number does not. */
const COMPARED_DIGITS = 9

/** The runs of digits in a text that are long enough for a telephone or a document number. */
export const digitRuns = (text: string): readonly string[] =>
  [...text.matchAll(DIGIT_RUN)]
    .map(([run]) => run.replace(/\D/g, ''))
    .filter((digits) => digits.length >= FEWEST_DIGITS)
    .map((digits) => digits.slice(-COMPARED_DIGITS))

/** Telephones, document numbers, mail addresses and handles in a text. */
export const formsOfContact = (text: string): readonly Form[] => [
  ...digitRuns(text).map((digits): Form => ({ kind: 'digits', digits })),
  ...[...text.matchAll(MAIL), ...text.matchAll(HANDLE)].map(
    ([found]): Form => ({ kind: 'literal', text: found.toLowerCase() }),
  ),
]

/** Words that stand in every address. */
const STREET_WORDS =
  /^(?:вулиц[яі]|улиц[аы]|провулок|переулок|будинок|квартира|street|sokak|soqaq|soqağı)$/u

/**
 * An address: its words in one line, with or without the first, which is mostly the town. A place that is one word
 * tells too little and stops too much.
 */
export function formsOfAddress(text: string): readonly Form[] {
  const words = foldWords(text).filter(
    (word) => /\d/.test(word) || (word.length >= 4 && !STREET_WORDS.test(word)),
  )
  const parts = words.flatMap((word) => (/\d/.test(word) ? [word] : sounds(word)))
  if (parts.length < 2) return []
  const rest = parts.slice(1)
  const isWhole = rest.some((part) => /\d/.test(part)) && rest.some((part) => part.length >= 5)
  const all: Form = { kind: 'place', sounds: parts }
  return isWhole ? [all, { kind: 'place', sounds: rest }] : [all]
}

/** A code name, as written and as it sounds in any script. */
export function formsOfCodeName(text: string): readonly Form[] {
  const words = foldWords(text)
  if (words.length === 0) return []
  const heard = words.flatMap((word) => (/^\d+$/.test(word) ? [word] : sounds(word)))
  return [{ kind: 'words', words, sounds: heard }]
}
