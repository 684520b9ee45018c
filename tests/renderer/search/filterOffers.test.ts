import { describe, expect, it } from 'vitest'
import {
  filterOffers,
  filterWords,
  isSameFilter,
} from '../../../renderer/workspace/search/filterOffers.ts'
import { isSameQuestion } from '../../../renderer/workspace/search/useQuestion.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'

const { uk, en } = MODEL_LABELS
const chips = (typed: string, labels = uk) =>
  filterOffers(typed, labels).offers.flatMap((offer) =>
    offer.type === 'filter' ? [filterWords(offer.filter, labels)] : [],
  )
const fields = (typed: string, labels = uk) =>
  filterOffers(typed, labels).offers.flatMap((offer) => (offer.type === 'field' ? offer.label : []))

describe('what field:value may mean', () => {
  it('is offered by the name in the language, in English and in the model, case aside', () => {
    for (const typed of ['Статус:колон', 'СТАТУС: у колон', 'status:колон', 'status:colony'])
      expect(chips(typed), typed).toContain('Статус: відбуває у колонії')
    expect(chips('Гуманітарні підстави:')).toEqual(expect.arrayContaining(chips('healthCategory:')))
    expect(chips('healthCategory:').length).toBeGreaterThan(1)
    expect(chips('status:colony', en)).toContain('Status: serving, colony')
    expect(chips('статус:колон', en)).toEqual([])
  })

  it('leaves the words before it, also where the name of the field has several', () => {
    expect(filterOffers('Ернес Пробний статус:', uk).rest).toBe('Ернес Пробний ')
    expect(filterOffers('Ернес гуманітарні підстави:', uk).rest).toBe('Ернес ')
    expect(filterOffers('статус:', uk).rest).toBe('')
  })

  it('is a choice of fields while the name is not whole, and all of them for a bare colon', () => {
    expect(fields('стат:')).toEqual(expect.arrayContaining(['Статус', 'Стать']))
    expect(fields('Ернес :').length).toBeGreaterThan(10)
    expect(filterOffers('Ернес :', uk).rest).toBe('Ернес ')
    expect(new Set(fields(':')).size).toBe(fields(':').length)
  })

  it('is a kind of record, alone or with a value of any of its fields', () => {
    expect(filterOffers('Справи:', uk).offers[0]).toEqual({
      type: 'filter',
      filter: { kind: 'case', field: null, value: null },
    })
    expect(chips('person:colony', en)).toContain('Status: serving, colony')
  })

  it('is nothing for what is no field and no value, which is searched for as it stands', () => {
    for (const typed of [
      '',
      'Ернес',
      'ст. 205:1',
      'статус:ґґґґ',
      'немає:такого',
      'names:Ernes',
      '::',
    ])
      expect(filterOffers(typed, uk), typed).toMatchObject({ offers: [] })
    expect(filterOffers('ст. 205:1', uk).rest).toBe('ст. 205:1')
  })

  it('is never the sealed identity of a witness', () => {
    const all = fields(':', en).flatMap((label) => filterOffers(`${label}:`, en).offers)
    expect(all.length).toBeGreaterThan(20)
    for (const offer of all)
      if (offer.type === 'filter') expect(offer.filter.kind).not.toBe('witnessIdentity')
  })
})

it('a search is the same in whichever order its chips were chosen', () => {
  const sex = { kind: 'person' as const, field: 'sex', value: 'female' }
  const status = { ...sex, field: 'status', value: 'serving_colony' }
  const asked = { query: 'x', exact: false, filters: [sex, status] }
  expect(isSameFilter(sex, { ...sex })).toBe(true)
  expect(isSameQuestion(asked, { ...asked, filters: [status, sex] })).toBe(true)
  expect(isSameQuestion(asked, { ...asked, filters: [sex] })).toBe(false)
  expect(isSameQuestion(asked, { ...asked, exact: true })).toBe(false)
})
