import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { enumInWords } from '../../../electron/vault/export/cellWords.ts'
import {
  type ExportServiceParts,
  OP_TABLE_EXPORT,
} from '../../../electron/vault/export/exportService.ts'
import { ExportRequest } from '../../../shared/contract/exports.ts'
import { TABLE_READERS, type TableReader } from '../../../shared/dossier/audience.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { customFieldName } from '../../../shared/model/custom.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf, isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { FAULTS, failEveryWrite } from '../../support/failingWrites.ts'
import type { Draft } from '../../support/generator/draft.ts'
import { MemoryVault } from '../dossier/memoryVault.ts'
import { csvOf, pythonCsv, tableOf, tempFolder } from './tables.ts'

const name = (text: string, lang: 'uk' | 'ru' | 'en' = 'uk') => ({ text, lang })

function oneWitness(vault: MemoryVault): RecordId {
  const witness = vault.put(
    vault.draft('witness').add('codeName', 'Полин-7', { confidentiality: 'C1' }),
  )
  vault.put(
    vault
      .draft('witnessIdentity')
      .add('witness', witness)
      .add('name', {
        text: 'Вигаданенко Степан',
        lang: 'uk',
        surname: 'Вигаданенко',
        given: 'Степан',
      })
      .add('contact', '+380 44 555 01 99'),
  )
  return witness
}

const filterOf = (kind: OpenKind) => ({ kind, field: null, value: null })

