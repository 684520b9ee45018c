/**
 * The spellings of one person's name that a dossier prints: as in Russian court papers, in Ukrainian, in Latin as
 * either passport writes it, in Turkish and in Crimean Tatar. A form nobody recorded is transliterated, and marked;
 * a Cyrillic form is never made up, because it would pass for one that stands in some paper.
 */
import type { DossierLanguage } from '../../../shared/dossier/document.ts'
import { NAME_FORMS, type NameForm } from '../../../shared/dossier/words.ts'
import type { Name } from '../../../shared/model/values.ts'
import { transliterate, turkishFromCrimeanTatar } from '../../../shared/names/transliterate.ts'

export interface PrintedName {
  readonly form: NameForm
  readonly text: string
  readonly transliterated: boolean
}

/** Names by which people know somebody, and slips of the press: not for papers. */
const NEVER: ReadonlySet<Name['type']> = new Set(['alias', 'religious', 'misprint'])

/** The first type that is recorded is taken; `undefined` is a name without a type. */
const pick = (
  names: readonly Name[],
  lang: Name['lang'],
  types: readonly Name['type'][],
): Name | undefined => {
  for (const type of types) {
    const found = names.find((name) => name.lang === lang && name.type === type)
    if (found) return found
  }
  return undefined
}

export const isForPapers = ({ type }: Name): boolean => !NEVER.has(type)

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)

/** In the order they are printed; a form that is neither recorded nor to be had by a rule is left out. */
export function printedNames(all: readonly Name[]): readonly PrintedName[] {
  const names = all.filter(isForPapers)
  const ru = pick(names, 'ru', ['court_ru', 'passport_ru', undefined, 'self_chosen', 'press'])
  const uk = pick(names, 'uk', ['passport_ua', undefined, 'self_chosen', 'press'])
  const crh = pick(names, 'crh', [
    'self_chosen',
    undefined,
    'passport_ua',
    'press',
    'transliteration',
  ])
  const tr = pick(names, 'tr', ['self_chosen', undefined, 'press', 'transliteration'])
  const latinUa = pick(names, 'en', ['passport_ua'])
  const latinRu = pick(names, 'en', ['passport_ru'])
  const latinOther = pick(names, 'en', [undefined, 'self_chosen', 'press', 'transliteration'])
  const crhLatin = crh && !isCyrillic(crh.text) ? crh : undefined

  const found = new Map<NameForm, { text: string; transliterated: boolean }>()
  const recorded = (form: NameForm, name: Name | undefined) => {
    if (name) found.set(form, { text: name.text, transliterated: name.type === 'transliteration' })
  }
  const made = (form: NameForm, text: string | undefined) => {
    if (text !== undefined && !found.has(form)) found.set(form, { text, transliterated: true })
  }
  recorded('court_ru', ru)
  recorded('uk', uk)
  recorded('latin_ua', latinUa)
  recorded('latin_ru', latinRu)
  recorded('tr', tr)
  recorded('crh', crhLatin)
  made('latin_ua', uk && transliterate('kmu2010', uk.text))
  made('latin_ru', ru && transliterate('ru_passport', ru.text))
  made('crh', crh && transliterate('crh_latin', crh.text))
  made('tr', crhLatin && turkishFromCrimeanTatar(crhLatin.text))
  made('tr', crh && turkishFromCrimeanTatar(transliterate('crh_latin', crh.text)))
  made('tr', ru && transliterate('tr_from_ru', ru.text))
  made('tr', uk && transliterate('tr_from_uk', uk.text))
  // Somebody recorded by a Latin spelling alone is not left without a name.
  if (found.size === 0) {
    const any = latinOther ?? names[0]
    if (any) found.set('latin_ua', { text: any.text, transliterated: false })
  }
  return NAME_FORMS.flatMap((form) => {
    const one = found.get(form)
    return one ? [{ form, ...one }] : []
  })
}

const TITLE_FORMS: Readonly<Record<DossierLanguage, readonly NameForm[]>> = {
  uk: ['uk', 'court_ru', 'latin_ua', 'crh', 'tr', 'latin_ru'],
  ru: ['court_ru', 'uk', 'latin_ru', 'latin_ua', 'crh', 'tr'],
  en: ['latin_ua', 'latin_ru', 'crh', 'tr', 'uk', 'court_ru'],
  tr: ['tr', 'crh', 'latin_ua', 'latin_ru', 'uk', 'court_ru'],
  crh: ['crh', 'tr', 'latin_ua', 'latin_ru', 'uk', 'court_ru'],
}

/** The name a page and a row are headed with, in the script its reader reads. */
export function titleName(
  language: DossierLanguage,
  names: readonly PrintedName[],
): string | undefined {
  for (const form of TITLE_FORMS[language]) {
    const found = names.find((name) => name.form === form)
    if (found) return found.text
  }
  return undefined
}
