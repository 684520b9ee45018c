import { describe, expect, it } from 'vitest'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { fieldLabel, valueLabel } from '../../../shared/i18n/labels.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'

// That nothing is missing, the types hold. Here: that the words are words, and that the languages differ.
describe('the words for the model', () => {
  for (const [language, labels] of Object.entries(MODEL_LABELS)) {
    it(`name every field and every value in ${language}`, () => {
      for (const kind of KINDS) {
        for (const [field, { values = [] }] of fieldsOf(kind)) {
          expect(fieldLabel(labels, kind, field).trim(), `${kind}.${field}`).toMatch(/\S/)
          for (const value of values) {
            const words = valueLabel(labels, kind, field, value)
            expect(words, `${kind}.${field}.${value}`).not.toMatch(/_|^$/)
          }
        }
      }
    })
    it(`give no two values of a field the same words in ${language}`, () => {
      for (const kind of KINDS) {
        for (const [field, { values = [] }] of fieldsOf(kind)) {
          const words = values.map((value) => valueLabel(labels, kind, field, value))
          expect(new Set(words).size, `${kind}.${field}`).toBe(words.length)
        }
      }
    })
  }
  it('show a field or a value of a newer program as it is', () => {
    expect(fieldLabel(MODEL_LABELS.en, 'person', 'toString')).toBe('toString')
    expect(valueLabel(MODEL_LABELS.en, 'person', 'status', 'constructor')).toBe('constructor')
    expect(valueLabel(MODEL_LABELS.en, 'person', 'names', 'x')).toBe('x')
  })
})
