/** Many records in one transaction: listed, linked and found as if each had been saved by itself, or not there at all. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EvidenceFiles } from '../../../electron/vault/evidence/evidenceFiles.ts'
import { vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { newId } from '../../../electron/vault/records/change.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import type { NewRecord } from '../../../electron/vault/records/recordService.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { ExportRequest } from '../../../shared/contract/exports.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { failureCode, tempFolder } from '../../support/coreVault.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  save,
  state,
  statement,
  titles,
} from './support.ts'

const PEOPLE = 300

/** People in one facility, each with a stay there. */
function records(facility: RecordId, people = PEOPLE): NewRecord[] {
  return Array.from({ length: people }, (_, n): NewRecord[] => {
    const id = newId<RecordId>()
    const about = [statement('person', id), statement('facility', facility)]
    return [
      { id, kind: 'person', change: adding(name(`Вигаданенко Особа-${n}`)) },
      { id: newId(), kind: 'stay', change: adding(...about) },
    ]
  }).flat()
}
const facilityOf = (workspace: Workspace) =>
  workspace.records.create('facility', adding(name('Заклад', 'other'))).id

/** Of the open vault, and of one that is opened anew without what was known. */
async function tablesOf(workspace: Workspace) {
  await workspace.saveIndex()
  const { records: service } = workspace
  const kinds = (['person', 'stay', 'facility'] as const).map((kind) => {
    const page = { kind, query: '', filter: {}, offset: 0, limit: 2000 } as const
    return service.list(page).rows.map(({ id }) => {
      const { record, linked, titles: shown } = service.get(id)
      return { record, linked, shown }
    })
  })
  return { kinds, counts: service.counts(), hits: workspace.search.query('Vyhadanenko', 500) }
}

it('is in lists, links, counts and the search as after a replay', async () => {
  const { workspace, folder } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const told = new Set<RecordId>()
  workspace.records.onChanged((ids) => ids.forEach((id) => void told.add(id)))
  const made = records(facility)
  await workspace.records.createBulk(made)
  await workspace.prepared('all')
  expect(made.every(({ id }) => told.has(id))).toBe(true)
  // Its page shows who is there.
  expect(told.has(facility)).toBe(true)
  expect(titles(workspace)).toHaveLength(PEOPLE)
  expect(workspace.search.query('Вигаданенко Особа-17', 50).map(({ title }) => title)).toContain(
    'Вигаданенко Особа-17',
  )
  expect(workspace.records.get(facility).linked).toHaveLength(PEOPLE)
  // In slices a list and a search give what they give at once.
  const page = { kind: 'person', query: '', filter: {}, offset: 20, limit: 100 } as const
  expect(await workspace.records.listInSlices(page)).toEqual(workspace.records.list(page))
  const narrowed = { ...page, query: 'Особа-1' }
  expect(await workspace.records.listInSlices(narrowed)).toEqual(workspace.records.list(narrowed))
  const question = { query: 'Вигаданенко Особа', limit: 100 }
  const answer = await workspace.search.askInSlices(question)
  expect(answer.hits).toHaveLength(100)
  expect(answer).toEqual(workspace.search.ask(question))
  const before = await tablesOf(workspace)
  workspace.close()
  const again = await reopenWorkspace(folder)
  expect(again.knownFromSnapshot).toBeGreaterThan(PEOPLE)
  await again.prepared('all')
  expect(await tablesOf(again)).toEqual(before)
})

it('lets a change wait that comes meanwhile, and refuses one that does not', async () => {
  const { workspace } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const id = person(workspace, 'Тестенко Емір')
  const bulk = workspace.records.createBulk(records(facility))
  await new Promise((resolve) => setTimeout(resolve, 5))
  // What is there is read all the while.
  expect(state(workspace, id).title).toBe('Тестенко Емір')
  expect(await failureCode(() => save(workspace, id, adding(name('Ні'))))).toBe('busy')
  const saved = workspace.writable().then(() => save(workspace, id, adding(name('Так'))))
  const { lastSeq } = await bulk
  expect(await saved).toBe(lastSeq + 1)
  expect(held(state(workspace, id), 'names').map(({ value }) => value)).toMatchObject([
    { text: 'Тестенко Емір' },
    { text: 'Так' },
  ])
})

