import { describe, expect, it } from 'vitest'
import type { PrintedDocument } from '../../../../electron/vault/dossier/pdf/layout.ts'
import { renderInThread, renderPdf } from '../../../../electron/vault/dossier/pdf/render.ts'
import { pdfObjects, pdfPages } from '../../../support/pdfText.ts'
import { MemoryVault, request } from '../memoryVault.ts'

const PERSON = '5'.repeat(32)
const document = (values: readonly string[], rows = 1): PrintedDocument => ({
  audience: 'mediator',
  language: 'en',
  title: 'List',
  preamble: [{ label: 'Date', value: '23 November 2026' }],
  table: {
    columns: ['No.', 'Name', 'Born', 'Status', 'Held in', 'Sentence'],
    rows: Array.from({ length: rows }, (_, i) => [String(i + 1), 'A\nB', '1979', 's', 'h', 'y']),
  },
  people: [
    {
      person: PERSON as PrintedDocument['people'][number]['person'],
      title: 'Person',
      sections: [{ heading: 'Person', lines: values.map((value) => ({ label: 'Value', value })) }],
    },
  ],
  footer: 'List no. 7 · SHA-256 00ff',
})

const spaceless = (text: string): string => text.replace(/\s+/g, '')
const textOf = async (printed: PrintedDocument) =>
  spaceless(pdfPages(await renderPdf(printed)).join(''))

describe('a printed dossier', () => {
  it('gives every letter of every language back', async () => {
    const letters = [
      'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ',
      'ёъыэ ЁЪЫЭ къ гъ нъ дж',
      'aâbcçdefgğhıijklmnñoöpqrsştuüvwxyz AÂBCÇDEFGĞHIİJKLMNÑOÖPQRSŞTUÜVWXYZ',
      'Зекер’яєв ʼ “лапки” «лапки» — – … № · §',
      '0123456789 +380 (00) 123-45-67',
      'fi fl ffi АВАТ Të Vo',
    ]
    const text = await textOf(document(letters))
    for (const line of letters) expect(text).toContain(spaceless(line))
    expect(text).not.toContain('\ufffd')
  })

  it('holds no metadata, no id, no file and no script', async () => {
    const pdf = await renderPdf(document(['value']))
    const objects = [...pdfObjects(pdf).values()]
    const raw = Buffer.from(pdf).toString('latin1')
    const info = pdfObjects(pdf).get(Number(/\/Info (\d+) 0 R/.exec(raw)?.[1]))
    expect(info?.dictionary.replace(/\s/g, '')).toBe('<<>>')
    expect(raw).not.toMatch(/pdfmake|pdfkit|CreationDate|ModDate|Author|Producer|\/Metadata/i)
    expect(raw).not.toMatch(/\/(JavaScript|JS|EmbeddedFile|URI|Annots|OpenAction|AcroForm)\b/)
    for (const { dictionary, stream } of objects)
      expect(dictionary + (stream?.toString('latin1') ?? '')).not.toContain(PERSON)
    expect(pdfPages(pdf).join('')).not.toContain(PERSON)
  })

  it('embeds its fonts as the letters that are used, under names that tell nothing', async () => {
    const fonts = [...pdfObjects(await renderPdf(document(['value']))).values()].filter((one) =>
      /\/FontDescriptor \d/.test(one.dictionary),
    )
    const names = fonts.map((font) => /\/BaseFont \/(\S+)/.exec(font.dictionary)?.[1])
    expect(names.sort()).toEqual(['BZZZZZ+NotoSans-SemiBold', 'CZZZZZ+NotoSans-Regular'])
    expect(
      [...pdfObjects(await renderPdf(document(['v']))).values()].filter((one) =>
        one.dictionary.includes('/FontFile2'),
      ),
    ).toHaveLength(2)
  })

  it('is the same in bytes each time, and from a thread', async () => {
    const one = Buffer.from(await renderPdf(document(['Ğğ Її'])))
    const two = Buffer.from(await renderPdf(document(['Ğğ Її'])))
    const three = Buffer.from(await renderInThread(document(['Ğğ Її'])))
    expect(two.equals(one)).toBe(true)
    expect(three.equals(one)).toBe(true)
    const other = Buffer.from(await renderPdf(document(['Ğğ Її.'])))
    expect(other.equals(one)).toBe(false)
  })

  it('repeats the header of the list, numbers its pages and begins a page for each person', async () => {
    const pages = pdfPages(await renderPdf(document(['value'], 60)))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    const list = pages.slice(0, -1)
    for (const page of list) expect(spaceless(page)).toContain('No.NameBornStatusHeldinSentence')
    expect(spaceless(pages.at(-1) ?? '')).not.toContain('BornStatus')
    expect(spaceless(pages.at(-1) ?? '')).toContain('No.1Person')
    pages.forEach((page, index) => {
      expect(spaceless(page)).toContain(`Page${index + 1}of${pages.length}`)
      expect(spaceless(page)).toContain('Listno.7·SHA-25600ff')
    })
  })

  it('prints exactly what the preview shows', async () => {
    const vault = new MemoryVault()
    const person = vault.put(
      vault
        .draft('person')
        .add('names', { text: 'Деніз’канатов Усеїн', lang: 'uk', type: 'passport_ua' })
        .add('names', { text: 'Üsein Deñizqanatov', lang: 'crh' })
        .add('charges', { article: '205.5 ч. 2' })
        .add('sentence', { years: 13, months: 0 })
        .add('request', 'unconditional_release'),
    )
    for (const language of ['uk', 'en', 'tr', 'crh', 'ru'] as const) {
      const { leaks, withheld, ...preview } = await vault
        .service()
        .preview(request([person], { language, recipient: 'To', listNumber: '9' }))
      expect([leaks, withheld]).toEqual([[], []])
      const text = await textOf(preview)
      const shown = [
        preview.title,
        ...preview.preamble.flatMap(({ label, value }) => [label, value]),
        ...preview.table.columns,
        ...preview.table.rows.flat().flatMap((cell) => cell.split('\n')),
        ...preview.people.flatMap(({ title, sections }) => [
          title,
          ...sections.flatMap(({ heading, lines }) => [heading, ...lines.map((one) => one.value)]),
        ]),
        preview.footer,
      ]
      for (const one of shown) expect(text).toContain(spaceless(one))
    }
  })
})
