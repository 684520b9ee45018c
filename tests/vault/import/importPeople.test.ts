/** Import of a list: every column of the documentation, every reason for leaving a row out, and nothing by halves. */
import { describe, expect, it } from 'vitest'
import {
  IMPORT_COLUMNS,
  type ImportTarget,
  importPeople,
  type NewRecord,
} from '../../../electron/vault/import/importPeople.ts'
import { readTable } from '../../../electron/vault/import/table.ts'
import { sentenceValue } from '../../../electron/vault/import/values.ts'
import type { RecordId } from '../../../shared/ids.ts'

const target = (existing: Record<string, string> = {}) => {
  const calls: (readonly NewRecord[])[] = []
  const double: ImportTarget = {
    existing: (kind) =>
      new Map(kind === 'facility' ? (Object.entries(existing) as [string, RecordId][]) : []),
    createMany: (records) => calls.push(records),
  }
  return { double, calls }
}
const table = (text: string) => readTable(new TextEncoder().encode(text))
const valuesOf = (record: NewRecord | undefined, field: string) =>
  record?.change.add.filter((each) => each.field === field).map((each) => each.value)

describe('importPeople', () => {
  it('knows every documented column', () => {
    expect([...IMPORT_COLUMNS].sort()).toEqual(
      (
        'name_uk name_ru name_crh name_en name_tr name_other birth_date sex citizenship status charge court ' +
        'verdict_date sentence facility arrest_date health_category source source_date note'
      )
        .split(' ')
        .sort(),
    )
  })

  it('makes one person with a statement per value, all in one transaction', () => {
    const { double, calls } = target()
    const report = importPeople(
      table(
        'name_uk,name_ru,birth_date,sex,status,charge,sentence,health_category,facility,source,source_date\n' +
          'Тестенко Проба,Тестенко Проба,12.03.1980,ч,remand,205.5 p.2: membership;278,13 years 6 months,serious_illness; age 60 plus,SIZO-9,List A,2025-01-02\n',
      ),
      double,
    )
    expect(report).toEqual({ imported: 1, skipped: [], unknownColumns: [] })
    expect(calls).toHaveLength(1)
    const records = calls[0] ?? []
    expect(records.map((each) => each.kind).sort()).toEqual([
      'facility',
      'person',
      'source',
      'stay',
    ])
    const person = records.find((each) => each.kind === 'person')
    expect(valuesOf(person, 'names')).toEqual([
      { text: 'Тестенко Проба', lang: 'uk' },
      { text: 'Тестенко Проба', lang: 'ru' },
    ])
    expect(valuesOf(person, 'birthDate')).toEqual(['1980-03-12'])
    expect(valuesOf(person, 'charges')).toEqual([
      { article: '205.5 p.2', caption: 'membership' },
      { article: '278' },
    ])
    expect(valuesOf(person, 'sentence')).toEqual([{ years: 13, months: 6 }])
    expect(valuesOf(person, 'healthCategory')).toEqual(['serious_illness', 'age_60_plus'])
    const source = records.find((each) => each.kind === 'source')
    expect(person?.change.add.every((each) => each.source === source?.id)).toBe(true)
    expect(person?.change.add.every((each) => each.asOf === '2025-01-02')).toBe(true)
  })

  it('uses a facility that is known and makes a new one only once', () => {
    const known = 'a'.repeat(32)
    const { double, calls } = target({ Known: known })
    importPeople(table('name_uk;facility\nА;Known\nБ;New\nВ;New\n'), double)
    const records = calls[0] ?? []
    expect(records.filter((each) => each.kind === 'facility')).toHaveLength(1)
    const stays = records.filter((each) => each.kind === 'stay')
    expect(valuesOf(stays[0], 'facility')).toEqual([known])
    expect(valuesOf(stays[1], 'facility')).toEqual(valuesOf(stays[2], 'facility'))
  })

  it.each([
    ['birth_date', '31.02.1980', 'not_a_date'],
    ['birth_date', '03/04/1980', 'ambiguous_date'],
    ['status', 'on holiday', 'unknown_value'],
    ['sentence', 'long', 'not_a_sentence'],
    ['court', 'x'.repeat(501), 'too_long'],
    ['source_date', 'yesterday', 'not_a_date'],
  ])('leaves out a row whole for %s = %s and says %s', (column, value, reason) => {
    const { double, calls } = target()
    const report = importPeople(table(`name_uk,${column}\nА,${value}\nБ,\n`), double)
    expect(report).toEqual({
      imported: 1,
      skipped: [{ row: 2, reason: `${column}: ${reason}` }],
      unknownColumns: [],
    })
    expect(calls[0]?.filter((each) => each.kind === 'person')).toHaveLength(1)
  })

  it('leaves out a row without any name', () => {
    const { double } = target()
    expect(importPeople(table('name_uk,court\n,X\n'), double).skipped).toEqual([
      { row: 2, reason: 'no_name' },
    ])
  })

  it('names the columns it did not know and refuses a file without a column of names', () => {
    const { double, calls } = target()
    expect(importPeople(table('name_uk,shoe_size\nА,42\n'), double).unknownColumns).toEqual([
      'shoe_size',
    ])
    expect(() => importPeople(table('shoe_size\n42\n'), double)).toThrow('import_no_columns')
    expect(calls).toHaveLength(1)
  })

  it('renames columns by a map', () => {
    const { double, calls } = target()
    importPeople(table('ПІБ\nА\n'), double, { піб: 'name_uk' })
    expect(valuesOf(calls[0]?.[0], 'names')).toEqual([{ text: 'А', lang: 'uk' }])
  })
})

describe('readTable', () => {
  it.each([',', ';', '\t'])('finds the delimiter %j', (delimiter) => {
    const read = table(`name_uk${delimiter}court\nА${delimiter}Б\n`)
    expect(read.rows).toEqual([{ line: 2, cells: { name_uk: 'А', court: 'Б' } }])
  })

  it('reads UTF-8 with a byte order mark, and Windows-1251', () => {
    expect(table('\uFEFFname_uk\nА\n').columns).toEqual(['name_uk'])
    const windows = Uint8Array.from([...new TextEncoder().encode('name_uk\n'), 0xc0, 0xbf, 0x0a])
    expect(readTable(windows).rows[0]?.cells.name_uk).toBe('Аї')
  })

  it('keeps a formula as text', () => {
    expect(table('name_uk\n=HYPERLINK(A1)\n').rows[0]?.cells.name_uk).toBe('=HYPERLINK(A1)')
  })

  it('counts lines across a cell with a line break', () => {
    expect(table('name_uk,note\nА,"x\ny"\nБ,z\n').rows.map((row) => row.line)).toEqual([3, 4])
  })

  it.each([
    ['an unclosed quote', 'name_uk\n"А\n', 'import_unreadable'],
    ['two columns of one name', 'name_uk,name_uk\nА,Б\n', 'import_unreadable'],
    ['a zero byte', 'name_uk\n\u0000\n', 'import_unreadable'],
    ['an empty file', '', 'import_no_columns'],
  ])('refuses %s', (_what, text, code) => {
    expect(() => table(text)).toThrow(code)
  })
})

describe('sentenceValue', () => {
  it.each([
    ['13', { years: 13, months: 0 }],
    ['13 years 6 months', { years: 13, months: 6 }],
    ['13 р. 6 міс.', { years: 13, months: 6 }],
    ['6 мес', { years: 0, months: 6 }],
    ['18 months', { years: 1, months: 6 }],
    ['', undefined],
    ['life', undefined],
  ])('reads %j', (text, expected) => {
    expect(sentenceValue(text)).toEqual(expected)
  })
})
