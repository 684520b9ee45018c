/**
 * The figures as a table: each count with its definition and with what others published, then the groups. Counts of one
 * to four people are hidden, and others with them from which they could be computed (suppress.ts), for every reader.
 */
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { courtInWords } from '../../../shared/dossier/courts.ts'
import { EXPORT_WORDS } from '../../../shared/export/words.ts'
import { FIGURE_WORDS } from '../../../shared/i18n/figureWords.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Confidentiality } from '../../../shared/model/field.ts'
import { type Claim, FIGURES } from '../../../shared/model/values.ts'
import { comparing } from '../../../shared/sorting/sortKey.ts'
import { isAboveCeiling } from '../dossier/audiencePolicy.ts'
import type { RecordSource } from '../dossier/gather.ts'
import { isOpenSource, type Reader } from '../dossier/guard.ts'
import { NOT_HELD } from '../insight/whereabouts.ts'
import { holding } from '../records/preferred.ts'
import { enumInWords, type WordsFor } from './cellWords.ts'
import type { ClearedTitles } from './clearedTitles.ts'
import type { ClearedTable, LeftOutCells, PlacedLine } from './listTable.ts'
import { type CountCell, type Hidden, SMALLEST_GROUP, type Sum, suppressed } from './suppress.ts'
import { type CellText, cellText } from './tableText.ts'

export type Figures = CallOutput<'insight.figures'>
type Grouping = Figures['groups'][number]['by']
type Published = Figures['published'][number]

/** Groups whose names are what somebody typed, and tell of the one person who is in it. */
const TYPED: ReadonlySet<Grouping> = new Set(['charge', 'facility', 'court'])

const rowKey = (by: Grouping, value: string): string => `${by}/${value}`

export interface FiguresFor {
  readonly reader: Reader
  readonly words: WordsFor
  readonly records: RecordSource
  readonly titles: ClearedTitles
}

export function figuresTable(figures: Figures, about: FiguresFor): ClearedTable {
  const { language } = about.words
  const words = EXPORT_WORDS[language].figures
  const compare = comparing(language)
  const names = FIGURE_WORDS[language]
  const hidden = hiddenCounts(figures)
  const shownCount = (key: string, people: number): CellText => {
    const how = hidden.get(key)
    return how === undefined ? people : how === 'small' ? SMALL : WITH_SMALL
  }
  const headings = [
    ...[words.what, words.group, words.people, words.definition],
    ...[words.published, words.publisher, words.date, words.theirDefinition],
  ]
  const rows: CellText[][] = []
  const lines: PlacedLine[] = []
  const leftOut: LeftOutCells[] = []
  const say = (text: string, heading: string, record: RecordId | null) => {
    const line = { person: null, field: 'figures', text, fixed: false }
    if (text !== '') lines.push({ line, record, heading })
  }

  const [open, kept] = publishedFor(figures.published, about)
  if (kept > 0)
    leftOut.push({
      ...{ field: 'claims', heading: words.published, why: 'not_public' },
      ...{ cells: kept, whole: open.length === 0 },
    })
  for (const figure of FIGURES) {
    const own = [
      ...[names.name[figure], '', shownCount(figure, figures.counts[figure])],
      names.definition[figure],
    ]
    const told = open.filter((each) => each.figure === figure)
    for (const { source, number, publisher, date, definition } of told) {
      const texts = [publisher, date, definition].map(cellText)
      rows.push([...own, number, ...texts])
      say(texts[0] ?? '', words.publisher, source)
      say(texts[2] ?? '', words.theirDefinition, source)
    }
    if (told.length === 0) rows.push([...own, '', '', '', ''])
  }
  for (const { by, rows: groups } of figures.groups) {
    const put = (label: string, count: CellText) =>
      rows.push([names.by[by], label, count, names.byDefinition[by], '', '', '', ''])
    const isHidden = (value: string) => hidden.has(rowKey(by, value))
    const veiled = TYPED.has(by) && about.reader.audience !== 'team'
    const inOrder = groups
      .filter(({ value }) => !(veiled && isHidden(value)))
      .map(({ value, people }) => {
        const label = cellText(groupLabel(by, value, about) || words.others)
        if (TYPED.has(by) && value !== '')
          say(label, words.group, by === 'facility' ? (value as RecordId) : null)
        return { label, value, count: shownCount(rowKey(by, value), people) }
      })
      // Not by size, which would say between which numbers a hidden one lies.
      .sort((a, b) => Number(a.value === '') - Number(b.value === '') || compare(a.label, b.label))
    for (const { label, count } of inOrder) put(label, count)
    if (veiled && groups.length > inOrder.length) put(words.others, WITH_SMALL)
    const small = groups.filter(({ value }) => isHidden(value)).length
    if (small > 0)
      leftOut.push({
        ...{ field: by, heading: names.by[by], why: 'small_group', cells: small, whole: false },
      })
  }
  const figuresHidden = FIGURES.filter((figure) => hidden.has(figure)).length
  if (figuresHidden > 0)
    leftOut.unshift({
      ...{ field: 'figures', heading: words.what, why: 'small_group' },
      ...{ cells: figuresHidden, whole: false },
    })
  if (hidden.size > 0) {
    rows.push([SMALL, '', '', words.small, '', '', '', ''])
    rows.push([WITH_SMALL, '', '', words.withSmall, '', '', '', ''])
  }
  const nobody = { people: new Set<RecordId>(), named: new Set<RecordId>(), opened: [], untold: 0 }
  return { headings, rows, leftOut, lines, ...nobody }
}

