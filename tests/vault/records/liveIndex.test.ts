/** The index that follows every change equals the one built from the ledger, and so does the state behind it. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { NewEntry } from '../../../electron/vault/ledger/types.ts'
import { tellOfGarbage } from '../../../electron/vault/machine/garbage.ts'
import { setBody } from '../../../electron/vault/records/change.ts'
import { Journal } from '../../../electron/vault/records/journal.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import { SearchIndex } from '../../../electron/vault/search/searchIndex.ts'
import type { OpenVault } from '../../../electron/vault/session/types.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { RecordChange, StatementInput } from '../../../shared/model/statement.ts'
import { make, NATIVE } from '../../support/coreVault.ts'
import { generateVault } from '../../support/generator/generate.ts'
import { imageOf, indexOf } from '../../support/indexImage.ts'
import { indexTables } from '../../support/indexTables.ts'
import { adding, name, statement } from './support.ts'

vi.mock('../../../electron/vault/machine/garbage.ts', () => ({ tellOfGarbage: vi.fn() }))

const id = (number: number): RecordId => `${number + 1}`.padStart(32, '0') as RecordId
const KINDS: readonly OpenKind[] = ['person', 'facility', 'stay', 'incident', 'source']

/** A store that has read the ledger, and whose records are still to be indexed. */
async function replayed(vault: OpenVault): Promise<RecordStore> {
  const store = new RecordStore({ read: (seqs) => vault.ledger.readMany(seqs) })
  await new Journal(vault.ledger, [store]).replay()
  return store
}

const state = (store: RecordStore) =>
  Object.fromEntries([...store.all()].map((record) => [record.id, record]))

/** A vault's records with a live index, and the same built anew from the ledger. */
async function live() {
  const { vault } = await make(NATIVE)
  const store = new RecordStore({ read: (seqs) => vault.ledger.readMany(seqs) })
  const journal = new Journal(vault.ledger, [store])
  await journal.replay()
  const index = new LiveIndex(store)
  journal.onAppending(() => index.catchUp())
  journal.onAppended((entries) => index.update(entries))
  const search = new SearchIndex(store, index)
  const rebuild = async (language?: Language) => {
    const anew = await replayed(vault)
    const other = new LiveIndex(anew, language)
    new SearchIndex(anew, other).catchUp()
    return { store: anew, index: other }
  }
  return { vault, store, index, search, journal, rebuild }
}

const text = fc.constantFrom('Судак', 'Ялта', 'şeer', 'Ялта й Судак', "зв'язок")
const value = (field: 'name' | 'text' | 'date' | 'ref', to: OpenKind) =>
  field === 'name'
    ? fc.record({ text, lang: fc.constantFrom('uk', 'crh') })
    : field === 'text'
      ? text
      : field === 'date'
        ? fc.constantFrom('2020', '2021-05-06', '2019~')
        : fc.nat(3).map((number) => id(KINDS.indexOf(to) * 4 + number))
const FIELDS: Record<string, [string, 'name' | 'text' | 'date' | 'ref', OpenKind?][]> = {
  person: [
    ['names', 'name'],
    ['court', 'text'],
    ['arrestDate', 'date'],
  ],
  facility: [
    ['names', 'name'],
    ['region', 'text'],
  ],
  stay: [
    ['person', 'ref', 'person'],
    ['facility', 'ref', 'facility'],
    ['from', 'date'],
  ],
  incident: [
    ['people', 'ref', 'person'],
    ['place', 'text'],
    ['date', 'date'],
  ],
  source: [
    ['title', 'text'],
    ['date', 'date'],
  ],
}

interface Step {
  readonly record: number
  readonly add: readonly { readonly field: number; readonly value: unknown }[]
  readonly retract: number
  readonly prefer: number
  readonly erase: boolean
}
const step: fc.Arbitrary<Step> = fc.nat(KINDS.length * 4 - 1).chain((record) => {
  const fields = FIELDS[KINDS[Math.floor(record / 4)] ?? 'person'] ?? []
  return fc.record({
    record: fc.constant(record),
    add: fc.array(
      fc.nat(fields.length - 1).chain((field) => {
        const [, type, to] = fields[field] ?? ['', 'text']
        return fc.record({
          field: fc.constant(field),
          value: value(type as 'text', to ?? 'person'),
        })
      }),
      { maxLength: 3 },
    ),
    retract: fc.nat(5),
    prefer: fc.nat(5),
    erase: fc.nat(11).map((number) => number === 0),
  })
})

