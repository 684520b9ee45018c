/** What nobody may find without asking for it: who stands behind a code name. */
import { describe, expect, it } from 'vitest'
import { INDEX_PARTS } from '../../../electron/vault/db/indexSchema.ts'
import { LiveIndex } from '../../../electron/vault/records/liveIndex.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import { SearchIndex } from '../../../electron/vault/search/searchIndex.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { OpenKindName } from '../../../shared/contract/records.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { failureCode, NATIVE, readAll, reopen } from '../../support/coreVault.ts'
import { imageOf, withTables } from '../../support/indexImage.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  retracting,
  statement,
  titles,
} from './support.ts'

const SECRETS = ['Секретненко', 'Прихована', '+380000000077', 'Потаємне']
const identityName = (text: string) =>
  statement('name', { text, lang: 'uk' }, { confidentiality: 'C3' })
const IDENTITY = adding(
  identityName('Секретненко Прихована'),
  statement('contact', '+380000000077'),
  statement('whereabouts', 'село Потаємне'),
)

async function withWitness() {
  const made = await makeWorkspace()
  const { records } = made.workspace
  const about = person(made.workspace, 'Особа')
  const witness = records.create(
    'witness',
    adding(statement('codeName', 'Сова'), statement('about', about)),
  ).id
  const { seq } = records.saveIdentity(witness, IDENTITY)
  return { ...made, about, witness, seq }
}

/** Every cell of every table, as one text. */
function contents(bytes: Buffer): string {
  return withTables(bytes, (connection) => {
    const tables = INDEX_PARTS.flatMap((part) =>
      connection
        .prepare<[], { name: string }>(
          `SELECT name FROM ${part}.sqlite_schema WHERE type = 'table'`,
        )
        .all(),
    )
    expect(tables.length).toBeGreaterThan(10)
    return tables
      .flatMap(({ name: table }) => connection.prepare(`SELECT * FROM "${table}"`).all())
      .map((row) =>
        Object.values(row as object)
          .map((cell) => (Buffer.isBuffer(cell) ? cell.toString('utf8') : `${cell}`))
          .join('\n'),
      )
      .join('\n')
  })
}

describe('an identity', () => {
  it('is sealed in the compartment of its own', async () => {
    const { workspace, folder, witness, seq } = await withWitness()
    expect(workspace.vault.ledger.readMany([seq])).toMatchObject([
      { op: 'record.set', state: 'open', body: { kind: 'witnessIdentity' } },
    ])
    workspace.close()
    const without = await reopen(folder, NATIVE, { closedCompartments: [1] })
    expect(without.ledger.readMany([seq])).toMatchObject([{ op: 'record.set', state: 'closed' }])
    expect(JSON.stringify(await readAll(without))).not.toMatch(
      new RegExp(SECRETS.map((each) => each.replace('+', '\\+')).join('|')),
    )
    without.close()
    const closed = await reopenWorkspace(folder, { closedCompartments: [1] })
    expect(titles(closed, { kind: 'witness' })).toEqual(['Сова'])
    expect(closed.records.counts().witnessIdentity).toBe(1)
    expect(await failureCode(() => closed.records.reveal(witness, 'x'))).toBe('custodian_closed')
  })

  it('is nowhere in the working index, whether it was saved now or read from the ledger', async () => {
    const { workspace, folder } = await withWitness()
    const look = async (ledger: Workspace['vault']['ledger']) => {
      const store = new RecordStore()
      for await (const slice of ledger.readSlices()) for (const entry of slice) store.take(entry)
      const index = new LiveIndex(store)
      new SearchIndex(store, index).catchUp()
      const bytes = imageOf(index.db)
      for (const secret of SECRETS) {
        expect(bytes.includes(secret)).toBe(false)
        expect(bytes.includes(secret.toLowerCase())).toBe(false)
        expect(contents(bytes).toLowerCase()).not.toContain(secret.toLowerCase())
      }
      // The look is worth something: what is no secret is found by it.
      expect(contents(bytes)).toContain('Сова')
      const kept = JSON.stringify([...store.all()])
      for (const secret of SECRETS) expect(kept).not.toContain(secret)
      index.close()
    }
    await look(workspace.vault.ledger)
    workspace.close()
    await look((await reopen(folder, NATIVE)).ledger)
  })

  it('is in no list, title, link, history or search', async () => {
    const { workspace, about, witness } = await withWitness()
    const { records, search } = workspace
    const said: unknown[] = [records.get(witness), records.get(about), records.history(witness)]
    for (const kind of OpenKindName.options) {
      said.push(records.list({ kind, query: '', filter: {}, offset: 0, limit: 1000 }))
      for (const query of SECRETS)
        said.push(records.list({ kind, query, filter: {}, offset: 0, limit: 10 }))
    }
    for (const secret of SECRETS) expect(search.query(secret, 10), secret).toEqual([])
    const text = JSON.stringify(said)
    for (const secret of SECRETS) expect(text).not.toContain(secret)
    expect(text).toContain('Сова')
  })

  it('cannot be reached by its own id', async () => {
    const { workspace, seq } = await withWitness()
    const id = workspace.vault.ledger.readMany([seq])[0]?.record as RecordId
    const { records } = workspace
    for (const reach of [
      () => records.get(id),
      () => records.history(id),
      () => records.erase(id, 'x'),
      () => records.save({ id, basedOn: seq, change: IDENTITY }),
      () => workspace.evidence.files(id),
    ]) {
      expect(await failureCode(reach)).toBe('not_found')
    }
  })

  it('is not what a record can refer to', async () => {
    const { workspace, seq } = await withWitness()
    const id = workspace.vault.ledger.readMany([seq])[0]?.record as RecordId
    const change = adding(statement('about', id))
    expect(await failureCode(() => workspace.records.create('witness', change))).toBe(
      'invalid_record',
    )
  })

  it('tells nobody by a change that it exists, but of the witness', async () => {
    const { workspace, witness } = await withWitness()
    const heard: RecordId[] = []
    workspace.records.onChanged((ids) => heard.push(...ids))
    workspace.records.saveIdentity(witness, adding(statement('note', 'x')))
    expect(heard).toEqual([])
    workspace.records.reveal(witness, 'Перевірка')
    expect(heard).toContain(witness)
  })
})

