/**
 * What a list is narrowed by, as its reader would know it from the rows: that a record is there says that it passed. A
 * reader outside gets only records of which the guard lets through what they passed by, so that the choice of rows tells
 * no more than their cells may; where it was a word that was searched for, every place in which it was found.
 *
 * Whom the list is narrowed by having looked at too long ago is the team's own affair: of that nobody outside is told.
 */
import type { ExportSubject } from '../../../shared/contract/exports.ts'
import type { Reason } from '../../../shared/contract/records.ts'
import type { TableReader } from '../../../shared/dossier/audience.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import { fieldOf } from '../../../shared/model/model.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { Cleared, Reader } from '../dossier/guard.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { searchedText } from '../records/indexing.ts'
import { valueText } from '../records/valueText.ts'
import { MOST_REASONS } from '../search/wordReasons.ts'
import { enumInWords } from './cellWords.ts'
import { namesFor } from './clearedTitles.ts'

/** Of each record that was found, why. */
export type Reasons = ReadonlyMap<RecordId, readonly Reason[]>

type NarrowedSubject = Exclude<ExportSubject, { of: 'figures' }>

/** Whether words are searched for: then `reasons` are needed. */
export const isSearched = ({ query }: NarrowedSubject): boolean => query.trim() !== ''

export class Narrowing {
  readonly #reader: Reader
  readonly #isStale: boolean
  /** Of each kind each field that is asked about, and the values of which a record has one. */
  readonly #filters = new Map<Kind, Map<string, Set<string>>>()
  readonly #reasons: Reasons | undefined

  constructor(reader: Reader, subject: NarrowedSubject, reasons: Reasons) {
    this.#reader = reader
    this.#isStale = subject.of === 'list' && subject.stale === true
    this.#reasons = isSearched(subject) ? reasons : undefined
    if (subject.of === 'list')
      for (const [field, value] of Object.entries(subject.filter))
        this.#ask(subject.kind, field, value)
    else
      for (const { kind, field, value } of subject.filters)
        if (field !== null && value !== null) this.#ask(kind, field, value)
  }

  #ask(kind: Kind, field: string, value: string): void {
    const fields = this.#filters.get(kind) ?? new Map<string, Set<string>>()
    this.#filters.set(kind, fields)
    fields.set(field, (fields.get(field) ?? new Set()).add(value))
  }

  /** Whether the reader may know why the record is there. */
  mayTell(record: FoldedRecord, cleared: Cleared<Kind>): boolean {
    if (this.#reader.audience === 'team') return true
    if (this.#isStale) return false
    for (const [field, asked] of this.#filters.get(record.kind) ?? []) {
      const told: readonly unknown[] = cleared.all(field as never)
      const isToldOne = (value: unknown) =>
        asked.has(String(value)) && this.#isToldAsIs(record.kind, field, String(value))
      if (!told.some(isToldOne)) return false
    }
    if (!this.#reasons) return true
    const reasons = this.#reasons.get(record.id) ?? []
    // Of more words than these nobody says where they were found.
    if (reasons.length === 0 || reasons.length >= MOST_REASONS) return false
    return reasons.every((reason) => this.#isTold(record, cleared, reason))
  }

  /** Some values have a word for readers outside that says less: a release is not always said to be an exchange. */
  #isToldAsIs(kind: Kind, field: string, value: string): boolean {
    const wordFor = (reader: TableReader) =>
      enumInWords({ reader, language: 'en' }, kind, field, value)
    return wordFor(this.#reader.audience) === wordFor('team')
  }

  #isTold(record: FoldedRecord, cleared: Cleared<Kind>, { field, matched }: Reason): boolean {
    const found = matched.replace(/^…|…$/g, '')
    return this.#toldTexts(record, cleared, field).some((text) => text.includes(found))
  }

  #toldTexts({ kind }: FoldedRecord, cleared: Cleared<Kind>, field: string): readonly string[] {
    const own = cleared.custom.filter(({ definition }) => definition.field === field)
    if (own.length > 0)
      return own.map(({ definition, value }) => searchedText(definition, value) ?? '')
    const spec = fieldOf(kind, field)
    if (!spec) return []
    const all: readonly unknown[] = cleared.all(field as never)
    const told = spec.type === 'name' ? namesFor(this.#reader, all as readonly Name[]) : all
    return told.map((value) => valueText(spec, value, () => ''))
  }
}