describe('a table for readers outside', () => {
  it('has none of the columns that they may not have, and says which', async () => {
    const vault = new MemoryVault()
    vault.put(
      vault
        .draft('person')
        .add('names', name('Петренко Петро'))
        .add('status', 'remand')
        .add('birthDate', '1980-02-03', { confidentiality: 'C1' })
        .add('diagnosis', 'тяжкий стан', { confidentiality: 'C1' })
        .add('address', 'Керч, вулиця Вигадана 5', { confidentiality: 'C1' })
        .add('exchangeWish', 'yes', { confidentiality: 'C1' }),
    )
    const request = tableOf('person', { reader: 'mediator', columns: 'all' })
    const [headings, row] = await csvOf(vault, request)
    const shown = ['Names (Ukrainian)', 'Status', 'Date of birth']
    // Of what is not recorded only the columns that the list shows are there.
    expect(headings).toEqual([...shown, 'Date of arrest', 'Humanitarian grounds'])
    expect(row).toEqual(['Петренко Петро', 'remand (SIZO)', '1980-02-03', '', ''])
    const { leftOut } = await vault.exports().preview(request)
    const said = new Map(leftOut.map(({ field, ...rest }) => [field, rest]))
    expect(said.get('diagnosis')).toMatchObject({ why: 'audience', cells: 1, whole: true })
    expect(said.get('address')).toMatchObject({ why: 'audience', cells: 1, whole: true })
    // Not even whether anything is recorded of it.
    expect(said.get('religion')).toMatchObject({ why: 'audience', cells: 0, whole: true })
    expect(said.get('exchangeWish')).toMatchObject({ cells: 1, whole: true })
    expect(said.has('status')).toBe(false)
  })

  it('never holds a value above the ceiling, for any reader, kind or field', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('names', name('Петренко Петро')))
    const canary = 'Таємниця'
    for (const kind of KINDS) {
      if (isSealedKind(kind) || kind === 'customField' || kind === 'valueList') continue
      for (const [field, spec] of fieldsOf(kind)) {
        if (spec.type !== 'text' && spec.type !== 'longText' && spec.type !== 'name') continue
        const value = spec.type === 'name' ? name(canary) : canary
        for (const confidentiality of ['C2', 'C3', 'C4'] as const)
          vault.write(kind, vault.draft(kind).id, {
            add: [{ field, value, source: null, grade: 'F6', asOf: null, confidentiality }],
            retract: [],
            prefer: {},
          })
      }
    }
    expect(person).toBeDefined()
    for (const kind of KINDS) {
      if (isSealedKind(kind)) continue
      for (const reader of TABLE_READERS) {
        const preview = await vault.exports().preview(tableOf(kind, { reader, columns: 'all' }))
        expect([kind, reader, JSON.stringify(preview.sample)]).toEqual([
          kind,
          reader,
          expect.not.stringContaining(canary),
        ])
      }
    }
  })

  describe('of a narrowed list', () => {
    const readers = TABLE_READERS.filter((reader) => reader !== 'team')
    /** As the working index narrows it. */
    function narrowed(vault: MemoryVault, subject: Record<string, unknown>, reader: TableReader) {
      const listed: ExportServiceParts['listed'] = async ({ kind, filter, query }) =>
        vault.store.idsOf(kind).filter((one) => {
          const record = vault.store.get(one)
          const holds = (field: string, value: string) =>
            record?.statements.some((each) => each.field === field && String(each.value) === value)
          const text = JSON.stringify(record?.statements)
          return Object.entries(filter).every((each) => holds(...each)) && text.includes(query)
        })
      const request = { reader, language: 'en', format: 'csv' }
      return [
        vault.exports({ listed }),
        ExportRequest.parse({ subject: { of: 'list', kind: 'person', ...subject }, ...request }),
      ] as const
    }
    const preview = async (...args: Parameters<typeof narrowed>) => {
      const [exports, request] = narrowed(...args)
      const { rows, untold, sample } = await exports.preview(request)
      return { rows, untold, names: sample.map(([first]) => first) }
    }
    const refused = async (...args: Parameters<typeof narrowed>) => {
      const [exports, request] = narrowed(...args)
      const path = join(tempFolder(), 'x.csv')
      await expect(exports.write(request, path)).rejects.toMatchObject({ code: 'table_refused' })
      expect(existsSync(path)).toBe(false)
    }

    it('has nobody in it by a value that they may not be told, whichever field it is', async () => {
      const told: string[] = []
      const fields = fieldsOf('person').flatMap(([field, { type, values = [] }]) =>
        type === 'enum' ? values.map((value, place) => ({ field, value, place })) : [],
      )
      for (const { field, value, place } of fields)
        for (const confidentiality of place === 0
          ? (['C0', 'C1', 'C2'] as const)
          : ['C1' as const]) {
          const vault = new MemoryVault()
          const draft = vault.draft('person').add('names', name('Петренко Петро'))
          vault.put(draft.add(field as 'status', value as 'remand', { confidentiality }))
          const filter = { [field]: value }
          expect(await preview(vault, { filter }, 'team')).toMatchObject({ rows: 1, untold: 0 })
          for (const reader of readers) {
            const about = `${field} ${value} ${confidentiality} ${reader}`
            const { rows, untold } = await preview(vault, { filter }, reader)
            expect([about, rows + untold]).toEqual([about, 1])
            // In the table of the whole list the reader is told the same, in a word that says no less.
            const [exports, request] = narrowed(vault, { columns: 'all' }, reader)
            const cells = (await exports.preview(request)).sample.flat()
            const word = enumInWords({ language: 'en', reader: 'team' }, 'person', field, value)
            if (rows === 1) expect([about, cells]).toEqual([about, expect.arrayContaining([word])])
            if (rows === 1) told.push(about)
            else if (place === 0) await refused(vault, { filter }, reader)
          }
        }
      // It is not so strict that nothing is left.
      expect(told).toContain('status remand C1 mediator')
      expect(told).toContain('status exchanged C1 ua_body')
      expect(told).not.toContain('status exchanged C1 mediator')
      expect(told.some((about) => about.includes('C2'))).toBe(false)
      expect(
        told.some((about) => about.startsWith('healthCategory') && about.endsWith('icrc')),
      ).toBe(true)
    })

    it('has nobody in it by a word that stands where they may not read, and says how many', async () => {
      const vault = new MemoryVault()
      const put = (who: string, more: (draft: Draft<'person'>) => Draft<'person'>) =>
        vault.put(more(vault.draft('person').add('names', name(who))))
      put('Петренко Петро', (draft) => draft.add('diagnosis', 'вигадана хвороба'))
      put('Іваненко Іван', (draft) => draft.add('court', 'Суд вигаданого міста'))
      put('Вигаданенко Олег', (draft) => draft)
      put('Дзюба Ярема', (draft) =>
        draft.add('court', 'Суд вигаданого міста', { confidentiality: 'C2' }),
      )
      put('Жук Федір', (draft) =>
        draft
          .add('court', 'Суд вигаданого міста')
          .add('names', { ...name('вигадане прізвисько'), type: 'alias' }),
      )
      const query = 'вигадан'
      expect(await preview(vault, { query }, 'team')).toMatchObject({ rows: 4, untold: 0 })
      expect(await preview(vault, { query }, 'mediator')).toEqual({
        ...{ rows: 1, untold: 3, names: ['Іваненко Іван'] },
      })
      const [exports, request] = narrowed(vault, { query: 'хвороб' }, 'mediator')
      expect(await exports.preview(request)).toMatchObject({ rows: 0, untold: 1 })
      await refused(vault, { query: 'хвороб' }, 'mediator')
      const found = ExportRequest.parse({
        subject: { of: 'search', query: 'хвороба' },
        ...{ reader: 'mediator', language: 'en', format: 'csv' },
      })
      expect(await vault.exports().preview(found)).toMatchObject({ rows: 0, untold: 5 })
    })

    it('has nobody in it by how long ago anything was confirmed', async () => {
      const vault = new MemoryVault()
      for (const who of ['Перша', 'Друга', 'Третя'])
        vault.put(vault.draft('person').add('names', name(who)))
      expect(await preview(vault, { stale: true }, 'ua_body')).toMatchObject({ rows: 0, untold: 3 })
      await refused(vault, { stale: true }, 'ua_body')
      expect(await preview(vault, { stale: true }, 'team')).toMatchObject({ rows: 3, untold: 0 })
    })
  })

  it('is in no order that tells what it does not', async () => {
    const vault = new MemoryVault()
    // As the list has them: by name.
    const people = ['Абаєва', 'Ґудзь', 'Дзюба', 'Жук', 'Ярема'].map((surname, place) =>
      vault.put(
        vault
          .draft('person')
          .add('names', name(`${surname} Вигадана`), {
            confidentiality: surname === 'Дзюба' ? 'C3' : 'C0',
          })
          .add('birthDate', `19${90 - place}-02-03`, {
            confidentiality: surname === 'Жук' ? 'C3' : 'C0',
          }),
      ),
    )
    const rowsFor = async (reader: 'mediator' | 'team', sort?: Record<string, unknown>) => {
      const subject = { of: 'list', kind: 'person', ...(sort ? { sort } : {}) }
      const ids = sort?.by === 'birthDate' ? people.toReversed() : people
      const listed = async () => ids
      const request = { subject, reader, language: 'uk', format: 'csv' }
      const { sample } = await vault.exports({ listed }).preview(ExportRequest.parse(request))
      return sample.map(([who]) => who?.split(' ')[0])
    }
    const byName = ['Абаєва', 'Ґудзь', 'Жук', 'Ярема', '']
    expect(await rowsFor('mediator')).toEqual(byName)
    expect(await rowsFor('mediator', { by: 'title', descending: false })).toEqual(byName)
    // When a record was last changed is in no table.
    expect(await rowsFor('mediator', { by: 'updatedAt', descending: true })).toEqual(byName)
    const downwards = ['Ярема', 'Жук', 'Ґудзь', 'Абаєва', '']
    expect(await rowsFor('mediator', { by: 'title', descending: true })).toEqual(downwards)
    const byBirth = ['Ярема', '', 'Ґудзь', 'Абаєва', 'Жук']
    expect(await rowsFor('mediator', { by: 'birthDate', descending: false })).toEqual(byBirth)
    // The team's own is the list that they see.
    expect(await rowsFor('team')).toEqual(['Абаєва', 'Ґудзь', '', 'Жук', 'Ярема'])
  })

  it('tells roughly what may only be told so, under what it is', async () => {
    const vault = new MemoryVault()
    const person = vault
      .draft('person')
      .add('names', name('Петренко Петро'), { confidentiality: 'C0' })
    vault.put(person.add('birthDate', '1980-02-03', { confidentiality: 'C0' }))
    const request = tableOf('person', { reader: 'special_procedures' })
    const [headings, row] = await csvOf(vault, request)
    // The name would need a consent.
    expect(headings).toContain('Age')
    expect(row?.[headings?.indexOf('Age') ?? -1]).toBe('46')
    expect(headings?.join()).not.toMatch(/Names|birth/)
    const { leftOut } = await vault.exports().preview(request)
    expect(leftOut).toContainEqual({
      ...{ field: 'names', heading: 'Names', why: 'no_consent', missing: 'none' },
      ...{ cells: 1, whole: true },
    })
    expect(leftOut).toContainEqual(
      expect.objectContaining({ field: 'birthDate', why: 'generalised', whole: false }),
    )
  })

  it('names whom a record is about only as they may be named', async () => {
    const vault = new MemoryVault()
    const person = vault.put(
      vault
        .draft('person')
        .add('names', { ...name('Бешеный', 'ru'), type: 'alias' })
        .add('names', { ...name('Петренко Петр', 'ru'), type: 'court_ru' }),
    )
    const hidden = vault.put(
      vault.draft('person').add('names', name('Прихований Іван'), { confidentiality: 'C3' }),
    )
    const facility = vault.put(vault.draft('facility').add('names', name('СІЗО-9')))
    for (const each of [person, hidden])
      vault.put(
        vault.draft('stay').add('person', each).add('facility', facility).add('from', '2020'),
      )
    const [headings, ...rows] = await csvOf(vault, tableOf('stay', { reader: 'mediator' }))
    expect(headings).toEqual(['Person', 'Facility', 'From', 'Until'])
    expect(rows).toEqual([
      ['Петренко Петр', 'СІЗО-9', '2020', ''],
      ['', 'СІЗО-9', '2020', ''],
    ])
  })

  it('lists witnesses to nobody but the team, and there by code name alone', async () => {
    const vault = new MemoryVault()
    oneWitness(vault)
    for (const reader of TABLE_READERS) {
      const request = tableOf('witness', { reader, columns: 'all' })
      if (reader === 'team') {
        const rows = await csvOf(vault, request)
        expect(rows).toEqual([
          expect.arrayContaining(['Code name']),
          expect.arrayContaining(['Полин-7']),
        ])
        continue
      }
      const refused = vault.exports().write(request, join(tempFolder(), 'x.csv'))
      await expect(refused).rejects.toMatchObject({ code: 'table_refused' })
    }
  })
})

