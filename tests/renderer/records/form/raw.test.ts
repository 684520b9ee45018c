/** Controls and values: what is typed becomes a value of the model or a named mistake, and comes back the same. */
import { describe, expect, it } from 'vitest'
import { guessLanguage } from '../../../../renderer/workspace/records/form/guessLanguage.ts'
import {
  blankRaw,
  isBlank,
  type Raw,
  rawOf,
  readRaw,
} from '../../../../renderer/workspace/records/form/raw.ts'
import { KINDS } from '../../../../shared/model/kind.ts'
import { fieldOf, fieldsOf } from '../../../../shared/model/model.ts'
import { recordId } from '../support.ts'

const TODAY = '2026-03-01'
const spec = (kind: (typeof KINDS)[number], name: string) => {
  const field = fieldOf(kind, name)
  if (!field) throw new Error('no such field')
  return field
}
const read = (kind: (typeof KINDS)[number], name: string, raw: Raw) => {
  const reading = readRaw(spec(kind, name), raw, TODAY)
  if (reading.state === 'value') return reading.value
  return reading.state === 'blank'
    ? 'blank'
    : reading.errors.map(({ part, problem }) => `${part}:${problem}`)
}

describe('a control', () => {
  it.each(KINDS)('is blank at first for every field of %s', (kind) => {
    for (const [, field] of fieldsOf(kind)) {
      const raw = blankRaw(field.type)
      expect(isBlank(raw)).toBe(true)
      expect(readRaw(field, raw, TODAY)).toEqual({ state: 'blank' })
    }
  })

  it.each([
    ['person', 'names', { text: 'Сейран', lang: 'uk', given: 'Сейран' }],
    ['person', 'names', { text: 'Seyran', lang: 'crh', type: 'press' }],
    ['person', 'status', 'remand'],
    ['person', 'birthDate', '1980~'],
    ['person', 'imposedPassport', true],
    ['person', 'imposedPassport', false],
    ['person', 'minorChildren', 0],
    ['person', 'case', recordId(7)],
    ['person', 'charges', { article: '205.5 p2' }],
    ['person', 'sentence', { years: 17, months: 6, prisonYears: 3.5, regime: 'strict' }],
    ['person', 'previousLists', { list: 'Список', date: '2024-03' }],
    [
      'source',
      'claims',
      { text: 'x', number: 12, publisher: 'y', date: '2025-08-15', definition: 'z' },
    ],
  ] as const)('of %s.%s shows a value and gives the same value back', (kind, name, value) => {
    const field = spec(kind, name)
    expect(read(kind, name, rawOf(field.type, value))).toEqual(value)
  })

  it('suggests the language of a name that has none', () => {
    expect(read('person', 'names', { ...(blankRaw('name') as object), text: 'Емір' })).toEqual({
      text: 'Емір',
      lang: 'uk',
    })
  })

  it('is blank when only a language was chosen', () => {
    expect(read('person', 'names', { ...(blankRaw('name') as object), lang: 'ru' })).toBe('blank')
  })

  it('reads a sentence of months alone as no years', () => {
    const raw = { ...(blankRaw('sentence') as object), months: '10' }
    expect(read('person', 'sentence', raw)).toEqual({ years: 0, months: 10 })
  })

  it.each([
    ['11', { years: 0, months: 11 }],
    ['12', ['months:number']],
    ['1.5', ['months:number']],
    ['ten', ['months:number']],
  ])('takes %s months as %j', (months, expected) => {
    expect(read('person', 'sentence', { ...(blankRaw('sentence') as object), months })).toEqual(
      expected,
    )
  })

  it('names the part that is missing', () => {
    expect(read('person', 'charges', { article: '', caption: 'x' })).toEqual(['article:required'])
    expect(read('source', 'claims', { ...(blankRaw('claim') as object), text: 'x' })).toEqual([
      'publisher:required',
      'date:required',
      'definition:required',
    ])
    expect(read('person', 'previousLists', { list: 'x', date: 'колись' })).toEqual(['date:unknown'])
  })

  it('limits a short text to 500 characters', () => {
    expect(read('person', 'court', 'x'.repeat(499))).toHaveLength(499)
    expect(read('person', 'court', 'x'.repeat(500))).toHaveLength(500)
    expect(read('person', 'court', 'x'.repeat(501))).toEqual([':too_long'])
  })

  it('counts children in whole numbers from none', () => {
    expect(read('person', 'minorChildren', '0')).toBe(0)
    expect(read('person', 'minorChildren', '-1')).toEqual([':number'])
    expect(read('person', 'minorChildren', '1.5')).toEqual([':number'])
    expect(read('person', 'minorChildren', 'двоє')).toEqual([':number'])
  })

  it('takes no value that is not in the menu', () => {
    expect(read('person', 'status', 'hero')).toEqual([':invalid'])
  })
})

describe('the language of a name', () => {
  it.each([
    ['Зекір’яєв', 'uk'],
    ["Темер'янов", 'uk'],
    ['Эмир-Усеин', 'ru'],
    ['Къуртумер', 'crh'],
    ['Иванов', 'uk'],
    ['Ñaña Qurtümer', 'crh'],
    ['Ömer', 'tr'],
    ['Kantemirov', 'en'],
    ['李', 'other'],
  ])('of %s is suggested as %s', (name, lang) => {
    expect(guessLanguage(name)).toBe(lang)
  })

  it('of plain Cyrillic is the one that is asked for', () => {
    expect(guessLanguage('Иванов', 'ru')).toBe('ru')
  })
})
