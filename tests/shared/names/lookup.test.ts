import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameTokens } from '../../../shared/names/fold.ts'
import { NameLookup } from '../../../shared/names/lookup.ts'

const skeletons = (name: string) => nameTokens(name).map(({ skeleton }) => skeleton)

function lookupOf(names: readonly string[]) {
  const lookup = new NameLookup()
  const texts = new Map(names.map((name) => [lookup.add(name), name]))
  const find = (query: string, limit = 10) =>
    lookup
      .find(skeletons(query), limit)
      .map(({ name, score }) => ({ name: texts.get(name), score }))
  return { lookup, find }
}

const FAMILY = ['Денізфенеров', 'Алтинчечеков', 'Нарінсандиков', 'Гечевальов']
const GIVEN = ['Айше', 'Белял', 'Емір Усеїн', 'Рустем', 'Сейтумер', 'Лютфіє']
const name = fc
  .tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY), fc.boolean())
  .map(([given, family, isTurned]) => (isTurned ? `${family} ${given}` : `${given} ${family}`))

describe('looking a name up', () => {
  it('does not mind the order, the script or the case', () => {
    const { find } = lookupOf(['Алтинчечеков Белял', 'Гечевальов Рустем', 'Айше Нарінсандикова'])
    for (const query of ['Belyal Altynchechekov', 'Altınçeçekov Belâl', 'Белялу Алтынчечекову']) {
      expect(find(query)[0]).toMatchObject({ name: 'Алтинчечеков Белял' })
    }
  })

  it('finds two parts written as one, and one written as two', () => {
    const { find } = lookupOf([
      'Емір-Усеїн Гечевальов',
      'Сейтумер Алтинчечеков',
      'Рустем Гечевальов',
    ])
    expect(find('Эмирусеин Гечевалёв')[0]).toMatchObject({ name: 'Емір-Усеїн Гечевальов' })
    expect(find('Seyit Ümer Altınçeçekov')[0]).toMatchObject({ name: 'Сейтумер Алтинчечеков' })
  })

  it('does not miss a patronymic that was never recorded', () => {
    const { find } = lookupOf(['Белял Алтинчечеков', 'Белял Ібраїмов'])
    expect(find('Алтинчечеков Белял Ібраїмович')[0]).toMatchObject({ name: 'Белял Алтинчечеков' })
  })

  it('gives 1 for the same name in another script and less for anything else', () => {
    const { find } = lookupOf(['Белял Алтинчечеков', 'Белал Алтинчечиков'])
    const [first, second] = find('Belyal Altynchechekov')
    expect(first?.score).toBeCloseTo(1)
    expect(second?.score).toBeLessThan(1)
  })

  it('answers as one built anew, however names are put in and taken out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.boolean()), { maxLength: 30 }),
        name,
        (steps, query) => {
          const lookup = new NameLookup()
          const kept = new Map<number, string>()
          for (const [text, isRemoved] of steps) {
            const number = lookup.add(text)
            if (number === undefined) continue
            kept.set(number, text)
            const oldest = [...kept.keys()][0]
            if (isRemoved && oldest !== undefined) {
              lookup.remove(oldest)
              kept.delete(oldest)
            }
          }
          const anew = lookupOf([])
          const texts = new Map([...kept.values()].map((text) => [anew.lookup.add(text), text]))
          const answers = (from: NameLookup, of: ReadonlyMap<number | undefined, string>) =>
            from
              .find(skeletons(query), 100)
              .map(({ name: number, score }) => `${score.toFixed(6)} ${of.get(number)}`)
              .sort()
          expect(answers(lookup, kept)).toEqual(answers(anew.lookup, texts))
        },
      ),
    )
  })

  it('has no number for a text without letters', () => {
    expect(new NameLookup().add('…')).toBeUndefined()
    expect(new NameLookup().find([''], 5)).toEqual([])
  })

  it('keeps the best when more is alike than is weighed', () => {
    const many = Array.from(
      { length: 1500 },
      (_, i) => `Белял Проба${'абвгдежзик'.charAt(i % 10)}${i}`,
    )
    const { find } = lookupOf([...many, 'Алтинчечеков Белял'])
    expect(find('Белял Алтинчечеков', 5)[0]).toMatchObject({ name: 'Алтинчечеков Белял' })
  })
})
