/**
 * The whole dossier as a document: preamble, the list, a page for each person, the footer with the checksum of the
 * text. Written from cleared copies; the ids in it tell the program whose page is whose and are printed nowhere.
 */
import { createHash } from 'node:crypto'
import { dateInWords } from '../../../shared/dossier/dates.ts'
import type { DossierDocument, DossierRequest } from '../../../shared/dossier/document.ts'
import { DOSSIER_WORDS } from '../../../shared/dossier/languages.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { ClearedPerson } from './gather.ts'
import type { Page } from './personPage.ts'
import type { PageLine } from './sheet.ts'

/** A line of the finished text and where it stands: what the search for leaks reads. */
export interface TextLine {
  readonly person: RecordId | null
  readonly field: string
  readonly text: string
  readonly fixed: boolean
}

export interface Draft {
  readonly document: Omit<DossierDocument, 'leaks' | 'closedIdentities'>
  readonly text: readonly TextLine[]
}

export interface ComposeInput {
  readonly request: DossierRequest
  readonly today: string
  readonly people: readonly ClearedPerson[]
  /** Their pages, in the same order. */
  readonly pages: readonly Page[]
  /** The submitting body's public contact, already cleared. */
  readonly contact: string | undefined
}

export function compose(input: ComposeInput): Draft {
  const { request, today, people } = input
  const { audience, language } = request
  const words = DOSSIER_WORDS[language]
  const title = words.titles[audience]
  const preamble = writePreamble(input)
  const pages = input.pages.flatMap((page, index) => {
    const id = people[index]?.id
    return id === undefined ? [] : [{ id, page }]
  })

  const { table } = words
  const columns = [table.number, table.name, table.born, table.status, table.place, table.sentence]
  const rows = pages.map(({ page }, index) => [
    String(index + 1),
    ...page.cells.map((cell) => cell.value),
  ])
  const printed = (lines: readonly PageLine[]) =>
    lines.map(({ label, value }) => ({ label, value }))
  const body = {
    audience,
    language,
    title,
    preamble: printed(preamble),
    table: { columns, rows },
    people: pages.map(({ id, page }) => ({
      person: id,
      title: page.title,
      sections: page.sections.map(({ heading, lines }) => ({ heading, lines: printed(lines) })),
    })),
  }
  const footer = [
    request.listNumber && `${words.preamble.listNumber} ${request.listNumber}`,
    dateInWords(words, today),
    `SHA-256 ${checksumOf(body)}`,
  ]
  return {
    document: {
      ...body,
      footer: footer.filter(Boolean).join(' · '),
      withheld: people.flatMap(({ id, heldBack }) =>
        heldBack.map((one) => ({ person: id, ...one })),
      ),
      opened: people.flatMap(({ id, opened }) => opened.map((one) => ({ person: id, ...one }))),
    },
    text: [
      ...preamble.map((line) => textLine(null, line)),
      ...pages.flatMap(({ id, page }) => pageText(id, page)),
    ],
  }
}

const textLine = (
  person: RecordId | null,
  { field, label, value, fixed, ownLabel }: PageLine,
): TextLine => ({
  person,
  field,
  text: ownLabel ? `${label}\n${value}` : value,
  fixed,
})

const pageText = (id: RecordId, page: Page): readonly TextLine[] => [
  { person: id, field: 'names', text: page.title, fixed: false },
  ...page.cells.map((cell) => textLine(id, cell)),
  ...page.sections.flatMap((section) => section.lines.map((line) => textLine(id, line))),
]

function writePreamble({ request, today, people, contact }: ComposeInput): readonly PageLine[] {
  const { audience, language, recipient, listNumber } = request
  const { preamble, requests } = DOSSIER_WORDS[language]
  const words = DOSSIER_WORDS[language]
  const lines: PageLine[] = []
  const put = (field: string, label: string, value: string | undefined, fixed: boolean) => {
    if (value) lines.push({ label, value, field, fixed })
  }
  put('listNumber', preamble.listNumber, listNumber, false)
  put('date', preamble.date, dateInWords(words, today), true)
  put('recipient', preamble.recipient, recipient, false)
  put('organisation.publicContact', preamble.contact, contact, false)
  put('people', preamble.people, String(people.length), true)
  const asked = new Map<keyof typeof requests, number>()
  for (const { person } of people) {
    for (const one of person.all('request')) asked.set(one, (asked.get(one) ?? 0) + 1)
  }
  const counted = [...asked].map(([one, count]) => `${requests[one]} (${count})`)
  put('request', preamble.asked, counted.join('; '), true)
  if (audience === 'mediator') put('note', preamble.note, preamble.civilians, true)
  return lines
}

/**
 * SHA-256 of everything a reader reads above the footer: each text on a line of its own, in UTF-8 and Unicode NFC.
 * Two printings with the same sum say the same.
 */
function checksumOf(
  body: Pick<DossierDocument, 'title' | 'preamble' | 'table' | 'people'>,
): string {
  const texts = [
    body.title,
    ...body.preamble.flatMap(({ label, value }) => [label, value]),
    ...body.table.columns,
    ...body.table.rows.flat(),
    ...body.people.flatMap(({ title, sections }) => [
      title,
      ...sections.flatMap(({ heading, lines }) => [
        heading,
        ...lines.flatMap(({ label, value }) => [label, value]),
      ]),
    ]),
  ]
  return createHash('sha256').update(texts.join('\n').normalize('NFC'), 'utf8').digest('hex')
}