it('waits for those before it, however many wait at once, and no snapshot is made meanwhile', async () => {
  const { workspace } = await makeWorkspace()
  const facility = facilityOf(workspace)
  await workspace.prepared('all')
  const [first, ...others] = [1, 2, 3].map(() => records(facility))
  let isFirstOver = false
  const made = [
    workspace.records.createBulk(first ?? []).finally(() => {
      isFirstOver = true
    }),
    ...others.map((each) => workspace.records.createBulk(each)),
    // Refused before it begins.
    workspace.records.createBulk(first?.slice(0, 1) ?? []),
  ]
  const outcomes = Promise.allSettled(made)
  while (!isFirstOver) {
    const isSaved = await workspace.saveIndex()
    if (!isFirstOver) expect(isSaved).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const states = (await outcomes).map(({ status }) => status)
  expect(states).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  await workspace.prepared('all')
  expect(workspace.records.counts().person).toBe(3 * PEOPLE)
  expect(await tablesOf(workspace)).toBeDefined()
})

it('that is cancelled, or has a record that cannot be, leaves nothing anywhere', async () => {
  const { workspace } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const before = await tablesOf(workspace)
  const head = workspace.vault.ledger.head()
  const controller = new AbortController()
  const onProgress = () => controller.abort()
  const { signal } = controller
  const cancelled = workspace.records.createBulk(records(facility), { signal, onProgress })
  await expect(cancelled).rejects.toThrow('cancelled')
  const bad = { id: newId<RecordId>(), kind: 'stay' as const }
  const wrong = { ...bad, change: adding(statement('facility', newId<RecordId>())) }
  const refused = workspace.records.createBulk([...records(facility), wrong])
  await expect(refused).rejects.toThrow('invalid_record')
  const [first] = records(facility, 1)
  if (!first) throw new Error('there is one')
  await expect(workspace.records.createBulk([first, first])).rejects.toThrow('conflict')
  expect(workspace.vault.ledger.head()).toEqual(head)
  expect(await tablesOf(workspace)).toEqual(before)
  await workspace.records.createBulk([first])
  expect(titles(workspace)).toHaveLength(1)
})

it('that the vault is locked under is not there at the next unlock, and the lock waits for nothing', async () => {
  const { workspace, folder } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const bulk = failureCode(() => workspace.records.createBulk(records(facility, 3000)))
  await new Promise((resolve) => setTimeout(resolve, 60))
  const start = performance.now()
  workspace.close()
  expect(performance.now() - start).toBeLessThan(1000)
  expect(await bulk).toBe('cancelled')
  const again = await reopenWorkspace(folder)
  expect(again.records.counts()).toMatchObject({ person: 0, stay: 0, facility: 1 })
  expect((await again.vault.ledger.verify({ signatures: true })).damaged).toEqual([])
})

it('is not in a snapshot of the index before it is in the ledger', async () => {
  const { workspace, folder } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const bulk = workspace.records.createBulk(records(facility, 1000))
  const tried: boolean[] = []
  let isOver = false
  bulk.finally(() => {
    isOver = true
  })
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const isWritten = await workspace.saveIndex()
    // What was asked for before its end may be written after it.
    if (!isOver) tried.push(isWritten)
  }
  expect(tried).not.toContain(true)
  await workspace.saveIndex()
  workspace.close()
  const again = await reopenWorkspace(folder)
  expect(again.records.counts()).toMatchObject({ person: 1000, stay: 1000 })
})

it('is indexed from memory, without decrypting what was just written', async () => {
  const { workspace } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const { ledger } = workspace.vault
  const read: number[] = []
  const readMany = ledger.readMany.bind(ledger)
  ledger.readMany = (seqs) => {
    read.push(...seqs)
    return readMany(seqs)
  }
  // More than wait to be folded at an unlock.
  const made = records(facility, 3200)
  const { firstSeq } = await workspace.records.createBulk(made)
  await workspace.prepared('all')
  expect(read.filter((seq) => seq >= firstSeq)).toEqual([])
  const last = made.at(-2)?.id
  expect(workspace.search.query('Vyhadanenko Osoba-3199', 3)[0]?.id).toBe(last)
  expect(read.filter((seq) => seq >= firstSeq).length).toBeLessThan(50)
}, 60_000)

