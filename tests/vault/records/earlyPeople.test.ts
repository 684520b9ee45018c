/** What a list shows of people, as it is known at once, against what it shows of people that were folded as a whole. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { IndexDb } from '../../../electron/vault/db/indexDb.ts'
import { BodyMemory, LazyEntry } from '../../../electron/vault/ledger/lazyEntry.ts'
import type { OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { indexedRecord } from '../../../electron/vault/records/indexing.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import { wasMerged } from '../../../electron/vault/records/merge.ts'
import { modelFields } from '../../../electron/vault/records/modelFields.ts'
import { statementId } from '../../../electron/vault/records/ops.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import { titleOf } from '../../../electron/vault/records/titles.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { NAME_LANGUAGES } from '../../../shared/model/values.ts'
import { sortKey } from '../../../shared/sorting/sortKey.ts'
import { indexTables } from '../../support/indexTables.ts'

const PERSON = '1'.repeat(32) as RecordId
const OTHER = '2'.repeat(32) as RecordId
const FIELDS = [...modelFields('person').keys()]
const ids = (number: number) => `${number}`.padStart(28, 'a')

/** Fits few fields, and some values fit none. */
const aValue = fc.oneof(
  fc.constantFrom(
    '2020',
    '2021-05-06',
    '2019~',
    '2020-01/2020-03',
    'male',
    'serving_colony',
    'died',
  ),
  fc.constantFrom('woman', 'visit', 'quiet', 'yes', 'single', 'other', OTHER, 'Судак', ' ', ''),
  fc.constantFrom(22, -1, true, null),
  fc.record({
    text: fc.constantFrom('Еміне Сейтаблаєва', 'Emine', ''),
    lang: fc.constantFrom(...NAME_LANGUAGES),
    surname: fc.constantFrom('Сейтаблаєва', 'Ялта'),
  }),
)
const aField = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('names', 'status', 'birthDate', 'arrestDate') },
  { weight: 3, arbitrary: fc.constantFrom('ageReported', 'arrestPlace', 'healthCategory', 'sex') },
  { weight: 2, arbitrary: fc.constantFrom(...FIELDS) },
  { weight: 1, arbitrary: fc.constantFrom('mergedFrom', 'noField', `custom${OTHER}`) },
)
const aBasis = fc.record({
  source: fc.constantFrom(null, OTHER),
  grade: fc.constantFrom('A1', 'C3', 'F6', 'E5'),
  asOf: fc.constantFrom(null, '2024', '2025-03-01'),
  confidentiality: fc.constant('C1'),
})
/** Statements of this entry and of others, those that are not there too. */
const aStatement = fc
  .tuple(fc.nat(4), fc.nat(4))
  .map(([entry, place]) => statementId({ ids: ids(entry) }, place))
const aBody = fc.record({
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant('person') },
    { weight: 1, arbitrary: fc.constant('source') },
  ),
  ids: fc.nat(4).map(ids),
  bases: fc.array(aBasis, { minLength: 1, maxLength: 3 }),
  add: fc.array(fc.record({ field: aField, value: aValue, basis: fc.nat(3) }), { maxLength: 6 }),
  retract: fc.array(aStatement, { maxLength: 2 }),
  prefer: fc.dictionary(aField, aStatement, { maxKeys: 2 }),
})
const aJson = fc.oneof(
  { weight: 20, arbitrary: aBody.map((body) => JSON.stringify(body)) },
  { weight: 1, arbitrary: fc.constantFrom('{"kind":"person"', '{"kind":"person","ids":7}', '[]') },
)
const anOp = fc.oneof(
  { weight: 9, arbitrary: fc.constant('record.set') },
  { weight: 1, arbitrary: fc.constantFrom('object.add', 'record.erase') },
)

function entriesOf(
  steps: readonly { readonly op: string; readonly json: string }[],
): OpenedEntry[] {
  const memory = new BodyMemory()
  return steps.map(({ op, json }, place) => {
    const bytes = Buffer.from(json)
    const { piece, start } = memory.take(bytes.length)
    bytes.copy(piece, start)
    const author = 'a'.repeat(32) as AuthorId
    const about = { seq: place + 1, time: 1_700_000_000_000 + place, author, op, record: PERSON }
    return new LazyEntry(about, piece, start, start + bytes.length)
  })
}