describe('revealing an identity', () => {
  it('is in the ledger with its reason before anything is shown', async () => {
    const { workspace, witness } = await withWitness()
    const revealed = workspace.records.reveal(witness, 'Запит слідчого судді')
    expect(revealed).toMatchObject({ kind: 'witnessIdentity', title: 'Секретненко Прихована' })
    expect(revealed && held(revealed, 'whereabouts')).toMatchObject([{ value: 'село Потаємне' }])
    const [entry] = workspace.records.history(witness)
    expect(entry).toMatchObject({ op: 'compartment.opened', reason: 'Запит слідчого судді' })
    expect(entry?.author).toBe(workspace.vault.ledger.device)
  })

  it('shows nothing when the reason cannot be recorded', async () => {
    const { workspace, folder, witness } = await withWitness()
    workspace.close()
    const reader = await reopenWorkspace(folder, { readOnly: true })
    expect(await failureCode(() => reader.records.reveal(witness, 'x'))).toBe('read_only')
  })

  it('needs a reason, and a witness', async () => {
    const { workspace, about, witness } = await withWitness()
    expect(() => workspace.records.reveal(witness, '')).toThrow()
    expect(workspace.records.history(witness)).toHaveLength(1)
    expect(await failureCode(() => workspace.records.reveal(about, 'x'))).toBe('not_found')
  })

  it('says so when there is none', async () => {
    const { workspace } = await withWitness()
    const other = workspace.records.create('witness', adding(statement('codeName', 'Чайка'))).id
    expect(workspace.records.reveal(other, 'x')).toBeNull()
  })

  it('finds the right one of many', async () => {
    const { workspace } = await withWitness()
    const made = ['А', 'Б', 'В'].map((letter) => {
      const { id } = workspace.records.create('witness', adding(statement('codeName', letter)))
      workspace.records.saveIdentity(id, adding(identityName(`Ім’я ${letter}`)))
      return { id, letter }
    })
    for (const { id, letter } of made) {
      expect(workspace.records.reveal(id, 'x')?.title).toBe(`Ім’я ${letter}`)
    }
  })
})

describe('saving an identity', () => {
  it('adds to the one there is, and takes back', async () => {
    const { workspace, folder, witness } = await withWitness()
    const before = workspace.records.reveal(witness, 'x')
    const [contact] = before ? held(before, 'contact') : []
    if (!before || !contact) expect.fail('it was saved')
    workspace.records.saveIdentity(witness, {
      ...adding(statement('contact', 'новий')),
      retract: [contact.id],
    })
    workspace.close()
    const again = await reopenWorkspace(folder)
    const after = again.records.reveal(witness, 'x')
    expect(after?.id).toBe(before.id)
    expect(after && held(after, 'contact').map(({ value }) => value)).toEqual(['новий'])
    expect(after && held(after, 'witness').map(({ value }) => value)).toEqual([witness])
  })

  it('never changes whose it is', async () => {
    const { workspace, witness } = await withWitness()
    const { records } = workspace
    const other = records.create('witness', adding(statement('codeName', 'Чайка'))).id
    const identity = records.reveal(witness, 'x')
    const [belongs] = identity ? held(identity, 'witness') : []
    if (!belongs) expect.fail('it says whose it is')
    for (const change of [
      adding(statement('witness', other)),
      retracting(belongs.id),
      { ...adding(), prefer: { witness: belongs.id } },
    ]) {
      expect(await failureCode(() => records.saveIdentity(witness, change))).toBe('invalid_record')
    }
    const steal = adding(statement('witness', witness))
    expect(await failureCode(() => records.saveIdentity(other, steal))).toBe('invalid_record')
  })

  it('takes only the fields of an identity', async () => {
    const { workspace, witness } = await withWitness()
    expect(
      await failureCode(() => workspace.records.saveIdentity(witness, adding(name('x')))),
    ).toBe('invalid_record')
  })
})

describe('erasing a witness', () => {
  it('erases the identity behind it too', async () => {
    const { workspace, folder, witness, seq } = await withWitness()
    await workspace.records.erase(witness, 'На прохання')
    expect(workspace.vault.ledger.readMany([seq])).toMatchObject([{ state: 'erased' }])
    expect(workspace.records.counts()).toMatchObject({ witness: 0, witnessIdentity: 0 })
    expect(await failureCode(() => workspace.records.reveal(witness, 'x'))).toBe('erased')
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.records.counts()).toMatchObject({ witness: 0, witnessIdentity: 0 })
  })
})