describe('the live index', () => {
  it('equals the one built from the ledger, after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const { vault, store, index, search, journal, rebuild } = await live()
        for (const each of steps) {
          const record = id(each.record)
          const kind = KINDS[Math.floor(each.record / 4)] ?? 'person'
          const before = store.get(record)
          if (store.standing(record) === 'erased') continue
          if (each.erase && before) {
            journal.erase(record, { reason: 'x' })
            continue
          }
          const kindOf = (other: RecordId) => store.get(other)?.kind
          const add = each.add.flatMap(({ field, value: given }): StatementInput[] => {
            const [fieldName, type] = FIELDS[kind]?.[field] ?? []
            const isThere = type !== 'ref' || kindOf(given as RecordId) !== undefined
            return fieldName && isThere ? [statement(fieldName, given as string)] : []
          })
          const active = before?.statements.filter(({ retractedBy }) => retractedBy === null) ?? []
          const gone = active[each.retract]
          const first = active[each.prefer]
          const change: RecordChange = {
            add,
            retract: gone ? [gone.id] : [],
            prefer: first && first !== gone ? { [first.field]: first.id } : {},
          }
          const entry: NewEntry = {
            op: 'record.set',
            record,
            body: setBody(kind, before, change, kindOf),
          }
          journal.append([entry])
          for (let number = 0; number < KINDS.length * 4; number += 1)
            expect(index.shownTitle(id(number))).toBe(index.title(id(number)))
          if (each.prefer % 2 === 0) search.catchUp()
        }
        search.catchUp()
        const anew = await rebuild()
        expect(state(store)).toEqual(state(anew.store))
        expect(indexTables(index.db)).toEqual(indexTables(anew.index.db))
        for (let number = 0; number < KINDS.length * 4; number += 1) {
          const links = (from: LiveIndex) =>
            from
              .linksTo(id(number))
              .map((link) => JSON.stringify(link))
              .sort()
          expect(links(index)).toEqual(links(anew.index))
        }
        index.close()
        anew.index.close()
        vault.close()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('shows titles without reading a record, and those of what is not indexed yet too', async () => {
    const { vault, journal } = await live()
    const [facility, stay] = [id(1), id(2)]
    const put = (record: RecordId, kind: OpenKind, change: RecordChange) =>
      journal.append([
        { op: 'record.set', record, body: setBody(kind, undefined, change, () => 'facility') },
      ])
    put(facility, 'facility', adding(name('СІЗО № 1')))
    put(stay, 'stay', adding(statement('facility', facility), statement('from', '2020')))
    const reads: number[] = []
    const read = (seqs: readonly number[]) => {
      reads.push(...seqs)
      return vault.ledger.readMany(seqs)
    }
    const store = new RecordStore({ read })
    await new Journal(vault.ledger, [store]).replay()
    const index = new LiveIndex(store)
    const titles = () => [facility, stay, id(3)].map(index.shownTitle)
    const expected = ['СІЗО № 1', 'СІЗО № 1 · 2020 – …', '']
    expect(titles()).toEqual(expected)
    index.catchUp()
    reads.length = 0
    expect(titles()).toEqual(expected)
    expect(reads).toEqual([])
    index.close()
  })

  it('equals the one built from the ledger for a generated vault', async () => {
    const { store, index, search, journal, rebuild } = await live()
    const generated = generateVault({ people: 30, files: 0 })
    const kinds = new Map(generated.records.map((record) => [record.id, record.kind]))
    journal.append(
      generated.records.map(({ id: record, kind, change }) => ({
        op: 'record.set',
        record,
        body: setBody(kind, undefined, change, (other) => kinds.get(other)),
      })),
    )
    for (const { id: record, change } of generated.saves) {
      const before = store.get(record)
      const body = setBody(before?.kind ?? 'person', before, change, (other) => kinds.get(other))
      journal.append([{ op: 'record.set', record, body }])
    }
    search.catchUp()
    const anew = await rebuild()
    expect(state(store)).toEqual(state(anew.store))
    expect(indexTables(index.db)).toEqual(indexTables(anew.index.db))
    expect(indexTables(index.db).word?.length).toBeGreaterThan(1000)
  })

  it('says what changed, and what shows something of it', async () => {
    const { store, index, journal } = await live()
    const heard: RecordId[][] = []
    const stop = index.onChanged((ids) => heard.push([...ids].sort()))
    const put = (record: RecordId, kind: OpenKind, change: RecordChange) =>
      journal.append([
        {
          op: 'record.set',
          record,
          body: setBody(kind, store.get(record), change, (other) => store.get(other)?.kind),
        },
      ])
    put(id(1), 'person', adding(name('Особа')))
    put(id(2), 'person', adding(name('Інша')))
    put(id(3), 'stay', adding(statement('person', id(1))))
    put(id(3), 'stay', adding(statement('person', id(2))))
    put(id(1), 'person', adding(statement('court', 'x')))
    put(id(1), 'person', adding(name('Новіша', 'uk')))
    expect(heard).toEqual([
      [id(1)],
      [id(2)],
      [id(1), id(3)],
      [id(1), id(2), id(3)],
      // The title is still the first name: nobody else shows the court.
      [id(1)],
      [id(1)],
    ])
    stop()
    put(id(2), 'person', adding(statement('court', 'x')))
    expect(heard).toHaveLength(6)
  })

  it('indexes a kind when it is listed, and everything before something changes', async () => {
    const { vault, journal } = await live()
    for (const [number, kind] of (['person', 'source', 'person'] as const).entries()) {
      const field = kind === 'person' ? name(`Особа ${number}`) : statement('title', 'Стаття')
      journal.append([
        {
          op: 'record.set',
          record: id(number),
          body: setBody(kind, undefined, adding(field), () => undefined),
        },
      ])
    }
    const store = await replayed(vault)
    const fresh = new LiveIndex(store)
    const title = (number: number, kind: OpenKind) =>
      fresh.db.titleOf(store.keyFor(id(number)), kind)?.title
    const list = (kind: OpenKind) => fresh.list({ kind, filter: {}, offset: 0, limit: 10 }).ids
    expect(title(0, 'person')).toBeUndefined()
    expect(list('person')).toEqual([id(0), id(2)])
    expect(title(1, 'source')).toBeUndefined()
    expect(fresh.catchUp()).toBe(true)
    expect(title(1, 'source')).toBe('Стаття')
    fresh.close()
  })

  it('settles one kind in slices, and leaves the others waiting', async () => {
    const { vault, journal } = await live()
    const kinds = Array.from({ length: 101 }, (_, number) => (number === 100 ? 'source' : 'person'))
    journal.append(
      kinds.map((kind, number) => ({
        op: 'record.set',
        record: id(number),
        body: setBody(
          kind as OpenKind,
          undefined,
          adding(kind === 'person' ? name('Особа') : statement('title', 'Стаття')),
          () => undefined,
        ),
      })),
    )
    let clock = 0
    const store = await replayed(vault)
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 100
      return clock
    })
    const index = new LiveIndex(store)
    let turns = 0
    let isSettled = false
    index.settle('person').then(() => {
      isSettled = true
    })
    while (!isSettled) {
      turns += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(turns).toBeGreaterThan(2)
    expect(index.db.titleOf(store.keyFor(id(99)), 'person')?.title).toBe('Особа')
    expect(index.db.titleOf(store.keyFor(id(100)), 'source')).toBeUndefined()
    index.close()
  })

  it('shows what others are called now, in whatever order what changed since a snapshot is indexed', async () => {
    const { vault, store, index, search, journal, rebuild } = await live()
    const put = (record: RecordId, kind: OpenKind, ...add: StatementInput[]) => ({
      op: 'record.set',
      record,
      body: setBody(kind, store.get(record), adding(...add), (other) => kinds.get(other)),
    })
    const kinds = new Map<RecordId, OpenKind>([
      [id(0), 'place'],
      [id(1), 'place'],
      [id(2), 'perpetrator'],
      [id(3), 'involvement'],
      [id(5), 'perpetrator'],
    ])
    journal.append([
      put(id(0), 'place', name('Б'), statement('within', id(1))),
      put(id(1), 'place', name('В')),
      put(id(2), 'perpetrator', name('В')),
      put(id(3), 'involvement', statement('perpetrator', id(2))),
      put(id(5), 'perpetrator', name('Çelebi')),
    ])
    search.catchUp()
    const image = imageOf(index.db)
    const after = vault.ledger.head().seq
    const renamed = (record: RecordId, kind: OpenKind) => {
      const [old] = store.get(record)?.statements ?? []
      const change = { ...adding(name('А')), retract: old ? [old.id] : [] }
      const body = setBody(kind, store.get(record), change, () => undefined)
      return { op: 'record.set', record, body }
    }
    vault.ledger.append([
      // New, of one kind with what it shows and so in one batch; and of a kind that is indexed before the one that it shows.
      put(id(4), 'place', name('Г'), statement('within', id(1))),
      renamed(id(1), 'place'),
      renamed(id(2), 'perpetrator'),
      put(id(3), 'involvement', statement('note', 'x')),
      // Sorted by what the snapshot has in the order of another language.
      put(id(6), 'involvement', statement('perpetrator', id(5))),
    ])
    const later = new RecordStore({
      db: indexOf(image),
      read: (seqs) => vault.ledger.readMany(seqs),
    })
    await new Journal(vault.ledger, [later]).replay({ after })
    const resumed = new LiveIndex(later, 'tr')
    const listed = () => resumed.db.titleOf(later.keyFor(id(3)), 'involvement')?.title
    resumed.list({ kind: 'involvement', filter: {}, offset: 0, limit: 1 })
    expect(listed()).toBe('А')
    new SearchIndex(later, resumed).catchUp()
    const { index: anew } = await rebuild('tr')
    expect(indexTables(resumed.db)).toEqual(indexTables(anew.db))
    expect(listed()).toBe('А')
    for (const each of [index, resumed, anew]) each.close()
  })

  it('keeps nothing in memory that it only passed by', async () => {
    const { vault, journal } = await live()
    journal.append(
      Array.from({ length: 40 }, (_, number) => ({
        op: 'record.set',
        record: id(number),
        body: setBody('person', undefined, adding(name(`Особа ${number}`)), () => undefined),
      })),
    )
    const read = vi.fn((seqs: readonly number[]) => vault.ledger.readMany(seqs))
    const store = new RecordStore({ read })
    await new Journal(vault.ledger, [store]).replay()
    const index = new LiveIndex(store)
    new SearchIndex(store, index).catchUp()
    expect(read).not.toHaveBeenCalled()
    for (let number = 0; number < 40; number += 1) store.get(id(number))
    expect(read).toHaveBeenCalledTimes(40)
    index.close()
  })

  it('reads the entries of a batch at one moment', async () => {
    const { vault, journal } = await live()
    journal.append(
      Array.from({ length: 40 }, (_, number) => ({
        op: 'record.set',
        record: id(number),
        body: setBody('person', undefined, adding(name(`Особа ${number}`)), () => undefined),
      })),
    )
    let moments = 0
    let isTogether = false
    const read = vi.fn((seqs: readonly number[]) => {
      expect(isTogether).toBe(true)
      return vault.ledger.readMany(seqs)
    })
    const store = new RecordStore({
      read,
      readTogether: (work) => {
        moments += 1
        isTogether = true
        vault.ledger.readTogether(work)
        isTogether = false
      },
    })
    await new Journal(vault.ledger, [store]).replay()
    const index = new LiveIndex(store)
    // As of a vault that is too large for all bodies to wait.
    for (const record of index.touched) {
      store.get(record)
      store.release(record)
    }
    index.catchUp()
    expect(read).toHaveBeenCalledTimes(40)
    // 1, 2, 4 and 8 at once, then 16 once, and the 9 that are left.
    expect(moments).toBe(6)
    expect(index.list({ kind: 'person', filter: {}, offset: 0, limit: 1 }).total).toBe(40)
    index.close()
  })

  it('queues up for a list what is of its kind, and takes out what was erased', async () => {
    const { vault, journal, store: first } = await live()
    const put = (number: number, kind: OpenKind) => ({
      op: 'record.set',
      record: id(number),
      body: setBody(
        kind,
        first.get(id(number)),
        adding(kind === 'person' ? name(`Особа ${number}`) : statement('title', `С ${number}`)),
        () => undefined,
      ),
    })
    journal.append(Array.from({ length: 300 }, (_, number) => put(number, 'person')))
    journal.append([put(300, 'source'), put(301, 'source')])
    journal.erase(id(301), { reason: 'x' })
    journal.append([put(302, 'source')])
    const store = await replayed(vault)
    const asked = vi.spyOn(store, 'kindOf')
    const index = new LiveIndex(store)
    const list = (kind: OpenKind) => index.list({ kind, filter: {}, offset: 0, limit: 1000 })
    expect(list('source').ids).toEqual([id(300), id(302)])
    expect(asked.mock.calls.length).toBeLessThan(20)
    const search = new SearchIndex(store, index)
    search.catchUp()
    expect(list('person').total).toBe(300)
    expect(list('source').ids).toEqual([id(300), id(302)])
    expect(index.db.words.with(['особа'], 1000)).toHaveLength(300)
    index.close()
  })

  it('says so when it lets go of much that it kept for a list', async () => {
    const { vault, journal } = await live()
    const records = (from: number, count: number) =>
      Array.from({ length: count }, (_, number) => ({
        op: 'record.set',
        record: id(from + number),
        body: setBody('person', undefined, adding(name('Особа')), () => undefined),
      }))
    const opened = async () => {
      const index = new LiveIndex(await replayed(vault))
      index.list({ kind: 'person', filter: {}, offset: 0, limit: 1 })
      expect(tellOfGarbage).not.toHaveBeenCalled()
      while (!index.catchUp(Number.NEGATIVE_INFINITY));
      index.close()
    }
    journal.append(records(0, 1999))
    await opened()
    expect(tellOfGarbage).not.toHaveBeenCalled()
    journal.append(records(1999, 1))
    await opened()
    expect(tellOfGarbage).toHaveBeenCalledTimes(1)
  })

  it('begins with nothing, and queues up some at a time what an unlock left to it', async () => {
    const { vault, journal } = await live()
    journal.append(
      Array.from({ length: 2100 }, (_, number) => ({
        op: 'record.set',
        record: id(number),
        body: setBody('person', undefined, adding(name(`Особа ${number}`)), () => undefined),
      })),
    )
    const store = await replayed(vault)
    const asked = vi.spyOn(store, 'kindOf')
    const index = new LiveIndex(store)
    const search = new SearchIndex(store, index)
    expect(asked).not.toHaveBeenCalled()
    expect(search.isSettled).toBe(false)
    for (let most = 1000; !search.catchUp(Number.NEGATIVE_INFINITY) && most > 0; most -= 1) {
      expect(asked.mock.calls.length).toBeLessThanOrEqual(1100)
      asked.mockClear()
    }
    expect(search.isSettled).toBe(true)
    expect(index.db.words.with(['особа'], 5000)).toHaveLength(2100)
    expect([...store.db.records.counts()]).toEqual([['person', 2100]])
    index.close()
  })

  it('goes on later where its time is up', async () => {
    const { vault, journal } = await live()
    journal.append(
      Array.from({ length: 100 }, (_, number) => ({
        op: 'record.set',
        record: id(number),
        body: setBody('person', undefined, adding(name(`Особа ${number}`)), () => undefined),
      })),
    )
    const store = await replayed(vault)
    const index = new LiveIndex(store)
    // 1, 2, 4 and 8 at once, then 16 five times, and the 5 that are left.
    let slices = 0
    while (!index.catchUp(Number.NEGATIVE_INFINITY)) slices += 1
    expect(slices).toBe(9)
    const { total } = index.list({ kind: 'person', filter: {}, offset: 0, limit: 1 })
    expect(total).toBe(100)
    index.close()
  })
})

