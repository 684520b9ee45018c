/**
 * What a record is called for one reader: its title made only of what the guard let through. A record of which nothing
 * may be told has no title, and a witness has a code name or none.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { fieldsOf, isSealedKind } from '../../../shared/model/model.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { ConsentAnswer } from '../dossier/consents.ts'
import type { Links, RecordSource } from '../dossier/gather.ts'
import { type AskConsent, type Cleared, clear, type Reader } from '../dossier/guard.ts'
import { isForPapers } from '../dossier/nameForms.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { holding } from '../records/preferred.ts'
import { titleOf } from '../records/titles.ts'

/** Names that a reader outside the team gets are those of papers: no nickname, no slip of the press. */
export const namesFor = (reader: Reader, names: readonly Name[]): readonly Name[] =>
  reader.audience === 'team' ? names : names.filter(isForPapers)

/** Whether the reader is told any name of a person; what stands for a title otherwise is made of other facts. */
export const isNamedIn = (reader: Reader, person: Cleared<'person'>): boolean =>
  namesFor(reader, person.all('names')).length > 0

export class ClearedTitles {
  readonly #reader: Reader
  readonly #records: RecordSource
  readonly #links: Links
  readonly #known = new Map<RecordId, string>()
  readonly #named = new Set<RecordId>()

  constructor(reader: Reader, records: RecordSource, links: Links) {
    this.#reader = reader
    this.#records = records
    this.#links = links
  }

  readonly of = (id: RecordId): string => {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    // Two records that name each other end here.
    this.#known.set(id, '')
    const record = this.#records.get(id)
    const title = record ? this.#title(record) : ''
    this.#known.set(id, title)
    return title
  }

  /** Of a person whether the title is a name. */
  isNamed(id: RecordId): boolean {
    this.of(id)
    return this.#named.has(id)
  }

  /** What happened to several people is told when each of them consents; about nobody, nobody can. */
  readonly consentOf = (record: FoldedRecord): AskConsent => {
    const reader = this.#reader
    if (record.kind === 'person') return this.#links.consentOf(record.id, reader)
    const people = new Set<RecordId>()
    for (const [name, { target }] of fieldsOf(record.kind))
      if (target === 'person')
        for (const { value } of holding(record, name)) people.add(value as RecordId)
    const asked = [...people].map((id) => this.#links.consentOf(id, reader))
    return (group) => {
      let answer: ConsentAnswer = { missing: 'none' }
      for (const ask of asked) {
        answer = ask(group)
        if ('missing' in answer) return answer
      }
      return answer
    }
  }

  #title(record: FoldedRecord): string {
    if (isSealedKind(record.kind)) return ''
    const { cleared } = clear(this.#reader, record, this.consentOf(record))
    if (record.kind === 'person' && isNamedIn(this.#reader, cleared as Cleared<'person'>))
      this.#named.add(record.id)
    return titleOf({ ...record, statements: this.#told(record, cleared) }, this.of)
  }

  /** The statements whose very values the guard let through. */
  #told(record: FoldedRecord, cleared: Cleared<FoldedRecord['kind']>) {
    const told = new Map<string, ReadonlySet<string>>()
    return record.statements.filter(({ field, value, retractedBy }) => {
      if (retractedBy !== null) return false
      let values = told.get(field)
      if (!values) {
        const all: readonly unknown[] = cleared.all(field as never)
        const passed = all.filter((one) => !isName(one) || namesFor(this.#reader, [one]).length > 0)
        values = new Set(passed.map((one) => JSON.stringify(one)))
        told.set(field, values)
      }
      return values.has(JSON.stringify(value))
    })
  }
}

const isName = (value: unknown): value is Name =>
  typeof value === 'object' && value !== null && 'lang' in value && 'text' in value
