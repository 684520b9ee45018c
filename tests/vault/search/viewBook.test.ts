import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newId } from '../../../electron/vault/records/change.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { makeWorkspace, person, reopenWorkspace } from '../records/support.ts'

const view = {
  name: 'Хворі жінки',
  query: 'Пробна',
  filters: [{ kind: 'person' as const, field: 'sex', value: 'female' }],
  exact: false,
}

it('a saved search is there after the vault was closed, under its last name', async () => {
  const { workspace, folder } = await makeWorkspace()
  const id = workspace.views.save(view)
  workspace.views.rename(id, 'Жінки')
  expect(workspace.views.list()).toEqual([{ id, ...view, name: 'Жінки' }])
  workspace.close()
  const again = await reopenWorkspace(folder)
  expect(again.views.list()).toEqual([{ id, ...view, name: 'Жінки' }])
  await again.saveIndex()
  again.close()
  // From the snapshot too, where entries are not read again.
  expect((await reopenWorkspace(folder)).views.list()).toEqual([{ id, ...view, name: 'Жінки' }])
})

it('a deleted one is gone for good, with its key', async () => {
  const { workspace, folder } = await makeWorkspace()
  const [id, kept] = [workspace.views.save(view), workspace.views.save({ ...view, name: 'Інше' })]
  workspace.views.drop(id)
  expect(workspace.views.list().map((each) => each.id)).toEqual([kept])
  const states = workspace.vault.ledger
    .readMany(Array.from({ length: workspace.vault.ledger.head().seq }, (_, place) => place + 1))
    .filter(({ op }) => op === 'view.set')
    .map(({ state }) => state)
  expect(states).toEqual(['erased', 'open'])
  workspace.close()
  expect((await reopenWorkspace(folder)).views.list().map((each) => each.id)).toEqual([kept])
})

it('it is no record: no list, no search and no count shows it, and its words are sealed', async () => {
  const { workspace, folder } = await makeWorkspace()
  const before = workspace.records.counts()
  const id = workspace.views.save(view)
  expect(workspace.records.counts()).toEqual(before)
  expect(workspace.search.query('Хворі', 10)).toEqual([])
  expect(() => workspace.records.get(id)).toThrow('not_found')
  expect(workspace.unread).toBe(0)
  workspace.close()
  expect(readFileSync(join(folder, 'vault.db')).includes('Хворі')).toBe(false)
})

it('another id is refused, a record is not touched, and a read-only vault keeps what it has', async () => {
  const { workspace, folder } = await makeWorkspace()
  const someone = person(workspace, 'Ернес Пробний')
  for (const id of [someone, newId<RecordId>()]) {
    expect(() => workspace.views.drop(id)).toThrow('not_found')
    expect(() => workspace.views.rename(id, 'x')).toThrow('not_found')
  }
  expect(workspace.records.get(someone).record.title).toBe('Ернес Пробний')
  const id = workspace.views.save(view)
  workspace.close()
  const read = await reopenWorkspace(folder, { readOnly: true })
  expect(() => read.views.save(view)).toThrow()
  expect(() => read.views.drop(id)).toThrow()
  expect(read.views.list()).toHaveLength(1)
})