describe('the search', () => {
  it('takes everything in by itself, giving the event loop its turns', async () => {
    const { vault, journal } = await live()
    journal.append(
      Array.from({ length: 100 }, (_, number) => ({
        op: 'record.set',
        record: id(number),
        body: setBody('person', undefined, adding(name(`Особа ${number}`)), () => undefined),
      })),
    )
    let clock = 0
    const store = await replayed(vault)
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 100
      return clock
    })
    const index = new LiveIndex(store)
    const search = new SearchIndex(store, index)
    let isReady = false
    search.ready.then(() => {
      isReady = true
    })
    let turns = 0
    while (!isReady) {
      turns += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(turns).toBeGreaterThan(3)
    expect(index.db.words.with(['особа'], 1000)).toHaveLength(100)
    index.close()
  })

  it('does nothing more when it is closed', async () => {
    const { vault, journal } = await live()
    const body = setBody('person', undefined, adding(name('Особа')), () => undefined)
    journal.append([{ op: 'record.set', record: id(0), body }])
    const store = await replayed(vault)
    const index = new LiveIndex(store)
    const taken = vi.spyOn(index.db.words, 'add')
    new SearchIndex(store, index).close()
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    expect(taken).not.toHaveBeenCalled()
    new SearchIndex(store, index)
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    expect(taken).toHaveBeenCalled()
    index.close()
  })
})
