import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Figures } from '../../../electron/vault/export/figuresTable.ts'
import { ExportRequest } from '../../../shared/contract/exports.ts'
import type { TableReader } from '../../../shared/dossier/audience.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { MemoryVault } from '../dossier/memoryVault.ts'
import { pythonCsv, pythonXlsx, tempFolder } from './tables.ts'

const request = (reader: TableReader, format: 'csv' | 'xlsx' = 'csv') =>
  ExportRequest.parse({ subject: { of: 'figures' }, reader, language: 'en', format })

const row = (value: string, people: number) => ({ value, title: '', people })

/** 40 people, 30 of them held, 27 of these men; three before a court that nobody else is before. */
const figures = (published: Figures['published'] = []): Figures => ({
  today: '2026-11-23',
  counts: { people: 40, held: 30, ill: 12, elderly: 6, women: 3, parents: 15, stale: 8 },
  groups: [
    { by: 'status', rows: [row('remand', 20), row('serving_colony', 10), row('died', 10)] },
    { by: 'court', rows: [row('Вигаданий суд', 27), row('Таємний суд', 3)] },
    { by: 'year', rows: [row('2019', 40)] },
  ],
  published,
})

async function written(vault: MemoryVault, all: Figures, reader: TableReader): Promise<string[][]> {
  const path = join(tempFolder(), 'figures.csv')
  await vault.exports({ figures: async () => all }).write(request(reader), path)
  return pythonCsv(path)
}
const count = (rows: string[][], what: string, group = '') =>
  rows.find((cells) => cells[0] === what && cells[1] === group)?.[2]

describe('the figures as a table', () => {
  it('has each count with its definition, and hides what tells of few people', async () => {
    const rows = await written(new MemoryVault(), figures(), 'team')
    expect(count(rows, 'People recorded')).toBe('40')
    expect(count(rows, 'Women')).toBe('<5')
    expect(count(rows, 'By court', 'Таємний суд')).toBe('<5')
    // 30 held less the 27 would be the three.
    expect(count(rows, 'By court', 'Вигаданий суд')).toBe('…')
    expect(rows.find(([what]) => what === 'Women')?.[3]).toBe('Held now, recorded as female.')
    expect(rows.flat().join(' ')).not.toMatch(/\b(?:3|27)\b/)
  })

  it('does not name a small group outside, whose name is what somebody typed', async () => {
    for (const reader of ['public', 'mediator', 'icc'] as const) {
      const rows = await written(new MemoryVault(), figures(), reader)
      expect(rows.flat().join()).not.toContain('Таємний')
      expect(count(rows, 'By court', 'other groups')).toBe('…')
      expect(count(rows, 'By status', 'remand (SIZO)')).toBe('20')
    }
  })

  it('says outside that somebody was released, never that a civilian was traded', async () => {
    const all = figures()
    const byStatus = all.groups.find(({ by }) => by === 'status')
    byStatus?.rows.splice(2, 1, row('exchanged', 10))
    const words = {
      team: 'exchanged',
      ua_body: 'exchanged',
      mediator: 'released',
      public: 'released',
    }
    for (const [reader, word] of Object.entries(words)) {
      const rows = await written(new MemoryVault(), all, reader as TableReader)
      expect(count(rows, 'By status', word)).toBe('10')
    }
  })

  it('has counts that a spreadsheet program can add up', async () => {
    const path = join(tempFolder(), 'figures.xlsx')
    const service = new MemoryVault().exports({ figures: async () => figures() })
    await service.write(request('team', 'xlsx'), path)
    const people = pythonXlsx(path).rows[1]?.find(([place]) => place === 'C2')
    expect(people).toEqual(['C2', 'n', '40'])
  })

  it('says outside what was published only where the source and the claim are public', async () => {
    const vault = new MemoryVault()
    const claim = {
      text: 'x',
      figure: 'held',
      publisher: 'Вигадана спілка',
      date: '2025-08-15',
      definition: 'усі',
    } as const
    const source = (isPublic: boolean, number: number, confidentiality: 'C0' | 'C1' | 'C2') => {
      const draft = vault.draft('source').add('title', 'звіт').add('isPublic', isPublic)
      return vault.put(draft.add('claims', { ...claim, number }, { confidentiality }))
    }
    const published = (
      [
        [source(true, 111, 'C0'), 111],
        [source(false, 222, 'C0'), 222],
        [source(true, 333, 'C1'), 333],
        [source(true, 444, 'C2'), 444],
      ] as readonly (readonly [RecordId, number])[]
    ).map(([id, number]) => {
      const { text: _text, ...about } = claim
      return { ...about, source: id, number }
    })
    const numbers = (rows: string[][]) =>
      rows.map((cells) => cells[4]).filter((cell) => /^\d+$/.test(cell ?? ''))
    expect(numbers(await written(vault, figures(published), 'public'))).toEqual(['111'])
    expect(numbers(await written(vault, figures(published), 'team'))).toEqual(['111', '222', '333'])
    const preview = await vault
      .exports({ figures: async () => figures(published) })
      .preview(request('public'))
    expect(preview.leftOut).toContainEqual(
      expect.objectContaining({ field: 'claims', why: 'not_public', cells: 3 }),
    )
  })

  it('is stopped by a witness whose name is the name of a group', async () => {
    const vault = new MemoryVault()
    const witness = vault.put(vault.draft('witness').add('codeName', 'Полин-7'))
    const name = {
      text: 'Вигаданенко Степан',
      lang: 'uk',
      surname: 'Вигаданенко',
      given: 'Степан',
    } as const
    vault.put(vault.draft('witnessIdentity').add('witness', witness).add('name', name))
    const all = figures()
    const groups = [{ by: 'charge' as const, rows: [row('справа Vyhadanenko Stepan', 12)] }]
    const written = vault
      .exports({ figures: async () => ({ ...all, groups }) })
      .write(request('team'), join(tempFolder(), 'x.csv'))
    await expect(written).rejects.toMatchObject({ code: 'table_leak' })
  })
})
