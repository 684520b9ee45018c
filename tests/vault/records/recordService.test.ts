import { describe, expect, it } from 'vitest'
import type { RecordId, StatementId } from '../../../shared/ids.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import { failure, failureCode } from '../../support/coreVault.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  person,
  preferring,
  reopenWorkspace,
  retracting,
  save,
  state,
  statement,
  titles,
} from './support.ts'

const NOBODY = '0'.repeat(32) as RecordId
const NOTHING = '0'.repeat(32) as StatementId

describe('creating a record', () => {
  it('keeps every statement with its source, grade, date and level, and survives a reopening', async () => {
    const { workspace, folder } = await makeWorkspace()
    const source = workspace.records.create('source', adding(statement('title', 'Лист'))).id
    const basis = { source, grade: 'B2', asOf: '2024-05', confidentiality: 'C3' } as const
    const { id, seq } = workspace.records.create(
      'person',
      adding(name('Вигадана Особа'), statement('address', ' Вулиця Лісова ', basis)),
    )
    const before = state(workspace, id)
    expect(held(before, 'address')).toMatchObject([{ value: 'Вулиця Лісова', ...basis, seq }])
    expect(before).toMatchObject({ kind: 'person', title: 'Вигадана Особа', lastSeq: seq })
    workspace.close()
    expect(state(await reopenWorkspace(folder), id)).toEqual(before)
  })

  it('makes a person without a name: people vanish before anybody knows one', async () => {
    const { workspace } = await makeWorkspace()
    const { id } = workspace.records.create('person', adding())
    expect(state(workspace, id)).toMatchObject({ title: '', statements: [] })
    expect(titles(workspace)).toEqual([''])
  })

  it('makes many at once that refer to each other, in one transaction or none', async () => {
    const { workspace } = await makeWorkspace()
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [
      RecordId,
      RecordId,
      RecordId,
    ]
    const records = [
      {
        id: a,
        kind: 'stay' as const,
        change: adding(statement('person', b), statement('facility', c)),
      },
      { id: b, kind: 'person' as const, change: adding(name('Особа')) },
      { id: c, kind: 'facility' as const, change: adding(name('СІЗО-9')) },
    ]
    const head = workspace.vault.ledger.head().seq
    const broken = [
      ...records,
      { id: NOBODY, kind: 'person' as const, change: adding(statement('sex', 'x')) },
    ]
    expect(await failureCode(() => workspace.records.createMany(broken))).toBe('invalid_record')
    expect(workspace.vault.ledger.head().seq).toBe(head)
    expect(titles(workspace)).toEqual([])
    expect(workspace.records.createMany(records)).toEqual([
      { id: a, seq: head + 1 },
      { id: b, seq: head + 2 },
      { id: c, seq: head + 3 },
    ])
    expect(state(workspace, a).title).toBe('СІЗО-9')
    expect(await failureCode(() => workspace.records.createMany(records))).toBe('conflict')
  })

  it('refuses an id that comes twice', async () => {
    const { workspace } = await makeWorkspace()
    const one = { id: NOBODY, kind: 'person' as const, change: adding() }
    expect(await failureCode(() => workspace.records.createMany([one, one]))).toBe('conflict')
  })

  it('never makes an identity of a witness as an ordinary record', async () => {
    const { workspace } = await makeWorkspace()
    const kind = 'witnessIdentity' as 'witness'
    expect(await failureCode(() => workspace.records.create(kind, adding()))).toBe('invalid_record')
  })
})

