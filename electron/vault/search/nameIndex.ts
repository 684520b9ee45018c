/** The spellings of the names of all records, for finding a record by any of them (shared/names/lookup.ts). */
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { Match } from '../../../shared/names/likeness.ts'
import { NameLookup } from '../../../shared/names/lookup.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { viewOf } from '../records/preferred.ts'

/** Spellings looked at for one query: more than a person reads. */
const MOST_SPELLINGS = 2000

/** How one spelling answers a query, part by part. */
export interface NameMatch {
  readonly id: RecordId
  readonly field: string
  readonly text: string
  /** For each part of the query its match, undefined where nothing in the name is like it. */
  readonly parts: readonly (Match | undefined)[]
  /** How much of the name the query speaks of, 0 to 1. */
  readonly covered: number
}

interface Spelling {
  readonly id: RecordId
  readonly field: string
  readonly text: string
}

export class NameIndex {
  readonly #lookup = new NameLookup()
  /** By the lookup's number. */
  readonly #spellings: (Spelling | undefined)[] = []
  readonly #ofRecord = new Map<RecordId, number[]>()

  /** The names a record has now, in place of those it had. */
  put(record: FoldedRecord): void {
    this.remove(record.id)
    const numbers: number[] = []
    for (const { field, name: fieldName, statements } of viewOf(record)) {
      if (field.type !== 'name') continue
      for (const { value } of statements) {
        const { text } = value as Name
        const number = this.#lookup.add(text)
        if (number === undefined) continue
        this.#spellings[number] = { id: record.id, field: fieldName, text }
        numbers.push(number)
      }
    }
    if (numbers.length > 0) this.#ofRecord.set(record.id, numbers)
  }

  remove(id: RecordId): void {
    for (const number of this.#ofRecord.get(id) ?? []) {
      this.#lookup.remove(number)
      this.#spellings[number] = undefined
    }
    this.#ofRecord.delete(id)
  }

  /** The spellings that have parts like those of the query, best first. `skeletons` are the query's parts. */
  match(skeletons: readonly string[]): NameMatch[] {
    return this.#lookup.find(skeletons, MOST_SPELLINGS).flatMap(({ name, parts, covered }) => {
      const spelling = this.#spellings[name]
      return spelling ? [{ ...spelling, parts, covered }] : []
    })
  }
}
