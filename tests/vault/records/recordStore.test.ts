/** What is asked of the store waits for what it needs, and pushes out nothing that somebody works with. */
import { describe, expect, it, vi } from 'vitest'
import type { Ledger, OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { Journal } from '../../../electron/vault/records/journal.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { MemoryVault } from '../dossier/memoryVault.ts'

const id = (number: number): RecordId => `${number + 1}`.padStart(32, '0') as RecordId

const set = (seq: number, record: RecordId, kind: OpenKind = 'person'): OpenedEntry => ({
  ...{
    seq,
    time: seq,
    author: 'c'.repeat(32) as AuthorId,
    op: 'record.set',
    record,
    state: 'open',
  },
  body: {
    ...{ kind, ids: `${seq}`.padStart(28, '0'), retract: [], prefer: {} },
    bases: [{ source: null, grade: 'F6', asOf: null, confidentiality: 'C1' }],
    add: [{ field: kind === 'person' ? 'court' : 'title', value: 'Суд', basis: 0 }],
  },
})

const erasing = (seq: number, record: RecordId): OpenedEntry => ({
  ...{ seq, time: seq, author: 'c'.repeat(32) as AuthorId, op: 'record.erase', record },
  ...{ state: 'open', body: {} },
})

describe('the records of one kind', () => {
  const rowsOf = (store: RecordStore) => [...store.db.records.counts()]

  it('are named without writing the rows of all others', () => {
    const store = new RecordStore()
    for (let number = 0; number < 300; number += 1) store.take(set(number + 1, id(number)))
    store.take(set(301, id(300), 'source'))
    expect(store.idsOf('source')).toEqual([id(300)])
    expect(rowsOf(store)).toEqual([['source', 1]])
    expect(store.idsOf('person')).toHaveLength(300)
    expect(store.flush(Number.NEGATIVE_INFINITY)).toBe(true)
  })

  it('are without those that were erased since, written before or not', () => {
    const store = new RecordStore()
    for (let number = 0; number < 3; number += 1) store.take(set(number + 1, id(number)))
    store.take(erasing(4, id(0)))
    expect(store.idsOf('person')).toEqual([id(1), id(2)])
    store.take(erasing(5, id(1)))
    store.take(set(6, id(3), 'source'))
    expect(store.idsOf('source')).toEqual([id(3)])
    expect(store.idsOf('person')).toEqual([id(2)])
    expect(store.countOf('person')).toBe(1)
  })

  it('are with one that only others spoke of before', () => {
    const store = new RecordStore()
    const key = store.keyFor(id(0))
    expect(store.idsOf('person')).toEqual([])
    store.flush()
    store.take(set(1, id(0)))
    expect(store.idsOf('person')).toEqual([id(0)])
    expect(store.keyFor(id(0))).toBe(key)
  })
})

describe('a record that is worked with', () => {
  it('stays in memory while the kinds and the keys of all others are asked for', () => {
    const others = 5000
    const entries = new Map<number, OpenedEntry>()
    const read = vi.fn((seqs: readonly number[]) => seqs.flatMap((seq) => entries.get(seq) ?? []))
    const store = new RecordStore({ read })
    for (let number = 0; number <= others; number += 1) {
      const entry = set(number + 1, id(number), number === 0 ? 'person' : 'source')
      entries.set(entry.seq, entry)
      store.take(entry)
    }
    store.flush()
    for (const each of store.idsOf('source')) store.get(each)
    store.settled()
    const mine = store.get(id(0))
    read.mockClear()
    for (let number = 1; number <= others; number += 1) {
      expect(store.kindOf(id(number))).toBe('source')
      expect(store.keyOf(id(number))).toBe(store.keyFor(id(number)))
    }
    expect(store.get(id(0))).toBe(mine)
    expect(read).not.toHaveBeenCalled()
    expect(store.kindOf(id(others + 1))).toBeUndefined()
    expect(store.keyOf(id(others + 1))).toBeUndefined()
  })
})

describe('a long stretch of entries that comes at once', () => {
  it('is taken in with turns for others', async () => {
    const stretch = Array.from({ length: 64 }, (_, number) => set(number + 1, id(number)))
    async function* readSlices() {
      yield stretch
    }
    const ledger = { head: () => ({ seq: 64, hash: Buffer.alloc(32) }), readSlices }
    let taken = 0
    let clock = 0
    vi.spyOn(performance, 'now').mockImplementation(() => clock)
    const taker = {
      take() {
        taken += 1
        clock += 1
      },
    }
    const seen = new Set<number>()
    let isOver = false
    const replay = new Journal(ledger as unknown as Ledger, [taker]).replay().then(() => {
      isOver = true
    })
    while (!isOver) {
      seen.add(taken)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await replay
    expect(taken).toBe(64)
    // Ten at a time and what is left of sixteen.
    expect([...seen].every((count, place, all) => count - (all[place - 1] ?? 0) <= 16)).toBe(true)
    vi.restoreAllMocks()
  })
})

it.each([499, 500, 501, 1000])(
  'goes through all of %i records of a kind, each once, in the order they were made',
  (count) => {
    const vault = new MemoryVault()
    const made = Array.from({ length: count }, (_, at) => [
      vault.put(vault.draft('person').add('note', `${at}`)),
      at % 100 === 0 ? vault.put(vault.draft('case').add('label', `${at}`)) : undefined,
    ])
    const people = made.map(([person]) => person)
    const cases = made.flatMap(([, each]) => each ?? [])
    const found = (kinds?: readonly ('person' | 'case')[]) =>
      [...vault.store.all(kinds)].map(({ id }) => id)
    expect(found(['person'])).toEqual(people)
    expect(found(['case', 'person'])).toEqual([...cases, ...people])
    expect(found().toSorted()).toEqual([...people, ...cases].toSorted())
  },
)