const SMALL = `<${SMALLEST_GROUP}`
const WITH_SMALL = '…'

function groupLabel(by: Grouping, value: string, { reader, words, titles }: FiguresFor): string {
  const { language } = words
  if (value === '') return FIGURE_WORDS[language].notRecorded
  switch (by) {
    case 'status':
      return enumInWords(words, 'person', 'status', value)
    case 'facility':
      return titles.of(value as RecordId)
    case 'court':
      return reader.audience === 'team'
        ? value
        : courtInWords(language, reader.audience, value).text
    case 'charge':
    case 'year':
      return value
  }
}

/** Every number, how they add up, and what follows: of all held those who are in none of the figures, and so on. */
function hiddenCounts({ counts, groups }: Figures): ReadonlyMap<string, Hidden> {
  const cells = new Map<string, CountCell>()
  const sums: Sum[] = []
  const put = (key: string, value: number, shown: boolean) => cells.set(key, { value, shown })
  /** A part, and the rest of a whole, which is nowhere in the table. */
  const rest = (total: string, part: string) => {
    const left = `${total} less ${part}`
    put(left, (cells.get(total)?.value ?? 0) - (cells.get(part)?.value ?? 0), false)
    sums.push({ total, parts: [part, left] })
    return left
  }
  for (const figure of FIGURES) put(figure, counts[figure], true)
  const free = rest('people', 'held')
  for (const figure of FIGURES) if (figure !== 'people' && figure !== 'held') rest('held', figure)
  for (const { by, rows } of groups) {
    const keys = rows.map(({ value }) => rowKey(by, value))
    for (const [place, { people }] of rows.entries()) put(keys[place] ?? '', people, true)
    if (by === 'charge') for (const key of keys) rest('held', key)
    else sums.push({ total: by === 'status' || by === 'year' ? 'people' : 'held', parts: keys })
    if (by !== 'status') continue
    const isFree = (value: string) => NOT_HELD.has(value)
    const keysOf = (wanted: boolean) =>
      rows.filter(({ value }) => isFree(value) === wanted).map(({ value }) => rowKey(by, value))
    sums.push({ total: 'held', parts: keysOf(false) }, { total: free, parts: keysOf(true) })
  }
  return suppressed(cells, sums)
}

/** What was published is told outside where the source is public itself; the second is how many are not. */
function publishedFor(
  all: readonly Published[],
  { reader, records }: FiguresFor,
): readonly [readonly Published[], number] {
  const open = all.filter(({ source, figure, number, publisher, date }) => {
    const record = records.get(source)
    if (!record || (reader.audience !== 'team' && !isOpenSource(record))) return false
    // Of what is published, what somebody marked as internal stays so.
    const isOpen = (confidentiality: Confidentiality) =>
      reader.audience === 'team'
        ? !isAboveCeiling('team', confidentiality)
        : confidentiality === 'C0'
    return holding(record, 'claims').some(({ value, confidentiality }) => {
      const claim = value as Claim
      const isThis = claim.figure === figure && claim.number === number
      return (
        isThis && claim.publisher === publisher && claim.date === date && isOpen(confidentiality)
      )
    })
  })
  return [open, all.length - open.length]
}
