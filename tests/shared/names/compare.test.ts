import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../shared/names/compare.ts'

const verdict = (a: string, b: string) => compareNames(a, b).verdict

describe('comparing two names', () => {
  it.each([
    ['Денізфенерова Айше', 'Ayşe Denizfenerova'],
    ['Белял Алтинчечеков', 'Алтынчечекову Белялу'],
    ['Емір-Усеїн Гечевальов', 'Эмирусеин Гечевалёв'],
    ['Павло Вигаданий', 'Павел Выгаданный'],
    ['Сейтумер Денізфенеров', 'Seyit Ümer Denizfenerov'],
    ['Алтинчечеков', 'Belal Altınçeçekov'],
  ])('lets %s and %s be one person', (a, b) => {
    expect(verdict(a, b)).toBe('possible')
  })

  it.each([
    ['Белял Алтинчечеков', 'Рустем Алтинчечеков', 'the given name'],
    ['Белял Алтинчечеков', 'Белял Денізфенеров', 'the surname'],
    ['Белял Решатович Алтинчечеков', 'Белял Ібраїмович Алтинчечеков', 'the patronymic'],
    ['Айше', 'Рустем', 'everything'],
  ])('tells %s from %s by %s', (a, b) => {
    expect(verdict(a, b)).toBe('different')
  })

  it('never says "same" of names alone, however alike', () => {
    expect(verdict('Белял Алтинчечеков', 'Белял Алтинчечеков')).toBe('possible')
  })

  it('says "same" of alike names with an agreeing patronymic or date of birth, and of nothing less', () => {
    const [a, b] = ['Белял Решатович Алтинчечеков', 'Алтынчечеков Билял Решатович']
    expect(verdict(a, 'Алтынчечеков Белял Решатович')).toBe('same')
    expect(compareNames('Белял Алтинчечеков', 'Belyal Altynchechekov', 'for').verdict).toBe('same')
    // One vowel apart is a neighbour as well as a misprint.
    expect(verdict(a, b)).toBe('possible')
    expect(compareNames('Алтинчечеков', 'Altynchechekov', 'for').verdict).toBe('possible')
  })

  it('says "different" when something outside the names speaks against it', () => {
    expect(compareNames('Белял Алтинчечеков', 'Белял Алтинчечеков', 'against').verdict).toBe(
      'different',
    )
  })

  it('gives a reason for each part of either name', () => {
    const { reasons } = compareNames('Алтинчечеков Белял Решатович', 'Belyala Altynchechekov')
    expect(reasons).toContainEqual({
      a: 'алтинчечеков',
      b: 'altynchechekov',
      how: 'other_script',
      part: 'name',
    })
    expect(reasons).toContainEqual({ a: 'белял', b: 'belyala', how: 'inflected', part: 'name' })
    expect(reasons).toContainEqual({ a: 'решатович', b: null, how: 'missing', part: 'patronymic' })
  })

  it('gives the same answer whichever name comes first', () => {
    const part = fc.constantFrom('Айше', 'Белял', 'Емір', 'Усеїн', 'Гечевальов', 'Altınçeçekov')
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [one, other] = [compareNames(a, b), compareNames(b, a)]
        expect(one.verdict).toBe(other.verdict)
        expect(one.score).toBeCloseTo(other.score)
      }),
    )
  })

  it('says "different" of texts without letters', () => {
    expect(verdict('…', '…')).toBe('different')
  })
})