describe('that is on the disk when something keeps the index from taking it in', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })
  const outOfMemory = () => {
    throw new RangeError('a test')
  }
  /** Fails at the n-th call, and at every one after it if `forGood`. */
  const failing = (calls: { mock: { calls: unknown[] } }, nth: number, forGood: boolean) =>
    forGood ? calls.mock.calls.length >= nth : calls.mock.calls.length === nth

  const INJECTED = {
    'the part of records, before it takes it': (nth: number, forGood: boolean) => {
      const { take } = RecordStore.prototype
      const spy = vi.spyOn(RecordStore.prototype, 'take')
      spy.mockImplementation(function (this: RecordStore, entry) {
        if (failing(spy, nth, forGood)) outOfMemory()
        take.call(this, entry)
      })
    },
    'the part of records': (nth: number, forGood: boolean) => {
      const { take } = RecordStore.prototype
      const spy = vi.spyOn(RecordStore.prototype, 'take')
      spy.mockImplementation(function (this: RecordStore, entry) {
        take.call(this, entry)
        if (failing(spy, nth, forGood)) outOfMemory()
      })
    },
    'the part of files, behind that of records': (nth: number, forGood: boolean) => {
      const spy = vi.spyOn(EvidenceFiles.prototype, 'take')
      spy.mockImplementation(() => {
        if (failing(spy, nth, forGood)) outOfMemory()
      })
    },
    'what indexes it': (_nth: number, forGood: boolean) => {
      const { updateBulk } = LiveIndex.prototype
      const spy = vi.spyOn(LiveIndex.prototype, 'updateBulk')
      spy.mockImplementation(async function (this: LiveIndex, ids) {
        await updateBulk.call(this, ids)
        if (failing(spy, 1, forGood)) outOfMemory()
      })
    },
  } as const

  describe.each(Object.keys(INJECTED) as (keyof typeof INJECTED)[])('%s', (what) => {
    it.each([1, 301])('is saved, and taken in from the ledger (at %i)', async (nth) => {
      const { workspace, folder } = await makeWorkspace()
      const facility = facilityOf(workspace)
      const made = records(facility)
      INJECTED[what](nth, false)
      const { lastSeq } = await workspace.records.createBulk(made)
      expect(lastSeq).toBe(workspace.vault.ledger.head().seq)
      await workspace.prepared('all')
      vi.restoreAllMocks()
      expect(workspace.unread).toBe(0)
      expect(workspace.records.counts()).toMatchObject({ person: PEOPLE, stay: PEOPLE })
      save(workspace, made[0]?.id ?? facility, adding(name('Нове')))
      const before = await tablesOf(workspace)
      workspace.close()
      const again = await reopenWorkspace(folder)
      await again.prepared('all')
      expect(await tablesOf(again)).toEqual(before)
      const anew = await rebuilt(again, folder)
      expect(await tablesOf(anew)).toEqual(before)
    })

    it('is saved, and read by the next opening where it cannot be taken in now', async () => {
      const { workspace, folder } = await makeWorkspace()
      const facility = facilityOf(workspace)
      await workspace.prepared('all')
      const noticed = vi.fn()
      workspace.onBehind(noticed)
      INJECTED[what](what === 'what indexes it' ? 1 : 200, true)
      const { lastSeq } = await workspace.records.createBulk(records(facility))
      vi.restoreAllMocks()
      expect(lastSeq).toBe(workspace.vault.ledger.head().seq)
      // Nothing leaves that not all is known of, and what is incomplete is not kept.
      expect(noticed).toHaveBeenCalledTimes(1)
      expect(workspace.unread).toBe(1)
      const table = ExportRequest.parse({
        subject: { of: 'list', kind: 'facility' },
        ...{ reader: 'team', language: 'en', format: 'csv' },
      })
      const out = join(tempFolder(), 'x.csv')
      expect(await failureCode(() => workspace.exports.write(table, out))).toBe('table_refused')
      expect(await workspace.saveIndex()).toBe(false)
      workspace.close()
      const again = await reopenWorkspace(folder)
      await again.prepared('all')
      expect(again.unread).toBe(0)
      expect(again.records.counts()).toMatchObject({ person: PEOPLE, stay: PEOPLE })
    })
  })
})

it('is said to be saved when the vault is locked behind its commit', async () => {
  const { workspace, folder } = await makeWorkspace()
  const facility = facilityOf(workspace)
  const spy = vi.spyOn(RecordStore.prototype, 'take').mockImplementation(() => workspace.close())
  const bulk = await workspace.records.createBulk(records(facility)).finally(() => {
    spy.mockRestore()
  })
  const again = await reopenWorkspace(folder)
  expect(again.records.counts()).toMatchObject({ person: PEOPLE, stay: PEOPLE })
  expect(again.vault.ledger.hashAt(bulk.lastSeq)).toBeDefined()
})

/** Of the vault that is open, once more without its snapshot. */
async function rebuilt(workspace: Workspace, folder: string): Promise<Workspace> {
  workspace.close()
  rmSync(vaultPaths(folder).index, { force: true })
  const again = await reopenWorkspace(folder)
  expect(again.knownFromSnapshot).toBe(0)
  await again.prepared('all')
  return again
}
