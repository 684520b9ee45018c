import { beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import { failureCode } from '../../support/coreVault.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  reopenWorkspace,
  retracting,
  save,
  state,
  statement,
} from './support.ts'

let workspace: Workspace
let folder: string
let id: RecordId

beforeEach(async () => {
  ;({ workspace, folder } = await makeWorkspace())
  id = workspace.records.create(
    'person',
    adding(
      name('Особа'),
      statement('court', 'Суд', { grade: 'B2' }),
      statement('status', 'remand'),
    ),
  ).id
})

/** What a person sees: each field's shown value, then the others. */
const seen = () => {
  const record = state(workspace, id)
  return Object.fromEntries(
    Object.keys(record.preferred).map((field) => [
      field,
      held(record, field)
        .toSorted(
          (a, b) =>
            Number(b.id === record.preferred[field]) - Number(a.id === record.preferred[field]),
        )
        .map(({ value, grade, source, asOf, confidentiality }) => ({
          ...{ value, grade, source, asOf, confidentiality },
        })),
    ]),
  )
}
const undo = (seq: number) => workspace.records.undo(id, seq)
const only = (field: string) => {
  const [found] = held(state(workspace, id), field)
  if (!found) throw new Error(`no ${field}`)
  return found
}

describe('undoing a change', () => {
  const changes: Readonly<Record<string, () => RecordChange>> = {
    'an addition': () =>
      adding(statement('court', 'Другий суд', { grade: 'A1' }), statement('note', 'Так')),
    'a retraction': () => retracting(only('court').id),
    'a correction': () => ({
      ...adding(statement('court', 'Виправлений суд', { grade: 'B2' })),
      retract: [only('court').id],
    }),
  }

  it.each(Object.keys(changes))('of %s restores what was seen before', (which) => {
    const before = seen()
    const seq = save(workspace, id, changes[which]?.() ?? adding())
    expect(seen()).not.toEqual(before)
    undo(seq)
    expect(seen()).toEqual(before)
  })

  it('of a choice shows first what was shown first, chosen or not', async () => {
    save(workspace, id, adding(statement('court', 'Певніший суд', { grade: 'A1' })))
    const before = seen()
    const weaker = held(state(workspace, id), 'court').find(({ grade }) => grade === 'B2')
    const choose = (statementId = weaker?.id) =>
      save(workspace, id, { ...adding(), prefer: statementId ? { court: statementId } : {} })
    const first = choose()
    const chosen = seen()
    const stronger = held(state(workspace, id), 'court').find(({ grade }) => grade === 'A1')
    const second = choose(stronger?.id)
    undo(second)
    expect(seen()).toEqual(chosen)
    expect(await failureCode(() => undo(first))).toBe('conflict')
    undo(state(workspace, id).lastSeq)
    expect(seen()).toEqual(before)
  })

  it('brings back a statement that was chosen to be first, as the first', () => {
    save(workspace, id, adding(statement('court', 'Певніший суд', { grade: 'A1' })))
    const weaker = held(state(workspace, id), 'court').find(({ grade }) => grade === 'B2')
    if (!weaker) throw new Error('no statement')
    save(workspace, id, { ...adding(), prefer: { court: weaker.id } })
    const before = seen()
    undo(save(workspace, id, retracting(weaker.id)))
    expect(seen()).toEqual(before)
  })

  it('can be undone itself, and all of it stays in the history', () => {
    const seq = save(workspace, id, adding(statement('note', 'Так')))
    const after = seen()
    const { seq: undone } = undo(seq)
    undo(undone)
    expect(seen()).toEqual(after)
    expect(workspace.records.history(id)).toHaveLength(4)
  })

  it('keeps what others changed elsewhere since', () => {
    const seq = save(workspace, id, adding(statement('note', 'Так')))
    save(workspace, id, adding(statement('occupation', 'Вчителька')))
    undo(seq)
    expect(seen()).not.toHaveProperty('note')
    expect(seen()).toHaveProperty('occupation')
  })

  it('is refused where somebody went on from it, and nothing changes then', async () => {
    const seq = save(workspace, id, adding(statement('note', 'Так')))
    save(workspace, id, adding(statement('note', 'І так')))
    const before = state(workspace, id)
    expect(await failureCode(() => undo(seq))).toBe('conflict')
    expect(state(workspace, id)).toEqual(before)
  })

  it('is refused for the entry that made the record, and for one of another record', async () => {
    const made = state(workspace, id).lastSeq
    const other = workspace.records.create('person', adding(name('Інша'))).id
    expect(await failureCode(() => undo(made))).toBe('bad_input')
    expect(await failureCode(() => undo(state(workspace, other).lastSeq))).toBe('bad_input')
    expect(await failureCode(() => undo(99_999))).toBe('bad_input')
  })

  it('is still there after the vault was closed', async () => {
    const before = seen()
    const seq = save(workspace, id, retracting(only('status').id))
    undo(seq)
    workspace.close()
    workspace = await reopenWorkspace(folder)
    expect(seen()).toEqual(before)
  })
})
