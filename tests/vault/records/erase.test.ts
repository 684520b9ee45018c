import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import { Journal } from '../../../electron/vault/records/journal.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import { SearchIndex } from '../../../electron/vault/search/searchIndex.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { failureCode, make, NATIVE, readAll, reopen } from '../../support/coreVault.ts'
import { imageOf, withTables } from '../../support/indexImage.ts'
import { writeTestFile } from '../evidence/support.ts'
import {
  adding,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  save,
  state,
  statement,
  titles,
} from './support.ts'

const SECRET = 'Незабутненко'

describe('erasing a record', () => {
  it('leaves nothing of it that can be read, and the ledger whole', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, `${SECRET} Олена`)
    save(workspace, id, adding(statement('note', `${SECRET} у Судаку`)))
    await workspace.records.erase(id, 'На прохання родини')
    expect(await failureCode(() => workspace.records.get(id))).toBe('erased')
    expect(titles(workspace)).toEqual([])
    expect(workspace.search.query(SECRET, 10)).toEqual([])
    expect(workspace.search.query('судаку', 10)).toEqual([])
    workspace.close()
    const vault = await reopen(folder, NATIVE)
    expect(JSON.stringify(await readAll(vault))).not.toContain(SECRET)
    expect(await vault.ledger.verify({ signatures: true })).toMatchObject({ ok: true })
    vault.close()
    const again = await reopenWorkspace(folder)
    expect(await failureCode(() => again.records.get(id))).toBe('erased')
    expect(again.search.query(SECRET, 10)).toEqual([])
  })

  it('tells in its history when, by which device and why, and nothing else', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, SECRET)
    await workspace.records.erase(id, 'На прохання родини')
    const expected = [
      { op: 'record.erase', reason: 'На прохання родини', added: [], retracted: [], preferred: {} },
      { op: 'record.set', reason: null, added: [], retracted: [], preferred: {} },
    ]
    expect(workspace.records.history(id)).toMatchObject(expected)
    workspace.close()
    expect((await reopenWorkspace(folder)).records.history(id)).toMatchObject(expected)
  })

  it('shows it as erased where it is referred to, and nothing new can refer to it', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, SECRET)
    const incident = workspace.records.create('incident', adding(statement('people', id))).id
    const heard: RecordId[] = []
    workspace.records.onChanged((ids) => heard.push(...ids))
    await workspace.records.erase(id, 'x')
    expect(heard).toEqual(expect.arrayContaining([id, incident]))
    expect(workspace.records.get(incident)).toMatchObject({ titles: {}, erased: [id] })
    const change = adding(statement('people', id))
    expect(await failureCode(() => save(workspace, incident, change))).toBe('invalid_record')
    workspace.close()
    expect((await reopenWorkspace(folder)).records.get(incident)).toMatchObject({
      titles: {},
      erased: [id],
    })
  })

  it('is done once', async () => {
    const { workspace } = await makeWorkspace()
    const id = person(workspace, SECRET)
    await workspace.records.erase(id, 'x')
    expect(await failureCode(() => workspace.records.erase(id, 'x'))).toBe('erased')
    const change = adding(name('x'))
    expect(await failureCode(() => workspace.records.save({ id, basedOn: 1, change }))).toBe(
      'erased',
    )
    const again = [{ id, kind: 'person' as const, change }]
    expect(await failureCode(() => workspace.records.createMany(again))).toBe('conflict')
  })

  it('takes its words out of the index, not only out of the lists', async () => {
    const { vault } = await make(NATIVE)
    const store = new RecordStore()
    const index = new LiveIndex(store)
    const journal = new Journal(vault.ledger, [store])
    journal.onAppending(() => index.catchUp())
    journal.onAppended((entries) => index.update(entries))
    const search = new SearchIndex(store, index)
    const put = (digit: string, word: string) =>
      journal.append([
        {
          op: 'record.set',
          record: digit.repeat(32) as RecordId,
          body: {
            kind: 'person',
            ids: digit.repeat(28),
            bases: [{ source: null, grade: 'F6', asOf: null, confidentiality: 'C1' }],
            add: [{ field: 'note', value: word, basis: 0 }],
            retract: [],
            prefer: {},
          },
        },
      ])
    const isIn = (word: string) => imageOf(index.db).includes(word)
    put('1', 'незабутненко')
    put('2', 'інше')
    search.catchUp()
    expect(isIn('незабутненко')).toBe(true)
    journal.erase('1'.repeat(32) as RecordId, { reason: 'x' })
    expect(isIn('незабутненко')).toBe(false)
    const terms = withTables(imageOf(index.db), (connection) => {
      connection.exec(
        "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('words', 'word', 'row')",
      )
      return connection.prepare('SELECT term FROM temp.vocabulary').all()
    })
    expect(terms).toEqual([{ term: 'інше' }])
    index.close()
  })

  it('takes the files of an evidence record off the disk, and no others', async () => {
    const { workspace, folder } = await makeWorkspace()
    const attach = async () => {
      const { id } = workspace.records.create('evidence', adding(statement('title', 'Лист')))
      const file = await workspace.evidence.attachFile(id, writeTestFile(folder, 'зміст'), {
        name: 'a.txt',
      })
      return { id, path: objectPath(folder, file.objectId) }
    }
    const [gone, kept] = [await attach(), await attach()]
    await workspace.records.erase(gone.id, 'x')
    expect(existsSync(gone.path)).toBe(false)
    expect(existsSync(kept.path)).toBe(true)
    expect(await failureCode(() => workspace.evidence.files(gone.id))).toBe('erased')
    expect(state(workspace, kept.id).title).toBe('Лист')
  })
})
