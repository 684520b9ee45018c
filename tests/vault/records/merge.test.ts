import { beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { failureCode } from '../../support/coreVault.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  reopenWorkspace,
  save,
  state,
  statement,
  titles,
} from './support.ts'

let workspace: Workspace
let folder: string
let kept: RecordId
let other: RecordId
let facility: RecordId
let stay: RecordId

beforeEach(async () => {
  ;({ workspace, folder } = await makeWorkspace())
  const { records } = workspace
  kept = records.create(
    'person',
    adding(name('Ельведін Сейтмеметов'), statement('arrestDate', '2019-06-10', { grade: 'C3' })),
  ).id
  other = records.create(
    'person',
    adding(
      name('Elvedin Seitmemetov', 'en'),
      statement('arrestDate', '2019-07-10', { grade: 'A1' }),
      statement('sex', 'male'),
    ),
  ).id
  facility = records.create('facility', adding(name('ВК-2, Керч'))).id
  stay = records.create(
    'stay',
    adding(statement('person', other), statement('facility', facility), statement('from', '2020')),
  ).id
})

const merge = () => workspace.records.merge(kept, other)
const unmerge = () => workspace.records.unmerge(kept, other)
const head = () => workspace.vault.ledger.head().seq
const everything = () => ({
  kept: seen(kept),
  other: seen(other),
  people: titles(workspace),
  linked: [kept, other].map((id) => workspace.records.get(id).linked),
  // How well each is found: of equals the last changed comes first, and both were changed.
  found: ['Seitmemetov', 'Сейтмеметов'].map((query) =>
    Object.fromEntries(workspace.search.query(query, 9).map(({ id, score }) => [id, score])),
  ),
})
/** What is said of a record now, apart from when and by which entry. */
const seen = (id: RecordId) => {
  const record = state(workspace, id)
  return Object.keys(record.preferred).map((field) => [
    field,
    held(record, field)
      .toSorted(
        (a, b) =>
          Number(b.id === record.preferred[field]) - Number(a.id === record.preferred[field]),
      )
      .map(({ value, grade }) => [value, grade]),
  ])
}

describe('a merge', () => {
  it('is one entry, and says again what the other record says, its sources and all', () => {
    const before = head()
    merge()
    expect(head()).toBe(before + 1)
    const names = held(state(workspace, kept), 'names').map(
      ({ value }) => (value as { text: string }).text,
    )
    expect(names).toEqual(['Ельведін Сейтмеметов', 'Elvedin Seitmemetov'])
    expect(held(state(workspace, kept), 'sex')).toMatchObject([{ value: 'male', grade: 'F6' }])
  })

  it('leaves first what was first, and shows both where they disagree', () => {
    merge()
    const record = state(workspace, kept)
    const dates = held(record, 'arrestDate')
    expect(dates.map(({ value }) => value)).toEqual(['2019-06-10', '2019-07-10'])
    expect(record.preferred.arrestDate).toBe(dates[0]?.id)
  })

  it('has one of the two in lists, searches, counts and on the map, with what points at either', async () => {
    merge()
    expect(titles(workspace)).toEqual(['Ельведін Сейтмеметов'])
    expect(titles(workspace, { query: 'Seitmemetov' })).toEqual(['Ельведін Сейтмеметов'])
    expect(workspace.search.query('Elvedin Seitmemetov', 9).map(({ id }) => id)).toEqual([kept])
    expect(workspace.records.get(kept).linked.map(({ id }) => id)).toEqual([stay])
    expect((await workspace.insight.figures()).counts.people).toBe(1)
    expect((await workspace.insight.held(facility)).people.map(({ id }) => id)).toEqual([kept])
    expect((await workspace.insight.route(kept)).stops).toHaveLength(1)
    expect(workspace.records.get(other).mergedInto).toBe(kept)
    expect(workspace.records.counts().person).toBe(1)
    workspace.records.erase(other, 'на прохання')
    expect(workspace.records.counts().person).toBe(1)
  })

  it('is undone with everything restored', () => {
    const before = everything()
    merge()
    expect(everything()).not.toEqual(before)
    unmerge()
    expect(everything()).toEqual(before)
    expect(workspace.records.get(other).mergedInto).toBeNull()
    expect(workspace.records.counts().person).toBe(2)
  })

  it('is undone after others went on from it, and what they said stays with who it was said of', () => {
    merge()
    save(workspace, kept, adding(statement('note', 'Дізналися після об’єднання')))
    save(workspace, kept, adding(statement('arrestDate', '2019-06-11')))
    unmerge()
    expect(held(state(workspace, kept), 'note')).toHaveLength(1)
    expect(held(state(workspace, kept), 'arrestDate').map(({ value }) => value)).toEqual([
      '2019-06-10',
      '2019-06-11',
    ])
    expect(held(state(workspace, other), 'note')).toEqual([])
  })

  it('does not say twice what both say from the same source', () => {
    save(workspace, kept, adding(statement('sex', 'male')))
    merge()
    expect(held(state(workspace, kept), 'sex')).toHaveLength(1)
    unmerge()
    expect(held(state(workspace, kept), 'sex')).toHaveLength(1)
  })

  it('goes on from a merge: the last record has what points at any of them', () => {
    merge()
    const third = workspace.records.create('person', adding(name('Третій запис'))).id
    workspace.records.merge(third, kept)
    expect(titles(workspace)).toEqual(['Третій запис'])
    expect(workspace.records.get(third).linked.map(({ id }) => id)).toEqual([stay])
    workspace.records.unmerge(third, kept)
    expect(titles(workspace)).toEqual(['Ельведін Сейтмеметов', 'Третій запис'])
    expect(workspace.records.get(third).linked).toEqual([])
  })

  it('is still so after the vault was closed, with its snapshot and without', async () => {
    merge()
    const before = everything()
    await workspace.saveIndex()
    workspace.close()
    workspace = await reopenWorkspace(folder)
    expect(everything()).toEqual(before)
    workspace.records.unmerge(kept, other)
    workspace.close()
    workspace = await reopenWorkspace(folder)
    expect(titles(workspace)).toHaveLength(2)
  })

  it('cannot be written by hand, which would hide a record and say nothing of it', async () => {
    const before = head()
    const byHand = adding(statement('mergedFrom', other))
    expect(await failureCode(() => save(workspace, kept, byHand))).toBe('invalid_record')
    expect(head()).toBe(before)
  })

  it('is refused with itself, with what is no person, and where one is merged already', async () => {
    const third = workspace.records.create('person', adding(name('Третій'))).id
    expect(await failureCode(() => workspace.records.merge(kept, kept))).toBe('bad_input')
    expect(await failureCode(() => workspace.records.merge(kept, facility))).toBe('bad_input')
    expect(await failureCode(() => workspace.records.unmerge(kept, other))).toBe('bad_input')
    merge()
    const before = head()
    expect(await failureCode(() => workspace.records.merge(other, third))).toBe('conflict')
    expect(await failureCode(() => workspace.records.merge(third, other))).toBe('conflict')
    await workspace.records.erase(third, 'На прохання родини')
    expect(await failureCode(() => workspace.records.merge(kept, third))).toBe('erased')
    expect(head()).toBe(before + 1)
  })
})