describe('what stands in the text by mistake', () => {
  const texts = {
    'the name of a witness in another script': 'Бачив Vyhadanenko Stepan',
    'one declined and of mixed letters': 'зі слів Вигaданенка Степана',
    'a witness telephone': 'дзвонити 0445550199',
  }
  for (const [what, text] of Object.entries(texts))
    it(`stops a table for anybody: ${what}`, async () => {
      const vault = new MemoryVault()
      oneWitness(vault)
      const person = vault
        .draft('person')
        .add('names', name('Петренко Петро'), { confidentiality: 'C0' })
      const record = vault.put(person.add('court', text, { confidentiality: 'C0' }))
      for (const reader of TABLE_READERS) {
        const request = tableOf('person', { reader, columns: 'all' })
        const preview = await vault.exports().preview(request)
        if (!preview.columns.some((heading) => /court/i.test(heading))) continue
        expect(preview.sample).toEqual([])
        expect([reader, preview.leaks]).toEqual([
          reader,
          [{ record, title: record, heading: 'Court' }],
        ])
        const path = join(tempFolder(), 'x.csv')
        const written = vault.exports().write(request, path)
        await expect(written).rejects.toMatchObject({
          code: 'table_leak',
          details: { places: 1 },
        })
        expect(existsSync(path)).toBe(false)
      }
      expect(vault.appended).toEqual([])
    })

  it('stops a table for the team that says in a note what is above its ceiling', async () => {
    const vault = new MemoryVault()
    vault.put(
      vault
        .draft('person')
        .add('names', name('Петренко Петро'))
        .add('idDocuments', 'КР 1234567', { confidentiality: 'C3' })
        .add('note', 'у паспорті 12 34 567', { confidentiality: 'C1' }),
    )
    const preview = await vault.exports().preview(tableOf('person', { columns: 'all' }))
    expect(preview.leaks.map(({ heading }) => heading)).toEqual(['Note'])
  })

  it('does not stop one that names another person of the vault, or a relative, for the team', async () => {
    const vault = new MemoryVault()
    vault.put(
      vault
        .draft('person')
        .add('names', name('Іваненко Іван'))
        .add('note', 'брат', { confidentiality: 'C1' }),
    )
    vault.put(
      vault
        .draft('person')
        .add('names', name('Петренко Петро'))
        .add('relatives', 'дружина Олена Петренко', { confidentiality: 'C1' })
        .add('note', 'разом з Іваненко Іваном', { confidentiality: 'C1' }),
    )
    const rows = await csvOf(vault, tableOf('person', { columns: 'all' }))
    expect(rows.flat()).toContain('дружина Олена Петренко')
  })

  it('stops a table that names somebody of it who may not be named, in whosever row', async () => {
    const vault = new MemoryVault()
    vault.put(
      vault.draft('person').add('names', name('Прихований Іван'), { confidentiality: 'C0' }),
    )
    const other = vault.put(
      vault
        .draft('person')
        .add('names', name('Петренко Петро'), { confidentiality: 'C0' })
        .add('arrestPlace', 'у домі Прихованого Івана', { confidentiality: 'C0' }),
    )
    // To these a name is told with a consent alone, and there is none.
    for (const reader of ['wgad', 'special_procedures', 'public'] as const) {
      const { leaks } = await vault.exports().preview(tableOf('person', { reader, columns: 'all' }))
      expect([reader, leaks]).toEqual([
        reader,
        [expect.objectContaining({ record: other, heading: 'Place of arrest' })],
      ])
    }
    // To these it is told: then both are meant to be named.
    const open = await vault
      .exports()
      .preview(tableOf('person', { reader: 'echr', columns: 'all' }))
    expect(open.leaks).toEqual([])
    // Nor does a search tell of somebody by what another record is called.
    const its = vault.put(vault.draft('case').add('label', 'Справа Прихованого Івана'))
    const found = ExportRequest.parse({
      subject: { of: 'search', query: '', filters: [filterOf('person'), filterOf('case')] },
      ...{ reader: 'wgad', language: 'en', format: 'csv' },
    })
    const { leaks } = await vault.exports().preview(found)
    // Who is not named is called by where they were arrested.
    expect(leaks.map(({ record }) => record)).toEqual([other, its])
  })

  it('is not looked for in vain: a closed compartment stops every table', async () => {
    const vault = new MemoryVault()
    oneWitness(vault)
    vault.put(vault.draft('person').add('names', name('Петренко Петро')))
    vault.closed = true
    const written = vault.exports().write(tableOf('person'), join(tempFolder(), 'x.csv'))
    await expect(written).rejects.toMatchObject({ code: 'custodian_closed' })
  })

  it('is not looked for in half a ledger', async () => {
    const vault = new MemoryVault()
    vault.put(vault.draft('person').add('names', name('Петренко Петро')))
    vault.unread = true
    const written = vault.exports().write(tableOf('person'), join(tempFolder(), 'x.csv'))
    await expect(written).rejects.toMatchObject({ code: 'table_refused' })
  })
})

