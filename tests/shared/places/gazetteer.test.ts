import { describe, expect, it } from 'vitest'
import { townNamedIn } from '../../../shared/places/gazetteer.ts'

const at = (...texts: string[]) => {
  const town = townNamedIn(texts)
  return town && [town.lon, town.lat]
}

describe('the place of a town', () => {
  it.each([
    ['СІЗО-1, Сімферополь'],
    ['SIZO-1 Simferopol'],
    ['Aqmescit, 1-inci SİZO'],
    ['СИЗО-1 г. Симферополя'],
    ['Акъмесджит'],
  ])('is found in «%s»', (text) => {
    expect(at(text)).toEqual([34.1, 44.95])
  })

  it('is that of the town and not of the region that bears another one’s name', () => {
    expect(at('СІЗО-3, Новочеркаськ, Ростовська область')).toEqual([40.09, 47.42])
    expect(at('Taganrog, Rostov region')).toEqual([38.92, 47.22])
  })

  it('is not taken from the middle of a word, nor made up', () => {
    expect(at('підуфальна')).toBeUndefined()
    expect(at('колонія без назви')).toBeUndefined()
    expect(at()).toBeUndefined()
    expect(at('')).toBeUndefined()
  })

  it('does not mind case, marks and the Turkish i', () => {
    expect(at('KERÇ')).toEqual([36.47, 45.36])
    expect(at('ELETS')).toEqual(at('Єлець'))
  })
})
