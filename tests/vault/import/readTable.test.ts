/** Tables as people send them: every encoding and delimiter in use, workbooks, and files made to break the reader. */
import { describe, expect, it } from 'vitest'
import { TABLE_LIMITS } from '../../../electron/vault/import/limits.ts'
import { readTable } from '../../../electron/vault/import/readTable.ts'
import {
  formula,
  number,
  shared,
  workbook,
  workbookParts,
  zip,
} from '../../support/tables/workbook.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const table = (text: string) => readTable(utf8(text))
const small = { ...TABLE_LIMITS, fileBytes: 1000, rows: 3, columns: 4, cell: 10, text: 60 }

/** Text in a one-byte encoding, by trying which byte says each letter. */
function inOneByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from([...text].map((letter) => bytes.get(letter) ?? 0x3f))
}
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}

const CYRILLIC = 'name_uk;court\nҐудзь-Їжакевич Євген;Суд «Проба» № 3\nТестенко Эмир-Усеин;\n'
const TURKISH = 'name_tr;note\nŞükrü Ağaoğlu;İlk söz – çok güçlü\nIşıl Öztürk;\n'

describe('an encoding', () => {
  it.each([
    ['UTF-8', utf8(CYRILLIC), 'utf-8', CYRILLIC],
    ['UTF-8 with a mark', utf8(`\ufeff${CYRILLIC}`), 'utf-8', CYRILLIC],
    ['UTF-16, low byte first', utf16(CYRILLIC, true), 'utf-16le', CYRILLIC],
    ['UTF-16, high byte first', utf16(CYRILLIC, false), 'utf-16be', CYRILLIC],
    ['Windows-1251', inOneByte(CYRILLIC, 'windows-1251'), 'windows-1251', CYRILLIC],
    ['Windows-1254', inOneByte(TURKISH, 'windows-1254'), 'windows-1254', TURKISH],
  ])('is found: %s', async (_name, bytes, encoding, text) => {
    const read = await readTable(bytes)
    expect(read.about).toEqual({ format: 'csv', encoding, delimiter: ';' })
    const expected = text.split('\n').slice(1, -1)
    expect(read.rows.map(({ cells }) => cells.join(';'))).toEqual(expected)
  })

  it.each([
    ['KOI8-R', inOneByte('имя;суд\nТестенко Проба;Суд\n', 'koi8-r')],
    ['CP866', inOneByte('имя;суд\nТестенко Проба;Суд\n', 'ibm866')],
    ['UTF-16 that does not say so', Buffer.from('name_uk\nА\n', 'utf16le')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0xff, 0xfe)],
  ])('that is none of them is refused and not stored as nonsense: %s', async (_name, bytes) => {
    await expect(readTable(bytes)).rejects.toThrow('import_encoding_unknown')
  })
})