function storeOf(entries: readonly OpenedEntry[], db = new IndexDb()): RecordStore {
  const store = new RecordStore({
    db,
    read: (seqs) => seqs.map((seq) => entries[seq - 1] as OpenedEntry),
  })
  for (const entry of entries) store.take(entry)
  return store
}

const listed = (record: Parameters<typeof indexedRecord>[0]) =>
  indexedRecord(
    record,
    1,
    titleOf(record, () => ''),
    {
      key: (text) => sortKey('uk', text),
      of: () => '',
    },
  )

describe('a person that is listed before it is folded as a whole', () => {
  it('looks in a list as it does then, whatever its entries say', () => {
    let early = 0
    // Nothing is written to it: to make one for each takes most of the time.
    const db = new IndexDb()
    const steps = fc.array(fc.record({ op: anOp, json: aJson }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(steps, (each) => {
        const entries = entriesOf(each)
        const known = storeOf(entries, db).takeEarly(PERSON)
        if (!known) return
        early += 1
        const whole = storeOf(entries, db).get(PERSON)
        if (!whole) throw new Error('what is listed can be read')
        expect(listed(known.record)).toEqual(listed(whole))
        expect(wasMerged(known.record)).toBe(wasMerged(whole))
      }),
      { numRuns: 3000 },
    )
    expect(early).toBeGreaterThan(500)
  })

  it('is indexed alike whether a list came first or not', () => {
    const steps = fc.array(fc.record({ op: anOp, json: aJson }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(steps, (each) => {
        const indexed = (hasList: boolean) => {
          const index = new LiveIndex(storeOf(entriesOf(each)))
          if (hasList) index.list({ kind: 'person', filter: {}, offset: 0, limit: 10 })
          index.catchUp()
          return index.db
        }
        const [first, second] = [indexed(true), indexed(false)]
        expect(indexTables(first)).toEqual(indexTables(second))
        first.close()
        second.close()
      }),
      { numRuns: 100 },
    )
  })

  const usual = (number: number, field: string, value: unknown) => ({
    op: 'record.set',
    json: JSON.stringify({
      kind: 'person',
      ids: ids(number),
      bases: [{ source: null, grade: 'F6', asOf: null, confidentiality: 'C1' }],
      add: [{ field, value, basis: 0 }],
      ...{ retract: [], prefer: {} },
    }),
  })

  it('is listed with its id before its row is written, and is read from the ledger for neither', () => {
    const entries = entriesOf([
      usual(0, 'names', { text: 'Еміне', lang: 'uk' }),
      usual(1, 'court', 'Суд'),
      usual(2, 'status', 'died'),
    ])
    const read = vi.fn(() => [])
    const store = new RecordStore({ read })
    for (const entry of entries) store.take(entry)
    const index = new LiveIndex(store)
    const query = { kind: 'person', filter: {}, offset: 0, limit: 10 } as const
    expect(index.list(query)).toEqual({ total: 1, ids: [PERSON] })
    expect(index.list({ ...query, filter: { status: 'died' } }).total).toBe(1)
    expect(store.db.records.get(PERSON)).toBeUndefined()
    expect(store.get(PERSON)?.statements.map(({ field }) => field)).toEqual([
      'names',
      'court',
      'status',
    ])
    index.catchUp()
    expect(store.db.records.get(PERSON)?.seqs).toEqual([1, 2, 3])
    expect(index.list(query)).toEqual({ total: 1, ids: [PERSON] })
    expect(read).not.toHaveBeenCalled()
    index.close()
  })

  it('is known early once, and no more when it was folded or erased', () => {
    const entries = entriesOf([usual(0, 'names', { text: 'Еміне', lang: 'uk' })])
    const store = storeOf(entries)
    expect(store.takeEarly(PERSON)?.record.statements).toHaveLength(1)
    expect(store.takeEarly(PERSON)).toBeUndefined()
    const folded = storeOf(entries)
    folded.get(PERSON)
    expect(folded.takeEarly(PERSON)).toBeUndefined()
    const erased = storeOf(entriesOf([usual(0, 'sex', 'male'), { op: 'record.erase', json: '{}' }]))
    expect(erased.takeEarly(PERSON)).toBeUndefined()
  })
})
