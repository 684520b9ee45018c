/** Fields that a team defined, in a real vault: what may be written, what is found, and what a change of a definition does. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { isVaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { customFieldName } from '../../../shared/model/custom.ts'
import type { StatementInput } from '../../../shared/model/statement.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  retracting,
  save,
  state,
  statement,
} from './support.ts'

let workspace: Workspace
let folder: string

beforeEach(async () => {
  ;({ workspace, folder } = await makeWorkspace())
})

type Said = Readonly<Record<string, StatementInput['value']>>

function define(said: Said): { id: RecordId; field: string } {
  const whole: Said = { belongsTo: 'person', type: 'text', searched: true, ...said }
  const add = Object.entries({ label: { en: 'Nickname' }, ...whole }).map(([field, value]) =>
    statement(field, value),
  )
  const { id } = workspace.records.create('customField', adding(...add))
  return { id, field: customFieldName(id) }
}

function list(...choices: { code: string; en: string; uk?: string }[]): RecordId {
  const add = choices.map((choice) => statement('choices', choice))
  return workspace.records.create('valueList', adding(statement('label', { en: 'Moods' }), ...add))
    .id
}

const of = (id: RecordId) => workspace.records.customFields().find((each) => each.id === id)
const found = (query: string) => workspace.search.query(query, 20).map(({ id }) => id)
/** A change is refused at once, so there is nothing to wait for. */
const why = (work: () => unknown): readonly unknown[] => {
  try {
    work()
  } catch (error) {
    if (isVaultError(error)) return [error.code, error.details?.why]
    throw error
  }
  return []
}
const change = (id: RecordId, field: string, value: StatementInput['value']) => {
  const before = held(state(workspace, id), field).map((each) => each.id)
  save(workspace, id, { add: [statement(field, value)], retract: before, prefer: {} })
}

describe('a definition', () => {
  it('is in force when it says what it is called, of which kind and of which type', () => {
    const { id, field } = define({ label: { uk: 'Прізвисько', en: 'Nickname' } })
    expect(of(id)).toEqual({
      ...{ id, field, kind: 'person', type: 'text', label: { uk: 'Прізвисько', en: 'Nickname' } },
      ...{ choices: [], searched: true, audiences: [], startsAs: 'C2', retired: false },
    })
    for (const missing of ['label', 'belongsTo', 'type']) {
      const all = ['label', 'belongsTo', 'type'].filter((each) => each !== missing)
      const values: Said = { label: { en: 'X' }, belongsTo: 'person', type: 'text' }
      const add = all.map((each) => statement(each, values[each] ?? ''))
      const other = workspace.records.create('customField', adding(...add)).id
      expect(of(other), missing).toBeUndefined()
    }
  })

  it('is none that says two things of its type, and none of a choice without a list', () => {
    const contradicting = workspace.records.create(
      'customField',
      adding(
        ...[statement('label', { en: 'X' }), statement('belongsTo', 'person')],
        ...[statement('type', 'text'), statement('type', 'boolean')],
      ),
    ).id
    expect(of(contradicting)).toBeUndefined()
    expect(of(define({ type: 'choice' }).id)).toBeUndefined()
  })

  it('keeps its kind, its type and its list, by whatever way somebody tries', () => {
    const first = list({ code: 'a', en: 'calm' })
    const { id } = define({ type: 'choice', list: first })
    const other = list({ code: 'a', en: 'guilty' })
    for (const [field, value] of Object.entries({ belongsTo: 'case', type: 'text', list: other })) {
      expect(
        why(() => change(id, field, value)),
        field,
      ).toEqual(['invalid_record', 'bad_value'])
      // Taken back and said otherwise is no way round.
      const said = held(state(workspace, id), field).map((each) => each.id)
      save(workspace, id, retracting(...said))
      expect(of(id)).toBeUndefined()
      const again = () => save(workspace, id, adding(statement(field, value)))
      expect(why(again), field).toEqual(['invalid_record', 'bad_value'])
      workspace.records.undo(id, state(workspace, id).lastSeq)
      expect(of(id)).toBeDefined()
    }
  })

  it('is renamed with what it was called in its history, and undone', () => {
    const { id, field } = define({})
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'Sokil')))
    change(id, 'label', { en: 'Cell name' })
    expect(of(id)?.label).toEqual({ en: 'Cell name' })
    expect(held(state(workspace, somebody), field)).toHaveLength(1)
    const said = state(workspace, id).statements.filter((each) => each.field === 'label')
    expect(said.map(({ value }) => value)).toEqual([{ en: 'Nickname' }, { en: 'Cell name' }])
    workspace.records.undo(id, state(workspace, id).lastSeq)
    expect(of(id)?.label).toEqual({ en: 'Nickname' })
  })

  it('is renamed without a look at the records that have it, which may be all there are', () => {
    const { id, field } = define({})
    const people = ['Перша', 'Друга'].map((each) => person(workspace, each))
    for (const each of people) save(workspace, each, adding(statement(field, 'Sokil')))
    const noticed: RecordId[] = []
    workspace.records.onChanged((ids) => noticed.push(...ids))
    change(id, 'label', { en: 'Cell name' })
    expect(noticed).toContain(id)
    for (const each of people) expect(noticed).not.toContain(each)
  })

  it('says the same after the vault was closed, with a snapshot and without', async () => {
    const values = list({ code: 'a', en: 'calm' }, { code: 'b', en: 'upset' })
    const { id, field } = define({ type: 'choice', list: values })
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'b')))
    const before = workspace.records.customFields()
    for (const withSnapshot of [false, true]) {
      if (withSnapshot) expect(await workspace.saveIndex()).toBe(true)
      workspace.close()
      workspace = await reopenWorkspace(folder)
      expect(workspace.knownFromSnapshot > 0).toBe(withSnapshot)
      expect(workspace.records.customFields()).toEqual(before)
      expect(found('upset')).toContain(somebody)
      expect(workspace.records.get(id).linked.map((each) => each.id)).toEqual([somebody])
      expect(workspace.unread).toBe(0)
    }
  })
})