describe('a text table', () => {
  it.each([',', ';', '\t', '|'])('is parted by %j', async (delimiter) => {
    const read = await table(
      `name_uk${delimiter}"a,b;c"${delimiter}court\nА${delimiter}${delimiter}Б\n`,
    )
    expect(read.columns).toEqual(['name_uk', 'a,b;c', 'court'])
    expect(read.rows).toEqual([{ line: 2, cells: ['А', '', 'Б'] }])
  })

  it('says its delimiter itself, as spreadsheet programs write it', async () => {
    const read = await table('sep=;\nname_uk;a,b,c,d\nА;Б\n')
    expect(read.columns).toEqual(['name_uk', 'a,b,c,d'])
    expect(read.rows).toEqual([{ line: 3, cells: ['А', 'Б'] }])
  })

  it('keeps a formula as text', async () => {
    const read = await table('name_uk\n=HYPERLINK(A1)\n@SUM(1)\n')
    expect(read.rows.map(({ cells }) => cells[0])).toEqual(['=HYPERLINK(A1)', '@SUM(1)'])
  })

  it('counts lines across a cell with a line break, and leaves empty rows out', async () => {
    const read = await table('name_uk,note\nА,"x\ny"\n,\n\nБ,z\n')
    expect(read.rows.map((row) => row.line)).toEqual([3, 6])
  })

  it('keeps nicknames in quotes, names columns without a heading and parts two of one name', async () => {
    const read = await table('note,,note\nОмар "Море" Тестенко,1,2,3\n')
    expect(read.columns).toEqual(['note', '#2', 'note (2)', '#4'])
    expect(read.rows[0]?.cells).toEqual(['Омар "Море" Тестенко', '1', '2', '3'])
  })

  it.each([
    ['an unclosed quote', 'name_uk\n"А\n', 'import_unreadable'],
    ['a zero byte', 'name_uk\nА\u0000\n', 'import_unreadable'],
    ['an empty file', '', 'import_no_columns'],
    ['nothing but delimiters', ',,\n,,\n', 'import_no_columns'],
  ])('is refused for %s', async (_what, text, code) => {
    await expect(table(text)).rejects.toThrow(code)
  })

  it.each([
    ['bytes', 'a\n'.padEnd(1000, '\n'), 'a\n'.padEnd(1001, '\n')],
    ['rows', 'a\n1\n2\n3\n', 'a\n1\n2\n3\n4\n'],
    ['columns', 'a,b,c,d\n1,2,3,4\n', 'a,b,c,d\n1,2,3,4,5\n'],
    ['the length of a cell', `a\n${'x'.repeat(10)}\n`, `a\n${'x'.repeat(11)}\n`],
    [
      'all text',
      `aaaa,b\n${'x'.repeat(10)},${'x'.repeat(9)}\n`.repeat(2),
      `${'aaaaaaaaaa,'.repeat(4)}\n`.repeat(2),
    ],
  ])('is refused beyond the limit of %s and read at it', async (_what, at, beyond) => {
    await expect(readTable(utf8(at), { limits: small })).resolves.toBeDefined()
    await expect(readTable(utf8(beyond), { limits: small })).rejects.toThrow('too_large')
  })
})

