import { describe, expect, it } from 'vitest'
import { printedNames, titleName } from '../../../electron/vault/dossier/nameForms.ts'
import { DOSSIER_LANGUAGES } from '../../../shared/dossier/document.ts'
import type { Name } from '../../../shared/model/values.ts'

const forms = (...names: Name[]) =>
  Object.fromEntries(
    printedNames(names).map(({ form, text, transliterated }) => [
      form,
      transliterated ? `${text} *` : text,
    ]),
  )
const COURT: Name = { text: 'Денизканатов Усеин Аметович', lang: 'ru', type: 'court_ru' }
const PASSPORT: Name = { text: 'Денізканатов Усеїн Аметович', lang: 'uk', type: 'passport_ua' }
const OWN: Name = { text: 'Üsein Deñizqanatov', lang: 'crh', type: 'self_chosen' }

describe('the spellings of a name', () => {
  it('are those recorded, and the others transliterated and marked', () => {
    expect(forms(COURT, PASSPORT, OWN)).toEqual({
      court_ru: 'Денизканатов Усеин Аметович',
      uk: 'Денізканатов Усеїн Аметович',
      latin_ua: 'Denizkanatov Usein Ametovych *',
      latin_ru: 'Denizkanatov Usein Ametovich *',
      tr: 'Üsein Denizkanatov *',
      crh: 'Üsein Deñizqanatov',
    })
  })

  it('prefer a recorded passport form to a rule', () => {
    const latin: Name = { text: 'Denizkanatov Useyin', lang: 'en', type: 'passport_ua' }
    expect(forms(PASSPORT, latin).latin_ua).toBe('Denizkanatov Useyin')
  })

  it('take the court’s spelling before that of a passport or a newspaper', () => {
    const passport: Name = { text: 'Денизканатов Усейн', lang: 'ru', type: 'passport_ru' }
    const press: Name = { text: 'Усеин Канатов', lang: 'ru', type: 'press' }
    expect(forms(press, passport, COURT).court_ru).toBe(COURT.text)
    expect(forms(press, passport).court_ru).toBe(passport.text)
  })

  it('never make a Cyrillic form up', () => {
    expect(forms(OWN)).toEqual({ tr: 'Üsein Denizkanatov *', crh: 'Üsein Deñizqanatov' })
    expect(Object.keys(forms(COURT))).not.toContain('uk')
    expect(Object.keys(forms(PASSPORT))).not.toContain('court_ru')
  })

  it('leave aliases, religious names and misprints out', () => {
    for (const type of ['alias', 'religious', 'misprint'] as const)
      expect(forms({ text: 'Kanar', lang: 'en', type })).toEqual({})
  })

  it('read Crimean Tatar in Cyrillic and write it in Latin', () => {
    expect(forms({ text: 'Усеин Къырымджев', lang: 'crh' })).toEqual({
      crh: 'Üsein Qırımcev *',
      tr: 'Üsein Kırımcev *',
    })
  })

  it('leave nobody without a name who has one', () => {
    expect(forms({ text: 'Usein D.', lang: 'en', type: 'press' })).toEqual({ latin_ua: 'Usein D.' })
    expect(forms({ text: 'Усейн', lang: 'other' })).toEqual({ latin_ua: 'Усейн' })
  })

  it('head a page in the script its reader reads', () => {
    const names = printedNames([COURT, PASSPORT, OWN])
    expect(DOSSIER_LANGUAGES.map((language) => titleName(language, names))).toEqual([
      'Денізканатов Усеїн Аметович',
      'Denizkanatov Usein Ametovych',
      'Üsein Denizkanatov',
      'Üsein Deñizqanatov',
      'Денизканатов Усеин Аметович',
    ])
    expect(titleName('en', [])).toBeUndefined()
  })
})
