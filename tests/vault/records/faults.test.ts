/** What the ledger cannot write is not in memory either, and what cannot be read is set aside and counted. */
import { describe, expect, it } from 'vitest'
import type { Ledger, OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { Journal } from '../../../electron/vault/records/journal.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import { RecordService } from '../../../electron/vault/records/recordService.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { failureCode, make, NATIVE } from '../../support/coreVault.ts'
import {
  adding,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  state,
  statement,
  titles,
} from './support.ts'

const RECORD = 'a'.repeat(32) as RecordId
const body = (rest: object = {}) => ({
  kind: 'person',
  ids: 'b'.repeat(28),
  bases: [{ source: null, grade: 'F6', asOf: null, confidentiality: 'C1' }],
  add: [{ field: 'court', value: 'Суд', basis: 0 }],
  retract: [],
  prefer: {},
  ...rest,
})
const entry = (seq: number, rest: Partial<OpenedEntry> & { body?: unknown } = {}): OpenedEntry =>
  ({
    ...{ seq, time: seq, author: 'c'.repeat(32) as AuthorId, op: 'record.set', record: RECORD },
    ...{ state: 'open', body: body() },
    ...rest,
  }) as OpenedEntry

describe('a save that the disk refuses', () => {
  it('changes nothing in memory, and the next one counts on from there', async () => {
    const { vault } = await make(NATIVE)
    let broken = false
    const ledger: Ledger = Object.assign(Object.create(vault.ledger), {
      append: (entries: Parameters<Ledger['append']>[0]) => {
        if (broken) throw new VaultError('disk_full')
        return vault.ledger.append(entries)
      },
      head: () => vault.ledger.head(),
      readMany: (seqs: readonly number[]) => vault.ledger.readMany(seqs),
      readSlices: () => vault.ledger.readSlices(),
    })
    const store = new RecordStore()
    const index = new LiveIndex(store)
    const journal = new Journal(ledger, [store])
    journal.onAppending(() => index.catchUp())
    journal.onAppended((entries) => index.update(entries))
    const records = new RecordService({
      ...{
        journal,
        store,
        index,
        find: expect.unreachable,
        filesOf: () => [],
      },
      removeFiles: async () => {},
    })
    const heard: RecordId[] = []
    const { id, seq } = records.create('person', adding(name('Особа')))
    records.onChanged((ids) => heard.push(...ids))
    const before = records.get(id)
    broken = true
    const change = adding(name('Інша'))
    expect(await failureCode(() => records.save({ id, basedOn: seq, change }))).toBe('disk_full')
    expect(await failureCode(() => records.create('person', change))).toBe('disk_full')
    expect(records.get(id)).toEqual(before)
    expect(records.counts().person).toBe(1)
    expect(heard).toEqual([])
    broken = false
    expect(records.save({ id, basedOn: seq, change }).seq).toBe(seq + 1)
    index.close()
  })
})

describe('an entry that this program cannot read', () => {
  it('is set aside and counted, and the others are read', () => {
    const store = new RecordStore()
    store.take(entry(1))
    store.take(entry(2, { body: body({ kind: 'spaceship' }) }))
    store.take(entry(3, { body: null }))
    store.take(
      entry(4, {
        body: body({
          ids: 'd'.repeat(28),
          add: [{ field: 'shoeSize', value: '44', basis: 0 }],
        }),
      }),
    )
    expect(store.unread).toBe(3)
    expect(store.get(RECORD)?.statements.map(({ value }) => value)).toEqual(['Суд'])
    expect(store.entriesOf(RECORD)).toEqual([1, 2, 3, 4])
  })

  it('of another operation is nobody’s business here', () => {
    const store = new RecordStore()
    store.take(entry(1, { op: 'something.new' }))
    store.take(entry(2, { op: 'dossier.issue' }))
    expect(store.unread).toBe(0)
    expect(store.standing(RECORD)).toBe('unknown')
  })

  it('because its record was erased or its compartment is closed, is no fault', () => {
    const store = new RecordStore()
    store.take({ ...entry(1), state: 'erased' } as OpenedEntry)
    expect(store.standing(RECORD)).toBe('erased')
    const sealed = 'e'.repeat(32) as RecordId
    store.take({ ...entry(2), record: sealed, state: 'closed' } as OpenedEntry)
    expect(store.standing(sealed)).toBe('sealed')
    expect(store.unread).toBe(0)
  })

  it('does not keep a vault from opening', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    workspace.vault.ledger.append([
      { op: 'record.set', record: id, body: body({ more: [], kind: 'x' }) },
    ])
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.unread).toBe(1)
    expect(titles(again)).toEqual(['Особа'])
    again.records.save({
      id,
      basedOn: state(again, id).lastSeq,
      change: adding(statement('sex', 'male')),
    })
  })
})