describe('a workbook', () => {
  it('is read as its spreadsheet program left it', async () => {
    const bytes = await workbook(
      [
        [shared(0), 'Дата', 'Рік', 'Місяць', 'Сума', 'Так'],
        [
          shared(1),
          number(43_551.75, 1),
          number(29_221, 2),
          number(29_221, 3),
          number('1.1000000000000001'),
          (place) => `<c r="${place}" t="b"><v>1</v></c>`,
        ],
        ['=1+1', null, null, formula('HYPERLINK("http://example.org")', 'напис')],
      ],
      { strings: ['ПІБ', 'Тестенко  Проба & Ко'], formats: ['dd\\.mm\\.yyyy', 'yyyy', 'mmm yy'] },
    )
    const read = await readTable(bytes)
    expect(read.columns).toEqual(['піб', 'дата', 'рік', 'місяць', 'сума', 'так'])
    expect(read.rows).toEqual([
      { line: 2, cells: ['Тестенко  Проба & Ко', '2019-03-27', '1980', '1980-01', '1.1', 'true'] },
      { line: 3, cells: ['=1+1', '', '', 'напис', '', ''] },
    ])
    expect(read.about).toEqual({ format: 'xlsx', sheets: ['Список'], sheet: 0, formulas: 1 })
  })

  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [29_292, false, '1980-03-12'],
    [27_830, true, '1980-03-12'],
  ])('counts day %d, since 1904 %s, as %s', async (serial, since1904, date) => {
    const bytes = await workbook([['a'], [number(serial, 1)]], { formats: ['d/m/yyyy'], since1904 })
    expect((await readTable(bytes)).rows[0]?.cells).toEqual([date])
  })

  it('counts only the sheets that are shown', async () => {
    const sheets = [{ name: 'Чернетка', hidden: true }, { name: 'Перший' }, { name: 'Другий' }]
    const bytes = await workbook([['a'], ['1']], { sheets })
    expect((await readTable(bytes, { sheet: 1 })).about).toMatchObject({
      sheets: ['Перший', 'Другий'],
      sheet: 1,
    })
    await expect(readTable(bytes, { sheet: 2 })).rejects.toThrow('import_damaged')
  })

  it.each([
    ['under a password', 'EncryptedPackage', 'import_encrypted'],
    ['of before 2007', 'Workbook', 'import_unreadable'],
  ])('%s is told apart', async (_what, stream, code) => {
    const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const bytes = Buffer.concat([mark, Buffer.alloc(1500), Buffer.from(stream, 'utf16le')])
    await expect(readTable(bytes)).rejects.toThrow(code)
  })

  const rows = Array.from({ length: 30 }, (_, line) => [`Тестенко ${line}`])
  const sheet = 'xl/worksheets/sheet1.xml'
  it.each([
    ['cut off', (xml: string) => xml.slice(0, xml.length / 2)],
    ['with a bracket too many', (xml: string) => xml.replace('</row>', '</row></row>')],
    ['with rows out of order', (xml: string) => xml.replace('r="9"', 'r="3"')],
    [
      'with a text that is not there',
      (xml: string) =>
        xml.replace(
          't="inlineStr"><is><t xml:space="preserve">Тестенко 9</t></is>',
          't="s"><v>999</v>',
        ),
    ],
    [
      'with a document type',
      (xml: string) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY e "x">]>'),
    ],
    ['with an entity of its own', (xml: string) => xml.replace('Тестенко 9', '&lol;')],
    ['that is empty', () => ''],
  ])('with a sheet %s is damaged, and nothing of it is taken', async (_what, spoil) => {
    const parts = workbookParts(rows)
    const spoilt = await zip({ ...parts, [sheet]: spoil(parts[sheet] ?? '') })
    await expect(readTable(spoilt)).rejects.toThrow(/import_damaged|import_no_columns/)
  })

  it('that is cut off, or has another file in its zip, is refused', async () => {
    const bytes = await workbook(rows)
    await expect(readTable(bytes.subarray(0, bytes.length - 200))).rejects.toThrow('import_damaged')
    await expect(readTable(await zip({ 'word/document.xml': '<a/>' }))).rejects.toThrow(
      'import_unreadable',
    )
  })

  it('that unpacks to more than the limit is refused when it passes it', {
    timeout: 20_000,
  }, async () => {
    const parts = workbookParts([['a'], ['1']])
    const bomb = await zip({
      ...parts,
      [sheet]: (parts[sheet] ?? '').replace('</sheetData>', `${' '.repeat(12 << 20)}</sheetData>`),
    })
    expect(bomb.length).toBeLessThan(200_000)
    const limits = { ...TABLE_LIMITS, unpackedBytes: 2 << 20 }
    await expect(readTable(bomb, { limits })).rejects.toThrow('too_large')
    const lying = { ...TABLE_LIMITS, unpackedBytes: 13 << 20 }
    await expect(readTable(bomb, { limits: lying })).resolves.toBeDefined()
  })

  it('with a cell of many megabytes is refused before it is whole', {
    timeout: 20_000,
  }, async () => {
    for (const name of [sheet, 'xl/sharedStrings.xml']) {
      const parts = workbookParts([['Тестенко 1'], ['1']], { strings: ['Тестенко 1'] })
      const long = (parts[name] ?? '').replace('Тестенко 1', 'x'.repeat(4 << 20))
      await expect(readTable(await zip({ ...parts, [name]: long }))).rejects.toThrow('too_large')
    }
  })

  it.each([
    ['rows', [['a'], ['1'], ['2'], ['3'], ['4']]],
    ['columns', [['a'], ['1', '2', '3', '4', '5']]],
    ['a cell', [['a'], ['x'.repeat(11)]]],
  ])('beyond the limit of %s is refused', async (_what, cells) => {
    const bytes = await workbook(cells)
    const limits = { ...small, fileBytes: 100_000 }
    await expect(readTable(bytes, { limits })).rejects.toThrow('too_large')
  })
})
