/** A change that is on the disk is told as saved, whatever keeps the working index from taking it in. */
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IndexDb } from '../../../electron/vault/db/indexDb.ts'
import { IndexLinks } from '../../../electron/vault/db/indexLinks.ts'
import { VaultDb } from '../../../electron/vault/db/vaultDb.ts'
import { EvidenceFiles } from '../../../electron/vault/evidence/evidenceFiles.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { ExportRequest } from '../../../shared/contract/exports.ts'
import { VaultError } from '../../../shared/errors.ts'
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

afterEach(() => {
  vi.restoreAllMocks()
})

const outOfMemory = () => {
  throw new RangeError('a test')
}

/** Fails when it is called the first time, and every time after it if `forGood`; before it does anything, or behind it. */
function failing<Part extends object>(
  part: Part,
  method: keyof Part & string,
  when: 'before' | 'behind',
) {
  const original = part[method] as (this: Part, ...given: unknown[]) => unknown
  return (forGood: boolean) => {
    let hasFailed = false
    const work = function (this: Part, ...given: unknown[]) {
      const fails = forGood || !hasFailed
      if (fails && when === 'before') {
        hasFailed = true
        outOfMemory()
      }
      const result = original.apply(this, given)
      if (fails) {
        hasFailed = true
        outOfMemory()
      }
      return result
    }
    vi.spyOn(part, method as never).mockImplementation(work as never)
  }
}

const INJECTED = {
  'the part of records, before it takes it': failing(RecordStore.prototype, 'take', 'before'),
  'the part of records': failing(RecordStore.prototype, 'take', 'behind'),
  'the part of files': failing(EvidenceFiles.prototype, 'take', 'before'),
  'what indexes it, before it does': failing(LiveIndex.prototype, 'update', 'before'),
  'what indexes it': failing(LiveIndex.prototype, 'update', 'behind'),
  'the links, in the middle of its rows': failing(IndexLinks.prototype, 'set', 'behind'),
  'the lists, behind all its rows': failing(IndexDb.prototype, 'update', 'behind'),
} as const
type Injected = keyof typeof INJECTED
const ALL = Object.keys(INJECTED) as Injected[]

/** A facility, a person, and a stay of theirs there that is to be saved. */
function some(workspace: Workspace) {
  const facility = workspace.records.create('facility', adding(name('Заклад', 'other'))).id
  const id = person(workspace, 'Вигаданенко Особа')
  return { facility, id, stay: adding(statement('person', id), statement('facility', facility)) }
}

/** What is shown of the vault, and all that is found in it. */
async function shownBy(workspace: Workspace) {
  await workspace.prepared('all')
  const { records, search } = workspace
  const kinds = (['person', 'stay', 'facility'] as const).map((kind) => {
    const page = { kind, query: '', filter: {}, offset: 0, limit: 100 } as const
    return records.list(page).rows.map((row) => ({ row, ...records.get(row.id) }))
  })
  return { kinds, counts: records.counts(), hits: search.query('Vyhadanenko', 50) }
}

describe.each(ALL)('a change, when it is stopped: %s', (what) => {
  it('is saved once, and shown as if nothing had been', async () => {
    const { workspace, folder } = await makeWorkspace()
    const noticed = vi.fn()
    workspace.onBehind(noticed)
    const { id, facility, stay } = some(workspace)
    await workspace.prepared('all')
    const changed: RecordId[] = []
    workspace.records.onChanged((ids) => changed.push(...ids))
    INJECTED[what](false)
    const made = workspace.records.create('stay', stay)
    vi.restoreAllMocks()
    expect(made.seq).toBe(workspace.vault.ledger.head().seq)
    expect(changed).toEqual(expect.arrayContaining([made.id, id, facility]))
    INJECTED[what](false)
    const seq = save(workspace, id, adding(name('Вигаданенко Новий')))
    vi.restoreAllMocks()
    expect(seq).toBe(made.seq + 1)
    INJECTED[what](false)
    await workspace.records.erase(made.id, 'mistake')
    vi.restoreAllMocks()
    const { id: other } = workspace.records.create('stay', stay)
    expect(workspace.unread).toBe(0)
    expect(noticed).not.toHaveBeenCalled()
    expect(state(workspace, other).kind).toBe('stay')
    const before = await shownBy(workspace)
    expect(before.counts).toMatchObject({ person: 1, stay: 1, facility: 1 })
    expect(await workspace.saveIndex()).toBe(true)
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.knownFromSnapshot).toBeGreaterThan(0)
    expect(await shownBy(again)).toEqual(before)
  })

  it('is saved, and shown by the next opening where this one cannot', async () => {
    const { workspace, folder } = await makeWorkspace()
    const noticed = vi.fn()
    workspace.onBehind(noticed)
    const { id, stay } = some(workspace)
    await workspace.prepared('all')
    INJECTED[what](true)
    const made = workspace.records.create('stay', stay)
    vi.restoreAllMocks()
    expect(made.seq).toBe(workspace.vault.ledger.head().seq)
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
    // And work goes on.
    save(workspace, id, adding(name('Вигаданенко Новий')))
    expect(held(state(workspace, id), 'names')).toHaveLength(2)
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.unread).toBe(0)
    expect((await shownBy(again)).counts).toMatchObject({ person: 1, stay: 1, facility: 1 })
    expect(held(state(again, id), 'names')).toHaveLength(2)
  })
})

it('keeps the file of evidence that is on the disk', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = workspace.records.create('evidence', adding(statement('title', 'Аркуш')))
  const intake = workspace.evidence.begin(id, { name: 'a.txt' })
  await intake.write(Buffer.from('written in a test'))
  INJECTED['what indexes it'](false)
  const file = await intake.finish()
  vi.restoreAllMocks()
  expect((await workspace.backups.verify(true)).damaged).toEqual([])
  const reader = await workspace.evidence.openReader(id, file.objectId)
  expect((await reader.read(0, reader.size)).toString()).toBe('written in a test')
  await reader.close()
})

describe('a commit that fails', () => {
  const { transaction } = VaultDb.prototype

  it('behind its end is saved, and the next entry follows it', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    const spy = vi.spyOn(VaultDb.prototype, 'transaction')
    spy.mockImplementationOnce(function (this: VaultDb, work) {
      transaction.call(this, work)
      throw new VaultError('io_failed')
    })
    const seq = save(workspace, id, adding(name('Інша')))
    expect(seq).toBe(workspace.vault.ledger.head().seq)
    expect(person(workspace, 'Третя')).toBeDefined()
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(held(state(again, id), 'names')).toHaveLength(2)
    expect(titles(again)).toHaveLength(2)
    expect((await again.backups.verify(true)).damaged).toEqual([])
  })

  it('behind the end of an erasure, as the log that cannot be emptied, is an erasure', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    const spy = vi.spyOn(VaultDb.prototype, 'emptyLog').mockImplementation(() => {
      throw new VaultError('disk_full')
    })
    await workspace.records.erase(id, 'mistake')
    expect(spy).toHaveBeenCalled()
    vi.restoreAllMocks()
    expect(await failureCode(() => workspace.records.get(id))).toBe('erased')
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(await failureCode(() => again.records.get(id))).toBe('erased')
  })
})