describe('a value', () => {
  it('is checked against the definition in force, one type after the other', () => {
    const values = list({ code: 'a', en: 'calm' })
    const cases: Readonly<Record<string, readonly [good: unknown[], bad: unknown[]]>> = {
      text: [
        ['x', 'a'.repeat(500)],
        ['', ' ', 'a'.repeat(501), 7, true, null, {}],
      ],
      longText: [['a'.repeat(501)], ['', 'a'.repeat(100_001), 7]],
      date: [
        ['2019', '2019-03~', '2019/2020'],
        ['2019-13', 'yesterday', 2019],
      ],
      number: [
        [0, 1_000_000_000],
        [-1, 1_000_000_001, 1.5, '7'],
      ],
      boolean: [
        [true, false],
        ['yes', 1],
      ],
      choice: [['a'], ['b', 'calm', '', true]],
    }
    for (const [type, [good, bad]] of Object.entries(cases)) {
      const { field } = define({ type, ...(type === 'choice' ? { list: values } : {}) })
      const somebody = person(workspace, 'Проба Тестенко')
      for (const value of good) save(workspace, somebody, adding(statement(field, value as string)))
      expect(held(state(workspace, somebody), field), type).toHaveLength(good.length)
      for (const value of bad) {
        const write = () => save(workspace, somebody, adding(statement(field, value as string)))
        expect(why(write), `${type} ${JSON.stringify(value)?.slice(0, 20)}`).toEqual([
          'invalid_record',
          'bad_value',
        ])
      }
    }
  })

  it('is written of no other kind, under no name that nobody defined, and of no identity', () => {
    const { field } = define({ belongsTo: 'case' })
    const nobodys = customFieldName('f'.repeat(32) as RecordId)
    const somebody = person(workspace, 'Проба Тестенко')
    const names = [field, nobodys, 'custom', 'customX', `custom${'g'.repeat(32)}`]
    for (const each of names) {
      const write = () => save(workspace, somebody, adding(statement(each, 'x')))
      expect(why(write), each).toEqual(['invalid_record', 'unknown_field'])
    }
    const own = define({})
    for (const kind of ['customField', 'valueList', 'dossier'] as const) {
      const write = () => workspace.records.create(kind, adding(statement(own.field, 'x')))
      expect(why(write), kind).toEqual(['invalid_record', 'unknown_field'])
    }
    const witness = workspace.records.create('witness', adding(statement('codeName', 'Яблуко'))).id
    const seal = () => workspace.records.saveIdentity(witness, adding(statement(own.field, 'x')))
    expect(why(seal)[0]).toBe('invalid_record')
  })

  it('has sources, competes, is preferred, and is merged and taken apart like any other', () => {
    const { field } = define({})
    const [one, other] = [person(workspace, 'Проба Тестенко'), person(workspace, 'Proba Testenko')]
    save(workspace, one, adding(statement(field, 'Sokil', { grade: 'B2' })))
    save(workspace, other, adding(statement(field, 'Orel')))
    workspace.records.merge(one, other)
    expect(held(state(workspace, one), field).map(({ value }) => value)).toEqual(['Sokil', 'Orel'])
    const [sokil] = held(state(workspace, one), field)
    expect(state(workspace, one).preferred[field]).toBe(sokil?.id)
    workspace.records.unmerge(one, other)
    expect(held(state(workspace, one), field).map(({ value }) => value)).toEqual(['Sokil'])
  })
})