describe('a change is refused whole', () => {
  const cases: [
    string,
    string,
    (given: {
      id: RecordId
      statement: StatementId
      gone: StatementId
      other: RecordId
    }) => RecordChange,
  ][] = [
    ['an unknown field', 'unknown_field', () => adding(name('a'), statement('shoeSize', '44'))],
    ['a field every object has', 'unknown_field', () => adding(statement('constructor', 'x'))],
    ['a value of the wrong type', 'bad_value', () => adding(statement('birthDate', 1980))],
    ['a day that does not exist', 'bad_value', () => adding(statement('birthDate', '1980-02-30'))],
    ['a code that is not in the list', 'bad_value', () => adding(statement('status', 'hero'))],
    ['an empty text', 'bad_value', () => adding(statement('court', '  '))],
    [
      'a source that does not exist',
      'bad_source',
      () => adding(statement('court', 'x', { source: NOBODY })),
    ],
    [
      'a source that is no source',
      'bad_source',
      ({ other }) => adding(statement('court', 'x', { source: other })),
    ],
    ['a reference to nothing', 'bad_reference', () => adding(statement('case', NOBODY))],
    [
      'a reference to another kind',
      'bad_reference',
      ({ other }) => adding(statement('case', other)),
    ],
    ['taking back what is unknown', 'unknown_statement', () => retracting(NOTHING)],
    ['taking back twice', 'retracted_statement', ({ gone }) => retracting(gone)],
    [
      'preferring what was taken back',
      'unknown_statement',
      ({ gone }) => preferring({ court: gone }),
    ],
    [
      'preferring what is taken back',
      'unknown_statement',
      ({ statement: id }) => ({ ...retracting(id), prefer: { court: id } }),
    ],
    [
      'preferring for another field',
      'unknown_statement',
      ({ statement: id }) => preferring({ address: id }),
    ],
    ['preferring what is not added', 'unknown_statement', () => preferring({ court: '+0' })],
    ['a grade that is none', 'shape', () => adding(statement('court', 'x', { grade: 'Z9' }))],
    [
      'a part that nobody knows',
      'shape',
      () => ({ ...adding(statement('court', 'x')), more: 1 }) as RecordChange,
    ],
  ]
  for (const [what, why, change] of cases) {
    it(`for ${what}`, async () => {
      const { workspace } = await makeWorkspace()
      const other = person(workspace, 'Інша')
      const id = workspace.records.create(
        'person',
        adding(statement('court', 'x'), statement('court', 'y')),
      ).id
      const [kept, gone] = held(state(workspace, id), 'court')
      if (!kept || !gone) expect.fail('two statements')
      save(workspace, id, retracting(gone.id))
      const before = state(workspace, id)
      const input = change({ id, statement: kept.id, gone: gone.id, other })
      const error = await failure(() =>
        workspace.records.save({ id, basedOn: before.lastSeq, change: input }),
      )
      expect(error.code).toBe('invalid_record')
      expect(error.details).toMatchObject({ why })
      expect(state(workspace, id)).toEqual(before)
      expect(workspace.vault.ledger.head().seq).toBe(before.lastSeq)
    })
  }

  it('and says nothing of what was typed', async () => {
    const { workspace } = await makeWorkspace()
    const secret = 'Таємниця'
    const wrong = adding(statement('court', 'x'), statement(`a${'b'.repeat(20)}`, secret))
    const error = await failure(() => workspace.records.create('person', wrong))
    expect(error.details).toEqual({ why: 'unknown_field', statement: 1 })
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain(secret)
  })
})