describe("fields of a team's own", () => {
  it('are columns for the team, and for others where their definition says so', async () => {
    const vault = new MemoryVault()
    const define = (label: string, audiences: readonly 'mediator'[]) => {
      const draft = vault
        .draft('customField')
        .add('label', { en: label })
        .add('belongsTo', 'person')
      draft.add('type', 'text')
      for (const audience of audiences) draft.add('audiences', audience)
      return customFieldName(vault.put(draft))
    }
    const [inner, outer] = [define('Ward', []), define('Register', ['mediator'])]
    const person = vault.put(vault.draft('person').add('names', name('Петренко Петро')))
    for (const [field, value] of [
      [inner, 'B'],
      [outer, 'R-1'],
    ] as const)
      vault.write('person', person, {
        add: [{ field, value, source: null, grade: 'F6', asOf: null, confidentiality: 'C1' }],
        retract: [],
        prefer: {},
      })
    expect((await csvOf(vault, tableOf('person')))[0]).toEqual(
      expect.arrayContaining(['Ward', 'Register']),
    )
    const [headings] = await csvOf(vault, tableOf('person', { reader: 'mediator' }))
    expect(headings).toContain('Register')
    expect(headings).not.toContain('Ward')
    const { leftOut } = await vault.exports().preview(tableOf('person', { reader: 'mediator' }))
    expect(leftOut).toContainEqual(
      expect.objectContaining({ heading: 'Ward', cells: 1, whole: true }),
    )
  })
})

