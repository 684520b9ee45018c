/**
 * One name in every spelling that lists and papers use. A Crimean Tatar surname starts from its own Latin form
 * and is rewritten as a Russian clerk would, from there as a Ukrainian one, and from those two into Latin by the
 * rules of either passport, of the English press and of the Turkish press.
 */
import { transliterate, turkishFromCrimeanTatar } from '../../../shared/names/transliterate.ts'

const CONSONANT_BEFORE = /[бвгджзклмнпрстфхцчшщ]$/

const PLAIN: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'дж',
  ç: 'ч',
  d: 'д',
  f: 'ф',
  g: 'г',
  ğ: 'г',
  h: 'х',
  ı: 'ы',
  i: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  ñ: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  ş: 'ш',
  t: 'т',
  u: 'у',
  v: 'в',
  y: 'й',
  z: 'з',
  â: 'я',
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Crimean Tatar Latin → the Russian of passports: the signs of къ, гъ, нъ are lost, ö and ü half survive. */
export function russianRecord(crh: string): string {
  const letters = [...crh.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase()]
  let out = ''
  for (let i = 0; i < letters.length; i += 1) {
    const letter = letters[i] ?? ''
    const next = letters[i + 1] ?? ''
    const initial = out === ''
    if (letter === 'y' && 'aeuüoâ'.includes(next) && next !== '') {
      out += { a: 'я', â: 'я', e: 'е', u: 'ю', ü: 'ю', o: 'ё' }[next] ?? ''
      i += 1
    } else if (letter === 'e') out += initial ? 'э' : 'е'
    else if (letter === 'ö') out += CONSONANT_BEFORE.test(out) ? 'ё' : 'о'
    else if (letter === 'ü') out += CONSONANT_BEFORE.test(out) ? 'ю' : 'у'
    else if (letter === 'l' && /[еиёю]$/.test(out) && next !== '' && !'aeıioöuüâl'.includes(next))
      out += 'ль'
    else out += PLAIN[letter] ?? letter
  }
  return capital(out)
}

/** Russian record → Ukrainian papers. */
export function ukrainianRecord(ru: string): string {
  let out = ''
  for (const letter of ru.toLowerCase()) {
    const afterVowel = /[аеєиіїоуюя]$/.test(out)
    if (letter === 'и') out += afterVowel ? 'ї' : 'і'
    else if (letter === 'ы') out += 'и'
    else if (letter === 'э') out += 'е'
    else if (letter === 'ё') out += out === '' || afterVowel ? 'йо' : 'ьо'
    else if (letter === 'е') out += afterVowel ? 'є' : 'е'
    else if (letter === 'ъ') out += '’'
    else out += letter
  }
  return capital(out)
}

const PRESS_VOWELS: Readonly<Record<string, string>> = { е: 'ye', я: 'ya', ю: 'yu', ё: 'yo' }

/** The Latin of the English-language press (close to BGN/PCGN): Yakubov, Saliyev, Dzhelyal. */
export function englishPress(ru: string): string {
  let out = ''
  let before = ''
  for (const letter of ru) {
    const small = letter.toLowerCase()
    const open = before === '' || /[\s-]/.test(before) || /[аеёиоуыэюяьъ]/i.test(before)
    let latin = transliterate('ru_passport', small)
    if (small === 'е') latin = open ? 'ye' : 'e'
    else if (small === 'й') latin = 'y'
    else latin = PRESS_VOWELS[small] ?? latin
    out += letter === small ? latin : capital(latin)
    before = letter
  }
  return out
}

/** One part of a name in all spellings. `crh` is absent for people who have no Crimean Tatar form. */
export interface Spelled {
  readonly ru: string
  readonly uk: string
  readonly en: string
  readonly tr: string
  readonly crh?: string
  /** Latin letters of the Ukrainian and of the Russian passport. */
  readonly latinUa: string
  readonly latinRu: string
}

export const spellCrimeanTatar = (
  crh: string,
  ru = russianRecord(crh),
  uk = ukrainianRecord(ru),
  tr = turkishFromCrimeanTatar(crh),
): Spelled => ({
  crh,
  ru,
  uk,
  tr,
  en: englishPress(ru),
  latinUa: transliterate('kmu2010', uk),
  latinRu: transliterate('ru_passport', ru),
})

export const spellUkrainian = (uk: string, ru: string): Spelled => ({
  uk,
  ru,
  tr: transliterate('tr_from_ru', ru),
  en: transliterate('kmu2010', uk),
  latinUa: transliterate('kmu2010', uk),
  latinRu: transliterate('ru_passport', ru),
})

/** Endings of a surname by sex, in Crimean Tatar Latin; everything else follows from it. */
export function surnameFrom(stem: string, female: boolean): Spelled {
  const vowel = /[aeıioöuüâ]$/.test(stem)
  const ending = `${vowel ? 'yev' : stem.endsWith('y') ? 'ev' : 'ov'}${female ? 'a' : ''}`
  return spellCrimeanTatar(stem + ending)
}

/** Ukrainian fathers whose patronymic does not come from the name as it stands. */
const FATHERS_UK: Readonly<Record<string, string>> = { Микола: 'Миколай', Дмитро: 'Дмитр' }

/** A patronymic from the father's given name, in Russian and Ukrainian papers. */
export function patronymic(fatherRu: string, fatherUk: string, female: boolean) {
  const soft = /[ьй]$/
  const easy = soft.test(fatherRu) || /[аеиуюя]$/.test(fatherRu)
  const ru = fatherRu.replace(soft, '') + (easy ? 'е' : 'о') + (female ? 'вна' : 'вич')
  const base = FATHERS_UK[fatherUk] ?? fatherUk
  let uk: string
  if (base.endsWith('й')) uk = female ? `${base.slice(0, -1)}ївна` : `${base}ович`
  else if (base.endsWith('ь')) uk = base.slice(0, -1) + (female ? 'івна' : 'евич')
  else if (/[аеєиіїуюя]$/.test(base)) uk = base + (female ? 'ївна' : 'євич')
  else uk = base + (female ? 'івна' : 'ович')
  return { ru, uk }
}
