import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SetBody } from '../../../electron/vault/records/ops.ts'
import { readSetBody, readValue } from '../../../electron/vault/records/readBody.ts'
import type { Field } from '../../../shared/model/field.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import { NAME_LANGUAGES, NAME_TYPES } from '../../../shared/model/values.ts'

const hex = (digits: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`), { maxLength: digits })
const date = fc.oneof(
  fc.constantFrom('2020', '2020-02', '2020-02-29', '2021-02-29', '2020-13', '2020-1', '2020-06-31'),
  fc.constantFrom('1900-02-29', '2000-02-29', '0000-02-29', '0004-02-29~', '2020-04-30'),
  fc.constantFrom(
    '2020/2021/2022',
    '2020-02-29/2020-02-29',
    '2020-02-29/2021-02-29',
    '2020-01-31~/2021~',
  ),
  fc.constantFrom('2020~', '2020/2021-05', '2020/', '/', '2020-02-30/2021', '202', '20200'),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.nat(32))
    .map((parts) => parts.map((part, place) => `${part}`.padStart(place === 0 ? 4 : 2, '0')))
    .map((parts) => parts.join('-')),
)
/** Around the longest that is taken. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('', ' ', '\u00a0', ' x ', 'é', '\ud800'),
  fc
    .constantFrom(149, 150, 151, 299, 300, 301, 499, 500, 501, 100_000, 100_001)
    .chain((length) => fc.constantFrom('a'.repeat(length), ` ${'a'.repeat(length)} `)),
)
const name = fc.record(
  {
    text,
    lang: fc.oneof(fc.constantFrom<string>(...NAME_LANGUAGES), fc.string()),
    type: fc.oneof(fc.constantFrom<string>(...NAME_TYPES), fc.string()),
    surname: text,
    given: text,
    patronymic: fc.oneof(text, fc.constant(null)),
    from: fc.oneof(date, text),
    to: date,
    more: fc.string(),
  },
  { requiredKeys: ['text', 'lang'] },
)
const value = fc.oneof(
  text,
  date,
  hex(32),
  name,
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.jsonValue(),
  fc.record(
    { article: text, caption: text, years: fc.nat(120), months: fc.nat(13), list: text },
    { requiredKeys: [] },
  ),
  fc.record({ article: text, caption: text, more: text }, { requiredKeys: ['article'] }),
  fc.record({ list: text, date, more: text }, { requiredKeys: ['list'] }),
  fc.record(
    {
      years: fc.oneof(fc.integer({ min: -1, max: 101 }), fc.double()),
      months: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constant('1')),
      prisonYears: fc.oneof(fc.double({ min: -1, max: 101 }), fc.constantFrom(0, 100, null)),
      regime: fc.constantFrom('strict', 'unknown', 'soft', ''),
      note: text,
      more: text,
    },
    { requiredKeys: ['years', 'months'] },
  ),
  fc.constantFrom(-1, -0, 0, 1_000_000_000, 1_000_000_001, 0.5, '1'),
)

/** Most fields share a schema with others: each schema once. */
const seen = new Set<string>()
const isNew = ({ type, values = [] }: Field): boolean => {
  const schema = `${type} ${values.join(' ')}`
  if (seen.has(schema)) return false
  seen.add(schema)
  return true
}

describe('a value read back', () => {
  for (const kind of KINDS) {
    for (const [field, definition] of fieldsOf(kind)) {
      if (!isNew(definition)) continue
      it(`is what the schema of ${kind}.${field} makes of it`, () => {
        const codes = fc.constantFrom(...(definition.values ?? ['none']))
        fc.assert(
          fc.property(fc.oneof(codes, value), (given) => {
            const parsed = definition.value.safeParse(given)
            expect(readValue(definition, given)).toEqual(parsed.success ? parsed.data : undefined)
          }),
          { numRuns: 300 },
        )
      })
    }
  }
})

const oddly = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof(
    { arbitrary: usual, weight: 12 },
    { arbitrary: fc.oneof(fc.jsonValue(), fc.constantFrom('F7', 'a1', 'C5', 'X')), weight: 1 },
  )
const basis = fc.record({
  source: oddly(fc.oneof(fc.constant(null), hex(32))),
  grade: oddly(fc.constantFrom('A1', 'F6', 'C3')),
  asOf: oddly(fc.oneof(fc.constant(null), date)),
  confidentiality: oddly(fc.constantFrom('C0', 'C4')),
})
const stored = fc.record({
  field: oddly(fc.constantFrom('names', 'status', 'constructor')),
  value,
  basis: oddly(fc.nat(3)),
})
const body = fc.record({
  kind: oddly(fc.constantFrom<string>(...KINDS)),
  ids: oddly(hex(28)),
  bases: oddly(fc.array(oddly(basis), { maxLength: 3 })),
  add: oddly(fc.array(oddly(stored), { maxLength: 3 })),
  retract: oddly(fc.array(oddly(hex(32)), { maxLength: 3 })),
  prefer: oddly(
    fc.dictionary(
      // An object cannot be a key, and one with a `toString` of its own is not even made one.
      oddly(fc.constantFrom('names', 'Bad', '')).map((key) =>
        typeof key === 'string' ? key : 'toString',
      ),
      oddly(hex(32)),
      { maxKeys: 2 },
    ),
  ),
})

describe('a body read back', () => {
  it('is taken exactly when its schema takes it, and holds the same', () => {
    let taken = 0
    fc.assert(
      fc.property(
        fc.oneof({ arbitrary: body, weight: 20 }, { arbitrary: fc.jsonValue(), weight: 1 }),
        (given) => {
          const parsed = SetBody.safeParse(given)
          const read = readSetBody(given)
          expect(read !== undefined).toBe(parsed.success)
          if (read) taken += 1
          if (read && parsed.success) expect(read).toEqual(parsed.data)
        },
      ),
      { numRuns: 5000 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  it('is refused without any one of its parts', () => {
    const whole = {
      kind: 'person',
      ids: 'a'.repeat(28),
      bases: [],
      add: [],
      retract: [],
      prefer: {},
    }
    expect(readSetBody(whole)).toBeDefined()
    for (const part of Object.keys(whole)) {
      expect(readSetBody({ ...whole, [part]: undefined }), part).toBeUndefined()
    }
  })
})
