import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAST_KEY, sortKey } from '../../../electron/vault/records/sortKey.ts'

const sorted = (words: readonly string[]): string[] =>
  words
    .map((word) => ({ word, key: sortKey(word) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ word }) => word)

const inOrder = (words: readonly string[]) => expect(sorted(words.toReversed())).toEqual(words)

describe('a sort key', () => {
  it('has the order of the Ukrainian alphabet', () => {
    const alphabet = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']
    inOrder(alphabet)
    const collator = new Intl.Collator('uk')
    expect(sorted(alphabet)).toEqual(alphabet.toSorted(collator.compare))
  })

  it('has the order of the Crimean Tatar alphabet', () => {
    inOrder([...'aâbcçdefgğhıijklmnñoöpqrsştuüvyz'])
    inOrder([
      'Cepparov',
      'Çiygöz',
      'Danışman',
      'Gafarov',
      'Ğafarov',
      'ılğaz',
      'İbraimov',
      'Qurtseit',
      'Razov',
    ])
  })

  it('agrees with the collator of the system on Ukrainian names', () => {
    const letters = fc.constantFrom(...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя')
    const word = fc.array(letters, { minLength: 1, maxLength: 8 }).map((each) => each.join(''))
    const collator = new Intl.Collator('uk')
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [left, right] = [sortKey(a), sortKey(b)]
        const ours = left < right ? -1 : left > right ? 1 : 0
        expect(ours).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not look at case, apostrophes or how a letter is composed', () => {
    expect(sortKey("Темер'янов")).toBe(sortKey('ТЕМЕР’ЯНОВ'))
    expect(sortKey('Йосип'.normalize('NFD'))).toBe(sortKey('йосип'))
    expect(sortKey('Çelebi'.normalize('NFD'))).toBe(sortKey('çelebi'))
    expect(sortKey('İBRAİM')).toBe(sortKey('ibraim'))
    expect(sortKey('IBRAIM')).not.toBe(sortKey('ibraım'))
  })

  it('puts a shorter word, and a word before a gap, first', () => {
    inOrder(['Аблаєв', 'Аблаєв Амет', 'Аблаєв-Бекір', 'Аблаєва'])
    expect(sortKey('Абла  - Амет')).toBe(sortKey(' Абла Амет. '))
  })

  it('puts digits before letters, Cyrillic before Latin, and nothing last', () => {
    inOrder(['2', 'я', 'a', ''])
    expect(sortKey('—')).toBe(LAST_KEY)
  })

  it('takes marks it does not know for none', () => {
    expect(sortKey('Dželâl')).toBe(sortKey('Dzelâl'))
  })
})
