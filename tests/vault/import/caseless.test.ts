/** Turkish lists in capitals, as officials write them: headings and values are known whatever the case of their letters. */
import { describe, expect, it } from 'vitest'
import { caseless, lowerCase } from '../../../electron/vault/import/caseless.ts'
import { guessMap } from '../../../electron/vault/import/columns.ts'
import { ImportDraft } from '../../../electron/vault/import/importDraft.ts'
import { readTable } from '../../../electron/vault/import/readTable.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { fieldsOf } from '../../../shared/model/model.ts'

const draftOf = async (text: string) => {
  const draft = new ImportDraft(await readTable(new TextEncoder().encode(text)))
  draft.read(draft.preview().guess)
  return draft
}

describe('a word without its case', () => {
  it('is the same with any of the four letters i, composed or not', () => {
    for (const word of ['TARİHİ', 'TARIHI', 'tarihi', 'tarıhı', 'TARI\u0307HI\u0307'])
      expect(caseless(word)).toBe('tarihi')
  })

  it('keeps the other letters of its language apart', () => {
    expect(caseless('ÖŞÇĞÜÂЇЫ')).toBe('öşçğüâїы')
    expect(caseless('uç')).not.toBe(caseless('üç'))
  })

  it('is shown without a dot of its own above', () => {
    expect(lowerCase('İSİM')).toBe('isim')
    expect(lowerCase('adı')).toBe('adı')
  })
})

describe('a list in Turkish', () => {
  it('has known headings in capitals', () => {
    const columns = ['ADI SOYADI', 'DOĞUM TARİHİ', 'CİNSİYET', 'GÖZALTI TARİHİ', 'CEZANIN SONU']
    expect(guessMap(columns)).toEqual([
      'name_tr',
      'birth_date',
      'sex',
      'arrest_date',
      null, // No column of an import fills it.
    ])
  })

  it('has known values in capitals, small letters and by one letter', async () => {
    const draft = await draftOf(
      'İSİM;CİNSİYET;DURUM;CEZA\nÖrnek Bir;KADIN;KAPALI CEZAEVİNDE HÜKÜMLÜ;13 YIL 6 AY\n' +
        'Örnek İki;K;gözaltında;5 yıl\nÖrnek Üç;E;YARGILANIYOR;7\n',
    )
    expect(draft.skippedRows(0, 10)).toEqual([])
    const people = draft
      .build({ facilities: new Map(), sources: new Map() })
      .records.filter(({ kind }) => kind === 'person')
    const said = (field: string) =>
      people.map(({ change }) => change.add.find((each) => each.field === field)?.value)
    expect(said('sex')).toEqual(['female', 'female', 'male'])
    expect(said('status')).toEqual(['serving_prison', 'detained', 'on_trial'])
    expect(said('sentence')).toEqual([
      { years: 13, months: 6 },
      { years: 5, months: 0 },
      { years: 7, months: 0 },
    ])
  })

  it('still leaves out what is no value in any case', async () => {
    const draft = await draftOf('İSİM;CİNSİYET\nÖrnek Bir;KADİNLAR\n')
    expect(draft.skippedRows(0, 10)).toMatchObject([
      { line: 2, column: 'cinsiyet', problem: 'unknown_value' },
    ])
  })
})

it('gives no two values of a person’s field one word, whatever the language and the case', () => {
  for (const [field] of fieldsOf('person')) {
    const codes = new Map<string, string>()
    for (const labels of Object.values(MODEL_LABELS)) {
      const values = (labels.values.person as Readonly<Record<string, Record<string, string>>>)[
        field
      ]
      for (const [code, label] of Object.entries(values ?? {})) {
        const word = caseless(label)
        expect(codes.get(word) ?? code, `${field}: ${label}`).toBe(code)
        codes.set(word, code)
      }
    }
  }
})
