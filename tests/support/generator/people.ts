/** Invented people: who they are, and every spelling of their names that some paper or newspaper uses. */
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import {
  FIRST_HALVES,
  type Given,
  MEN,
  SECOND_HALVES,
  UKRAINIAN_MEN,
  UKRAINIAN_SURNAMES,
  UKRAINIAN_WOMEN,
  WOMEN,
} from './nameStock.ts'
import type { Random } from './random.ts'
import {
  patronymic,
  type Spelled,
  spellCrimeanTatar,
  spellUkrainian,
  surnameFrom,
} from './spellings.ts'

export interface PersonTruth {
  readonly id: RecordId
  readonly female: boolean
  readonly given: Spelled
  readonly surname: Spelled
  readonly family: Family
  readonly patronymic: { readonly ru: string; readonly uk: string } | undefined
  readonly crimeanTatar: boolean
  readonly birthDate: string
}

const surnameStem = (random: Random): string =>
  random.pick(FIRST_HALVES) + random.pick(SECOND_HALVES)

const spellGiven = ({ crh, ru, uk, tr }: Given): Spelled => spellCrimeanTatar(crh, ru, uk, tr)

/** A surname of one family, given to men and women alike. */
export type Family = (female: boolean) => Spelled

export function inventFamily(random: Random, crimeanTatar: boolean): Family {
  if (crimeanTatar) {
    const stem = surnameStem(random)
    return (female) => surnameFrom(stem, female)
  }
  const { uk, ru } = random.pick(UKRAINIAN_SURNAMES)
  return (female) =>
    female
      ? spellUkrainian(uk.replace(/ий$/, 'а'), ru.replace(/[ыи]й$/, 'ая'))
      : spellUkrainian(uk, ru)
}

export function inventGiven(random: Random, crimeanTatar: boolean, female: boolean): Spelled {
  if (crimeanTatar) return spellGiven(random.pick(female ? WOMEN : MEN))
  const { uk, ru } = random.pick(female ? UKRAINIAN_WOMEN : UKRAINIAN_MEN)
  return spellUkrainian(uk, ru)
}

function inventPatronymic(random: Random, crimeanTatar: boolean, female: boolean) {
  const father = inventGiven(random, crimeanTatar, false)
  if (crimeanTatar && random.chance(0.08)) {
    return female
      ? { ru: `${father.ru} кызы`, uk: `${father.uk} кизи` }
      : { ru: `${father.ru} оглы`, uk: `${father.uk} огли` }
  }
  return patronymic(father.ru, father.uk, female)
}

export function inventPerson(random: Random, id: string): PersonTruth {
  const crimeanTatar = random.chance(0.88)
  const female = random.chance(0.12)
  const family = inventFamily(random, crimeanTatar)
  return {
    id: id as RecordId,
    female,
    crimeanTatar,
    given: inventGiven(random, crimeanTatar, female),
    surname: family(female),
    family,
    patronymic: random.chance(0.93) ? inventPatronymic(random, crimeanTatar, female) : undefined,
    birthDate: random.day(1952, 2003),
  }
}

const full = (name: Omit<Name, 'text'>): Name => ({
  ...name,
  text: [name.surname, name.given, name.patronymic].filter(Boolean).join(' '),
})
const short = (name: Omit<Name, 'text'>): Name => ({
  ...name,
  text: [name.given, name.surname].filter(Boolean).join(' '),
})

export const russianName = ({ surname, given, patronymic }: PersonTruth): Name =>
  full({
    lang: 'ru',
    type: 'court_ru',
    surname: surname.ru,
    given: given.ru,
    ...(patronymic ? { patronymic: patronymic.ru } : {}),
  })

export const ukrainianName = ({ surname, given, patronymic }: PersonTruth): Name =>
  full({
    lang: 'uk',
    type: 'passport_ua',
    surname: surname.uk,
    given: given.uk,
    ...(patronymic ? { patronymic: patronymic.uk } : {}),
  })

/** The spellings of one language in newspapers and on lists: no patronymic, given name first. */
export function pressName(person: PersonTruth, lang: 'uk' | 'ru' | 'en' | 'tr' | 'crh'): Name {
  const { given, surname } = person
  return short({
    lang,
    type: lang === 'crh' ? 'self_chosen' : 'press',
    given: (lang === 'crh' ? given.crh : given[lang]) ?? given.en,
    surname: (lang === 'crh' ? surname.crh : surname[lang]) ?? surname.en,
  })
}

export const passportName = (person: PersonTruth, type: 'passport_ua' | 'passport_ru'): Name =>
  full({
    lang: 'en',
    type,
    surname: type === 'passport_ua' ? person.surname.latinUa : person.surname.latinRu,
    given: type === 'passport_ua' ? person.given.latinUa : person.given.latinRu,
  })

/** Slips that stand in real newspapers: a double letter lost, neighbours swapped, a look-alike, a lost ending. */
const SLIPS: ReadonlyArray<(word: string, random: Random) => string> = [
  (word) => word.replace(/(.)\1/u, '$1'),
  (word, random) => {
    const at = random.int(1, Math.max(1, word.length - 3))
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  },
  (word) => word.replace(/ен/u, 'ин').replace(/en/u, 'in'),
  (word) => word.replace(/(ов|ев|єв)а?$/u, '').replace(/(ov|ev)a?$/u, ''),
  (word) => word.replace(/т/u, 'г').replace(/rn/u, 'm'),
]

/** A misprint of a press name; undefined when the slip chosen changes nothing. */
export function misprint(random: Random, name: Name): Name | undefined {
  const { surname, given } = name
  if (surname === undefined || given === undefined) return undefined
  const slipped = random.pick(SLIPS)(surname, random)
  if (slipped === surname || slipped.length < 4) return undefined
  return short({ lang: name.lang, type: 'misprint', given, surname: slipped })
}

/** The name lists show first, for a title or a test. */
export const plainName = (person: PersonTruth, lang: 'uk' | 'ru' | 'en' | 'tr' | 'crh'): string =>
  pressName(person, lang).text
