/** Lists are in the order of the language that they are read in, whenever it was chosen. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { IndexDb } from '../../../electron/vault/db/indexDb.ts'
import { columnsOf } from '../../../electron/vault/db/indexSchema.ts'
import { ListOrder } from '../../../electron/vault/records/listOrder.ts'
import { readSnapshot } from '../../../electron/vault/snapshot/readSnapshot.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { LANGUAGES, type Language } from '../../../shared/i18n/languages.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { sortKey } from '../../../shared/sorting/sortKey.ts'
import { generateVault } from '../../support/generator/generate.ts'
import { indexOf } from '../../support/indexImage.ts'
import { indexTables } from '../../support/indexTables.ts'
import {
  adding,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  statement,
  titles,
} from './support.ts'

const NAMES = [
  'Ґедз',
  'Гук',
  'Яна',
  'Ёлкин',
  'Ельцов',
  'Çelebi',
  'Cemil',
  'Zarema',
  'Ümer',
  'Usein',
]
const IN_ORDER: Readonly<Record<Language, readonly string[]>> = {
  en: ['Çelebi', 'Cemil', 'Ümer', 'Usein', 'Zarema', 'Ґедз', 'Гук', 'Ёлкин', 'Ельцов', 'Яна'],
  uk: ['Гук', 'Ґедз', 'Ёлкин', 'Ельцов', 'Яна', 'Çelebi', 'Cemil', 'Ümer', 'Usein', 'Zarema'],
  ru: ['Ґедз', 'Гук', 'Ёлкин', 'Ельцов', 'Яна', 'Çelebi', 'Cemil', 'Ümer', 'Usein', 'Zarema'],
  tr: ['Cemil', 'Çelebi', 'Usein', 'Ümer', 'Zarema', 'Ґедз', 'Гук', 'Ёлкин', 'Ельцов', 'Яна'],
  crh: ['Cemil', 'Çelebi', 'Usein', 'Ümer', 'Zarema', 'Ґедз', 'Гук', 'Ёлкин', 'Ельцов', 'Яна'],
}

async function tablesOf(workspace: Workspace): Promise<Record<string, string[]>> {
  expect(await workspace.saveIndex()).toBe(true)
  const { vault } = workspace
  const context = {
    sodium: vault.sodium,
    vaultId: vault.vaultIdBytes,
    key: vault.deriveKey('EmSnapsh', 1).bytes,
  }
  const read = await readSnapshot(context, path.join(vault.folder, 'index'), () => true)
  if (!read) throw new Error('there is a snapshot')
  const db = indexOf(read.image)
  const tables = indexTables(db)
  db.close()
  return tables
}

describe('a list', () => {
  let workspace: Workspace
  let folder: string
  beforeEach(async () => {
    const made = await makeWorkspace('uk')
    workspace = made.workspace
    folder = made.folder
    for (const each of NAMES) person(workspace, each)
  })

  it('is in the order of the language, however often that changes', () => {
    expect(titles(workspace)).toEqual(IN_ORDER.uk)
    for (const language of [...LANGUAGES, ...LANGUAGES.toReversed()]) {
      workspace.orderBy(language)
      expect(titles(workspace), language).toEqual(IN_ORDER[language])
      expect(titles(workspace, { sort: { by: 'title', descending: true } })).toEqual(
        IN_ORDER[language].toReversed(),
      )
      expect(titles(workspace, { offset: 3, limit: 4 })).toEqual(IN_ORDER[language].slice(3, 7))
    }
    expect(workspace.orderBy('en')).toBe(false)
  })

  it('takes in what is added, renamed and erased in the language of the moment', async () => {
    workspace.orderBy('tr')
    person(workspace, 'Ğani')
    person(workspace, 'Gülnara')
    expect(titles(workspace)).toEqual([
      ...IN_ORDER.tr.slice(0, 2),
      ...['Gülnara', 'Ğani'],
      ...IN_ORDER.tr.slice(2),
    ])
    workspace.orderBy('en')
    expect(titles(workspace).slice(0, 4)).toEqual(['Çelebi', 'Cemil', 'Ğani', 'Gülnara'])
  })

  it('is sorted by the names of other records in the same order', () => {
    const stay = (title: string) => {
      const facility = workspace.records.create('facility', adding(name(title))).id
      const held = person(workspace, title)
      workspace.records.create(
        'stay',
        adding(statement('person', held), statement('facility', facility)),
      )
      return held
    }
    for (const each of NAMES) stay(`${each} ${NAMES.indexOf(each)}`)
    for (const language of LANGUAGES) {
      workspace.orderBy(language)
      const { rows } = workspace.records.list({
        ...{ kind: 'stay', query: '', filter: {}, offset: 0, limit: 100 },
        sort: { by: 'facility', descending: false },
      })
      const shown = rows.map(({ values }) => values.facility?.[0]?.replace(/ \d$/, ''))
      expect(shown, language).toEqual(IN_ORDER[language])
    }
  })

  it('has the order of the language it is opened in, from a snapshot in another too', async () => {
    for (const language of LANGUAGES) {
      await workspace.saveIndex()
      workspace.close()
      workspace = await reopenWorkspace(folder, { language })
      expect(workspace.knownFromSnapshot).toBeGreaterThan(0)
      expect(titles(workspace), language).toEqual(IN_ORDER[language])
    }
  })

  it('of linked records, and of people by what is seen of them all, is in that order too', async () => {
    const source = workspace.records.create('source', adding(statement('title', 'Список'))).id
    const status = (id: RecordId) =>
      workspace.records.save({
        id,
        basedOn: workspace.records.get(id).record.lastSeq,
        change: adding(statement('status', 'remand', { source, grade: 'B2', asOf: '2026-01-01' })),
      })
    const { rows } = workspace.records.list({
      ...{ kind: 'person', query: '', filter: {}, offset: 0, limit: 100 },
    })
    for (const { id } of rows) status(id)
    for (const language of LANGUAGES) {
      workspace.orderBy(language)
      const { linked } = workspace.records.get(source)
      expect(linked.map(({ title }) => title)).toEqual(IN_ORDER[language])
      const { people } = await workspace.insight.people({ by: 'status', value: 'remand' })
      expect(people.map(({ title }) => title)).toEqual(IN_ORDER[language])
    }
  })
})

describe('the working index after a change of the language', () => {
  it('equals the one that the ledger makes in that language, in every table', async () => {
    const { workspace, folder } = await makeWorkspace('crh')
    const made = generateVault({ people: 25, entriesPerPerson: 8, files: 0 })
    workspace.records.createMany(made.records)
    for (const each of NAMES) person(workspace, `${each} I-2`)
    const changed: Record<string, string[]>[] = []
    for (const language of LANGUAGES) {
      workspace.orderBy(language)
      changed.push(await tablesOf(workspace))
    }
    workspace.close()
    for (const [at, language] of LANGUAGES.entries()) {
      rmSync(path.join(folder, 'index'))
      const built = await reopenWorkspace(folder, { language })
      expect(built.knownFromSnapshot).toBe(0)
      expect(changed[at], language).toEqual(await tablesOf(built))
      built.close()
    }
    expect(changed[0]).not.toEqual(changed[1])
  })

  it('is put in order some rows at a time, lists of other kinds and a change of mind in between', async () => {
    const db = new IndexDb()
    const texts = Array.from({ length: 3000 }, (_, at) => `${NAMES[at % NAMES.length]} ${at % 700}`)
    const put = (kind: 'person' | 'incident') =>
      db.update(
        texts.map((text, at) => ({
          ...{ key: at + (kind === 'person' ? 1 : 10_001), kind, title: text, updatedAt: 0 },
          ...{ titleOrder: sortKey('uk', text), staleOn: null },
          columns: columnsOf(kind).map(() => null),
        })),
        [],
      )
    put('person')
    put('incident')
    db.sorting.setLanguage('uk')
    const keysOf = (kind: 'person' | 'incident') =>
      texts.map((_, at) => db.titleOf(at + (kind === 'person' ? 1 : 10_001), kind)?.titleOrder)
    const keysIn = (language: Language) => texts.map((text) => sortKey(language, text))

    const order = new ListOrder(db.sorting, 'tr')
    // A little of each, and then another language.
    expect(order.settle(0, 'person')).toBe(false)
    expect(order.settle(0, 'incident')).toBe(false)
    order.change('ru')
    expect(order.settle(0, 'person')).toBe(false)
    order.change('crh')
    while (!order.settle(0, 'incident'));
    expect(keysOf('incident')).toEqual(keysIn('crh'))
    expect(keysOf('person')).not.toEqual(keysIn('crh'))
    expect([order.isSettled('incident'), order.isSettled('person')]).toEqual([true, false])
    // Not before all are.
    expect(db.sorting.language).toBe('uk')
    while (!order.settle(0));
    expect(db.sorting.language).toBe('crh')
    expect(keysOf('person')).toEqual(keysIn('crh'))
    db.close()
  })
})
