/**
 * The table of a list: every value of it passes the guard of the dossiers, and what the guard keeps back is counted by
 * column and reason. A column that the reader may never have, or of which nothing passed, is no column of the table.
 */
import type { CONSENT_GAPS } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { Name, Sentence } from '../../../shared/model/values.ts'
import { cellOf, hasPlace } from '../dossier/audiencePolicy.ts'
import type { TextLine } from '../dossier/compose.ts'
import { type Cleared, clear, type HeldBack, type Reader } from '../dossier/guard.ts'
import type { FoldedRecord } from '../records/fold.ts'
import {
  customInWords,
  generalInWords,
  isFixed,
  sentenceDetails,
  valueInWords,
  type WordsFor,
} from './cellWords.ts'
import { type ClearedTitles, isNamedIn, namesFor } from './clearedTitles.ts'
import { type Column, isOwn } from './columns.ts'
import type { Narrowing } from './narrowing.ts'
import { inOrderOfCells } from './rowOrder.ts'
import { type CellText, cellText } from './tableText.ts'

export interface LeftOutCells {
  readonly field: string
  readonly heading: string
  readonly why: HeldBack['why'] | 'small_group'
  readonly missing?: (typeof CONSENT_GAPS)[number]
  readonly cells: number
  readonly whole: boolean
}

/** A text of the table as it is searched for what must not stand there. */
export interface PlacedLine {
  readonly line: TextLine
  readonly record: RecordId | null
  readonly heading: string
}

export interface ClearedTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly CellText[])[]
  readonly leftOut: readonly LeftOutCells[]
  readonly lines: readonly PlacedLine[]
  /** Whom it is about. */
  readonly people: ReadonlySet<RecordId>
  /** Those of them whose names are meant to stand in it: of anybody else a name is searched for as of a stranger. */
  readonly named: ReadonlySet<RecordId>
  readonly opened: readonly Opening[]
  /** Records that are not in it, because being there would say what the reader may not know (narrowing.ts). */
  readonly untold: number
}

export interface Opening {
  readonly record: RecordId
  readonly field: string
  readonly group: string
  readonly consent: RecordId
}

interface Cell {
  readonly text: CellText
  readonly lines: readonly TextLine[]
  readonly heading?: string
}

interface Row {
  readonly record: RecordId
  readonly cells: readonly Cell[]
}

/** A column that the table has, and where its cells are. */
interface Kept {
  readonly column: Column
  readonly place: number
}

export interface ListSort {
  /** A listed field, `title` or `updatedAt`. */
  readonly by: string
  readonly descending: boolean
}

const EMPTY: Cell = { text: '', lines: [] }

export class ListTable {
  readonly #reader: Reader
  readonly #words: WordsFor
  readonly #titles: ClearedTitles
  readonly #kind: OpenKind
  readonly #columns: readonly Column[]
  readonly #sort: ListSort | undefined
  readonly #narrowing: Narrowing
  #untold = 0
  readonly #rows: Row[] = []
  readonly #held = new Map<string, { readonly back: HeldBack; cells: number }>()
  readonly #people = new Set<RecordId>()
  readonly #named = new Set<RecordId>()
  readonly #opened: Opening[] = []
  /** Of each column, whether any row holds something there, and what a rough value there is called. */
  readonly #isFilled: boolean[]
  readonly #roughHeadings: (string | undefined)[]

  constructor(
    reader: Reader,
    words: WordsFor,
    titles: ClearedTitles,
    kind: OpenKind,
    columns: readonly Column[],
    narrowing: Narrowing,
    sort?: ListSort,
  ) {
    this.#narrowing = narrowing
    this.#reader = reader
    this.#words = words
    this.#titles = titles
    this.#kind = kind
    this.#columns = columns
    this.#sort = sort
    this.#isFilled = columns.map(() => false)
    this.#roughHeadings = columns.map(() => undefined)
  }