describe('saving', () => {
  it('writes only what changed', async () => {
    const { workspace } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    const seq = save(workspace, id, adding(statement('court', 'Суд')))
    const [entry] = workspace.vault.ledger.readMany([seq])
    expect(entry).toMatchObject({
      op: 'record.set',
      record: id,
      body: { kind: 'person', add: [{ field: 'court', value: 'Суд' }], retract: [], prefer: {} },
    })
    if (entry?.state !== 'open') expect.fail('it is open')
    expect(JSON.stringify(entry.body)).not.toContain('Особа')
  })

  it('writes once what several statements are based on, and keeps apart what they are not', async () => {
    const { workspace } = await makeWorkspace()
    const values = ['а', 'б', 'в'].map((value) => statement('citizenship', value, { grade: 'B2' }))
    const other = statement('citizenship', 'г', { grade: 'B2', confidentiality: 'C3' })
    const { id, seq } = workspace.records.create('person', adding(...values, other))
    const [entry] = workspace.vault.ledger.readMany([seq])
    if (entry?.state !== 'open') expect.fail('it is open')
    expect((entry.body as { bases: unknown[] }).bases).toHaveLength(2)
    expect(held(state(workspace, id), 'citizenship').map((each) => each.confidentiality)).toEqual([
      ...['C1', 'C1', 'C1', 'C3'],
    ])
  })

  it('takes back, and prefers what it adds in the same moment', async () => {
    const { workspace, folder } = await makeWorkspace()
    const { id } = workspace.records.create(
      'person',
      adding(statement('court', 'old', { grade: 'A1' })),
    )
    const [old] = held(state(workspace, id), 'court')
    if (!old) expect.fail('one statement')
    const change = {
      ...adding(statement('sex', 'male'), statement('court', 'new')),
      retract: [],
      prefer: { court: '+1' },
    }
    save(workspace, id, change)
    const preferred = (of: typeof workspace) => {
      const record = state(of, id)
      return record.statements.find((each) => each.id === record.preferred.court)?.value
    }
    expect(preferred(workspace)).toBe('new')
    const seq = save(workspace, id, retracting(old.id))
    expect(state(workspace, id).statements.find((each) => each.id === old.id)?.retractedBy).toBe(
      seq,
    )
    workspace.close()
    expect(preferred(await reopenWorkspace(folder))).toBe('new')
  })

  it('with nothing to save writes nothing', async () => {
    const { workspace } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    const head = workspace.vault.ledger.head().seq
    expect(save(workspace, id, adding())).toBe(head)
    expect(workspace.vault.ledger.head().seq).toBe(head)
  })

  it('on an older state is a conflict only where the same field changed since', async () => {
    const { workspace } = await makeWorkspace()
    const { id } = workspace.records.create(
      'person',
      adding(statement('court', 'a'), statement('court', 'b')),
    )
    const { lastSeq: basedOn } = state(workspace, id)
    const [a, b] = held(state(workspace, id), 'court')
    if (!a || !b) expect.fail('two statements')
    save(workspace, id, adding(statement('occupation', 'x')))
    const late = (change: RecordChange) => workspace.records.save({ id, basedOn, change })
    late(adding(statement('sex', 'male')))
    expect(await failureCode(() => late(adding(statement('occupation', 'y'))))).toBe('conflict')
    late(retracting(a.id))
    expect(await failureCode(() => late(retracting(b.id)))).toBe('conflict')
    expect(await failureCode(() => late(preferring({ court: b.id })))).toBe('conflict')
    save(workspace, id, preferring({ sex: held(state(workspace, id), 'sex')[0]?.id ?? NOTHING }))
    const sexBasedOn = state(workspace, id).lastSeq - 1
    const change = adding(statement('sex', 'female'))
    expect(
      await failureCode(() => workspace.records.save({ id, basedOn: sexBasedOn, change })),
    ).toBe('conflict')
  })

  it('on a state that never was is a conflict', async () => {
    const { workspace } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    const basedOn = state(workspace, id).lastSeq
    const change = adding(statement('sex', 'male'))
    expect(
      await failureCode(() => workspace.records.save({ id, basedOn: basedOn + 1, change })),
    ).toBe('conflict')
    workspace.records.save({ id, basedOn, change })
  })

  it('of what is unknown is refused', async () => {
    const { workspace } = await makeWorkspace()
    const change = adding(statement('sex', 'male'))
    expect(
      await failureCode(() => workspace.records.save({ id: NOBODY, basedOn: 0, change })),
    ).toBe('not_found')
    expect(await failureCode(() => workspace.records.get(NOBODY))).toBe('not_found')
    expect(await failureCode(() => workspace.records.history(NOBODY))).toBe('not_found')
    expect(await failureCode(() => workspace.records.erase(NOBODY, 'x'))).toBe('not_found')
  })

  it('to a vault that is open for reading only is refused', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    workspace.close()
    const reader = await reopenWorkspace(folder, { readOnly: true })
    const change = adding(statement('sex', 'male'))
    expect(await failureCode(() => reader.records.save({ id, basedOn: 99, change }))).toBe(
      'conflict',
    )
    const { lastSeq: basedOn } = state(reader, id)
    expect(await failureCode(() => reader.records.save({ id, basedOn, change }))).toBe('read_only')
    expect(held(state(reader, id), 'sex')).toEqual([])
    expect(titles(reader)).toEqual(['Особа'])
  })

  it('too much for one entry is refused and changes nothing', async () => {
    const { workspace } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    const long = Array.from({ length: 11 }, () => statement('note', 'а'.repeat(99_000)))
    expect(await failureCode(() => save(workspace, id, adding(...long)))).toBe('too_large')
    expect(held(state(workspace, id), 'note')).toEqual([])
  })
})