describe('a field that is retired', () => {
  it('takes no new value, and what it has is read, found, corrected, taken back and merged', () => {
    const { id, field } = define({})
    const [one, other] = [person(workspace, 'Проба Тестенко'), person(workspace, 'Інша Особа')]
    save(workspace, one, adding(statement(field, 'Sokil')))
    save(workspace, id, adding(statement('retired', true)))
    expect(why(() => save(workspace, other, adding(statement(field, 'Orel'))))).toEqual([
      'invalid_record',
      'unknown_field',
    ])
    expect(found('sokil')).toContain(one)
    // The same value from a better source.
    change(one, field, 'Sokil')
    workspace.records.merge(other, one)
    expect(held(state(workspace, other), field).map(({ value }) => value)).toEqual(['Sokil'])
    workspace.records.unmerge(other, one)
    const [standing] = held(state(workspace, one), field)
    save(workspace, one, retracting(standing?.id as never))
    workspace.records.undo(one, state(workspace, one).lastSeq)
    expect(held(state(workspace, one), field)).toHaveLength(1)
  })

  it('comes back', () => {
    const { id, field } = define({})
    save(workspace, id, adding(statement('retired', true)))
    workspace.records.undo(id, state(workspace, id).lastSeq)
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'Sokil')))
  })
})

describe('a value list', () => {
  it('has a value renamed under what has it, and the new words found', () => {
    const values = list({ code: 'a', en: 'calm' })
    const { id, field } = define({ type: 'choice', list: values })
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'a')))
    expect(found('calm')).toContain(somebody)
    change(values, 'choices', { code: 'a', en: 'composed', uk: 'спокійний' })
    expect(of(id)?.choices).toEqual([
      { code: 'a', label: { en: 'composed', uk: 'спокійний' }, retired: false },
    ])
    expect(found('calm')).not.toContain(somebody)
    expect(found('спокійний')).toContain(somebody)
  })

  it('retires a value that is taken off: kept where it stands, given to nobody', () => {
    const values = list({ code: 'a', en: 'calm' }, { code: 'b', en: 'upset' })
    const { id, field } = define({ type: 'choice', list: values })
    const [one, other] = [person(workspace, 'Проба Тестенко'), person(workspace, 'Інша Особа')]
    save(workspace, one, adding(statement(field, 'a')))
    const [calm] = held(state(workspace, values), 'choices')
    save(workspace, values, retracting(calm?.id as never))
    expect(of(id)?.choices).toEqual([
      { code: 'a', label: { en: 'calm' }, retired: true },
      { code: 'b', label: { en: 'upset' }, retired: false },
    ])
    expect(held(state(workspace, one), field)).toHaveLength(1)
    expect(found('calm')).toContain(one)
    expect(why(() => save(workspace, other, adding(statement(field, 'a'))))[0]).toBe(
      'invalid_record',
    )
    change(one, field, 'a')
  })

  it('takes no value without a code: nothing could tell it from another', () => {
    const values = list({ code: 'a', en: 'calm' })
    const add = () => save(workspace, values, adding(statement('choices', { en: 'upset' })))
    expect(why(add)).toEqual(['invalid_record', 'bad_value'])
  })
})

describe('the search', () => {
  it('finds a value only while its definition has it searched', () => {
    const { id, field } = define({ searched: false })
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'Sokilko')))
    expect(found('sokilko')).toEqual([])
    change(id, 'searched', true)
    expect(workspace.search.query('sokil', 9)).toMatchObject([
      { id: somebody, reasons: [{ type: 'prefix', field, matched: 'Sokilko' }] },
    ])
    change(id, 'searched', false)
    expect(found('sokilko')).toEqual([])
  })

  it('finds nothing of a definition that was erased', async () => {
    const { id, field } = define({})
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'Sokilko')))
    await workspace.records.erase(id, 'a test')
    expect(found('sokilko')).toEqual([])
    // What was recorded is still there.
    expect(held(state(workspace, somebody), field)).toHaveLength(1)
  })

  it('knows after an older snapshot what was redefined since', async () => {
    const { id, field } = define({ searched: false })
    const somebody = person(workspace, 'Проба Тестенко')
    save(workspace, somebody, adding(statement(field, 'Sokilko'), name('Proba', 'en')))
    expect(await workspace.saveIndex()).toBe(true)
    change(id, 'searched', true)
    workspace.close()
    workspace = await reopenWorkspace(folder)
    expect(workspace.knownFromSnapshot).toBeGreaterThan(0)
    expect(found('sokilko')).toEqual([somebody])
  })
})