  add(record: FoldedRecord): void {
    const ask = this.#titles.consentOf(record)
    const { cleared, heldBack, opened } = clear(this.#reader, record, ask)
    if (!this.#narrowing.mayTell(record, cleared)) {
      this.#untold += 1
      return
    }
    if (record.kind === 'person') {
      this.#people.add(record.id)
      if (isNamedIn(this.#reader, cleared as Cleared<'person'>)) this.#named.add(record.id)
    }
    for (const { field, group, consent } of opened)
      this.#opened.push({ record: record.id, field, group, consent })
    const wanted = new Set(this.#columns.map(({ field }) => field))
    for (const back of heldBack) {
      if (!wanted.has(back.field)) continue
      const key = `${back.field}/${back.why}/${back.missing ?? ''}`
      const known = this.#held.get(key)
      if (known) known.cells += 1
      else this.#held.set(key, { back, cells: 1 })
    }
    const cells = this.#columns.map((column) => this.#cell(record, cleared, column))
    this.#rows.push({ record: record.id, cells })
    for (const [place, { text, heading }] of cells.entries()) {
      if (text !== '') this.#isFilled[place] = true
      this.#roughHeadings[place] ??= heading
    }
  }

  /** `breathe` is awaited between rows. */
  async done(breathe: () => Promise<void>): Promise<ClearedTable> {
    const kept = this.#columns.flatMap((column, place) =>
      this.#isKept(column, place) ? [{ column, place }] : [],
    )
    const headings = kept.map(({ column, place }) => this.#heading(column, place))
    const lines: PlacedLine[] = []
    const rows: CellText[][] = []
    for (const { record, cells } of await this.#inOrder(kept, breathe)) {
      await breathe()
      rows.push(kept.map(({ place }) => (cells[place] ?? EMPTY).text))
      for (const [at, { place }] of kept.entries())
        for (const line of (cells[place] ?? EMPTY).lines)
          lines.push({ line, record, heading: headings[at] ?? '' })
    }
    // What a team calls its fields is its own text too.
    for (const { column } of kept) {
      const { spec, heading, field } = column
      const line = { person: null, field, text: heading, fixed: false }
      if (isOwn(spec)) lines.push({ line, record: null, heading })
    }
    return {
      headings,
      rows,
      leftOut: this.#leftOut(new Set(kept.map(({ column }) => column.field))),
      lines,
      people: this.#people,
      named: this.#named,
      opened: this.#opened,
      untold: this.#untold,
    }
  }

  /**
   * Of the team's own table that of the list. For others by what the list is sorted by, where that is in the table, or
   * else as its columns come.
   */
  async #inOrder(kept: readonly Kept[], breathe: () => Promise<void>): Promise<readonly Row[]> {
    if (this.#reader.audience === 'team') return this.#rows
    const { by, descending } = this.#sort ?? { by: 'title', descending: false }
    const fields = [...new Set(kept.map(({ column }) => column.field))]
    const isThere = fields.includes(by)
    const first = isThere ? [by, ...fields.filter((field) => field !== by)] : fields
    const places = first.map((field) => kept.filter(({ column }) => column.field === field))
    const textAt = ({ cells }: Row, { place }: Kept) => (cells[place] ?? EMPTY).text
    return inOrderOfCells(
      this.#rows,
      {
        language: this.#words.language,
        descending: descending && (isThere || by === 'title'),
        cellsOf: (row) => [
          // Of a name in several languages the first.
          ...places.map((own) => own.map((one) => textAt(row, one)).find(Boolean) ?? ''),
          ...kept.map((one) => textAt(row, one)),
        ],
      },
      breathe,
    )
  }

  /** Of a name's languages those that occur; of all other columns those that hold something or could. */
  #isKept({ field, spec, part }: Column, place: number): boolean {
    if (this.#isNever(field, spec)) return false
    if (this.#isFilled[place]) return true
    const isHeld = [...this.#held.values()].some(({ back }) => back.field === field)
    return !isHeld && part === undefined && !isOwn(spec) && spec.listed
  }

  /** Whatever a record says, this reader gets nothing of the field. */
  #isNever(field: string, spec: Column['spec']): boolean {
    const { audience } = this.#reader
    if (!isOwn(spec))
      return cellOf(audience, spec.disclosure) === 'F' || !hasPlace(audience, this.#kind, field)
    return audience !== 'team' && !(spec.audiences.includes(audience) && this.#kind === 'person')
  }

  /** A rough value stands under what it is: not a date of birth but an age. */
  #heading({ heading }: Column, place: number): string {
    return this.#roughHeadings[place] ?? heading
  }

  #leftOut(kept: ReadonlySet<string>): readonly LeftOutCells[] {
    const headings = new Map<string, string>()
    for (const { field, heading, part } of this.#columns)
      if (!headings.has(field)) headings.set(field, part ? heading.replace(/ \(.*$/, '') : heading)
    const found: LeftOutCells[] = []
    for (const { back, cells } of this.#held.values()) {
      const { field, why, missing } = back
      const about = { field, heading: headings.get(field) ?? field, why, cells }
      found.push({ ...about, ...(missing ? { missing } : {}), whole: !kept.has(field) })
    }
    // Said although nothing is recorded there: the reader's table has no such column at all.
    for (const { field, spec } of this.#columns) {
      if (!this.#isNever(field, spec) || found.some((one) => one.field === field)) continue
      const heading = headings.get(field) ?? field
      found.push({ field, heading, why: 'audience', cells: 0, whole: true })
    }
    const order = [...headings.keys()]
    return found.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  }

  #cell(record: FoldedRecord, cleared: Cleared<FoldedRecord['kind']>, column: Column): Cell {
    const { field, spec, part } = column
    const own = cleared.custom.find(({ definition }) => definition.field === field)
    if (isOwn(spec)) {
      if (!own) return EMPTY
      const text = clean(customInWords(this.#words.language, spec, own.value))
      return { text, lines: this.#lines(record, field, text, typeof text === 'number') }
    }
    const rough = cleared.general(field as never)
    if (rough && part !== 'details') {
      const { text, heading } = generalInWords(this.#words.language, rough)
      const lines = this.#lines(record, field, text, true)
      return { text, lines, ...(heading === undefined ? {} : { heading }) }
    }
    const values: readonly unknown[] = cleared.all(field as never)
    if (spec.target !== undefined) return this.#references(record, column, values as RecordId[])
    if (spec.type === 'name') return this.#names(record, column, values as Name[])
    const texts = values.map((value) =>
      part === 'details'
        ? sentenceDetails(this.#words.language, value as Sentence)
        : valueInWords(this.#words, record.kind, [field, spec], value),
    )
    const text = together(texts.map(clean), spec.many)
    return { text, lines: this.#lines(record, field, text, isFixed(spec)) }
  }

  #names(record: FoldedRecord, { field, part }: Column, values: readonly Name[]): Cell {
    const names = namesFor(this.#reader, values).filter(
      ({ lang }) => part === undefined || lang === part,
    )
    const texts = names.map(({ text }) => clean(text))
    // Names are compared with names only on the lines of people's own.
    const about = record.kind === 'person' ? { person: record.id, field: 'names' } : undefined
    return {
      text: together(texts, true),
      lines: texts.map((text) => ({
        ...(about ?? { person: record.id, field: `${record.kind}.${field}` }),
        ...{ text: String(text), fixed: false },
      })),
    }
  }

  /** Who or what a record refers to, by the title that this reader may read. */
  #references(record: FoldedRecord, { field, spec }: Column, ids: readonly RecordId[]): Cell {
    const texts: CellText[] = []
    const lines: TextLine[] = []
    for (const id of ids) {
      const text = clean(this.#titles.of(id))
      if (text === '') continue
      texts.push(text)
      const isPerson = !isOwn(spec) && spec.target === 'person'
      if (isPerson) this.#people.add(id)
      const isNamed = isPerson && this.#titles.isNamed(id)
      if (isNamed) this.#named.add(id)
      const about = isNamed ? { person: id, field: 'names' } : { person: record.id, field }
      lines.push({ ...about, text: String(text), fixed: false })
    }
    return { text: together(texts, true), lines }
  }

  /** A number too: it may be somebody's telephone. */
  #lines(record: FoldedRecord, field: string, text: CellText, fixed: boolean): readonly TextLine[] {
    return text === '' ? [] : [{ person: record.id, field, text: String(text), fixed }]
  }
}

const clean = (text: CellText): CellText => (typeof text === 'number' ? text : cellText(text))

/** Of a field that may hold several a `;` parts the values, and none has one of its own. */
function together(texts: readonly CellText[], many: boolean): CellText {
  const [only] = texts
  if (!many || (texts.length === 1 && typeof only === 'number')) return only ?? ''
  return texts.map((text) => String(text).replaceAll(';', ',')).join('; ')
}