describe('a record with what it is joined to', () => {
  const joinedUp = async () => {
    const made = await makeWorkspace()
    const { records } = made.workspace
    const source = records.create('source', adding(statement('title', 'Стаття'))).id
    const one = records.create(
      'person',
      adding(name('Перша'), statement('arrestDate', '2020-01', { source })),
    ).id
    const two = person(made.workspace, 'Друга')
    const facility = records.create('facility', adding(name('СІЗО-9'))).id
    const stay = records.create(
      'stay',
      adding(
        statement('person', one),
        statement('facility', facility),
        statement('from', '2020-02'),
        statement('to', '2021~'),
      ),
    ).id
    const incident = records.create(
      'incident',
      adding(
        statement('people', one),
        statement('people', two),
        statement('type', 'search'),
        statement('date', '2020-01-15'),
      ),
    ).id
    const witness = records.create(
      'witness',
      adding(statement('codeName', 'Ластівка'), statement('about', one)),
    ).id
    return { ...made, source, one, two, facility, stay, incident, witness }
  }

  it('comes with what points at it, by kind and with dates for a time line', async () => {
    const { workspace, one, stay, incident, witness } = await joinedUp()
    expect(workspace.records.get(one).linked).toMatchObject([
      { id: witness, kind: 'witness', title: 'Ластівка', via: 'about', from: null, to: null },
      {
        id: incident,
        kind: 'incident',
        via: 'people',
        from: '2020-01-15',
        to: null,
        values: { type: ['search'] },
      },
      {
        id: stay,
        kind: 'stay',
        via: 'person',
        from: '2020-02',
        to: '2021~',
        title: 'СІЗО-9 · 2020-02 – 2021~',
        values: { person: ['Перша'], facility: ['СІЗО-9'] },
      },
    ])
  })

  it('comes with the titles of what it refers to, sources included', async () => {
    const { workspace, one, stay, facility, source } = await joinedUp()
    expect(workspace.records.get(stay).titles).toEqual({ [one]: 'Перша', [facility]: 'СІЗО-9' })
    expect(workspace.records.get(one).titles).toEqual({ [source]: 'Стаття' })
  })

  it('comes, as a source, with what was taken from it', async () => {
    const { workspace, one, source } = await joinedUp()
    expect(workspace.records.get(source).linked).toMatchObject([
      { id: one, kind: 'person', via: 'source', from: '2020-01' },
    ])
  })

  it('is not joined any more by a reference that was taken back', async () => {
    const { workspace, two, incident } = await joinedUp()
    const link = held(state(workspace, incident), 'people').find((each) => each.value === two)
    save(workspace, incident, retracting(link?.id ?? NOTHING))
    expect(workspace.records.get(two).linked).toEqual([])
    expect(workspace.records.get(incident).titles).toHaveProperty(two)
  })

  it('takes a new name of what it is called after', async () => {
    const { workspace, facility, stay } = await joinedUp()
    const heard: RecordId[][] = []
    workspace.records.onChanged((ids) => heard.push([...ids]))
    const [old] = held(state(workspace, facility), 'names')
    save(workspace, facility, { ...adding(name('ВК-77')), retract: [old?.id ?? NOTHING] })
    expect(state(workspace, stay).title).toBe('ВК-77 · 2020-02 – 2021~')
    expect(titles(workspace, { kind: 'stay' })).toEqual(['ВК-77 · 2020-02 – 2021~'])
    expect(heard).toHaveLength(1)
    expect(heard[0]).toEqual(expect.arrayContaining([facility, stay]))
  })
})

describe('history', () => {
  it('tells the newest entry first: what was added, taken back and preferred, and by which device', async () => {
    const { workspace } = await makeWorkspace()
    const { id, seq: first } = workspace.records.create(
      'person',
      adding(statement('court', 'a'), statement('court', 'b')),
    )
    const [a, b] = held(state(workspace, id), 'court')
    if (!a || !b) expect.fail('two statements')
    const second = save(workspace, id, { ...retracting(a.id), prefer: { court: b.id } })
    const author = workspace.vault.ledger.device
    expect(workspace.records.history(id)).toMatchObject([
      {
        seq: second,
        op: 'record.set',
        author,
        added: [],
        retracted: [{ id: a.id, value: 'a', retractedBy: second }],
        preferred: { court: b.id },
        reason: null,
      },
      {
        seq: first,
        op: 'record.set',
        author,
        added: [{ id: a.id }, { id: b.id }],
        retracted: [],
        preferred: {},
      },
    ])
  })
})

describe('counts', () => {
  it('are of every kind, sealed ones included', async () => {
    const { workspace } = await makeWorkspace()
    person(workspace, 'Особа')
    const witness = workspace.records.create('witness', adding(statement('codeName', 'Сова'))).id
    workspace.records.saveIdentity(witness, adding())
    const none = Object.fromEntries(KINDS.map((kind) => [kind, 0]))
    expect(workspace.records.counts()).toEqual({
      ...none,
      ...{ person: 1, witness: 1, witnessIdentity: 1 },
    })
  })
})
