import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChange } from '../../../electron/vault/records/readChange.ts'
import { RecordChange } from '../../../shared/model/statement.ts'

const hex = (digits: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`), { maxLength: digits })
const SEPARATORS = ['2020/2021/2022', '2020-02-29/2021-02-29', '2020-02-29/2020-02-30']
const date = fc.constantFrom('2020', '2020-02-29', '2021-02-29', '2020/2021-05', '/', ...SEPARATORS)

/** Now and then something else, so that each part is the wrong one in some changes and the only wrong one in many. */
const oddly = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof(
    { arbitrary: usual, weight: 25 },
    {
      arbitrary: fc.oneof(
        fc.jsonValue(),
        fc.constantFrom<unknown>(undefined, Number.NaN, Number.POSITIVE_INFINITY, new Date(0)),
        fc.constantFrom('F7', 'a1', 'C5', 'X', '+1000', '+', '__proto__', 'constructor'),
      ),
      weight: 1,
    },
  )
const odd = fc.constantFrom<unknown>(
  JSON.parse('{"__proto__": 1}'),
  { text: undefined },
  { text: Number.NaN },
  { deep: { deeper: [new Map()] } },
  { deep: { deeper: [1, 'x', null] } },
  Object.create({ text: 'inherited' }),
  Object.assign(Object.create(null), { text: 'без предка' }),
  [undefined],
  10n,
)
const value = fc.oneof(
  { arbitrary: fc.jsonValue(), weight: 8 },
  { arbitrary: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double())), weight: 4 },
  { arbitrary: odd, weight: 1 },
)
const statement = fc.record(
  {
    field: oddly(fc.constantFrom('names', 'status', `custom${'a'.repeat(32)}`)),
    value,
    source: oddly(fc.oneof(fc.constant(null), hex(32))),
    grade: oddly(fc.constantFrom('A1', 'F6', 'C3')),
    asOf: oddly(fc.oneof(fc.constant(null), date)),
    confidentiality: oddly(fc.constantFrom('C0', 'C4')),
  },
  { noNullPrototype: true },
)
const more = <T extends object>(usual: fc.Arbitrary<T>) =>
  fc
    .tuple(usual, fc.nat(20))
    .map(([each, chance]): object => (chance === 0 ? { ...each, more: 1 } : each))
const prefer = fc.dictionary(
  // An object cannot be a key, and one with a `toString` of its own is not even made one.
  oddly(fc.constantFrom('names', 'Bad', '')).map((key) =>
    typeof key === 'string' ? key : 'toString',
  ),
  oddly(fc.oneof(hex(32), fc.constantFrom('+0', '+499', '+1000', '+-1'))),
  { maxKeys: 2, noNullPrototype: true },
)
const change = more(
  fc.record(
    {
      add: oddly(fc.array(oddly(more(statement)), { maxLength: 3 })),
      retract: oddly(fc.array(oddly(hex(32)), { maxLength: 3 })),
      prefer: oddly(prefer),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
)

const STATEMENT = {
  ...{ field: 'note', value: 'x', source: null, grade: 'F6', asOf: null },
  confidentiality: 'C1',
} as const

describe('a change that somebody asks for', () => {
  it('is taken exactly when its schema takes it, and is what the schema makes of it', () => {
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(fc.oneof({ arbitrary: change, weight: 20 }, fc.jsonValue()), (given) => {
        const parsed = RecordChange.safeParse(given)
        const read = readChange(given)
        expect(read !== undefined).toBe(parsed.success)
        if (parsed.success) expect(read).toStrictEqual(parsed.data)
        if (parsed.success) taken += 1
        else refused += 1
      }),
      { numRuns: 8000 },
    )
    expect(Math.min(taken, refused)).toBeGreaterThan(500)
  })

  it('has at most 500 statements, taken back or added', () => {
    for (const count of [499, 500, 501]) {
      const add = Array.from({ length: count }, () => STATEMENT)
      expect(readChange({ add, retract: [], prefer: {} }) !== undefined).toBe(count <= 500)
      const retract = Array.from({ length: count }, () => 'a'.repeat(32))
      expect(readChange({ add: [], retract, prefer: {} }) !== undefined).toBe(count <= 500)
    }
  })

  it('may leave out what it does not do', () => {
    expect(readChange({})).toStrictEqual({ add: [], retract: [], prefer: {} })
  })

  it('is refused without any one part of a statement, or with one more', () => {
    const asked = (statement: object) => ({ add: [statement], retract: [], prefer: {} })
    expect(readChange(asked(STATEMENT))).toBeDefined()
    expect(readChange(asked({ ...STATEMENT, id: 'a' }))).toBeUndefined()
    for (const part of Object.keys(STATEMENT)) {
      const { [part as keyof typeof STATEMENT]: _left, ...rest } = STATEMENT
      expect(readChange(asked(rest)), part).toBeUndefined()
    }
  })
})