it('stops a table in which a number of a field of the team’s own is a telephone of a witness', async () => {
  const vault = new MemoryVault()
  oneWitness(vault)
  const definition = vault
    .draft('customField')
    .add('label', { en: 'Register' })
    .add('belongsTo', 'person')
    .add('type', 'number')
    .add('audiences', 'mediator')
  const field = customFieldName(vault.put(definition))
  const person = vault.put(vault.draft('person').add('names', name('Петренко Петро')))
  vault.write('person', person, {
    add: [
      {
        ...{ field, value: 445550199, source: null, grade: 'F6', asOf: null },
        confidentiality: 'C1',
      },
    ],
    retract: [],
    prefer: {},
  })
  for (const reader of ['mediator', 'team'] as const) {
    const { leaks } = await vault.exports().preview(tableOf('person', { reader }))
    expect(leaks).toEqual([{ record: person, title: person, heading: 'Register' }])
  }
})

describe('writing', () => {
  const vaultWith = (people: number) => {
    const vault = new MemoryVault()
    const ids = Array.from({ length: people }, (_, n) =>
      vault.put(vault.draft('person').add('names', name(`Петренко Петро ${n}`))),
    )
    return { vault, ids }
  }

  it('enters the ledger before the file is there, with the hash of the very bytes', async () => {
    const { vault, ids } = vaultWith(3)
    const path = join(tempFolder(), 'люди.csv')
    const seen: boolean[] = []
    const service = vault.exports({
      append: (entries) => {
        seen.push(existsSync(path))
        vault.appended.push(...entries)
      },
    })
    const { record, sha256 } = await service.write(tableOf('person', { reader: 'mediator' }), path)
    expect(seen).toEqual([false])
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256)
    expect(vault.appended).toEqual([
      {
        op: OP_TABLE_EXPORT,
        record,
        body: {
          ...{ sha256, what: 'person', audience: 'mediator', language: 'en', format: 'csv' },
          ...{ rows: 3, columns: 5, leftOut: 0, searched: 0 },
        },
      },
    ])
    const said = vault.store.get(record)?.statements ?? []
    const of = (field: string) =>
      said.filter((one) => one.field === field).map(({ value }) => value)
    expect([of('title'), of('audience'), of('sha256')]).toEqual([
      ['Table: People'],
      ['mediator'],
      [sha256],
    ])
    expect(of('people')).toEqual(ids)
  })

  it('names everybody in a table of 900 people', async () => {
    const { vault, ids } = vaultWith(900)
    const { record } = await vault.exports().write(tableOf('person'), join(tempFolder(), 'x.csv'))
    const said = vault.store.get(record)?.statements ?? []
    expect(said.filter(({ field }) => field === 'people').map(({ value }) => value)).toEqual(ids)
  })

  it('leaves no file and says nothing left when the ledger does not take the entry', async () => {
    const { vault } = vaultWith(1)
    const folder = tempFolder()
    const append = () => {
      throw new Error('no')
    }
    const written = vault.exports({ append }).write(tableOf('person'), join(folder, 'x.csv'))
    await expect(written).rejects.toThrow('no')
    expect(readdirSync(folder)).toEqual([])
  })

  for (const [fault, code] of Object.entries(FAULTS))
    it(`leaves no part of a file when the disk fails at any write: ${fault}`, async () => {
      const { vault } = vaultWith(2)
      for (const format of ['csv', 'xlsx']) {
        let folder = ''
        const failures = await failEveryWrite(
          fault as keyof typeof FAULTS,
          async (armed) => {
            folder = tempFolder()
            vault.appended.length = 0
            armed()
            await vault.exports().write(tableOf('person', { format }), join(folder, 'x.out'))
          },
          (error) => {
            if (error === undefined) return
            expect(error).toMatchObject({ code })
            // A disk from which nothing can be removed either keeps what it has, but never under the name that was asked for.
            const left = readdirSync(folder)
            if (fault === 'ENOSPC') expect(left.filter((each) => each !== 'x.out')).toEqual([])
            if (left.includes('x.out')) expect(vault.appended).toHaveLength(1)
            if (vault.appended.length === 0) expect(left).not.toContain('x.out')
          },
        )
        expect(failures).toBeGreaterThan(3)
      }
    })

  it('says so when the folder cannot be written to', async () => {
    const { vault } = vaultWith(1)
    const folder = tempFolder()
    chmodSync(folder, 0o500)
    const isRoot = process.getuid?.() === 0
    const path = isRoot ? '/proc/emanet.csv' : join(folder, 'x.csv')
    const written = vault.exports().write(tableOf('person'), path)
    await expect(written).rejects.toMatchObject({
      code: expect.stringMatching(isRoot ? /io_failed|read_only/ : /read_only/),
    })
    expect(vault.appended).toEqual([])
    chmodSync(folder, 0o700)
  })

  it.each([1, 100, 200, 300])(
    'stops where it is told to, and leaves nothing: at %i of 400',
    async (at) => {
      const { vault } = vaultWith(400)
      const folder = tempFolder()
      const stop = new AbortController()
      const written = vault.exports().write(tableOf('person'), join(folder, 'x.csv'), {
        signal: stop.signal,
        onProgress: (done) => {
          if (done >= at) stop.abort()
        },
      })
      await expect(written).rejects.toMatchObject({ code: 'cancelled' })
      expect([readdirSync(folder), vault.appended]).toEqual([[], []])
    },
  )

  it('stops even when the file lies whole beside its place, and waits until it can be entered', async () => {
    const { vault } = vaultWith(4)
    const folder = tempFolder()
    const stop = new AbortController()
    let beside: string[] = []
    const writable = async () => {
      beside = readdirSync(folder)
      stop.abort()
    }
    const { signal } = stop
    const path = join(folder, 'x.csv')
    const written = vault.exports({ writable }).write(tableOf('person'), path, { signal })
    await expect(written).rejects.toMatchObject({ code: 'cancelled' })
    expect(beside).toEqual([expect.stringMatching(/^\.emanet-[0-9a-f]{16}\.part$/)])
    expect([readdirSync(folder), vault.appended]).toEqual([[], []])
  })

  it('holds nothing that was withdrawn while it was made', async () => {
    const { vault, ids } = vaultWith(2)
    const [person] = ids
    const folder = tempFolder()
    const path = join(folder, 'x.csv')
    let changes = 0
    // What waits for its turn to be saved comes between the table and its entry.
    const writable = async () => {
      changes += 1
      const said = person && vault.store.get(person)?.statements.at(-1)
      if (changes > 1 || !person || !said) return
      vault.write('person', person, { add: [], retract: [said.id], prefer: {} })
    }
    await vault.exports({ writable }).write(tableOf('person'), path)
    expect(changes).toBe(2)
    expect(pythonCsv(path).flat()).not.toContain('Петренко Петро 0')
    expect([readdirSync(folder), vault.appended.length]).toEqual([['x.csv'], 1])
  })

  it('is not written while the vault changes each time', async () => {
    const { vault } = vaultWith(1)
    const folder = tempFolder()
    const writable = async () => void vault.put(vault.draft('case').add('label', 'Ще одна'))
    const written = vault.exports({ writable }).write(tableOf('person'), join(folder, 'x.csv'))
    await expect(written).rejects.toMatchObject({ code: 'busy' })
    expect([readdirSync(folder), vault.appended]).toEqual([[], []])
  })

  it('says how far it is, never back, from the first row over the search to the last piece', async () => {
    const { vault } = vaultWith(400)
    const told: number[] = []
    await vault.exports().write(tableOf('person'), join(tempFolder(), 'x.csv'), {
      onProgress: (done, total) => {
        expect(total).toBe(400)
        told.push(done)
      },
    })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told[0]).toBe(0)
    expect(told.filter((done) => done > 120 && done < 360).length).toBeGreaterThan(100)
    expect(told.at(-1)).toBe(400)
  })

  it('writes what a search found as what it is, and nothing of what may not be named', async () => {
    const vault = new MemoryVault()
    oneWitness(vault)
    vault.put(vault.draft('person').add('names', name('Петренко Петро')))
    vault.put(vault.draft('case').add('label', 'Друга група'))
    const request = ExportRequest.parse({
      subject: { of: 'search', query: '', filters: [filterOf('person'), filterOf('case')] },
      ...{ reader: 'mediator', language: 'en', format: 'csv' },
    })
    const { leftOut } = await vault.exports().preview(request)
    const rows = await csvOf(vault, request)
    expect(rows).toEqual([
      ['Kind of record', 'Record'],
      ['Person', 'Петренко Петро'],
    ])
    expect(leftOut).toEqual([expect.objectContaining({ why: 'audience', cells: 2 })])
  })
})
